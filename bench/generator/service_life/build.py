"""Writes a dealer's five files with the truth of their cards, of their VINs and of every funnel."""

import csv
import json
from collections.abc import Mapping, Sequence
from pathlib import Path

from bench.generator.answers import TRAP_HEADER, TRUTH_HEADER, table, write_traps
from bench.generator.cards import EXTRAS, SALES, SERVICE, SOURCES, RowText
from bench.generator.clerk import Habits
from bench.generator.dirt import Dust
from bench.generator.draw import Dice, Unique
from bench.generator.files import opened
from bench.generator.firms import Chamber, dealer, leasing_firms
from bench.generator.garage import Garage
from bench.generator.headers import choose
from bench.generator.numbers import Registry
from bench.generator.order import FileForm, Order, Summary
from bench.generator.people import Census
from bench.generator.service_life import echoes, slips
from bench.generator.service_life.facts import Ledger
from bench.generator.service_life.fate import ServiceFate
from bench.generator.service_life.tidy import TidyClerk
from bench.generator.service_life.typist import Cards, Typist
from bench.generator.sheet import assembler
from bench.generator.tables import towns
from bench.generator.town import trap_pairs
from bench.generator.truth import funnels
from bench.generator.world import District

CLEAN, TYPED = "clean", "typed"
LEVELS = (CLEAN, TYPED)
MOST_PERSONS = 50_000
"""The world of these levels is held at once: its funnels are counted over all of it."""

VALUES_HEADER = ("source", "row", "field", "value")
_FILES = (*SOURCES, *EXTRAS)
_FORM = FileForm("csv", "utf-8-sig", ";", titled=False)
_SLOTS, _STREAM = 4, 11


def generate(order: Order) -> Summary:
    """Writes the files and their truth, and says what is in them.

    Raises:
        ValueError: more persons than can be held at once.
    """
    if order.persons > MOST_PERSONS:
        message = f"{order.level}: {MOST_PERSONS} persons at most"
        raise ValueError(message)
    order.out.mkdir(parents=True, exist_ok=True)
    dice = Dice(order.seed, _STREAM)
    district, ledger = lived(order.persons, order.seed, dice)
    summary = Summary()
    cards = _departments(order, dice, summary)
    rows = Typist(cards, dice).rows(ledger)
    vins = _vins(rows)
    if order.level == TYPED:
        for source, known in cards.items():
            dust = Dust(SALES if source == SALES else SERVICE, "medium", dice, summary.dirt)
            slips.soil(known.cards, dust)
    _write_files(order, rows, dice, summary)
    _write_truth(order.out, rows)
    _write_values(order.out, rows, vins)
    _write_traps(order.out, district, cards, summary)
    told = json.dumps(funnels.told(ledger), ensure_ascii=False, indent=1, sort_keys=True)
    (order.out / "funnels.json").write_text(told + "\n", encoding="utf-8")
    return summary


def lived(persons: int, seed: int, dice: Dice) -> tuple[District, Ledger]:
    """A town, and all that happened at its dealer's."""
    town = towns()[seed % len(towns())]
    registry = Registry(town, seed=seed, district=0, slots=(persons + 100) * _SLOTS)
    district = District()
    Census(town, registry, dice, first_number=0).settle(district, persons)
    for person in district.people:
        if person.old_home and person.old_home.region != person.home.region:
            person.old_home = None  # or nobody could say which region is the client's
    Chamber(town, registry, dice, first_number=0).found(district)
    garage = Garage(registry, dice)
    leasing, house = leasing_firms(town, registry, dice), dealer(town, registry, dice)
    ledger = ServiceFate(garage, house, leasing, dice).run(district)
    echoes.add(ledger, dice)
    return district, ledger


def _departments(order: Order, dice: Dice, summary: Summary) -> dict[str, Cards]:
    departments: dict[str, Cards] = {}
    for place, source in enumerate(_FILES):
        # a call centre types like the service: names by ear, no documents
        habits = Habits(
            source=SALES if source == SALES else SERVICE,
            level="medium",
            date_style="dot",
            money_style="comma",
            code_style="prefixed",
            two_phone_columns=source in SOURCES,
        )
        if order.level == CLEAN:
            departments[source] = TidyClerk(habits)
        else:
            size = max(50_000, order.persons * 40)
            codes = Unique(size, start=0, shift=order.seed * 31 + place, stride=size // 3 + 7)
            departments[source] = slips.AddressedClerk(habits, codes, dice, summary.dirt)
    return departments


def _write_files(
    order: Order, rows: Mapping[str, Sequence[RowText]], dice: Dice, summary: Summary
) -> None:
    for source in _FILES:
        form = order.forms.get(source, _FORM)
        headings = choose(source, dice, every=True)
        path = order.out / f"{source}.{form.format}"
        assemble = assembler(headings)
        with opened(path, form, tuple(one.column.form for one in headings)) as file:
            file.write(tuple(one.word for one in headings), data=False)
            for row in rows[source]:
                file.write(assemble(row), data=True)
        summary.paths[source], summary.rows[source] = path, len(rows[source])


def _write_truth(folder: Path, rows: Mapping[str, Sequence[RowText]]) -> None:
    with table(folder / "truth.csv", TRUTH_HEADER) as file:
        lines = csv.writer(file, lineterminator="\n")
        for source, texts in rows.items():
            for number, text in enumerate(texts, start=1):
                # the optional files know no code of a client: the row's number stands for it
                code = text.card.code if source in SOURCES else str(number)
                lines.writerow((source, number, code, text.card.truth, number + 1))


def _write_values(
    folder: Path, rows: Mapping[str, Sequence[RowText]], vins: Mapping[str, Sequence[str]]
) -> None:
    """``truth_values.csv``: the VIN of every row whose cell does not tell it any more."""
    with table(folder / "truth_values.csv", VALUES_HEADER) as file:
        lines = csv.writer(file, lineterminator="\n")
        for source, texts in rows.items():
            for number, (text, vin) in enumerate(zip(texts, vins[source], strict=True), start=1):
                if vin and slips.is_lost(text.car.vin, vin):
                    lines.writerow((source, number, "vin", vin))


def _vins(rows: Mapping[str, Sequence[RowText]]) -> dict[str, list[str]]:
    """The VINs of the rows as they stand."""
    return {source: [text.car.vin for text in texts] for source, texts in rows.items()}


def _write_traps(
    folder: Path, district: District, cards: Mapping[str, Cards], summary: Summary
) -> None:
    known = {source: cards[source] for source in SOURCES}
    with table(folder / "traps.csv", TRAP_HEADER) as file:
        write_traps(file, trap_pairs(district, known), summary)
