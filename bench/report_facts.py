"""The rows of a base for timing reports, in columns: clients, their cards, cars and events."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np
import polars as pl

from bench.generator.staff import ADVISORS, BRANCHES, SELLERS
from bench.generator.tables import male_names, surnames

Block = dict[str, pl.DataFrame]
Whole = np.ndarray[tuple[int], np.dtype[np.int64]]

_FIRST, _LAST = (date(year, month, day).toordinal() for year, month, day in
                 ((2013, 1, 1), (2025, 12, 31)))  # fmt: skip
_EPOCH = date(1970, 1, 1).toordinal()
_MODELS = (
    ("XTA", "Lada", "Granta"), ("XTA", "Lada", "Vesta"), ("Z94", "Hyundai", "Solaris"),
    ("Z94", "Kia", "Rio"), ("XWE", "Kia", "Sportage"), ("LVV", "Chery", "Tiggo 7 Pro"),
    ("XW8", "Skoda", "Octavia"), ("X7L", "Renault", "Logan"), ("Z8N", "Nissan", "Qashqai"),
    ("XW7", "Toyota", "Camry"),
)  # fmt: skip
_REGIONS = ("Самарская область", "Ульяновская область", "Оренбургская область", "")
_REGION_SHARES = (0.86, 0.05, 0.04, 0.05)
_KINDS = ("maintenance", "repair", "warranty", "bodywork", "diagnostics", "internal",
          "preparation", "comeback", "tyres", "")  # fmt: skip
_KIND_SHARES = (0.42, 0.2, 0.08, 0.08, 0.07, 0.03, 0.04, 0.02, 0.04, 0.02)
_PAYERS = {"warranty": "Завод", "internal": "Салон", "preparation": "Салон"}
_STATES, _STATE_SHARES = ("Закрыт", "В работе", "Отменен"), (0.95, 0.03, 0.02)
_RESULTS = ("arrived", "booked", "missed", "cancelled", "wanted", "")
_RESULT_SHARES = (0.55, 0.15, 0.08, 0.07, 0.1, 0.05)
_CLAIMS, _CLAIM_SHARES = ("oral", "written", "court"), (0.8, 0.17, 0.03)
_CONSENTS = ("yes", "yes", "yes", "no", "")

# Shares: of clients with one more card in service, of those cards that nobody judged, of cards
# in quarantine, of orders whose car is not known, of cars that another client brings later.
_MORE_CARDS, _UNDECIDED, _KEPT_OUT, _NO_CAR, _PASSED_ON = 0.12, 0.15, 0.003, 0.02, 0.08
# Of clients whose car was not bought here; bookings, claims and surveys by orders.
_FOREIGN, _BOOKINGS, _CLAIMED, _SURVEYED = 0.4, 0.04, 0.004, 0.03


@dataclass(frozen=True, slots=True)
class Sizes:
    """How much there is to be in a base."""

    clients: int
    sales: int
    orders: int

    def part(self, number: int, count: int) -> "Sizes":
        """One of so many parts of nearly equal size."""
        return Sizes(*(
            whole * (number + 1) // count - whole * number // count
            for whole in (self.clients, self.sales, self.orders)
        ))  # fmt: skip


@dataclass(slots=True)
class Counters:
    """The ids that are given next."""

    card: int = 1
    row: int = 1
    vehicle: int = 1

    def take(self, name: str, count: int) -> Whole:
        """So many new ids of a kind."""
        first = int(getattr(self, name))
        setattr(self, name, first + count)
        return np.arange(first, first + count)


def block(rng: np.random.Generator, sizes: Sizes, counters: Counters) -> Block:
    """Clients with cards, cars and events: ``people``, ``card``, ``vehicle`` and ``event``.

    ``card`` and ``event`` still say which of the people they are of.
    """
    people = _people(rng, sizes.clients)
    cars = _cars(rng, sizes, counters)
    sales = _sales(rng, cars.filter("sold"))
    orders = _orders(rng, sizes, cars)
    events = [sales, orders, *_optional(rng, orders)]
    cards = _cards(rng, people.height, events, counters)
    rows = pl.concat(events, how="diagonal").with_columns(card_id=_of_cards(rng, events, cards))
    rows = rows.with_columns(row_id=pl.Series(counters.take("row", rows.height))).with_columns(
        number=pl.when(pl.col("kind") == "order").then(pl.format("ЗН{}", "row_id"))
    )
    return {"people": people, "card": cards, "vehicle": cars, "event": rows}


def _drawn(
    rng: np.random.Generator, items: Sequence[str], count: int, shares: Sequence[float] = ()
) -> pl.Series:
    picks = rng.choice(len(items), count, p=list(shares) or None)
    return pl.Series(items, dtype=pl.String).gather(picks)


def _people(rng: np.random.Generator, count: int) -> pl.DataFrame:
    person = rng.random(count) >= 0.05  # noqa: PLR2004 - companies
    men = male_names().items
    return pl.DataFrame(
        {
            "kind": pl.Series(np.where(person, "person", "company")),
            "last_name": _drawn(rng, surnames().items, count),
            "first_name": _drawn(rng, [one.first for one in men], count),
            "patronymic": _drawn(rng, [one.son for one in men], count),
            "region": _drawn(rng, _REGIONS, count, _REGION_SHARES),
            "consent_ads": _drawn(rng, _CONSENTS, count),
            "birth_date": _dates(rng.integers(_FIRST - 25_000, _FIRST - 8_000, count)),
        }
    )


def _cars(rng: np.random.Generator, sizes: Sizes, counters: Counters) -> pl.DataFrame:
    """Sold cars, then those from elsewhere, each with its owner, the next one and its days."""
    count = sizes.sales + int(sizes.clients * _FOREIGN)
    sold = np.arange(count) < sizes.sales
    start = rng.integers(_FIRST, _LAST - 30, count)
    model = rng.integers(0, len(_MODELS), count)
    ids = counters.take("vehicle", count)
    owner = rng.integers(0, sizes.clients, count)
    heir = rng.integers(0, sizes.clients, count)
    names = pl.DataFrame(_MODELS, schema=["plant", "make", "model"], orient="row")[model]
    age = np.where(sold & (rng.random(count) < 0.8), 0, rng.integers(1, 9, count))  # noqa: PLR2004
    return names.with_columns(
        id=pl.Series(ids),
        sold=pl.Series(sold),
        owner=pl.Series(owner),
        heir=pl.Series(np.where(rng.random(count) < _PASSED_ON, heir, owner)),
        start=pl.Series(start),
        used=pl.Series(age > 0),
        year=_dates(start).dt.year() - pl.Series(age),
        daily=pl.Series(rng.integers(18, 75, count)),
        vin=pl.col("plant") + pl.Series(ids).cast(pl.String).str.zfill(14),
        price=pl.Series(rng.integers(600, 3_000, count) * 1_000),
    )


def _sales(rng: np.random.Generator, sold: pl.DataFrame) -> pl.DataFrame:
    return _of_car(sold).with_columns(
        kind=pl.lit("sale"),
        source_id=pl.lit(1),
        who=sold["owner"],
        date=_dates(sold["start"].to_numpy()),
        outcome=pl.when(sold["used"]).then(pl.lit("used")).otherwise(pl.lit("new")),
        amount=sold["price"].cast(pl.String) + ".00",
        staff=_drawn(rng, SELLERS, sold.height),
        branch=_drawn(rng, BRANCHES, sold.height),
    )


def _orders(rng: np.random.Generator, sizes: Sizes, cars: pl.DataFrame) -> pl.DataFrame:
    count = sizes.orders
    place = np.sort(rng.integers(0, cars.height, count))
    car = cars[place]
    start = car["start"].to_numpy()
    day = start + (rng.random(count) * (_LAST - start)).astype(np.int64)
    kind = _drawn(rng, _KINDS, count, _KIND_SHARES)
    later = (day - start) * 5 > (_LAST - start) * 3
    number = np.clip((day - start) // 365, 0, 12)
    amount = pl.Series(rng.integers(4, 600, count) * 100).cast(pl.String) + ".00"
    maintained = pl.Series("kind", kind) == "maintenance"
    return _of_car(car).with_columns(
        _car_if(rng, count),
        kind=pl.lit("order"),
        source_id=pl.lit(2),
        who=pl.Series(np.where(later, car["heir"], car["owner"])),
        date=_dates(day),
        closed=_dates(day + rng.integers(0, 3, count)),
        status=_drawn(rng, _STATES, count, _STATE_SHARES),
        visit_kind=kind,
        to_no=pl.when(maintained).then(pl.Series(number).cast(pl.String)).otherwise(pl.lit("")),
        to_basis=pl.when(maintained).then(pl.lit("field")).otherwise(pl.lit("")),
        payer=kind.replace_strict(_PAYERS, default="Клиент"),
        mileage=pl.Series(100 + (day - start) * car["daily"].to_numpy()),
        amount=amount,
        staff=_drawn(rng, ADVISORS, count),
        branch=_drawn(rng, BRANCHES, count),
    )


def _of_car(car: pl.DataFrame) -> pl.DataFrame:
    return car.select("make", "model", "year", "vin", vehicle_id=pl.col("id"))


def _car_if(rng: np.random.Generator, count: int) -> list[pl.Expr]:
    """The car and its VIN, gone where the VIN is in quarantine."""
    known = pl.Series(rng.random(count) >= _NO_CAR)
    return [
        pl.when(known).then("vehicle_id").alias("vehicle_id"),
        pl.when(known).then("vin").otherwise(pl.lit("")).alias("vin"),
    ]


def _optional(rng: np.random.Generator, orders: pl.DataFrame) -> list[pl.DataFrame]:
    """Bookings, claims and surveys that belong to some of the orders."""
    count = orders.height

    def some(share: float, kind: str, source_id: int) -> pl.DataFrame:
        picks = np.sort(rng.choice(count, int(count * share), replace=False))
        kept = orders[picks].select("make", "model", "year", "vin", "vehicle_id", "who", "date")
        return kept.with_columns(kind=pl.lit(kind), source_id=pl.lit(source_id))

    bookings = some(_BOOKINGS, "booking", 3)
    claims = some(_CLAIMED, "claim", 4)
    surveys = some(_SURVEYED, "survey", 5)
    results = _drawn(rng, _RESULTS, bookings.height, _RESULT_SHARES)
    due = pl.when(results != "wanted").then("date")
    return [
        bookings.with_columns(outcome=results, due=due, date=pl.col("date").dt.offset_by("-3d")),
        claims.with_columns(outcome=_drawn(rng, _CLAIMS, claims.height, _CLAIM_SHARES)),
        surveys.with_columns(
            score=pl.Series(rng.integers(1, 11, surveys.height).astype(np.float64)),
            date=pl.col("date").dt.offset_by("2d"),
        ),
    ]


def _cards(
    rng: np.random.Generator, people: int, events: list[pl.DataFrame], counters: Counters
) -> pl.DataFrame:
    """One card of each source for whom it knows, some more in service; ``client`` of each."""
    everybody = [events[0], pl.DataFrame({"who": np.arange(people)}), *events[2:]]
    parts = [
        frame.select("who").unique().sort("who").with_columns(source_id=pl.lit(place))
        for place, frame in enumerate(everybody, start=1)
    ]
    more = np.nonzero(rng.random(people) < _MORE_CARDS)[0]
    parts.append(pl.DataFrame({"who": more}).with_columns(source_id=pl.lit(2), more=pl.lit(1)))
    cards = pl.concat(parts, how="diagonal")
    undecided = pl.Series(rng.random(cards.height) < _UNDECIDED) & (pl.col("more") == 1)
    oldest = pl.col("id").filter(~pl.col("kept_out") & ~pl.col("undecided")).min()
    return cards.with_columns(
        id=pl.Series(counters.take("card", cards.height)),
        kept_out=pl.Series(rng.random(cards.height) < _KEPT_OUT),
        undecided=undecided.fill_null(value=False),
    ).with_columns(client=pl.when(pl.col("undecided")).then("id").otherwise(oldest.over("who")))


def _of_cards(
    rng: np.random.Generator, events: list[pl.DataFrame], cards: pl.DataFrame
) -> pl.Series:
    """The card of each event: its person's of that source, in service now and then the other."""
    first = cards.filter(pl.col("more").is_null()).select("who", "source_id", "id")
    other = cards.filter(pl.col("more") == 1).select("who", "source_id", other="id")
    by = ["who", "source_id"]
    found = pl.concat([one.select(by) for one in events])
    found = found.join(first, on=by, how="left", maintain_order="left")
    found = found.join(other, on=by, how="left", maintain_order="left")
    second = pl.Series(rng.random(found.height) < 0.4)  # noqa: PLR2004
    chosen = pl.when(second & pl.col("other").is_not_null()).then("other").otherwise("id")
    return found.select(chosen.alias("card_id"))["card_id"]


def _dates(days: Whole) -> pl.Series:
    return pl.Series((days - _EPOCH).astype(np.int32)).cast(pl.Date)
