"""Lets dirt fall on what was typed; sloppy clerks get more of it than careful ones."""

from collections.abc import Sequence

import numpy as np

from bench.generator.cards import SALES, Card, CarText, OrderText, SaleText, Tally
from bench.generator.dirt_kinds import (
    CAR_KINDS,
    CAR_MOVES,
    CARD_KINDS,
    CARD_MOVES,
    ORDER_KINDS,
    SALE_KINDS,
    CardMove,
    CarMove,
    Kind,
)
from bench.generator.draw import Dice

LEVELS = {"light": 0.35, "medium": 1.0, "heavy": 1.7}
_MOST = 0.93


class Dust:
    """Applies the kinds of dirt of one department at one level."""

    def __init__(self, source: str, level: str, dice: Dice, tally: Tally) -> None:
        self._sales = source == SALES
        self._factor, self._dice, self._tally = LEVELS[level], dice, tally

    def on_cards(
        self,
        cards: Sequence[Card],
        kinds: Sequence[Kind] = CARD_KINDS,
        moves: Sequence[CardMove] = CARD_MOVES,
    ) -> None:
        """Spoils clients' cards."""
        care = np.array([card.care for card in cards])
        for kind in kinds:
            self._texts(kind, cards, care)
        for move in moves:
            for place in self._hits(move.name, move.sales, move.service, care):
                move.spoil(cards[place], self._dice)

    def on_cars(
        self,
        cars: Sequence[CarText],
        kinds: Sequence[Kind] = CAR_KINDS,
        moves: Sequence[CarMove] = CAR_MOVES,
    ) -> None:
        """Spoils cars."""
        care = np.array([car.care for car in cars])
        for kind in kinds:
            self._texts(kind, cars, care)
        for move in moves:
            for place in self._hits(move.name, move.sales, move.service, care):
                move.spoil(cars[place], self._dice)

    def on_sales(self, rows: Sequence[SaleText]) -> None:
        """Spoils sales."""
        care = np.array([row.care for row in rows])
        for kind in SALE_KINDS:
            self._texts(kind, rows, care)

    def on_orders(self, rows: Sequence[OrderText]) -> None:
        """Spoils work orders."""
        care = np.array([row.care for row in rows])
        for kind in ORDER_KINDS:
            self._texts(kind, rows, care)

    def _hits(
        self,
        name: str,
        sales: float,
        service: float,
        care: np.ndarray[tuple[int], np.dtype[np.float64]],
    ) -> list[int]:
        rate = (sales if self._sales else service) * self._factor
        hits = self._dice.hits(np.minimum(care * rate, _MOST)) if rate and len(care) else []
        self._tally[name] += len(hits)
        return hits

    def _texts(
        self,
        kind: Kind,
        things: Sequence[Card] | Sequence[CarText] | Sequence[SaleText] | Sequence[OrderText],
        care: np.ndarray[tuple[int], np.dtype[np.float64]],
    ) -> None:
        for place in self._hits(kind.name, kind.sales, kind.service, care):
            text = getattr(things[place], kind.field)
            if text:
                setattr(things[place], kind.field, kind.spoil(text, self._dice))
