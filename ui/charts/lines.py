"""Lines of several series with their points, gaps where nothing is known."""

from collections.abc import Iterator, Sequence

from reports.content import Bounds, Chart, Series
from ui.charts.frame import Frame, framed
from ui.charts.legend import MOST_SERIES
from ui.charts.scale import bounds
from ui.charts.shapes import Box, Dot, Fill, Path, Picture, Spot, whisker

_REACH = 0.8
_CAP = 0.5
_SPARSE = 0.7  # lines of text from point to point
Run = Sequence[tuple[int, Bounds]]


def lined(chart: Chart, box: Box, picture: Picture) -> None:
    """A line for each series."""
    frame = framed(chart, box, picture)
    for place, series in enumerate(chart.series[:MOST_SERIES]):
        for run in _runs(series, len(chart.labels)):
            _run(frame, run, place, picture)


def _runs(series: Series, labels: int) -> Iterator[Run]:
    """The values of a series from gap to gap."""
    run: list[tuple[int, Bounds]] = []
    for label, value in enumerate(series.values[:labels]):
        found = bounds(value)
        if found is not None:
            run.append((label, found))
        elif run:
            yield run
            run = []
    if run:
        yield run


def _run(frame: Frame, run: Run, place: int, picture: Picture) -> None:
    em = picture.metrics.line
    points = tuple((frame.x(label), frame.y(found.best)) for label, found in run)
    if len(run) > 1:
        picture.paths.append(Path(points, place))
        if any(not found.exact for _, found in run):
            above = [(frame.x(label), frame.y(found.high)) for label, found in run]
            below = [(frame.x(label), frame.y(found.low)) for label, found in reversed(run)]
            picture.fills.append(Fill((*above, *below), place, faint=True, band=True))
    elif not run[0][1].exact:
        x, found = points[0][0], run[0][1]
        picture.whiskers += whisker((x, frame.y(found.low)), (x, frame.y(found.high)), _CAP * em)
    for (label, _found), (x, y) in zip(run, points, strict=True):
        if frame.slot >= _SPARSE * em or len(run) == 1:
            picture.dots.append(Dot((x, y), place))
        half = max(min(frame.slot / 2, 2 * em), em / 4)
        area = Box(x - half, y - _REACH * em, 2 * half, 2 * _REACH * em)
        picture.spots.append(Spot(area, label, place))
