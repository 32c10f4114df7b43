"""A table on paper: columns as wide as their contents want, rows that break over pages."""

from collections.abc import Sequence

from reports.content import Table
from reports.table_text import texts, to_right
from ui.paper.blocks import Block, Field, Gap, Line, Row
from ui.paper.ink import TEXT_WIDTH, Type, Types, points

_GAP = points(8)
_LEAST = points(30)
_SAMPLE = 200  # rows that the widths are measured by
_MOST_LINES = 12  # of a cell: a row must be lower than a page


def blocks(table: Table, types: Types) -> list[Block]:
    """The title, the head, and the rows; the head stands again on every page."""
    title: list[Block] = [
        Line(line, types.heading, keep=True)
        for line in types.heading.broken(table.title, TEXT_WIDTH)
    ]
    if not table.columns:
        return title
    title.append(Gap(points(4), keep=True))
    said = texts(table)
    titles = [column.title for column in table.columns]
    small = sum(_wanted(titles, said, types.head, types.cell)) > TEXT_WIDTH
    head, cell = (types.small_head, types.small_cell) if small else (types.head, types.cell)
    widths = _shared(
        _wanted(titles, said, head, cell), _needed(titles, said, head, cell), TEXT_WIDTH
    )
    right = to_right(table)
    top = Row(_fields(titles, widths, right, head), ground=True, keep=bool(said))
    rows = [Row(_fields(row, widths, right, cell), head=top) for row in said]
    return [*title, top, *rows]


def _fields(
    cells: Sequence[str], widths: Sequence[float], right: Sequence[bool], type_: Type
) -> list[Field]:
    fields, left = [], 0.0
    for text, width, numbers in zip(cells, widths, right, strict=True):
        room = width - _GAP
        lines = type_.broken(text, room)
        if len(lines) > _MOST_LINES:
            lines = [*lines[: _MOST_LINES - 1], lines[_MOST_LINES - 1] + " …"]
        fields.append(Field(lines, left + _GAP / 2, room, type_, right=numbers))
        left += width
    return fields


def _wanted(
    titles: Sequence[str], rows: Sequence[Sequence[str]], head: Type, cell: Type
) -> list[float]:
    """How wide each column would be with every cell in one line, its title in two or so."""
    return [
        max(
            [_LEAST, _longest_word(title, head), head.metrics.horizontalAdvance(title) / 2]
            + [cell.metrics.horizontalAdvance(row[at]) for row in rows[:_SAMPLE]]
        )
        + _GAP
        for at, title in enumerate(titles)
    ]


def _needed(
    titles: Sequence[str], rows: Sequence[Sequence[str]], head: Type, cell: Type
) -> list[float]:
    """How wide each column must be for no word to be broken."""
    return [
        max(
            [_LEAST, _longest_word(title, head)]
            + [_longest_word(row[at], cell) for row in rows[:_SAMPLE]]
        )
        + _GAP
        for at, title in enumerate(titles)
    ]


def _longest_word(text: str, type_: Type) -> float:
    words = text.split(" ")
    return max((type_.metrics.horizontalAdvance(word) for word in words), default=0.0)


def _shared(wanted: Sequence[float], needed: Sequence[float], whole: float) -> list[float]:
    """The width of the page shared out: what each needs first, then by what each wants."""
    if sum(needed) >= whole:
        return [one * whole / sum(needed) for one in needed]
    left = whole - sum(needed)
    wishes = [want - need for want, need in zip(wanted, needed, strict=True)]
    if sum(wishes) > left:
        return [need + wish * left / sum(wishes) for need, wish in zip(needed, wishes, strict=True)]
    spare = whole - sum(wanted)
    return [want + spare * want / sum(wanted) for want in wanted]
