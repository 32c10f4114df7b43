"""A report as the blocks of a document, and the blocks on pages."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reports.content import Chart, Report, State
from reports.content_words import (
    CHECKS,
    NARROWING,
    NOTES,
    SIGNS,
    check_line,
    narrowing_line,
    report_day,
    sections,
    state_word,
)
from reports.svg.picture import picture
from resources.texts import gettext
from ui.paper import tables
from ui.paper.blocks import Block, Drawing, Field, Gap, Line, Row
from ui.paper.ink import (
    AMBER,
    GREEN,
    MARGIN,
    MUTED,
    RED,
    TEXT_HEIGHT,
    TEXT_WIDTH,
    Types,
    points,
)

_COLOURS = {State.GREEN: GREEN, State.AMBER: AMBER, State.RED: RED}
_STATE_WIDTH = points(96)


@dataclass(frozen=True, slots=True)
class Placed:
    """A block and where it begins."""

    top: float
    block: Block


def blocks(report: Report, types: Types) -> list[Block]:
    """What a report prints, from its title to its notes."""
    return list(_blocks(report, types))


def _blocks(report: Report, types: Types) -> Iterator[Block]:
    for line in types.title.broken(report.title, TEXT_WIDTH):
        yield Line(line, types.title, keep=True)
    yield Line(report_day(report), types.body, MUTED)
    for heading, lines in sections(report):
        yield from _section(heading, lines, types)
    if report.checks:
        yield from _heading(gettext(CHECKS), types)
        yield from _checks(report, types)
    if report.missing:
        yield Gap(points(14))
        for line in types.strong.broken(report.missing, TEXT_WIDTH):
            yield Line(line, types.strong, AMBER)
    for chart in report.charts:
        yield from _chart(chart, types)
    for table in report.tables:
        yield Gap(points(20))
        yield from tables.blocks(table, types)
    yield from _section(gettext(NOTES), report.notes, types)
    yield from _section(gettext(NARROWING), tuple(map(narrowing_line, report.narrowing)), types)


def _heading(text: str, types: Types) -> Iterator[Block]:
    yield Gap(points(12), keep=True)
    yield Line(text, types.heading, keep=True)
    yield Gap(points(2), keep=True)


def _section(heading: str, lines: Sequence[str], types: Types) -> Iterator[Block]:
    if lines:
        yield from _heading(heading, types)
    for paragraph in lines:
        for line in types.body.broken(paragraph, TEXT_WIDTH):
            yield Line(line, types.body)
        yield Gap(points(2))


def _checks(report: Report, types: Types) -> Iterator[Block]:
    """What asks for something, each on its own; what is good in one, for room for the charts."""
    good = [check for check in report.checks if check.state is State.GREEN]
    one_by_one = not (report.charts or report.tables)
    for check in report.checks:
        if one_by_one or check.state is not State.GREEN:
            yield _check(check.state, check_line(check), types)
    if good and not one_by_one:
        yield _check(State.GREEN, "; ".join(check.title for check in good), types)


def _check(state_of: State, text: str, types: Types) -> Block:
    word = f"{SIGNS[state_of]} {state_word(state_of)}"
    room = TEXT_WIDTH - _STATE_WIDTH
    state = types.strong.broken(word, _STATE_WIDTH)
    told = types.body.broken(text, room)
    return Row(
        (
            Field(state, 0, _STATE_WIDTH, types.strong, _COLOURS[state_of]),
            Field(told, _STATE_WIDTH, room, types.body),
        ),
        ruled=False,
    )


def _chart(chart: Chart, types: Types) -> Iterator[Block]:
    yield Gap(points(20), keep=True)
    for line in types.heading.broken(chart.title, TEXT_WIDTH):
        yield Line(line, types.heading, keep=True)
    yield Gap(points(6), keep=True)
    yield Drawing(picture(chart))


def pages(found: Sequence[Block]) -> list[list[Placed]]:
    """The blocks on pages, in their order; a table's head stands above its rows on each."""
    laid: list[list[Placed]] = [[]]
    bottom = MARGIN + TEXT_HEIGHT
    top = MARGIN
    for whole in _groups(found):
        group = _fitted(whole, bottom - top)
        if laid[-1] and top + sum(block.height for block in group) > bottom:
            laid.append([])
            top = MARGIN
            head = group[0].head
            if head is not None:
                laid[-1].append(Placed(top, head))
                top += head.height
        for block in group:
            if not laid[-1] and isinstance(block, Gap):
                continue
            laid[-1].append(Placed(top, block))
            top += block.height
    return laid


def _fitted(group: list[Block], room: float) -> list[Block]:
    """The group with its chart made a little smaller where only so it fits into the room."""
    *above, last = group
    taken = sum(block.height for block in above)
    if not isinstance(last, Drawing) or taken + last.height <= room:
        return group
    return [*above, last.within(room - taken)]


def _groups(found: Sequence[Block]) -> Iterator[list[Block]]:
    """The blocks that must not be parted, together."""
    group: list[Block] = []
    for block in found:
        group.append(block)
        if not block.keep:
            yield group
            group = []
    if group:
        yield group
