"""The lines that are drawn over a bar, cut to it."""

from collections.abc import Iterator
from math import ceil, floor

from ui.charts.shapes import Box, Point


def hatched(box: Box, way: int, step: float) -> Iterator[tuple[Point, Point]]:
    """Lines rising to the right (1) or falling (-1), so far apart; bars side by side go on."""
    least = box.x + way * (box.y if way > 0 else box.bottom)
    most = box.right + way * (box.bottom if way > 0 else box.y)
    for number in range(ceil(least / step), floor(most / step) + 1):
        at = number * step
        ends = sorted((way * (at - box.right), way * (at - box.x)))
        above, below = max(ends[0], box.y), min(ends[1], box.bottom)
        if above < below:
            yield (at - way * above, above), (at - way * below, below)
