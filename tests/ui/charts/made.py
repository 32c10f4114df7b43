"""Charts and measures for the tests: a letter is half as wide as a line is high."""

from reports.content import Chart, ChartKind, Series, Unit
from ui.charts.shapes import Box, Metrics, Picture

METRICS = Metrics(lambda text: 5.0 * len(text), 10.0)
BOX = Box(0.0, 0.0, 600.0, 200.0)


def chart(kind, *series, labels=None, unit=Unit.COUNT, title="", behind=()):
    """A chart of these series, each a list of values."""
    longest = max((len(values) for values in series), default=0)
    names = tuple(labels or [f"L{number}" for number in range(longest)])
    made = tuple(
        Series(f"S{number}" if len(series) > 1 else "", tuple(values))
        for number, values in enumerate(series)
    )
    return Chart(ChartKind(kind), title, names, made, unit, tuple(behind))


def blank():
    """A picture with nothing in it."""
    return Picture(METRICS)


def words(picture):
    """Every text of a picture."""
    return [text.words for text in picture.texts]


def inside(picture, box):
    """Whether all that is drawn stays in a box."""
    points = [point for fill in picture.fills for point in fill.outline]
    points += [point for path in picture.paths for point in path.points]
    points += [
        point for line in picture.whiskers + picture.lines for point in (line.start, line.end)
    ]
    points += [dot.at for dot in picture.dots]
    flat = [text.box for text in picture.texts if not text.turned]
    points += [(one.x, one.y) for one in flat] + [(one.right, one.bottom) for one in flat]
    slack = 0.01
    return all(
        box.x - slack <= x <= box.right + slack and box.y - slack <= y <= box.bottom + slack
        for x, y in points
    )
