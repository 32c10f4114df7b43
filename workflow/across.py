"""The rules over the whole base: run after the vehicles are linked, all findings written anew."""

import json
from collections.abc import Collection
from itertools import groupby
from typing import Any

import polars as pl

from db import across as base
from db import cards
from db.engine import Connection
from rules import across as rules
from rules.book import RuleBook
from rules.finding import Rule
from rules.odometer import MOST_A_DAY, Reading, misfits
from rules.within import written
from workflow import learned, rule_file
from workflow.cells import Asked, standing_in

FIRST_POSITION = 100_000
"""Positions from here on are of findings over the whole base."""

_FOUND: dict[str, pl.DataType] = {
    "row_id": pl.Int64(),  # null: any row of the card
    "card_id": pl.Int64(),
    "field": pl.String(),
    "code": pl.String(),
    "value": pl.String(),
    "suggestion": pl.String(),
    "params": pl.String(),
}
_MOST_READINGS = 300  # a car with more is no car but a placeholder
_USUAL_OF_A_HUNDRED = 0.95
_PREPARATION = r"(?i)внутр|подготов|preparation|internal|салон|склад|дилер|pdi"


def refresh(connection: Connection, *, cars: bool = True) -> None:
    """Put what the rules over the whole base find now in place of what they found before.

    ``cars`` is False where no car was touched: what was found about cars stays as it is.
    """
    book = rule_file.book(connection)
    before = base.found(connection, rules.CODES)
    found = [pl.DataFrame(schema=_FOUND), _commons(connection, book)]
    if cars:
        events, vehicles = base.events(connection), base.vehicles(connection)
        found += [
            _visits(connection, events, vehicles),
            _mileages(events),
            _habits(connection, vehicles),
            _crowded(connection, events, vehicles),
        ]
    placed = _placed(connection, _as_the_book_has_it(pl.concat(found), book))
    if not cars:
        kept = before.filter(pl.col("code").is_in(rules.CODES_OF_CARS))
        placed = pl.concat([placed, kept.select(placed.columns)])
    findings = _numbered(placed).select(before.columns)
    if not findings.equals(before):
        base.replace(connection, rules.CODES, findings)


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
    """Readings that do not fit the others of their car."""
    ordered = (
        events.filter(pl.col("mileage").is_not_null())
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
    return found.join(events.select("row_id", "card_id"), on="row_id").select(list(_FOUND))


def _habits(connection: Connection, vehicles: pl.DataFrame) -> pl.DataFrame:
    """Cars that are not what their plant's cars are in this base."""
    cars = learned.with_wmi(vehicles)
    makes = learned.makes(cars)
    named = base.of_other_makes(connection, dict(makes.select("wmi", "make").iter_rows()))
    other = named.with_columns(pl.col("vin").str.head(3).alias("wmi")).join(
        makes.rename({"make": "expected"}), on="wmi", maintain_order="left"
    )
    rows = [
        _row(rules.OTHER_MAKE, row, make, card, wmi=wmi, make=expected, share=str(share))
        for row, card, make, wmi, expected, share in other.select(
            "row_id", "card_id", "make", "wmi", "expected", "share"
        ).iter_rows()
    ]
    digits, years = learned.check_digits(cars), learned.years(cars)
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


def _crowded(connection: Connection, events: pl.DataFrame, vehicles: pl.DataFrame) -> pl.DataFrame:
    """VINs on the cards of many different clients."""
    whole = learned.with_wmi(vehicles).select(pl.col("id").alias("vehicle_id"), "vin")
    pairs = events.select("vehicle_id", "card_id").unique().join(whole, on="vehicle_id")
    counted = pairs.group_by("vehicle_id").len("cards")
    spread = counted.group_by("cards").len("values").sort("cards")
    most = rules.most_clients(_usual(spread))
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


def _commons(connection: Connection, book: RuleBook) -> pl.DataFrame:
    """Values that stand on the cards of many different clients."""
    spread = base.spread(connection)
    cards_of_base = base.count_cards(connection)
    rows: list[tuple[object, ...]] = []
    for field in ("phone", "email", "inn", "birth_date"):
        usual = _usual(spread.filter(pl.col("field") == field))
        common = base.common(connection, field, rules.most_clients(usual))
        counts = {value: (on, people) for value, on, people in common.iter_rows()}
        known = book.shared_phones if field == "phone" else frozenset()
        wanted = {value for value in counts if value not in known}
        mine = book.dealer_phones if field == "phone" else frozenset()
        for value, card in base.holders(connection, field, wanted | mine).iter_rows():
            on, people = counts.get(value, (0, 0))
            rule = (
                rules.DEALER_PHONE
                if value in mine
                else rules.contact_rule(field, value, people=people, cards_of_base=cards_of_base)
                if field in {"phone", "email"}
                else rules.COMMON_VALUE
            )
            said = written(value) if field == "birth_date" else value
            told = {"cards": str(on), "people": str(people), "usual": str(usual)}
            rows.append(_row(rule, None, said, card, field=field, **told))
    return _frame(rows)


def _usual(spread: pl.DataFrame) -> int:
    """On how many cards ninety-five of a hundred values stand at most."""
    if spread.is_empty():
        return 1
    least = int((int(spread["values"].sum()) - 1) * _USUAL_OF_A_HUNDRED)
    reached = spread.filter(pl.col("values").cum_sum() > least)
    return int(reached["cards"][0])


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
    return pl.DataFrame(rows, schema=_FOUND, orient="row")


def _as_the_book_has_it(found: pl.DataFrame, book: RuleBook) -> pl.DataFrame:
    """The findings of the rules that hold, with the severity they have here."""
    severities = {rule.code: book.severity(rule) for rule in rules.RULES}
    held = {code: str(severity) for code, severity in severities.items() if severity is not None}
    return found.filter(pl.col("code").is_in(list(held))).with_columns(
        pl.col("code").replace_strict(held, return_dtype=pl.String, default=None).alias("severity")
    )


def _placed(connection: Connection, found: pl.DataFrame) -> pl.DataFrame:
    """The findings beside the cell each speaks of, with what people said of them."""
    key = ["card_id", "field", "raw", "code"]
    asked = Asked(found.with_row_index("asked"))
    card_ids = found["card_id"].unique().to_list()
    placed = standing_in(connection, asked, card_ids).sort("row_id", maintain_order=True)
    return (
        placed.unique([*key, "value"], keep="first", maintain_order=True)
        .join(_settled(connection, card_ids), on=key, how="left", maintain_order="left")
        .with_columns(pl.lit(value=False).alias("repaired"), pl.col("state").fill_null("open"))
    )


def _numbered(findings: pl.DataFrame) -> pl.DataFrame:
    return findings.sort("row_id", "field", "code", "raw", "value").with_columns(
        (pl.int_range(pl.len()).over("row_id") + FIRST_POSITION).alias("position")
    )


def _settled(connection: Connection, card_ids: Collection[int]) -> pl.DataFrame:
    """card_id, field, raw, code, state of what people waived or accepted on these cards."""
    key = ["card_id", "field", "raw", "code"]
    said = cards.corrections(connection, card_ids).filter(pl.col("action") != "edit")
    state = (
        pl.when(pl.col("action") == "waive").then(pl.lit("waived")).otherwise(pl.lit("accepted"))
    )
    return said.unique(key, keep="last", maintain_order=True).select(*key, state.alias("state"))
