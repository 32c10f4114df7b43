"""What cards have to do with the rest of the base: their cars, and the values others have too."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date

import polars as pl

from db import across as base
from db import vehicles
from db.engine import Connection
from workflow.extent import narrow

_LARGE_SHARE = 0.03  # of all cards: 2,400 of 93,000 take as long as half of all

Value = tuple[str, str | date]  # a field and what stands in it


@dataclass(frozen=True, slots=True)
class Traces:
    """What some cards have to do with the rest of the base at one moment.

    ``events``: as ``db.vehicles.events_of_cards`` gives them. ``families``: what the clients of
    the cards go by. ``values``: each value with the cards that it stands on.
    """

    cards: frozenset[int]
    events: pl.DataFrame
    families: dict[int, str | None]
    values: dict[Value, frozenset[int]]


def of(connection: Connection, cards: Collection[int]) -> Traces:
    """The traces of these cards as they are now."""
    values: dict[Value, set[int]] = {}
    for field, value, card in base.values_of(connection, cards):
        values.setdefault((field, value), set()).add(card)
    return Traces(
        frozenset(cards),
        vehicles.events_of_cards(connection, cards),
        dict(base.families(connection, cards).iter_rows()),
        {value: frozenset(on) for value, on in values.items()},
    )


def before(connection: Connection, cards: Collection[int] | None) -> Traces | None:
    """The traces of cards about to be written anew; None where all is to be computed anew."""
    narrowed = narrow(connection, cards, large=_LARGE_SHARE)
    return None if narrowed is None else of(connection, narrowed)


def joined(parts: Iterable[Traces | None]) -> Traces | None:
    """The traces of all parts; of a card in several of them the first, which are the oldest."""
    found: Traces | None = None
    for part in parts:
        if part is None:
            return None
        found = part if found is None else _both(found, part)
    return found


def _both(old: Traces, new: Traces) -> Traces:
    fresh = new.cards - old.cards
    values = dict(old.values)
    for value, on in new.values.items():
        if on & fresh:
            values[value] = values.get(value, frozenset()) | (on & fresh)
    more = new.events.filter(pl.col("card_id").is_in(sorted(fresh)))
    families = {card: name for card, name in new.families.items() if card in fresh}
    return Traces(old.cards | fresh, pl.concat([old.events, more]), old.families | families, values)
