"""Which record of a file is its header, and what every other record is."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from db.sources import Line
from resources.texts import gettext
from workflow.content import looks_like_data
from workflow.headers import JOINT, is_known, plain_header

HEAD = 60
"""How many records at a file's start are looked through for its header."""

_MIN_KNOWN = 2
_MIN_COUNTED = 3
_WIDE_SHARE = 0.6
_TOTAL = re.compile(
    r"\s*((общий|grand)\s+)?(итого|итог|всего|подытог|total|subtotal|записей|"
    r"количество\s+записей|всего\s+записей)\b",
    re.IGNORECASE,
)
_FOOTER = re.compile(
    r"\s*(отч[её]т|сформирован|параметры|отбор|период|дата формирования|страница|исполнитель|"
    r"подпись|report|printed|page)\b",
    re.IGNORECASE,
)
_AMOUNT = re.compile(r"\s*[\d\s\xa0.,-]*\s*(руб|р|шт|км|km|rub)?\.?\s*", re.IGNORECASE)


class RowKind(StrEnum):
    """What a record is; only data becomes rows, and every other one is reported."""

    TITLE = "title"
    HEADER = "header"
    DATA = "data"
    EMPTY = "empty"
    TOTAL = "total"


@dataclass(frozen=True, slots=True)
class Header:
    """The header of a file: a text per column, and the records it stands in.

    ``first`` and ``last`` are numbers of records, both 0 when the file has no header:
    then ``cells`` only number the columns. ``rows`` are the records themselves, to know
    repeated ones by.
    """

    cells: tuple[str, ...]
    first: int = 0
    last: int = 0
    rows: tuple[tuple[str, ...], ...] = ()


def find_header(lines: Sequence[Line]) -> Header:
    """The header among a file's first records (``HEAD`` of them are enough)."""
    filled = [line for line in lines if not _is_empty(line.cells)]
    width = max((_width(line.cells) for line in filled), default=0)
    best = _known_header(filled) or _unknown_header(filled, width)
    if best is None:
        name = gettext("Column {number}")
        return Header(tuple(name.format(number=number) for number in range(1, width + 1)))
    rows = _header_rows(best, {line.number: line for line in lines})
    last = rows[-1].number
    below = next((line for line in lines if line.number == last + 1), None)
    if below and _counts_columns(below.cells):
        last += 1
    texts = [tuple(map(_trimmed, row.cells)) for row in rows]
    return Header(_joined(texts, width), rows[0].number, last, tuple(_plain(row) for row in texts))


def sort_records(lines: Iterable[Line], header: Header) -> Iterator[tuple[RowKind, Line]]:
    """Every record with what it is, in file order."""
    repeated = frozenset(row for row in header.rows if row)
    for line in lines:
        yield _kind(line, header, repeated), line


def _kind(line: Line, header: Header, repeated: frozenset[tuple[str, ...]]) -> RowKind:
    cells = line.cells
    if _is_empty(cells):
        return RowKind.EMPTY
    if line.number < header.first:
        return RowKind.TITLE
    if line.number <= header.last:
        return RowKind.HEADER
    if _is_total(cells):
        return RowKind.TOTAL
    # Most records part from the header at the first cell, which spares them the whole comparison.
    first = " ".join(cells[0].split())
    if any(row[0] == first for row in repeated) and _plain(tuple(map(_trimmed, cells))) in repeated:
        return RowKind.HEADER
    if _is_footer(cells):
        return RowKind.TITLE
    return RowKind.DATA


def _is_empty(cells: Sequence[str]) -> bool:
    return not any(cells) or not any(map(str.strip, cells))


def _is_total(cells: Sequence[str]) -> bool:
    """Whether the first text is «Итого», and beside it there are only numbers."""
    for place, cell in enumerate(cells, 1):
        if cell and not cell.isspace():
            return bool(_TOTAL.match(cell)) and all(
                _AMOUNT.fullmatch(other) or _TOTAL.match(other) for other in cells[place:]
            )
    return False


def _is_footer(cells: Sequence[str]) -> bool:
    """Whether a report's own words («Сформирован …») stand alone in the record."""
    if len(cells) == 1 or cells.count("") < len(cells) - 1:
        return False
    text = next(filter(None, cells))
    return bool(_FOOTER.match(text)) or _heads_a_group(text)


def _heads_a_group(text: str) -> bool:
    """Whether the text heads a group of rows by a column's name («Филиал: Южный»)."""
    label, colon, value = text.partition(":")
    return bool(colon and value.strip()) and is_known(label)


def _known_header(filled: Sequence[Line]) -> Line | None:
    """The record with the most texts that headers are known by, the first of equals."""
    widest = max((_filled_count(line.cells) for line in filled), default=0)
    known = {line.number: _known_count(line.cells) for line in filled}
    best = max(filled, key=lambda line: (known[line.number], -line.number), default=None)
    return best if best and known[best.number] >= min(_MIN_KNOWN, widest) else None


def _known_count(cells: Sequence[str]) -> int:
    """How many different texts are known headers; a record that holds data has none."""
    if any(map(looks_like_data, cells)):
        return 0
    return len({plain_header(cell) for cell in cells if cell.strip() and is_known(cell)})


def _unknown_header(filled: Sequence[Line], width: int) -> Line | None:
    """The first wide record of different texts above records that hold data."""
    for place, line in enumerate(filled[:-1]):
        texts = [cell.strip() for cell in line.cells if cell.strip()]
        if len(texts) < _WIDE_SHARE * width or any(map(looks_like_data, texts)):
            continue
        below = filled[place + 1 : place + 4]
        if len(set(texts)) == len(texts) and all(
            any(map(looks_like_data, other.cells)) for other in below
        ):
            return line
    return None


def _header_rows(best: Line, by_number: Mapping[int, Line]) -> list[Line]:
    """The header's records: merged cells may spread it over two."""
    above, below = (by_number.get(best.number + step) for step in (-1, 1))
    if below and _fills_gaps(below, best) and _known_count(below.cells):
        return [best, below]
    if above and _filled_count(above.cells) > 1 and _fills_gaps(above, best):
        return [above, best]
    return [best]


def _fills_gaps(other: Line, best: Line) -> bool:
    """Whether the other record has header-like texts where the best one is blank."""
    if any(map(looks_like_data, other.cells)):
        return False
    blank = [not cell.strip() for cell in best.cells]
    blank += [True] * (len(other.cells) - len(blank))
    return any(gap and cell.strip() for gap, cell in zip(blank, other.cells, strict=False))


def _counts_columns(cells: Sequence[str]) -> bool:
    """Whether the record numbers the columns, 1 2 3 …, as printed forms do."""
    filled = [cell.strip() for cell in cells if cell.strip()]
    counted = [str(number) for number in range(1, len(filled) + 1)]
    return len(filled) >= _MIN_COUNTED and filled == counted


def _joined(rows: Sequence[tuple[str, ...]], width: int) -> tuple[str, ...]:
    """One text per column out of one or two header rows, each as long as the table is wide."""
    padded = [row + ("",) * (width - len(row)) for row in rows]
    if len(padded) == 1:
        return padded[0]
    group = ""
    texts = []
    for upper, lower in zip(*(row[:width] for row in padded), strict=True):
        group = upper or group
        texts.append(JOINT.join(filter(None, (group, lower))) if lower else upper)
    return tuple(texts)


def _trimmed(cell: str) -> str:
    """The text on one line: headers are wrapped inside their cells."""
    return " ".join(cell.split())


def _plain(cells: tuple[str, ...]) -> tuple[str, ...]:
    """The record without the blank cells at its end, as repeated headers are compared."""
    return cells[: _width(cells)]


def _width(cells: Sequence[str]) -> int:
    return max((place for place, cell in enumerate(cells, 1) if cell.strip()), default=0)


def _filled_count(cells: Sequence[str]) -> int:
    return sum(1 for cell in cells if cell.strip())
