"""How far a change reaches: the cards that it touches, or all where that is less work."""

from collections.abc import Iterable

from db import clients as base
from db.engine import Connection

_FEW = 30  # never a large share: to count the cards of a base takes longer


def narrow(
    connection: Connection, touched: Iterable[int] | None, *, large: float
) -> set[int] | None:
    """The touched cards, None (all of them) where to compute everything is less work.

    Args:
        connection: the base.
        touched: the cards, None for all.
        large: the share of all cards from which on everything is computed faster.
    """
    cards = None if touched is None else set(touched)
    if cards is None or len(cards) <= _FEW:
        return cards
    return None if len(cards) > large * base.count_cards(connection) else cards
