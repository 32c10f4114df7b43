"""A funnel: stages under one another, as wide as their numbers."""

from reports.cell_text import numbers_text
from reports.content import Unit
from reports.markup import element
from reports.svg import shapes
from reports.svg.plot import Plot, Point
from resources.texts import gettext

_ROW = 46.0
_BAR = 30.0
_LABEL = 170.0
_SAID = 430.0  # where the numbers begin
_MIDDLE = (_LABEL + _SAID) / 2
_WIDEST = (_SAID - _LABEL - 30) / 2


def drawn(plot: Plot) -> tuple[list[str], float]:
    """The pieces of a funnel of one series, and its height."""
    points = plot.points[0]
    widest = max((abs(point.high) for point in points if point is not None), default=0) or 1
    pieces: list[str] = []
    for number, (label, point) in enumerate(zip(plot.labels, points, strict=True)):
        top = number * _ROW
        pieces += _label(label, top)
        if point is not None:
            after = points[number + 1] if number + 1 < len(points) else None
            pieces += _stage(point, after, widest, top)
            pieces += _said(plot, number, top)
    return pieces, len(plot.labels) * _ROW


def _label(label: str, top: float) -> list[str]:
    lines = shapes.wrapped(label, _LABEL - 10, 2)
    y = top + _BAR / 2 + 4 - (len(lines) - 1) * 7
    return [shapes.text(line, 0, y + at * 14) for at, line in enumerate(lines)]


def _stage(point: Point, after: Point | None, widest: float, top: float) -> list[str]:
    half = _half(point.best, widest)
    pieces = []
    if after is not None:
        below = _half(after.best, widest)
        corners = (
            f"{_MIDDLE - half:.1f},{top + _BAR:.1f} {_MIDDLE + half:.1f},{top + _BAR:.1f} "
            f"{_MIDDLE + below:.1f},{top + _ROW:.1f} {_MIDDLE - below:.1f},{top + _ROW:.1f}"
        )
        pieces.append(element("polygon", points=corners, class_="between", fill="#dbe7fd"))
    pieces.append(shapes.bar(_MIDDLE - half, top, 2 * half, _BAR, 0))
    if not point.exact:
        low, high = (_MIDDLE + _half(end, widest) for end in (point.low, point.high))
        pieces += shapes.level(top + _BAR / 2, low, high)
    return pieces


def _half(value: float, widest: float) -> float:
    """Half of a stage's width; what is there at all is seen."""
    return max(abs(value) / widest * _WIDEST, 0.75 if value else 0.0)


def _said(plot: Plot, number: int, top: float) -> list[str]:
    point = plot.points[0][number]
    if point is None:
        return []
    parts = _shares(plot, number)
    y = top + _BAR / 2 + (-2 if parts else 4)
    told = [shapes.text(point.said, _SAID + 6, y, bold=True)]
    if parts:
        told.append(shapes.text(parts, _SAID + 6, y + 15, ink="mute"))
    return told


def _shares(plot: Plot, number: int) -> str:
    """Which share of the first stage and of the one before a stage is."""
    point, first = plot.points[0][number], plot.points[0][0]
    if not number or point is None or first is None or first.best <= 0:
        return ""
    of_first = gettext("{share} of the first").format(share=_share(point.best / first.best))
    before = plot.points[0][number - 1]
    if number == 1 or before is None or before.best <= 0:
        return of_first
    of_before = gettext("{share} of the one before").format(share=_share(point.best / before.best))
    return f"{of_first} · {of_before}"


def _share(value: float) -> str:
    return numbers_text((value,), Unit.SHARE)
