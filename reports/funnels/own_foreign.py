"""Own and foreign: visits of cars that were sold here and of those bought elsewhere."""

import polars as pl

from reports.content import Bounds, Chart, ChartKind, Column, Series, Table, Unit
from reports.facts import Facts
from reports.funnel import Counted, Figures, Funnel, Part, Shown
from reports.funnels.season import IS, SIDES, by_month
from reports.funnels.words import figure_table
from reports.lookup import looked_up
from reports.loose import loose, most, turned
from reports.measures import HIGH, LOW, Measure, distinct, ordered, share
from reports.options import Options
from reports.slices import chosen
from resources.texts import gettext, marked

YEARS = range(1, 6)
_MONTHS_SHOWN = 36


def counted(facts: Facts, options: Options) -> Counted:
    """The visits of own and of foreign cars, and how long either stay."""
    visits = _with_bought(chosen(facts.visits, options), facts)
    measures = _measures(visits, facts)

    def more(units: pl.DataFrame, _figures: Figures) -> Figures:
        return by_month(units, facts) | _retention(visits, facts)

    return Counted([Part(visits, measures, more, _of_month)], _uncertain(visits), _shares)


def _with_bought(visits: pl.DataFrame, facts: Facts) -> pl.DataFrame:
    """The visits with ``bought``: whether the client had bought any car here by that day."""
    columns = ["decided", "likely", "possible", "kept_out", "date"]
    sales = pl.concat([facts.sales.select(columns), facts.carless_sales.select(columns)])
    for who, end in (("decided", LOW), ("likely", ""), ("possible", HIGH)):
        known = sales.filter(pl.col(who) > 0)
        first = known.group_by(who).agg(pl.col("date").min().alias("bought_on"))
        bought = looked_up(visits[who].clip(0), first, who)["bought_on"]
        visits = visits.with_columns(
            (bought <= pl.col("date")).fill_null(value=False).alias(f"bought{end}")
        )
    return visits.with_columns(pl.col("bought>") | pl.col("kept_out"))


def _measures(visits: pl.DataFrame, facts: Facts) -> list[Measure]:
    """A sale whose car may be any can make one foreign car own, and an own one foreign."""
    slack = loose(facts)
    gained, lost, (sums_gained, sums_lost) = turned(visits, facts)
    found = [_side(f"visits.{side}", _ONE, (gained, lost), bridged=True) for side in SIDES]
    found += [_side(f"money.{side}", _AMOUNT, (sums_gained, sums_lost)) for side in SIDES]
    for side, more, less in (
        ("own", slack.sales, slack.placed),
        ("foreign", slack.placed, slack.sales),
    ):
        cars = distinct(
            f"cars.{side}", "vehicle_id", IS[side], loose=pl.col("loose"), less=less, more=more
        )
        found.append(cars)
    return [*found, *_clients(visits, facts)]


_ONE = pl.col("row_id").is_not_null().cast(pl.Int64)
_AMOUNT = pl.col("amount").fill_null(0)


def _side(
    key: str, value: pl.Expr, moved: tuple[float, float], *, bridged: bool = False
) -> Measure:
    """Visits or money of one side; ``moved``: what may turn from foreign to own, and back.

    ``bridged``: a loose order may join two visits to one.
    """
    side = key.split(".")[1]
    is_side, is_loose = IS[side], pl.col("loose")
    gain, loss = moved if side == "own" else moved[::-1]
    less = is_loose.sum().cast(pl.Int64) + loss if bridged else pl.lit(loss)
    certain = value.filter(is_side & ~is_loose).sum()
    return Measure(
        key,
        (certain - less).clip(0),
        value.filter(is_side).sum(),
        certain + value.filter(is_loose).sum() + gain,
        is_side,
    )


def _clients(visits: pl.DataFrame, facts: Facts) -> list[Measure]:
    """Visits of clients who bought here and of those who did not, whatever their cars."""
    sales = pl.concat(
        one.select("card_id", "kept_out") for one in (facts.sales, facts.carless_sales)
    )
    buyers = sales.filter("kept_out")["card_id"].n_unique()
    more = 0
    if buyers:
        rest = visits.select("possible", "bought>").filter(~pl.col("bought>"))
        more = int(most(rest.group_by("possible").len()["len"], buyers))
    bridged = pl.col("loose").sum().cast(pl.Int64)
    low, best, high = (pl.col(f"bought{end}").sum().cast(pl.Int64) for end in (LOW, "", HIGH))
    every = pl.len().cast(pl.Int64)
    return [
        Measure("clients.own", (low - bridged).clip(0), best, high + more, pl.col("bought")),
        Measure(
            "clients.foreign",
            (every - high - more - bridged).clip(0),
            every - best,
            every - low,
            ~pl.col("bought"),
        ),
    ]


def _of_month(units: pl.DataFrame, key: str) -> pl.DataFrame | None:
    """The visits behind those of one side in one month."""
    what, _, rest = key.partition(".")
    side, _, month = rest.partition(".")
    if what != "visits" or side not in SIDES:
        return None
    return units.filter(IS[side], pl.col("date").dt.to_string("%Y-%m") == month)


def _retention(visits: pl.DataFrame, facts: Facts) -> Figures:
    """Of the cars that entered long enough ago, how many came in the k-th year after."""
    cars = visits.select("vehicle_id", "date", "own").filter(pl.col("vehicle_id").is_not_null())
    first = cars.unique("vehicle_id", keep="first", maintain_order=True)  # they are by date
    entry = first.rename({"date": "entry"})
    since = cars.hstack(looked_up(cars["vehicle_id"], entry.drop("own"), "vehicle_id"))
    late = _day_of_year(pl.col("date")) > _day_of_year(pl.col("entry"))
    years = pl.col("date").dt.year() - pl.col("entry").dt.year() + late.cast(pl.Int32)
    came = (
        since.with_columns(years.alias("k"))
        .group_by("vehicle_id")
        .agg(pl.col("k").eq(k).any().alias(f"kept.{k}") for k in YEARS)
    )
    known = entry.join(came, on="vehicle_id").with_columns(
        (pl.col("entry").dt.offset_by(f"{k}y") <= facts.day).alias(f"base.{k}") for k in YEARS
    )
    slack = loose(facts)
    unsure = slack.visits + slack.sales
    out: Figures = {}
    for side, where in IS.items():
        mine = known.filter(where)
        for k in YEARS:
            base = int(mine[f"base.{k}"].sum())
            kept = int((mine[f"base.{k}"] & mine[f"kept.{k}"]).sum())
            out[f"base.{side}.{k}"] = Bounds(max(0, base - unsure), base, base + unsure)
            out[f"kept.{side}.{k}"] = Bounds(max(0, kept - unsure), kept, kept + unsure)
    return out


def _day_of_year(day: pl.Expr) -> pl.Expr:
    return day.dt.month().cast(pl.Int32) * 100 + day.dt.day()


def _shares(figures: Figures) -> Figures:
    out = dict(figures)
    for what in ("visits", "cars", "money", "clients"):
        own, foreign = figures[f"{what}.own"], figures[f"{what}.foreign"]
        found = part_of(own, foreign)
        if found:
            out[f"share.{what}"] = found
    for side in SIDES:
        for k in YEARS:
            kept = (
                share(out[f"kept.{side}.{k}"], out[f"base.{side}.{k}"])
                if f"kept.{side}.{k}" in out
                else None
            )
            if kept:
                out[f"share.{side}.{k}"] = kept
    return out


def part_of(part: Bounds, rest: Bounds) -> Bounds | None:
    """The share of a part of what it and the rest make together."""
    if not part.best + rest.best:
        return None
    least, greatest = part.low + rest.high, part.high + rest.low
    return ordered(
        part.low / least if least else 0.0,
        part.best / (part.best + rest.best),
        part.high / greatest if greatest else 1.0,
    )


def _uncertain(visits: pl.DataFrame) -> pl.DataFrame:
    unsure = visits.select("possible", "bought<", "bought>").filter(
        pl.col("bought<") != pl.col("bought>")
    )
    return unsure.group_by("possible").agg(pl.len().alias("gain"))


def _shown(shown: Shown) -> tuple[tuple[Chart, ...], tuple[Table, ...]]:
    figures = shown.figures
    months = sorted(key.rsplit(".", 1)[1] for key in figures if key.startswith("visits.own."))
    months = months[-_MONTHS_SHOWN:]
    titles = {"own": gettext("Own cars"), "foreign": gettext("Foreign cars")}
    load = Chart(
        ChartKind.STACKED,
        gettext("Visits by month"),
        tuple(months),
        tuple(
            Series(titles[side], tuple(figures.get(f"visits.{side}.{one}") for one in months))
            for side in SIDES
        ),
    )
    years = tuple(gettext("year {number}").format(number=k) for k in YEARS)
    stay = Chart(
        ChartKind.LINES,
        gettext("Share of cars that still come, by year after their first visit"),
        years,
        tuple(
            Series(titles[side], tuple(figures.get(f"share.{side}.{k}") for k in YEARS))
            for side in SIDES
        ),
        Unit.SHARE,
    )
    return (load, stay), (_sides(shown, titles), _seasons(figures, months))


def _sides(shown: Shown, titles: dict[str, str]) -> Table:
    names = (
        ("visits", gettext("Visits")),
        ("cars", gettext("Cars")),
        ("money", gettext("Money")),
        ("clients", gettext("Visits of clients who bought a car here")),
    )
    rows: list[tuple[str, str]] = []
    for what, name in names:
        if what == "clients":
            rows += [("clients.own", name), ("share.clients", gettext("Their share"))]
            continue
        rows += [(f"{what}.{side}", f"{name}: {titles[side].lower()}") for side in SIDES]
        rows.append((f"share.{what}", gettext("{what}: share of own cars").format(what=name)))
    return figure_table(gettext("Figures"), rows, shown)


def _seasons(figures: Figures, months: list[str]) -> Table:
    columns = (
        Column("month", gettext("Month")),
        Column("own", gettext("Own cars"), Unit.COUNT),
        Column("foreign", gettext("Foreign cars"), Unit.COUNT),
    )
    rows = tuple(
        (month, *(figures.get(f"visits.{side}.{month}") for side in SIDES)) for month in months
    )
    return Table(gettext("Visits by month"), columns, rows)


FUNNEL = Funnel(
    name="own_foreign",
    title=marked("Own and foreign cars"),
    definition=(
        marked(
            "An own car is one that was sold here on or before the day of the visit; every other "
            "car in the service is foreign. It is a property of the car, whoever brings it; "
            "beside it stands how many visits are of clients who bought any car here."
        ),
        marked(
            "A car enters with its first visit; the curves show how many of the cars that "
            "entered at least k years ago came in the k-th year after."
        ),
    ),
    needs=("service",),
    counted=counted,
    shown=_shown,
    sliced=(
        ("visits.own", marked("Visits of own cars")),
        ("visits.foreign", marked("Visits of foreign cars")),
        ("share.visits", marked("Share of own")),
    ),
)
