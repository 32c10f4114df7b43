"""What surrounds the bars and lines of a chart: its legend, its axis and its labels."""

from dataclasses import dataclass

from reports.content import Chart
from ui.charts import labels, words
from ui.charts.fitting import cut
from ui.charts.legend import legend
from ui.charts.scale import Scale, counts, reach, scale
from ui.charts.shapes import Align, Box, Line, Picture, Stroke, Text, Weight

_TICK_ROOM = 2.4  # lines of text from one step of the axis to the next
_MOST_STEPS = 6
_AXIS_SHARE, _HANGING_SHARE = 0.3, 0.15
_GAP = 0.6


@dataclass(frozen=True, slots=True)
class Frame:
    """Where the values of a chart are drawn, and on which scale."""

    plot: Box
    scale: Scale
    labels: int

    @property
    def slot(self) -> float:
        """The width that one label has."""
        return self.plot.width / max(self.labels, 1)

    def x(self, label: int) -> float:
        """The middle of a label's slot."""
        return self.plot.x + self.slot * (label + 0.5)

    def y(self, value: float) -> float:
        """Where a value stands."""
        return self.plot.bottom - self.plot.height * self.scale.share(value)


def framed(chart: Chart, box: Box, picture: Picture) -> Frame:
    """Draw legend, axis and labels into a box; what is left for the values."""
    em, measure = picture.metrics.line, picture.metrics.width
    rest = box.below(legend(chart, box, picture))
    steps = max(2, min(_MOST_STEPS, int(rest.height / em / _TICK_ROOM) - 1))
    found = scale(reach(chart), steps=steps, whole=counts(chart.unit))
    ticks = [(value, words.short(value, chart.unit)) for value in found.ticks()]
    widest = min(max(measure(text) for _, text in ticks), box.width * _AXIS_SHARE)
    left, top = widest + _GAP * em, rest.y + em
    slot = (box.width - left) / max(len(chart.labels), 1)
    way = labels.way(chart, slot, picture.metrics)
    if way.turned:
        narrower = slot - labels.overhang(chart, slot, picture.metrics) / len(chart.labels)
        hanging = labels.overhang(chart, min(narrower, slot), picture.metrics) + _GAP * em
        left = max(left, min(hanging, box.width * _HANGING_SHARE))
    high = max(rest.bottom - top - way.high, em)
    plot = Box(box.x + left, top, box.width - left, high)
    frame = Frame(plot, found, len(chart.labels))
    for value, text in ticks:
        _tick(frame, value, cut(text, widest, picture.metrics), picture)
    labels.place(chart, way, box, plot, picture)
    return frame


def _tick(frame: Frame, value: float, text: str, picture: Picture) -> None:
    y, em, plot = frame.y(value), picture.metrics.line, frame.plot
    stroke = Stroke.AXIS if value == 0 else Stroke.GRID
    picture.lines.append(Line((plot.x, y), (plot.right, y), stroke))
    width = picture.metrics.width(text)
    area = Box(plot.x - _GAP * em - width, y - em / 2, width, em)
    picture.texts.append(Text(area, text, Align.RIGHT, Weight.QUIET))
