"""Which findings over the whole base a change can reach, beside those of the cards it wrote."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

import polars as pl

from db import across as base
from db import vehicles as vehicle_base
from db.engine import Connection
from rules import across as rules
from rules.book import RuleBook
from workflow import across_rules, census, learned, traces
from workflow.across_rules import FIELDS, Seen, Values
from workflow.traces import Traces, Value
from workflow.vehicles import Linked

_COMMON = (rules.SHARED_CONTACT.code, rules.DEALER_PHONE.code, rules.COMMON_VALUE.code)
_OF_HABITS = (rules.OTHER_MAKE.code, rules.CHECK_DIGIT.code, rules.YEAR_OF_VIN.code)
_FINDING = ["card_id", "field", "value", "code"]


@dataclass(frozen=True, slots=True)
class Reached:
    """What a change reaches.

    ``cards``: those whose findings are to be found anew. ``told``: row_id, position, params of
    findings on other cards that stay, but count otherwise.
    """

    cards: frozenset[int]
    told: pl.DataFrame


def reached(
    connection: Connection, book: RuleBook, before: Traces, linked: Linked
) -> Reached | None:
    """What the cards written anew reach, None for the whole base; the census is brought up to date.

    Args:
        connection: the base, the vehicles linked.
        book: what the dealer changes about the rules.
        before: the traces of the cards, as they were.
        linked: what the linking changed.
    """
    now = traces.of(connection, before.cards)
    renamed = _renamed(before, now)
    numbers = _numbers(connection, before, now, renamed)
    counts, after = census.moved(
        connection, before, now, linked, {v: n for v, n in numbers.items() if n[0] != n[1]}
    )
    most = [rules.most_clients(census.usual(one)[census.VEHICLE]) for one in (counts, after)]
    if most[0] != most[1]:
        return None
    cars = _vehicles(before, now, renamed) | linked.ids
    cards = before.cards | linked.cards | _cards_of(connection, cars)
    cards |= _cards_of_plants(connection, counts, after)
    return _with_commons(
        connection, book, frozenset(cards), _commons(book, numbers, counts, after), after
    )


def _renamed(before: Traces, now: Traces) -> frozenset[int]:
    """The cards whose clients go by another name than before, or came, or went."""
    every = before.families.keys() | now.families.keys()
    missing = ("",)
    return frozenset(
        card
        for card in every
        if before.families.get(card, missing) != now.families.get(card, missing)
    )


def _numbers(
    connection: Connection, before: Traces, now: Traces, renamed: frozenset[int]
) -> dict[Value, tuple[int, int]]:
    """Of each value whose cards or clients changed, on how many cards it stood and stands."""
    none: frozenset[int] = frozenset()
    changed: dict[Value, int] = {}
    for value in before.values.keys() | now.values.keys():
        was, is_now = before.values.get(value, none), now.values.get(value, none)
        if was != is_now or was & renamed:
            changed[value] = len(was) - len(is_now)
    found: dict[Value, tuple[int, int]] = {}
    for field in FIELDS:
        mine = {value: fewer for (name, value), fewer in changed.items() if name == field}
        there = dict(base.numbers(connection, field, mine)) if mine else {}
        for one, fewer in mine.items():
            number = there.get(one, 0)
            found[field, one] = (number + fewer, number)
    return found


def _vehicles(before: Traces, now: Traces, renamed: frozenset[int]) -> set[int]:
    """The vehicles of which an event changed, or a card's client."""
    same = list(now.events.columns)
    there, then = now.events, before.events.select(same)
    changed = [
        there.join(then, on=same, how="anti", nulls_equal=True),
        then.join(there, on=same, how="anti", nulls_equal=True),
        there.filter(pl.col("card_id").is_in(list(renamed))),
    ]
    return set(pl.concat(changed)["vehicle_id"].drop_nulls())


def _cards_of(connection: Connection, vehicles: Collection[int]) -> set[int]:
    return vehicle_base.cards_of(connection, vehicles) if vehicles else set()


def _cards_of_plants(connection: Connection, counts: pl.DataFrame, after: pl.DataFrame) -> set[int]:
    """The cards with cars that break, or broke, a habit that is another one now."""
    were, habits = learned.habits(counts), learned.habits(after)
    same = were.columns
    changed = pl.concat(
        [were.join(habits, on=same, how="anti"), habits.join(were, on=same, how="anti")]
    )
    if changed.is_empty():
        return set()
    plants = changed["wmi"].unique().to_list()
    habits = habits.filter(pl.col("wmi").is_in(plants))
    cars = learned.with_wmi(base.vehicles_of_plants(connection, plants))
    odd = {*learned.check_digits(cars, habits)["id"], *learned.years(cars, habits)["id"]}
    makes = dict(learned.makes(habits).select("wmi", "make").iter_rows())
    told = base.found(connection, _OF_HABITS).with_columns(
        pl.col("params").str.json_path_match("$.wmi").alias("wmi")
    )
    return (
        _cards_of(connection, odd)
        | set(base.of_other_makes(connection, makes)["card_id"])
        | set(told.filter(pl.col("wmi").is_in(plants))["card_id"])
    )


def _commons(
    book: RuleBook,
    numbers: dict[Value, tuple[int, int]],
    counts: pl.DataFrame,
    after: pl.DataFrame,
) -> Values:
    """The values whose findings may be others now; all of a field where its measure changed."""
    found: dict[str, set[str | date] | None] = {field: set() for field in FIELDS}
    before, usual = census.usual(counts), census.usual(after)
    for field in FIELDS:
        if before[field] != usual[field]:
            found[field] = None
    if rules.fewest_of_dealer(census.cards(counts)) != rules.fewest_of_dealer(census.cards(after)):
        found["phone"] = None
    for (field, value), (was, is_now) in numbers.items():
        mine = found[field]
        known = field == "phone" and value in book.dealer_phones
        if mine is not None and (known or max(was, is_now) > rules.most_clients(usual[field])):
            mine.add(value)
    return found


def _with_commons(
    connection: Connection,
    book: RuleBook,
    cards: frozenset[int],
    values: Values,
    counts: pl.DataFrame,
) -> Reached:
    """The cards reached, with those where a value is common that was not, or the reverse."""
    nothing = pl.DataFrame(schema={"row_id": pl.Int64, "position": pl.Int64, "params": pl.String})
    if all(mine is not None and not mine for mine in values.values()):
        return Reached(cards, nothing)
    none = pl.DataFrame()
    raw = across_rules.commons(connection, book, Seen(none, none, counts, values))
    wanted = across_rules.as_the_book_has_it(raw, book)
    there = _told(connection, values)
    others = ~pl.col("card_id").is_in(list(cards))
    wanted, there = wanted.filter(others), there.filter(others)
    both = there.join(wanted.select(*_FINDING, pl.col("params").alias("now")), on=_FINDING)
    came = wanted.join(there, on=_FINDING, how="anti")
    went = there.join(wanted, on=_FINDING, how="anti")
    told = both.filter(pl.col("params") != pl.col("now")).select(
        "row_id", "position", pl.col("now").alias("params")
    )
    return Reached(cards | set(came["card_id"]) | set(went["card_id"]), told)


def _told(connection: Connection, values: Values) -> pl.DataFrame:
    """The findings that there are on these values."""
    parts = []
    for field, mine in values.items():
        if mine is None:
            found = base.found(connection, _COMMON).filter(pl.col("field") == field)
        elif mine:
            holders = base.holders(connection, field, mine)["card_id"]
            shown = [across_rules.shown(value) for value in mine]
            found = base.found(connection, _COMMON, holders.to_list()).filter(
                (pl.col("field") == field) & pl.col("value").is_in(shown)
            )
        else:
            continue
        parts.append(found)
    return pl.concat(parts)
