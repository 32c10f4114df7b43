"""What the rules over the whole base find, in the whole of it or on some cards."""

import json
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import Any

import polars as pl

from db import across as base
from db import vehicles as vehicle_base
from db.engine import Connection
from rules import across as rules
from rules.book import RuleBook
from rules.finding import Rule
from rules.odometer import MOST_A_DAY, Reading, misfits
from rules.within import written
from workflow import census, learned

FIELDS = ("phone", "email", "inn", "birth_date")
"""Fields whose values a client has for himself."""

Values = Mapping[str, Collection[str | date] | None]
"""Values by their field; None for all of it."""

FOUND: dict[str, pl.DataType] = {
    "row_id": pl.Int64(),  # null: any row of the card
    "card_id": pl.Int64(),
    "field": pl.String(),
    "code": pl.String(),
    "value": pl.String(),
    "suggestion": pl.String(),
    "params": pl.String(),
}
_MOST_READINGS = 300  # a car with more is no car but a placeholder
_READ = ("sale", "order", "car")  # the kinds of event at which somebody read the odometer
_PREPARATION = r"(?i)внутр|подготов|preparation|internal|салон|склад|дилер|pdi"


@dataclass(frozen=True, slots=True)
class Seen:
    """What the rules look at: everything, or the ``cards`` named and all that bears on them.

    ``events``: row_id, card_id, vehicle_id, kind, date, mileage, dated ones of whole vehicles.
    ``vehicles``: id, vin, make, year. ``plants``: the WMIs of their VINs, None for all.
    ``counts``: the census of these plants. ``values``: those of the cards.
    """

    events: pl.DataFrame
    vehicles: pl.DataFrame
    counts: pl.DataFrame
    values: Values
    plants: frozenset[str] | None = None
    cards: frozenset[int] | None = None


def everything(connection: Connection) -> Seen:
    """The whole base, its census taken anew."""
    events, vehicles = base.events(connection), base.vehicles(connection)
    counts = census.taken(connection, events, vehicles)
    return Seen(events, vehicles, counts, dict.fromkeys(FIELDS))


def on_cards(connection: Connection, cards: frozenset[int]) -> Seen:
    """These cards and what bears on them."""
    said = vehicle_base.mentions_of_cards(connection, cards)
    ids = set(said["vehicle_id"].drop_nulls())
    vehicles = base.vehicles(connection, ids)
    plants = frozenset(vin[:3] for vin in (*said["vin"], *vehicles["vin"]) if vin)
    values: dict[str, set[str | date]] = {field: set() for field in FIELDS}
    for field, value, _ in base.values_of(connection, cards):
        values[field].add(value)
    events = base.events(connection, ids)
    return Seen(events, vehicles, census.of(connection, plants), values, plants, cards)


def found(connection: Connection, book: RuleBook, seen: Seen) -> pl.DataFrame:
    """What the rules find there, columns as ``FOUND``."""
    parts = [pl.DataFrame(schema=FOUND), commons(connection, book, seen)]
    if seen.vehicles.height or seen.plants != frozenset():
        parts += [
            _visits(connection, seen.events, seen.vehicles),
            _mileages(seen.events),
            _habits(connection, seen),
            _crowded(connection, seen),
        ]
    every = pl.concat(parts)
    return every if seen.cards is None else every.filter(pl.col("card_id").is_in(list(seen.cards)))


def _visits(connection: Connection, events: pl.DataFrame, cars: pl.DataFrame) -> pl.DataFrame:
    """New cars that were here before they were sold."""
    sales = (
        events.filter(pl.col("kind") == "sale")
        .sort("date", "row_id")
        .unique("vehicle_id", keep="first", maintain_order=True)
        .select("vehicle_id", pl.col("date").alias("sold"), pl.col("row_id").alias("sale_row"))
        .join(cars.select(pl.col("id").alias("vehicle_id"), "year"), on="vehicle_id")
    )
    visits = events.filter(pl.col("kind") == "order").join(sales, on="vehicle_id")
    early = visits.filter(pl.col("date") < pl.col("sold")).select("vehicle_id").unique()
    visits = visits.join(early, on="vehicle_id", how="semi").sort("vehicle_id", "row_id")
    said = base.words_of_events(connection, early["vehicle_id"])
    prepared = said.filter(
        pl.concat_str("visit_kind", "payer", separator=" ").str.contains(_PREPARATION)
    )
    mine = visits.join(prepared, on="row_id", how="anti", maintain_order="left")
    columns = ("vehicle_id", "row_id", "date", "sold", "sale_row", "year")
    rows: list[tuple[object, ...]] = []
    for _, of_car in groupby(mine.select(columns).iter_rows(named=True), _vehicle):
        rows.extend(_early_visits(list(of_car)))
    return _with_cards(rows, events)


def _vehicle(event: dict[str, Any]) -> int:
    return int(event["vehicle_id"])


def _early_visits(visits: list[dict[str, Any]]) -> list[tuple[object, ...]]:
    first = visits[0]
    if not rules.sold_new(first["year"], first["sold"]):
        return []
    before = [visit for visit in visits if visit["date"] < first["sold"]]
    rule = rules.against_sale(len(visits), len(before))
    sold = written(first["sold"])
    if rule is rules.SALE_AFTER_VISITS:
        return [_row(rule, first["sale_row"], sold, count=str(len(before)))]
    if rule is None:
        return []
    return [_row(rule, visit["row_id"], written(visit["date"]), day=sold) for visit in before]


def _mileages(events: pl.DataFrame) -> pl.DataFrame:
    """Readings that do not fit the others of their car; a log only repeats or guesses them."""
    ordered = (
        events.filter(pl.col("mileage").is_not_null(), pl.col("kind").is_in(_READ))
        .select("vehicle_id", "date", "mileage", "row_id")
        .sort("vehicle_id", "date", "mileage", "row_id")
    )
    same_car = pl.col("vehicle_id") == pl.col("vehicle_id").shift()
    driven = pl.col("mileage").diff()
    days = pl.col("date").diff().dt.total_days().clip(1)
    odd = same_car & ((driven < 0) | (driven > days * MOST_A_DAY))
    cars = ordered.filter(odd).select("vehicle_id").unique()
    doubtful = ordered.join(cars, on="vehicle_id", how="semi", maintain_order="left")
    rows: list[tuple[object, ...]] = []
    for _, of_car in groupby(doubtful.iter_rows(named=True), _vehicle):
        rows.extend(_misfits(list(of_car)))
    return _with_cards(rows, events)


def _misfits(events: list[dict[str, Any]]) -> list[tuple[object, ...]]:
    if len(events) > _MOST_READINGS:
        return []
    return [
        _row(
            rules.MILEAGE_MISFIT,
            events[one.at]["row_id"],
            str(events[one.at]["mileage"]),
            suggestion="" if one.suggestion is None else str(one.suggestion),
            before="—" if one.before is None else str(one.before),
            after="—" if one.after is None else str(one.after),
        )
        for one in misfits([Reading(event["date"], event["mileage"]) for event in events])
    ]


def _with_cards(rows: list[tuple[object, ...]], events: pl.DataFrame) -> pl.DataFrame:
    """Findings on events, with the cards of these."""
    found = _frame(rows).drop("card_id")
    return found.join(events.select("row_id", "card_id"), on="row_id").select(list(FOUND))


def _habits(connection: Connection, seen: Seen) -> pl.DataFrame:
    """Cars that are not what their plant's cars are in this base."""
    cars, habits = learned.with_wmi(seen.vehicles), learned.habits(seen.counts)
    if habits.is_empty():
        return _frame([])
    makes = learned.makes(habits)
    expected = dict(makes.select("wmi", "make").iter_rows())
    named = base.of_other_makes(connection, expected, seen.cards)
    other = named.with_columns(pl.col("vin").str.head(3).alias("wmi")).join(
        makes.rename({"make": "expected"}), on="wmi", maintain_order="left"
    )
    rows = [
        _row(rules.OTHER_MAKE, row, make, card, wmi=wmi, make=expected, share=str(share))
        for row, card, make, wmi, expected, share in other.select(
            "row_id", "card_id", "make", "wmi", "expected", "share"
        ).iter_rows()
    ]
    digits, years = learned.check_digits(cars, habits), learned.years(cars, habits)
    said = base.words_of_events(connection, {*digits["id"], *years["id"]}).rename(
        {"vehicle_id": "id"}
    )
    wrong = said.join(digits, on=["id", "vin"], maintain_order="left")
    rows += [
        _row(rules.CHECK_DIGIT, row, vin, card, wmi=wmi, share=str(share))
        for row, card, vin, wmi, share in wrong.unique(["card_id", "vin"], maintain_order=True)
        .select("row_id", "card_id", "vin", "wmi", "share")
        .iter_rows()
    ]
    late = said.join(years, on=["id", "vin", "year"], maintain_order="left")
    rows += [
        _row(rules.YEAR_OF_VIN, row, str(year), card, wmi=wmi, vin_year=str(vin_year))
        for row, card, year, wmi, vin_year in late.select(
            "row_id", "card_id", "year", "wmi", "vin_year"
        ).iter_rows()
    ]
    return _frame(rows)


def _crowded(connection: Connection, seen: Seen) -> pl.DataFrame:
    """VINs on the cards of many different clients."""
    whole = learned.with_wmi(seen.vehicles).select(pl.col("id").alias("vehicle_id"), "vin")
    pairs = seen.events.select("vehicle_id", "card_id").unique().join(whole, on="vehicle_id")
    counted = pairs.group_by("vehicle_id").len("cards")
    most = rules.most_clients(census.usual(seen.counts)[census.VEHICLE])
    doubtful = pairs.join(counted.filter(pl.col("cards") > most), on="vehicle_id")
    named = doubtful.join(base.families(connection, doubtful["card_id"]), on="card_id")
    people = named.group_by("vehicle_id").agg(pl.col("family").drop_nulls().n_unique())
    shared = named.join(people.filter(pl.col("family") > most), on="vehicle_id")
    return _frame(
        [
            _row(rules.CROWDED_VIN, None, vin, card, cards=str(cards), people=str(people))
            for card, vin, cards, people in shared.select(
                "card_id", "vin", "cards", "family_right"
            ).iter_rows()
        ]
    )


def commons(connection: Connection, book: RuleBook, seen: Seen) -> pl.DataFrame:
    """Values that stand on the cards of many different clients."""
    rows: list[tuple[object, ...]] = []
    cards_of_base = census.cards(seen.counts)
    measures = census.usual(seen.counts)
    for field, values in seen.values.items():
        if values is not None and not values:
            continue
        usual = measures[field]
        common = base.common(connection, field, rules.most_clients(usual), values)
        counts = {value: (on, people) for value, on, people in common.iter_rows()}
        known = book.shared(field)
        mine = book.dealer_phones if field == "phone" else frozenset()
        wanted = {value for value in counts if value not in known}
        wanted |= mine if values is None else mine.intersection(values)
        if not wanted:
            continue
        for value, card in base.holders(connection, field, wanted, seen.cards).iter_rows():
            on, people = counts.get(value, (0, 0))
            rule = (
                rules.DEALER_PHONE
                if value in mine
                else rules.contact_rule(field, value, people=people, cards_of_base=cards_of_base)
                if field in {"phone", "email"}
                else rules.COMMON_VALUE
            )
            told = {"cards": str(on), "people": str(people), "usual": str(usual)}
            rows.append(_row(rule, None, shown(value), card, field=field, **told))
    return _frame(rows)


def shown(value: str | date) -> str:
    """A value as a finding has it."""
    return written(value) if isinstance(value, date) else value


def _row(
    rule: Rule,
    row_id: int | None,
    value: str,
    card_id: int | None = None,
    *,
    field: str = "",
    suggestion: str = "",
    **params: str,
) -> tuple[object, ...]:
    told = json.dumps(params, ensure_ascii=False)
    return (row_id, card_id, field or rule.field, rule.code, value, suggestion, told)


def _frame(rows: list[tuple[object, ...]]) -> pl.DataFrame:
    return pl.DataFrame(rows, schema=FOUND, orient="row")


def as_the_book_has_it(found: pl.DataFrame, book: RuleBook) -> pl.DataFrame:
    """The findings of the rules that hold, with the severity they have here."""
    severities = {rule.code: book.severity(rule) for rule in rules.RULES}
    held = {code: str(severity) for code, severity in severities.items() if severity is not None}
    return found.filter(pl.col("code").is_in(list(held))).with_columns(
        pl.col("code").replace_strict(held, return_dtype=pl.String, default=None).alias("severity")
    )
