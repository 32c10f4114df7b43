"""Runs the generator: districts in, two files with their truth and traps out."""

import csv
from collections import Counter
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TextIO

from bench.generator.cards import SOURCES, Tally
from bench.generator.clerk import Habits
from bench.generator.draw import Dice
from bench.generator.files import CsvFile, Writer, XlsxFile
from bench.generator.headers import Heading, choose
from bench.generator.make import Maker, made
from bench.generator.sheet import Cells, Extra, Sheet
from bench.generator.spill import Spill
from bench.generator.town import TrapPair


@dataclass(frozen=True, slots=True)
class FileForm:
    """The format of one written file."""

    format: str = "csv"
    encoding: str = "cp1251"
    delimiter: str = ";"
    titled: bool = True


@dataclass(frozen=True, slots=True)
class Order:
    """What is to be generated."""

    persons: int
    seed: int
    level: str
    out: Path
    forms: dict[str, FileForm]


@dataclass(slots=True)
class Summary:
    """What was generated: rows by source, lines in the files, kinds of dirt and of traps."""

    rows: Counter[str] = field(default_factory=Counter)
    dirt: Tally = field(default_factory=Counter)
    traps: Counter[str] = field(default_factory=Counter)
    paths: dict[str, Path] = field(default_factory=dict)


def usual_forms(seed: int, file_format: str) -> dict[str, FileForm]:
    """The formats a seed chooses: cp1251 or UTF-8, with or without a title."""
    if file_format == "xlsx":
        return {source: FileForm("xlsx", titled=True) for source in SOURCES}
    dice = Dice(seed, 3)
    forms = {}
    for source in SOURCES:
        encoding = dice.pick(("cp1251", "utf-8-sig", "utf-8"))
        delimiter = ";" if encoding != "utf-8" else dice.pick((";", ",", "\t"))
        forms[source] = FileForm("csv", encoding, delimiter, titled=dice.chance(0.6))
    return forms


def generate(order: Order) -> Summary:
    """Writes both files, ``truth.csv`` and ``traps.csv``, and says what is in them."""
    order.out.mkdir(parents=True, exist_ok=True)
    summary = Summary()
    sheets = {source: _sheet(order, source) for source in SOURCES}
    habits = {source: _habits(order, source, sheets[source].headings) for source in SOURCES}
    headings = {source: sheet.headings for source, sheet in sheets.items()}
    maker = Maker(order.persons, order.seed, habits, headings)
    with TemporaryDirectory(dir=order.out) as folder:
        spills = {source: _spill(Path(folder), source) for source in SOURCES}
        with _table(order.out / "traps.csv", TRAP_HEADER) as traps:
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
        _write_traps(traps, batch.traps, summary)


TRAP_HEADER = ("kind", "left_source", "left_id", "right_source", "right_id")
TRUTH_HEADER = ("source", "row", "source_id", "person_id", "line")


@contextmanager
def _table(path: Path, header: Cells) -> Iterator[TextIO]:
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, lineterminator="\n").writerow(header)
        yield file


def _write_traps(file: TextIO, traps: list[TrapPair], summary: Summary) -> None:
    rows = csv.writer(file, lineterminator="\n")
    for trap in traps:
        rows.writerow((trap.kind, *trap.left, *trap.right))
        summary.traps[trap.kind] += 1


def _write_all(
    order: Order, spills: dict[str, Spill], sheets: dict[str, Sheet], summary: Summary
) -> None:
    with ExitStack() as stack:
        truth = csv.writer(
            stack.enter_context(_table(order.out / "truth.csv", TRUTH_HEADER)), lineterminator="\n"
        )
        for source in SOURCES:
            form = order.forms[source]
            path = order.out / f"{source}.{form.format}"
            summary.paths[source] = path
            with _open(path, form, sheets[source]) as file:
                for row, line, source_id, person in _written(file, sheets[source], spills[source]):
                    truth.writerow((source, row, source_id, person, line))
                    summary.rows[source] += 1


def _open(path: Path, form: FileForm, sheet: Sheet) -> CsvFile | XlsxFile:
    if form.format == "xlsx":
        return XlsxFile(path, forms=sheet.forms)
    return CsvFile(path, encoding=form.encoding, delimiter=form.delimiter)


def _written(file: Writer, sheet: Sheet, spill: Spill) -> Iterator[tuple[int, int, str, str]]:
    line = _write_extras(file, sheet.top())
    row = 0
    for _, _, cells, source_id, person in spill.rows():
        row += 1
        line += _write_extras(file, sheet.between(row)) + 1
        file.write(sheet.numbered(cells, row), data=True)
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
        f"{source}: {summary.rows[source]:,} rows in {summary.paths[source].name}"
        for source in SOURCES
    ]
    traps = ", ".join(f"{kind} {count:,}" for kind, count in sorted(summary.traps.items()))
    return "\n".join([*lines, f"together: {total:,} rows", f"trap pairs: {traps}"])
