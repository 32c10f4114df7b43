"""One district at a time: the world, both departments' rows about it, and its traps."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import product
from typing import Protocol

from bench.generator.cards import (
    SALES,
    SERVICE,
    SOURCES,
    Card,
    OrderText,
    RowText,
    SaleText,
    Tally,
)
from bench.generator.clerk import Clerk, Habits, code_text
from bench.generator.dirt import Dust
from bench.generator.draw import Dice, Unique
from bench.generator.firms import Chamber, dealer, leasing_firms
from bench.generator.garage import Garage
from bench.generator.junk import JunkDrawer, house_cars
from bench.generator.life import Fate
from bench.generator.numbers import Registry
from bench.generator.people import Census
from bench.generator.tables import Town, towns
from bench.generator.world import Car, Client, Company, District, Sale, Visit

SMALLEST_DISTRICT, MOST_DISTRICTS = 4000, 250
_SLOTS = 4
_TRAP_PAIRS = 6
_JUNK_SHARE = 0.012
_COMPANY_NUMBERS = 10_000
_FIRST_LEASING_CODE = 100


@dataclass(frozen=True, slots=True)
class TrapPair:
    """Two cards that look alike and belong to two clients."""

    kind: str
    left: tuple[str, str]
    right: tuple[str, str]


@dataclass(frozen=True, slots=True)
class Typed:
    """What one district adds to the files."""

    rows: dict[str, list[RowText]]
    traps: list[TrapPair]


class Factory:
    """Makes the districts of one run; each depends on the seed and its own number only."""

    def __init__(self, *, persons: int, seed: int, habits: dict[str, Habits], tally: Tally) -> None:
        self._persons, self._seed, self._habits, self._tally = persons, seed, habits, tally
        self.town: Town = towns()[seed % len(towns())]
        self._size = max(SMALLEST_DISTRICT, -(-persons // MOST_DISTRICTS))
        registry = Registry(
            self.town, seed=seed, district=_SLOTS * MOST_DISTRICTS, slots=self._size
        )
        dice = Dice(seed, 1)
        self._leasing = leasing_firms(self.town, registry, dice)
        self._dealer = dealer(self.town, registry, dice)

    @property
    def count(self) -> int:
        """How many districts there are."""
        return -(-self._persons // self._size)

    def district(self, number: int) -> Typed:
        """One district, typed and spoilt."""
        first = number * self._size
        count = min(self._size, self._persons - first)
        dice = Dice(self._seed, 2, number)
        registry = Registry(self.town, seed=self._seed, district=number, slots=self._size * _SLOTS)
        district = District()
        Census(self.town, registry, dice, first_number=first).settle(district, count)
        Chamber(
            self.town, registry, dice, first_number=number * _COMPANY_NUMBERS
        ).found(district)  # fmt: skip
        garage = Garage(registry, dice)
        Fate(garage, self._leasing, dice).run(district)
        clerks = {source: self._clerk(source, number, dice) for source in SOURCES}
        sales = _typed_sales(clerks[SALES], district)
        orders = _typed_orders(clerks[SERVICE], district)
        self._spoil(clerks, sales, orders, dice)
        house = house_cars(garage, district, dice, max(2, count // 400))
        rows: dict[str, list[RowText]] = {SALES: [*sales], SERVICE: [*orders]}
        for source in SOURCES:
            drawer = JunkDrawer(clerks[source], self._dealer, dice)
            junk = drawer.cards(max(2, int(len(rows[source]) * _JUNK_SHARE)))
            rows[source] += _junk_rows(clerks[source], junk, house, dice)
        return Typed(rows, list(trap_pairs(district, clerks)))

    def _clerk(self, source: str, number: int, dice: Dice) -> Clerk:
        codes = Unique(
            max(20_000, self._persons * 2 * _SLOTS) + 1,
            start=number * self._size * _SLOTS,
            shift=self._seed * 31 + len(source),
            stride=self._persons * 5 + 7919,
        )
        clerk = Clerk(self._habits[source], codes, dice, self._tally)
        if source == SALES:
            for place, firm in enumerate(self._leasing):
                clerk.add_card(_leasing_card(firm, clerk.habits, place))
        return clerk

    def _spoil(
        self,
        clerks: dict[str, Clerk],
        sales: Sequence[SaleText],
        orders: Sequence[OrderText],
        dice: Dice,
    ) -> None:
        for source, clerk in clerks.items():
            dust = Dust(source, clerk.habits.level, dice, self._tally)
            dust.on_cards([card for card in clerk.cards if card.care])
            dust.on_cars(clerk.cars)
            dust.on_sales(sales if source == SALES else ())
            dust.on_orders(orders if source == SERVICE else ())


def _leasing_card(firm: Company, habits: Habits, place: int) -> Card:
    code = code_text(_FIRST_LEASING_CODE + place, habits)
    return Card(code, firm, 0, 0.0, f'{firm.form} "{firm.name}"', firm.phone, inn=firm.inn,
                kpp=firm.kpp, kind="Юр. лицо")  # fmt: skip


def _by_day(event: Sale | Visit) -> int:
    return event.day


def _typed_sales(clerk: Clerk, district: District) -> list[SaleText]:
    return [clerk.sale(sale) for sale in sorted(district.sales, key=_by_day)]


def _typed_orders(clerk: Clerk, district: District) -> list[OrderText]:
    return [clerk.order(visit) for visit in sorted(district.visits, key=_by_day)]


def _junk_rows(clerk: Clerk, cards: Sequence[Card], house: list[Car], dice: Dice) -> list[RowText]:
    typed: list[RowText] = []
    for card in cards:
        car = dice.pick(house)
        built = date(car.year, 12, 1).toordinal()
        typed.append(clerk.junk_row(card, car, dice.between(built, built + 900)))
    return typed


class CardIndex(Protocol):
    """Who knows the cards of a client."""

    def cards_of(self, client: Client) -> Sequence[Card]:
        """Every card of that client."""
        ...


def trap_pairs(district: District, clerks: Mapping[str, CardIndex]) -> Iterator[TrapPair]:
    """The cards of clients who look alike, some pairs of each two."""
    seen: set[tuple[tuple[str, str], tuple[str, str]]] = set()
    for trap in district.traps:
        if trap.left.key == trap.right.key:
            continue
        left, right = (
            [(source, card.code) for source in SOURCES for card in clerks[source].cards_of(client)]
            for client in (trap.left, trap.right)
        )
        for pair in list(product(left, right))[:_TRAP_PAIRS]:
            ordered = (min(pair), max(pair))
            if ordered not in seen:
                seen.add(ordered)
                yield TrapPair(trap.kind, *ordered)
