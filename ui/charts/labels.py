"""The labels under bars and lines: flat, in two lines, turned, or every so-manieth."""

from dataclasses import dataclass
from math import ceil

from reports.content import Chart, ChartKind
from ui.charts.fitting import broken, cut
from ui.charts.shapes import Align, Box, Metrics, Picture, Text, Weight

TURN = 45
_SLANT = 0.7071  # sine of that
LONGEST = 9.0
_GAP = 0.6
_BELOW = 0.3
_TWO = 2


@dataclass(frozen=True, slots=True)
class Way:
    """How the labels stand: in so many lines, or turned; every one, or only some."""

    lines: int = 1
    every: int = 1
    turned: bool = False
    high: float = 0.0


def way(chart: Chart, slot: float, metrics: Metrics) -> Way:
    """How the labels of a chart find room where each has a slot of this width."""
    em, room = metrics.line, slot - _GAP * metrics.line
    widest = max(map(metrics.width, chart.labels), default=0.0)
    if widest <= room:
        return Way(high=1.5 * em)
    if room > em and all(_in_two(text, room, metrics) for text in chart.labels):
        return Way(lines=_TWO, high=2.5 * em)
    if chart.kind is ChartKind.LINES:
        return Way(every=max(1, ceil((widest + em) / slot)), high=1.5 * em)
    high = (min(widest, LONGEST * em) + em) * _SLANT + em / 2
    return Way(every=max(1, ceil(1.15 * em / slot)), turned=True, high=high)


def _in_two(text: str, room: float, metrics: Metrics) -> bool:
    """Whether a label stands uncut in two lines."""
    lines = broken(text, room, metrics, _TWO + 1)
    return len(lines) <= _TWO and not any(line.endswith("…") for line in lines)


def overhang(chart: Chart, slot: float, metrics: Metrics) -> float:
    """How far turned labels reach to the left of the first slot."""
    em = metrics.line
    reaches = (
        (min(metrics.width(text), LONGEST * em) + em / 2) * _SLANT - slot * (number + 0.5)
        for number, text in enumerate(chart.labels)
    )
    return max(reaches, default=0.0)


def place(chart: Chart, chosen: Way, box: Box, plot: Box, picture: Picture) -> None:
    """Put the labels under the values; no one leaves the box."""
    slot = plot.width / max(len(chart.labels), 1)
    for number in range(0, len(chart.labels), chosen.every):
        middle = plot.x + slot * (number + 0.5)
        if chosen.turned:
            _turn(chart.labels[number], middle, box, plot, picture)
        else:
            room = slot * chosen.every - picture.metrics.line / 2
            lines = broken(chart.labels[number], room, picture.metrics, chosen.lines)
            _stack(lines, middle, box, plot, picture)


def _turn(text: str, middle: float, box: Box, plot: Box, picture: Picture) -> None:
    em = picture.metrics.line
    room = min(LONGEST * em, (middle - box.x) / _SLANT - em / 2)
    shown = cut(text, room, picture.metrics)
    area = Box(middle - em, plot.bottom + em * _BELOW, 2 * em, em)
    picture.texts.append(Text(area, shown, Align.RIGHT, Weight.QUIET, TURN))


def _stack(lines: list[str], middle: float, box: Box, plot: Box, picture: Picture) -> None:
    em = picture.metrics.line
    for number, text in enumerate(lines):
        width = picture.metrics.width(text)
        left = max(min(middle - width / 2, plot.right - width), box.x)
        area = Box(left, plot.bottom + em * (_BELOW + number), width, em)
        picture.texts.append(Text(area, text, Align.CENTRE, Weight.QUIET))
