"""Stages under one another, each as wide as its share of the first."""

from dataclasses import dataclass, replace

from reports.content import Bounds, Chart, Series
from ui.charts import told, words
from ui.charts.fitting import broken, cut
from ui.charts.legend import legend
from ui.charts.scale import bounds
from ui.charts.shapes import (
    Align,
    Box,
    Fill,
    Picture,
    Point,
    Spot,
    Text,
    Weight,
    outline,
    whisker,
)

WIDE = 34  # lines of text from which labels stand beside the bars
WIDE_ROW, NARROW_ROW = 3.5, 4.4
_MOST_LABEL, _MOST_FIGURES = 0.3, 0.38  # of the width
_BOLD = 1.1
_BAR = 0.62
_THIN = 0.14
_BETWEEN = " · "


@dataclass(frozen=True, slots=True)
class _Stage:
    label: str
    value: Bounds | None
    figure: str
    shares: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Columns:
    """How wide labels and figures are beside the bars, and whether shares stand in one line."""

    left: float
    right: float
    joined: bool


def funnel(chart: Chart, box: Box, picture: Picture) -> None:
    """The first series as stages; a second, such as the period before, as thin bars below them."""
    box = box.below(legend(replace(chart, series=chart.series[:2]), box, picture))
    values = [_column(chart, series) for series in chart.series[:2]]
    stages = _stages(chart, values[0])
    most = max((value.high for column in values for value in column if value), default=0) or 1
    row = box.height / max(len(stages), 1)
    wide = box.width >= WIDE * picture.metrics.line
    columns = _columns(stages, box.width, picture)
    above: Box | None = None
    for number, stage in enumerate(stages):
        area = Box(box.x, box.y + number * row, box.width, row)
        room = _beside(stage, area, columns, picture) if wide else _under(stage, area, picture)
        bar = _bar(stage.value, most, room, number, picture)
        if wide and above is not None and bar is not None:
            _joint(above, bar, picture)
        for column in values[1:]:
            _before(column[number], most, room, number, picture)
        above = bar


def _column(chart: Chart, series: Series) -> list[Bounds | None]:
    """The values of a series, one for each label."""
    known = [bounds(value) for value in series.values[: len(chart.labels)]]
    return known + [None] * (len(chart.labels) - len(known))


def _stages(chart: Chart, values: list[Bounds | None]) -> list[_Stage]:
    return [
        _Stage(label, value, words.bounded(value, chart.unit), tuple(told.shares(chart, number, 0)))
        for number, (label, value) in enumerate(zip(chart.labels, values, strict=True))
    ]


def _columns(stages: list[_Stage], width: float, picture: Picture) -> _Columns:
    """What labels and figures need beside the bars, as far as there is room."""
    em, measure = picture.metrics.line, picture.metrics.width
    most = width * _MOST_FIGURES
    labels = max(measure(stage.label) for stage in stages) + 1.5 * em
    figures = max(measure(stage.figure) for stage in stages) * _BOLD
    whole = max(measure(_BETWEEN.join(stage.shares)) for stage in stages)
    apart = max((measure(text) for stage in stages for text in stage.shares), default=0.0)
    joined = max(figures, whole) + em <= most
    right = max(figures, whole if joined else apart) + em
    return _Columns(min(labels, width * _MOST_LABEL), min(right, most), joined)


def _beside(stage: _Stage, area: Box, columns: _Columns, picture: Picture) -> Box:
    """Label at the left, figures at the right; the room of the bar between them."""
    em, middle = picture.metrics.line, area.y + area.height / 2
    lines = broken(stage.label, columns.left - em, picture.metrics, 2)
    for number, text in enumerate(lines):
        y = middle - len(lines) * em / 2 + number * em
        picture.texts.append(Text(Box(area.x, y, columns.left - em, em), text))
    x, room = area.right - columns.right + em, columns.right - em
    whole = (_BETWEEN.join(stage.shares),) if columns.joined and stage.shares else ()
    shares = whole or stage.shares
    top = middle - (1 + len(shares)) * em / 2
    figure = cut(stage.figure, room, picture.metrics)
    picture.texts.append(Text(Box(x, top, room, em), figure, Align.LEFT, Weight.STRONG))
    for number, text in enumerate(shares, 1):
        place = Box(x, top + number * em, room, em)
        shown = cut(text, room, picture.metrics)
        picture.texts.append(Text(place, shown, Align.LEFT, Weight.QUIET))
    left = area.x + columns.left
    return Box(left, area.y, area.width - columns.left - columns.right, area.height)


def _under(stage: _Stage, area: Box, picture: Picture) -> Box:
    """Label and figure in a line above the bar, the shares in one below it."""
    em, top = picture.metrics.line, area.y + 0.2 * picture.metrics.line
    figure = cut(stage.figure, area.width * 0.6, picture.metrics)
    width = picture.metrics.width(figure) * _BOLD
    label = cut(stage.label, area.width - width - em, picture.metrics)
    picture.texts.append(Text(Box(area.x, top, area.width - width - em, em), label))
    place = Box(area.right - width, top, width, em)
    picture.texts.append(Text(place, figure, Align.RIGHT, Weight.STRONG))
    below = Box(area.x, area.bottom - 1.4 * em, area.width, em)
    text = cut(_BETWEEN.join(stage.shares), area.width, picture.metrics)
    picture.texts.append(Text(below, text, Align.LEFT, Weight.QUIET))
    return Box(area.x, top + em, area.width, area.height - 2.8 * em)


def _bar(value: Bounds | None, most: float, room: Box, number: int, picture: Picture) -> Box | None:
    """The bar of a stage in the middle of its room, None where nothing is known."""
    if value is None:
        return None
    high = room.height * _BAR
    top = room.y + (room.height - high) / 2
    bar = _centred(room, top, high, value.best / most)
    if not value.exact:
        could = _centred(room, top, high, value.high / most)
        picture.fills.append(Fill(outline(could), 0, faint=True))
        y, cap = top + high / 2, 0.6 * min(high, picture.metrics.line)
        half = room.width / most / 2
        low, great = (room.middle + half * max(end, 0) for end in (value.low, value.high))
        picture.whiskers += whisker((low, y), (great, y), cap)
    picture.fills.append(Fill(outline(bar), 0))
    grown = max(bar.width, picture.metrics.line)
    picture.spots.append(Spot(Box(bar.middle - grown / 2, top, grown, high), number, 0))
    return bar


def _centred(room: Box, top: float, high: float, share: float) -> Box:
    width = room.width * min(max(share, 0.0), 1.0)
    return Box(room.middle - width / 2, top, width, high)


def _joint(above: Box, below: Box, picture: Picture) -> None:
    """What narrows from one stage to the next."""
    corners: tuple[Point, ...] = (
        (above.x, above.bottom),
        (above.right, above.bottom),
        (below.right, below.y),
        (below.x, below.y),
    )
    picture.fills.append(Fill(corners, 0, faint=True))


def _before(value: Bounds | None, most: float, room: Box, number: int, picture: Picture) -> None:
    """The same stage of the second series, as a thin bar under that of the first."""
    if value is not None:
        top, high = room.y + room.height * (1 + _BAR) / 2, room.height * _THIN
        bar = _centred(room, top, high, value.best / most)
        picture.fills.append(Fill(outline(bar), 1))
        picture.spots.append(Spot(bar, number, 1))
