"""What is kept of cards from one search to the next: the rows that new cards are looked up in."""

from collections.abc import Iterator, Mapping, Sequence

import numpy as np

from matching.core.key import owners_of
from matching.core.shelf import (
    CARRIED,
    DRIVEN,
    KNOWN,
    MEETING,
    Rows,
    meetings,
    rows_of,
    signed,
)
from matching.core.slot import Slot, lay
from matching.dealer.encode import Cards
from matching.dealer.past import Past
from matching.dealer.records import kinds_of

CARDS, CARS = "cards", "cars"
CONTACTS = ("phones", "emails")
LOOKED_UP_OFTEN = frozenset({CARDS, CARS, *CONTACTS})
"""The rows that one search asks for several times; the others, of blocking keys, it asks once."""
_KINDS = {CARDS: KNOWN, CARS: DRIVEN, **dict.fromkeys(CONTACTS, CARRIED)}


def slots_of(cards: Cards, past: Past) -> dict[str, list[Slot]]:
    """The slots of each kind of card, too frequent tokens being those of the past."""
    return {
        records.plan.kind: [
            slot
            for key in records.keys()  # noqa: SIM118 - blocking keys, of no dictionary
            for slot in lay(key, past.kinds[records.plan.kind].frequent).slots
        ]
        for records in kinds_of(cards)
    }


def shelved(cards: Cards, slots: Mapping[str, Sequence[Slot]]) -> dict[str, Rows]:
    """The rows of the cards by name; ``slots`` are those of each kind."""
    return dict(_of_cards(cards)) | {
        f"{kind}/{slot.name}": meetings(slot, cards.ids)
        for kind, of_kind in slots.items()
        for slot in of_kind
    }


def _of_cards(cards: Cards) -> Iterator[tuple[str, Rows]]:
    known = {"print": cards.fingerprint, "carrier": cards.carrier}
    yield CARDS, rows_of(KNOWN, key=cards.ids, card=cards.ids, **known)
    for name, contacts in zip(CONTACTS, (cards.phones, cards.emails), strict=True):
        hashes = contacts.hashes[contacts.bag.values]
        owners = cards.ids[owners_of(contacts.bag)]
        yield name, rows_of(CARRIED, key=signed(hashes), card=owners)
    driven = cards.timelines
    cars, owners = driven.vehicles[driven.cars.values], cards.ids[owners_of(driven.cars)]
    yield CARS, rows_of(DRIVEN, key=cars, card=owners, sold=driven.sold)


def kind_of_rows(name: str) -> np.dtype[np.void]:
    """What rows of that name are made of."""
    return _KINDS.get(name, MEETING)
