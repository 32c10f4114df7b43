"""The search for what is new: what new cards meet, and what they change for others.

Nothing is learned anew, so that the end is what a search of everything by the same past gives.
"""

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
import polars as pl

from matching.core.book import Index
from matching.core.progress import Stage
from matching.core.review import Scored
from matching.core.search import judged
from matching.core.shelf import (
    Rows,
    Shelf,
    count_met,
    met,
    ordered,
    without,
)
from matching.core.tally import Tally
from matching.dealer.contacts import carriers, crowd
from matching.dealer.encode import Beside, Cards, encode
from matching.dealer.inputs import MatchInput
from matching.dealer.past import Past
from matching.dealer.plans import PLANS
from matching.dealer.records import kinds_of
from matching.dealer.shelved import CARDS, CARS, CONTACTS, shelved, slots_of

# Pairs of one search for new cards: beyond it a search of everything is the better way.
CAP = 3_000_000
_HALF, _LOW = 32, 0xFFFFFFFF


class Overgrown(Exception):  # noqa: N818 - not a failure: everything is searched then
    """The new cards meet so many others that a search of everything is less work."""


@dataclass(frozen=True, slots=True)
class News:
    """What is otherwise than at the last search.

    ``fresh`` are the ids of new or changed cards, ``rows`` what is to be kept of them; ``known``
    are the ids of all that the shelf holds otherwise or should hold no more.
    """

    fresh: Index
    rows: dict[str, Rows]
    known: Index

    @property
    def ids(self) -> Index:
        """The cards that are new, changed or gone."""
        return np.union1d(self.fresh, self.known)


@dataclass(frozen=True, slots=True)
class Pairs:
    """Pairs of ids, left < right, of one kind of card."""

    kind: str
    left: Index
    right: Index


def news(inputs: MatchInput, asked: Index, past: Past, shelf: Shelf, stage: Stage) -> News:
    """What of the cards asked about is otherwise; ``inputs`` are those of them that there are."""
    cards, rows = rows_of(inputs, past, stage)
    stored = shelf.find(CARDS, np.unique(asked))
    at = np.searchsorted(stored["key"], cards.ids)
    old = np.append(stored, np.zeros(1, dtype=stored.dtype))[at]
    alike = (old["key"] == cards.ids) & (old["print"] == cards.fingerprint)
    same = cards.ids[alike]
    return News(
        fresh=cards.ids[~alike],
        rows={name: without(of_name, same) for name, of_name in rows.items()},
        known=np.setdiff1d(stored["key"], same),
    )


def rows_of(inputs: MatchInput, past: Past, stage: Stage) -> tuple[Cards, dict[str, Rows]]:
    """The cards, and the rows that are kept of them."""
    cards = encode(inputs.fitted(), stage, Beside(past.statistics))
    return cards, shelved(cards, slots_of(cards, past))


def together(one: dict[str, Rows], other: dict[str, Rows]) -> dict[str, Rows]:
    """The rows of both, of different cards."""
    return {name: ordered(np.concatenate((rows, other[name]))) for name, rows in one.items()}


def reached(found: News, shelf: Shelf) -> Index:
    """The other cards whose pairs the news may change.

    They are of cars whose sales are otherwise, or have a contact that has become a family's or a
    crowd's, or is one no more.
    """
    reach = [_others(found, shelf, CARS, _sold(found, shelf))]
    for name in CONTACTS:
        keys = _touched(found, shelf, name)
        stored = shelf.find(name, keys)
        before = _people(stored, _known(stored, shelf))
        now = _now(found, name, stored)
        after = _people(now, _known_now(found, now, shelf))
        hashes = keys.view(np.uint64)
        moved = keys[crowd(before.count(hashes)) != crowd(after.count(hashes))]
        reach.append(_others(found, shelf, name, moved))
    return np.unique(np.concatenate(reach))


def partners(rows: dict[str, Rows], found: News, shelf: Shelf) -> list[Pairs]:
    """The pairs that the cards of the rows form among themselves and with all others.

    Raises:
        Overgrown: they are too many.
    """
    packed = {plan.kind: [np.zeros(0, dtype=np.int64)] for plan in PLANS}
    total = 0
    for name, mine in rows.items():
        kind = name.partition("/")[0]
        if kind not in packed:
            continue
        others = _now(found, name, shelf.find(name, np.unique(mine["key"])))
        total += count_met(mine, others)
        if total > CAP:
            raise Overgrown
        one, other = met(mine, others)
        apart = one != other
        low, high = np.minimum(one, other)[apart], np.maximum(one, other)[apart]
        packed[kind].append(low << _HALF | high)
    distinct = {kind: np.unique(np.concatenate(parts)) for kind, parts in packed.items()}
    return [Pairs(kind, pairs >> _HALF, pairs & _LOW) for kind, pairs in distinct.items()]


def beside(
    rows: dict[str, Rows], found: News, past: Past, shelf: Shelf, sales: pl.DataFrame
) -> Beside:
    """What the base says where the cards of the rows meet others; ``sales`` are of their cars."""
    people = {}
    for name in CONTACTS:
        now = _now(found, name, shelf.find(name, np.unique(rows[name]["key"])))
        people[name] = _people(now, _known_now(found, now, shelf))
    return Beside(past.statistics, people["phones"], people["emails"], sales)


def scored(
    cards: Cards, pairs: Iterable[Pairs], past: Past, threshold: float, stage: Stage
) -> Scored:
    """The pairs, all of whose cards these hold, that are one client with that probability."""
    found = {}
    for records, of_kind in zip(kinds_of(cards), pairs, strict=True):
        places = np.searchsorted(cards.ids, of_kind.left), np.searchsorted(cards.ids, of_kind.right)
        model = past.kinds[of_kind.kind].model
        found[of_kind.kind] = judged(records, places, model, threshold, stage)
    return Scored.joined(found["person"], found["company"])


def _touched(found: News, shelf: Shelf, name: str) -> Index:
    """The keys of the rows that came or went."""
    new: Index = np.unique(found.rows[name]["key"])
    return np.union1d(new, shelf.of_cards(name, found.known)["key"]) if len(found.known) else new


def _sold(found: News, shelf: Shelf) -> Index:
    """The cars of which a sale came or went: it may part owners that are as they were."""
    rows = [found.rows[CARS]]
    if len(found.known):
        rows.append(shelf.of_cards(CARS, found.known))
    told = np.concatenate(rows)
    sales, times = np.unique(told[told["sold"] != 0], return_counts=True)
    return np.unique(sales["key"][times == 1])


def _others(found: News, shelf: Shelf, name: str, keys: Index) -> Index:
    """The other cards that have one of the keys."""
    return without(shelf.find(name, keys), found.ids)["card"].astype(np.int64)


def _now(found: News, name: str, stored: Rows) -> Rows:
    """The rows as they are now: of those stored without the news, and with what is new."""
    return ordered(np.concatenate((without(stored, found.known), found.rows[name])))


def _known(rows: Rows, shelf: Shelf) -> Rows:
    """What is stored of the cards of the rows."""
    return shelf.find(CARDS, np.unique(rows["card"]).astype(np.int64))


def _known_now(found: News, rows: Rows, shelf: Shelf) -> Rows:
    """What is to be stored of the cards of the rows."""
    return _now(found, CARDS, _known(rows, shelf))


def _people(rows: Rows, known: Rows) -> Tally:
    """How many people carry each value of the rows."""
    at = np.searchsorted(known["key"], rows["card"].astype(np.int64))
    return carriers(rows["key"].view(np.uint64), known["carrier"][at])
