"""Bookings, claims and surveys about the orders of a service file, written while that is written.

They are made of the rows as they stand in the file, whatever is wrong with them there; whose they
are stands in ``truth_extras.csv``.
"""

import csv
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from typing import TextIO

from bench.generator.answers import TRUTH_HEADER, table
from bench.generator.cards import BOOKINGS, CLAIMS, EXTRAS, SURVEYS, Card, CarText, RowText
from bench.generator.draw import Dice
from bench.generator.files import CsvFile
from bench.generator.headers import Heading, choose
from bench.generator.order import Order, Summary
from bench.generator.people import LAST_DAY
from bench.generator.service_life import echoes, facts
from bench.generator.service_life.facts import WorkOrder
from bench.generator.service_life.typist import booking_text, claim_text, survey_text
from bench.generator.sheet import Cells, assembler
from bench.generator.world import Car, Company, Home

Hearing = Callable[[int, Cells, str], None]
"""Takes the day, the cells and the person of a row."""

_STREAM = 12
# Of the orders of a client: booked, followed by a call that led nowhere, complained of, rated.
_BOOKED, _LED_NOWHERE, _CLAIMED, _ANSWERED = 0.09, 0.04, 0.015, 0.07
_MOST_NUMBERS = 10
# Who and which car it was is in the cells; these only stand for the fact that it is told.
_HOME = Home("", "", "", "", "", "", "", local=True)
_SOMEBODY = Company("", "", "", "", "", _HOME, "")
_SOME_CAR = Car("", "", "", "", "", "", "", 0, "", 0, "")


@dataclass(frozen=True, slots=True)
class _Told:
    """What a row of the service file tells."""

    name: str
    phone: str
    car: str
    vin: str
    number: str


@contextmanager
def listening(order: Order, headings: tuple[Heading, ...], summary: Summary) -> Iterator[Hearing]:
    """What hears of the rows of a service file and writes the three files about them."""
    dice = Dice(order.seed, _STREAM)
    with ExitStack() as stack:
        truth = stack.enter_context(table(order.out / "truth_extras.csv", TRUTH_HEADER))
        outs, paths = {}, {}
        for source in EXTRAS:
            chosen = choose(source, dice, every=True)
            path = order.out / f"{source}.csv"
            file = stack.enter_context(CsvFile(path, encoding="utf-8-sig"))
            file.write(tuple(one.word for one in chosen), data=False)
            outs[source] = _Out(file, assembler(chosen))
            paths[source] = path
        yield _Rumours(headings, outs, truth, dice, summary).hear
    summary.paths |= paths


@dataclass(frozen=True, slots=True)
class _Out:
    """A file and what makes the cells of its rows."""

    file: CsvFile
    cells: Callable[[RowText], Cells]


class _Rumours:
    """Makes rows of the three files from rows of the service file."""

    def __init__(
        self, headings: tuple[Heading, ...], outs: dict[str, _Out], truth: TextIO,
        dice: Dice, summary: Summary,
    ) -> None:  # fmt: skip
        self._outs, self._dice, self._summary = outs, dice, summary
        self._truth = csv.writer(truth, lineterminator="\n")
        self._greatest = dice.pick((5, _MOST_NUMBERS))
        self._places = {
            (one.column.part, one.column.field): place for place, one in enumerate(headings)
        }

    def hear(self, day: int, cells: Cells, person: str) -> None:
        """Makes something of a row now and then; nothing of one that is no client's."""
        dice = self._dice
        if not person:
            return
        told = self._told(cells)
        order = WorkOrder(day, _SOMEBODY, _SOME_CAR, facts.REPAIR, number=told.number)
        if dice.chance(_BOOKED):
            call = echoes.kept(order, dice)
            text = booking_text(call, *_typed(day, told, car=call.car is not None))
            self._write(BOOKINGS, text, person)
        if dice.chance(_LED_NOWHERE):
            call = echoes.nowhere(order, LAST_DAY, dice)
            text = booking_text(call, *_typed(day, told, car=call.car is not None))
            self._write(BOOKINGS, text, person)
        if dice.chance(_CLAIMED):
            claim = echoes.claim(order, dice)
            self._write(CLAIMS, claim_text(claim, *_typed(day, told, car=not claim.number)), person)
        if dice.chance(_ANSWERED):
            survey = echoes.survey(order, self._greatest, dice)
            card, car = _typed(day, told, car=survey.car is not None)
            if survey.client is None:
                card, person = Card("", None, day, 0.0), ""
            self._write(SURVEYS, survey_text(survey, card, car), person)

    def _told(self, cells: Cells) -> _Told:
        def cell(part: str, field: str) -> str:
            place = self._places.get((part, field))
            return "" if place is None else cells[place]

        return _Told(
            cell("card", "name"), cell("card", "phone"), cell("car", "name"), cell("car", "vin"),
            cell("row", "number"),
        )  # fmt: skip

    def _write(self, source: str, text: RowText, person: str) -> None:
        out = self._outs[source]
        out.file.write(out.cells(text), data=True)
        self._summary.rows[source] += 1
        row = self._summary.rows[source]
        self._truth.writerow((source, row, row, person, row + 1))


def _typed(day: int, told: _Told, *, car: bool) -> tuple[Card, CarText]:
    """The client as in the service file, and the car where it is told."""
    card = Card("", None, day, 0.0, told.name, told.phone)
    return card, CarText(0.0, told.car, vin=told.vin) if car else CarText(0.0)
