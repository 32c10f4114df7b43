"""From sale to maintenance: how many of those who bought came to ТО-0, ТО-1, ТО-2 and on."""

import numpy as np
import polars as pl

from reports.content import Bounds, Cell, Chart, ChartKind, Column, Series, Table, Unit
from reports.facts import Facts
from reports.funnel import Counted, Figures, Funnel, Part, Shown
from reports.lookup import looked_up
from reports.loose import loose as loose_facts
from reports.loose import most
from reports.measures import HIGH, LOW, Measure, flagged, mean, share
from reports.options import Options
from reports.ownership import CHANGED, with_changes
from reports.pairing import after, as_days, earliest
from reports.regions import open_outside, with_open_regions
from reports.slices import expected
from resources.texts import gettext, marked
from rules import to_no

LAST = 10
NUMBERS = range(LAST + 1)
_ZERO_AFTER, _APART = "3mo", 12  # months from the sale to ТО-0, and from one ТО to the next


def counted(facts: Facts, options: Options) -> Counted:
    """The sales with the ТО that each of them came to and should have come to."""
    sales = units(facts, options)

    def bills(part: pl.DataFrame, figures: Figures) -> Figures:
        return money(part, settled(figures), facts)

    part = Part(sales, measures(facts, sales, options), bills)
    return Counted([part], uncertain(sales), _with_shares)


def _with_shares(figures: Figures) -> Figures:
    """The figures with the share of each ТО, and what is lost from one to the next."""
    out = settled(figures)
    for number in NUMBERS:
        found = share(out[f"came.{number}"], out[f"due.{number}"])
        if found:
            out[f"share.{number}"] = found
    return out


def units(facts: Facts, options: Options) -> pl.DataFrame:
    """The sales with the flags ``sold``, ``due.n`` and ``came.n``, each with its least and most.

    ``paid.n`` is what the first ТО-n cost, null where there was none or nothing was paid.
    """
    sales = with_open_regions(with_changes(expected(facts, options), facts), facts, options)
    told = _with_dues(_with_done(sales, facts), facts)
    flags: list[pl.Expr] = []
    for who, end in (("decided", LOW), ("likely", ""), ("possible", HIGH)):
        certain = pl.lit(value=True) if end != LOW else ~pl.col("loose") & ~pl.col("open_region")
        still = pl.lit(value=True) if options.changed_owners else pl.col(CHANGED[who])
        flags.append(certain.alias(f"sold{end}"))
        flags += [
            (flag & certain).alias(f"{name}.{number}{end}")
            for number in NUMBERS
            for name, flag in _flags(number, still, facts, options).items()
        ]
    return told.with_columns(flags)


def _flags(number: int, changed: pl.Expr, facts: Facts, options: Options) -> dict[str, pl.Expr]:
    came, due = pl.col(f"came_on.{number}"), pl.col(f"due_on.{number}")
    if options.changed_owners:
        before = in_time = pl.lit(value=True)
    else:
        before = (came < changed).fill_null(value=True)
        in_time = (due <= changed).fill_null(value=True)
    arrived = came.is_not_null() & before
    return {"came": arrived, "due": arrived | ((due <= facts.day).fill_null(value=False) & in_time)}


def _with_done(sales: pl.DataFrame, facts: Facts) -> pl.DataFrame:
    """The sales with the day of the first ТО-n after them and what it cost.

    ``lent.n``: it was not the buyer, for certain, who came.
    """
    columns = ("row_id", "vehicle_id", "date", "to_no", "amount", "client_visit", "decided")
    done = (
        facts.orders.select(columns)
        .filter(pl.col("to_no").is_between(0, LAST), "client_visit", _KNOWN)
        .drop("client_visit")
    )
    first = (
        after(sales, done)
        .sort("date", "row_id")
        .unique(["sale", "to_no"], keep="first", maintain_order=True)
    )
    days = earliest(first, "to_no", sales=sales.height, keys=LAST + 1)
    bills = np.zeros((sales.height, LAST + 1))
    guests = np.zeros((sales.height, LAST + 1), dtype=np.int32)
    place = first["sale"].to_numpy(), first["to_no"].to_numpy()
    bills[place], guests[place] = first["amount"].fill_null(0), first["decided"]
    return sales.with_columns(
        *(as_days(days[:, n], f"came_on.{n}") for n in NUMBERS),
        *(pl.Series(f"paid.{n}", bills[:, n]) for n in NUMBERS),
        *(pl.Series(guests[:, n]).ne(sales["decided"]).alias(f"lent.{n}") for n in NUMBERS),
    ).with_columns(pl.when(pl.col(f"paid.{n}") > 0).then(f"paid.{n}") for n in NUMBERS)


_KNOWN = pl.col("vehicle_id").is_not_null()


def _with_dues(sales: pl.DataFrame, facts: Facts) -> pl.DataFrame:
    """The sales with the day that each ТО-n is due: by time, or by the mileage of a visit."""
    intervals = {make: to_no.interval(make) for make in sales["make"].unique().cast(pl.String)}
    # where nothing was sold there is nothing to replace, and the column stays one of texts
    apart = pl.col("make").cast(pl.String).replace_strict(intervals).cast(pl.Int32)
    every = sales.select("vehicle_id", apart.alias("apart")).unique("vehicle_id")
    seen = facts.visits.select("vehicle_id", "date", "mileage").filter(
        _KNOWN, pl.col("mileage") > 0
    )
    reached = (pl.col("mileage") // pl.col("apart")).clip(0, LAST)
    marks = (
        seen.hstack(looked_up(seen["vehicle_id"], every, "vehicle_id"))
        .select("vehicle_id", "date", reached.alias("reached"))
        .filter(pl.col("reached") > 0)
    )
    days = earliest(after(sales, marks), "reached", sales=sales.height, keys=LAST + 1)
    # who has driven three intervals has driven two
    least = np.minimum.accumulate(days[:, ::-1], axis=1)[:, ::-1]
    by_time = {n: pl.col("date").dt.offset_by(f"{_APART * n}mo") for n in NUMBERS[1:]}
    return sales.with_columns(
        as_days(least[:, n], f"due_on.{n}") for n in NUMBERS[1:]
    ).with_columns(
        pl.col("date").dt.offset_by(_ZERO_AFTER).alias("due_on.0"),
        *(pl.min_horizontal(day, f"due_on.{n}").alias(f"due_on.{n}") for n, day in by_time.items()),
    )


def measures(
    facts: Facts, units: pl.DataFrame, options: Options, *, apart: bool = False
) -> list[Measure]:
    """The figures over ``units``, with what facts whose car may be any could change.

    Such a sale may be of any car, and end the time of whoever had bought that; such an order may
    be of any car, and count for all its sales. ``apart``: the units are counted in parts, and a
    sale of one may turn out to be of another.
    """
    slack = loose_facts(facts)
    outside = open_outside(facts, options)
    new = slack.carless + outside + (slack.placed if apart else _unexpected(facts, units))
    ended = 0 if options.changed_owners else slack.sales
    orders = facts.orders.filter(pl.col("client_visit") & pl.col("loose"))
    per_car = units.group_by("vehicle_id").len()["len"]
    touched = int(most(per_car, orders.height))
    done = set(facts.orders["to_no"].drop_nulls().unique())
    found = [flagged("sold", more=new)]
    for number in NUMBERS:
        marks = int(most(per_car, orders.filter(to_no=number).height))
        met = marks if options.changed_owners else touched
        moves = new + slack.placed + ended
        seen = pl.col(f"came_on.{number}").is_not_null().sum().cast(pl.Int64)
        # who came himself was the owner on that day, whoever came with the car later
        lent = (pl.col(f"came.{number}{LOW}") & pl.col(f"lent.{number}")).sum().cast(pl.Int64)
        most_came = seen + marks + (moves if number in done else 0)
        found += [
            flagged(
                f"came.{number}",
                less=ended + lent.clip(upper_bound=met),
                more=moves + met,
                most=most_came,
            ),
            flagged(f"due.{number}", less=ended + touched, more=moves + touched),
        ]
    return found


def _unexpected(facts: Facts, units: pl.DataFrame) -> int:
    """How many sales of a car that may be another are not expected, as that of another might be."""
    return int(facts.sales["loose"].sum()) - int(units["loose"].sum())


def settled(figures: dict[str, Bounds]) -> dict[str, Bounds]:
    """The figures with bounds that agree: who came was due, and nobody is due who did not buy."""
    most, out = figures["sold"].high, dict(figures)
    for number in NUMBERS:
        came, due = figures[f"came.{number}"], figures[f"due.{number}"]
        came = Bounds(came.low, came.best, min(came.high, most))
        out[f"came.{number}"] = came
        out[f"due.{number}"] = Bounds(max(due.low, came.low), due.best, min(due.high, most))
    return out


def money(units: pl.DataFrame, figures: dict[str, Bounds], facts: Facts) -> dict[str, Bounds]:
    """The average bill of each ТО, and what those who did not come would have paid."""
    loose = facts.orders.filter("client_visit", "loose").drop_nulls("to_no")
    unsettled = loose_facts(facts).carless + int(units["loose"].sum())
    out: dict[str, Bounds] = {}
    for number in NUMBERS:
        paid, came = pl.col(f"paid.{number}"), f"came.{number}"
        counted = units.filter(came, paid.is_not_null())[f"paid.{number}"]
        unsure = units.filter(pl.col(came) != pl.col(came + LOW), paid.is_not_null())
        optional = units.filter(~pl.col(came), pl.col(came + HIGH), paid.is_not_null())
        other = loose.filter(pl.col("to_no") == number, pl.col("amount") > 0)["amount"]
        bill = mean(
            counted,
            pl.concat([optional[f"paid.{number}"], other]),
            unsure.height + unsettled,
        )
        if bill is None:
            continue
        out[f"bill.{number}"] = bill
        out[f"lost.{number}"] = _lost(bill, figures[f"due.{number}"], figures[came])
    return out


def _lost(bill: Bounds, due: Bounds, came: Bounds) -> Bounds:
    return Bounds(
        bill.low * max(0, due.low - came.high),
        bill.best * (due.best - came.best),
        bill.high * (due.high - came.low),
    )


def uncertain(units: pl.DataFrame) -> pl.DataFrame:
    """possible, gain: for how many figures of a client's sales it is open what they are."""
    names = [f"{name}.{number}" for number in NUMBERS for name in ("came", "due")]
    gain = pl.sum_horizontal(pl.col(one + HIGH) != pl.col(one + LOW) for one in names)
    return units.group_by("possible").agg(gain.sum().alias("gain")).filter(pl.col("gain") > 0)


def _shown(shown: Shown) -> tuple[tuple[Chart, ...], tuple[Table, ...]]:
    figures = shown.figures
    last = max((n for n in NUMBERS if figures[f"due.{n}"].high), default=0)
    # where nobody notes ТО-0 it would be a waist in every funnel
    numbers = range(0 if figures["came.0"].high else 1, last + 1)
    labels = tuple(_name(number) for number in numbers)
    came = tuple(f"came.{number}" for number in numbers)
    funnel = Chart(
        ChartKind.FUNNEL,
        gettext("Buyers who came to maintenance"),
        (gettext("Sold"), *labels),
        (Series(gettext("Cars"), (figures["sold"], *(figures[key] for key in came))),),
        behind=("sold", *came),
    )
    series = [Series(gettext("This period"), _shares(figures, numbers))]
    if shown.previous is not None:
        series.append(Series(gettext("Period before"), _shares(shown.previous, numbers)))
    shares = Chart(
        ChartKind.BARS,
        gettext("Share of those due who came"),
        labels,
        tuple(series),
        Unit.SHARE,
        came,
    )
    return (funnel, shares), (_table(shown, numbers),)


def _name(number: int) -> str:
    return gettext("ТО-{number}").format(number=number)


def _shares(figures: Figures, numbers: range) -> tuple[Bounds | None, ...]:
    return tuple(figures.get(f"share.{number}") for number in numbers)


def _table(shown: Shown, numbers: range) -> Table:
    titles = (
        ("due", gettext("Due"), Unit.COUNT),
        ("came", gettext("Came"), Unit.COUNT),
        ("share", gettext("Share"), Unit.SHARE),
        ("bill", gettext("Average bill"), Unit.MONEY),
        ("lost", gettext("Lost profit"), Unit.MONEY),
    )
    columns = [Column("number", gettext("Maintenance"))]
    columns += [Column(key, title, unit) for key, title, unit in titles]
    if shown.previous is not None:
        columns.append(Column("previous", gettext("Share, period before"), Unit.SHARE))
    rows: list[tuple[Cell, ...]] = []
    for number in numbers:
        cells = (_name(number), *(shown.figures.get(f"{key}.{number}") for key, _, _ in titles))
        before = () if shown.previous is None else (shown.previous.get(f"share.{number}"),)
        rows.append((*cells, *before))
    keys = tuple(f"came.{number}" for number in numbers)
    return Table(gettext("Figures"), tuple(columns), tuple(rows), keys)


FUNNEL = Funnel(
    name="maintenance",
    title=marked("From sale to maintenance"),
    definition=(
        marked(
            "Of the cars sold here as new, how many came to ТО-0, ТО-1, ТО-2 and on. A car is due "
            "for ТО-0 three months after the sale, for ТО-n after n years or once a visit shows "
            "the mileage of n intervals, whichever is first: a young car is no loss yet."
        ),
        marked(
            "Buyers from other regions are left out, and a car from the day its owner changed. "
            "A ТО counts where the order is closed and paid; ТО-0 may be free."
        ),
        marked(
            "Lost profit: the average bill of the ТО times the cars that were due and did not come."
        ),
    ),
    needs=("sales", "service"),
    counted=counted,
    shown=_shown,
    expects=True,
    sliced=(
        ("sold", marked("Sold")),
        *((f"share.{n}", f"ТО-{n}") for n in range(6)),
    ),
)
