"""How far a change reaches: the cards that it touches, or all where that is less work."""

from collections.abc import Iterable

from db import clients as base
from db.engine import Connection

_LARGE_SHARE = 0.3  # of all cards: from there on to compute everything is faster


def narrow(connection: Connection, touched: Iterable[int] | None) -> set[int] | None:
    """The touched cards, None (all of them) where to compute everything is less work."""
    cards = None if touched is None else set(touched)
    if cards is None or len(cards) > _LARGE_SHARE * base.count_cards(connection):
        return None
    return cards
