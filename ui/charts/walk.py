"""Going from point to point of a chart with the arrow keys."""

from collections.abc import Iterable

Place = tuple[int, int]
"""A label and a series."""


def first(places: Iterable[Place]) -> Place | None:
    """Where the way begins: the first label, the first series that it has."""
    return min(places, default=None)


def along(places: Iterable[Place], here: Place, step: int) -> Place:
    """The next label of the same series to the right (1) or the left (-1), over any gaps."""
    label, series = here
    ahead = [one for one in places if one[1] == series and (one[0] - label) * step > 0]
    return min(ahead, key=lambda one: abs(one[0] - label), default=here)


def across(places: Iterable[Place], here: Place, step: int) -> Place:
    """The next series of the same label, or of the nearest label that it has."""
    label, series = here
    ahead = [one for one in places if (one[1] - series) * step > 0]
    return min(ahead, key=lambda one: (abs(one[1] - series), abs(one[0] - label)), default=here)
