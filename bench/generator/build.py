"""Runs the generator: districts in, two files with their truth and traps out."""

import csv
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TextIO

from bench.generator.answers import TRAP_HEADER, TRUTH_HEADER, table, write_traps
from bench.generator.cards import SERVICE, SOURCES
from bench.generator.clerk import Habits
from bench.generator.draw import Dice
from bench.generator.files import Writer, opened
from bench.generator.headers import Heading, choose
from bench.generator.make import Maker, made
from bench.generator.order import FileForm, Order, Summary, usual_forms
from bench.generator.rumours import Hearing, listening
from bench.generator.service_life import build as service_life
from bench.generator.sheet import Cells, Extra, Sheet
from bench.generator.spill import Spill

__all__ = ["FileForm", "Order", "Summary", "describe", "generate", "usual_forms"]


def generate(order: Order) -> Summary:
    """Writes the files, ``truth.csv`` and ``traps.csv``, and says what is in them."""
    if order.level in service_life.LEVELS:
        return service_life.generate(order)
    order.out.mkdir(parents=True, exist_ok=True)
    summary = Summary()
    sheets = {source: _sheet(order, source) for source in SOURCES}
    habits = {source: _habits(order, source, sheets[source].headings) for source in SOURCES}
    headings = {source: sheet.headings for source, sheet in sheets.items()}
    maker = Maker(order.persons, order.seed, habits, headings)
    with TemporaryDirectory(dir=order.out) as folder:
        spills = {source: _spill(Path(folder), source) for source in SOURCES}
        with table(order.out / "traps.csv", TRAP_HEADER) as traps:
            _fill(maker, spills, traps, summary)
        _write_all(order, spills, sheets, summary)
    return summary


def _spill(folder: Path, source: str) -> Spill:
    (folder / source).mkdir()
    return Spill(folder / source)


def _sheet(order: Order, source: str) -> Sheet:
    dice = Dice(order.seed, 4, SOURCES.index(source))
    return Sheet(source, choose(source, dice), dice, titled=order.forms[source].titled)


def _habits(order: Order, source: str, headings: tuple[Heading, ...]) -> Habits:
    dice = Dice(order.seed, 5, SOURCES.index(source))
    workbook = order.forms[source].format == "xlsx"
    return Habits(
        source=source,
        level=order.level,
        date_style="dot" if workbook else dice.pick(("dot", "dot", "time", "iso", "slash")),
        money_style=dice.pick(("plain", "comma", "spaced")),
        code_style=dice.pick(("padded", "prefixed", "plain")),
        two_phone_columns=any(one.column.field == "phone2" for one in headings),
    )


def _fill(maker: Maker, spills: dict[str, Spill], traps: TextIO, summary: Summary) -> None:
    for batch in made(maker):
        for source, rows in batch.rows.items():
            spills[source].extend(rows)
        summary.dirt.update(batch.dirt)
        write_traps(traps, batch.traps, summary)


def _write_all(
    order: Order, spills: dict[str, Spill], sheets: dict[str, Sheet], summary: Summary
) -> None:
    with ExitStack() as stack:
        truth = csv.writer(
            stack.enter_context(table(order.out / "truth.csv", TRUTH_HEADER)), lineterminator="\n"
        )
        heard: Hearing = _nobody
        if order.extras:
            heard = stack.enter_context(listening(order, sheets[SERVICE].headings, summary))
        for source in SOURCES:
            form = order.forms[source]
            path = order.out / f"{source}.{form.format}"
            summary.paths[source] = path
            told = heard if source == SERVICE else _nobody
            with opened(path, form, sheets[source].forms) as file:
                for row, line, source_id, person in _written(
                    file, sheets[source], spills[source], told
                ):
                    truth.writerow((source, row, source_id, person, line))
                    summary.rows[source] += 1


def _nobody(day: int, cells: Cells, person: str) -> None:
    """Tells nobody of a row."""


def _written(
    file: Writer, sheet: Sheet, spill: Spill, told: Hearing
) -> Iterator[tuple[int, int, str, str]]:
    line = _write_extras(file, sheet.top())
    row = 0
    for day, _, cells, source_id, person in spill.rows():
        row += 1
        line += _write_extras(file, sheet.between(row)) + 1
        numbered = sheet.numbered(cells, row)
        file.write(numbered, data=True)
        told(day, numbered, person)
        yield row, line, source_id, person
    _write_extras(file, sheet.bottom(row))


def _write_extras(file: Writer, extras: list[Extra]) -> int:
    for extra in extras:
        file.write(extra.cells, data=False)
    return len(extras)


def describe(summary: Summary) -> str:
    """A few lines on what was written."""
    total = summary.rows.total()
    lines = [
        f"{source}: {summary.rows[source]:,} rows in {path.name}"
        for source, path in summary.paths.items()
    ]
    traps = ", ".join(f"{kind} {count:,}" for kind, count in sorted(summary.traps.items()))
    return "\n".join([*lines, f"together: {total:,} rows", f"trap pairs: {traps}"])
