"""The colour of each series, and what tells it from another where colours do not."""

from enum import Enum

from ui.look.colours import Colours


class Hatch(Enum):
    """What is drawn over a bar: nothing, or lines."""

    NONE = "none"
    RISING = "rising"
    FALLING = "falling"
    CROSSED = "crossed"

    @property
    def ways(self) -> tuple[int, ...]:
        """Which ways its lines go: rising to the right (1), falling (-1)."""
        return _WAYS[self]


# beside the members: Python 3.11.2 makes something else of a member whose value is ()
_WAYS = {Hatch.NONE: (), Hatch.RISING: (1,), Hatch.FALLING: (-1,), Hatch.CROSSED: (1, -1)}
_HATCHES = tuple(Hatch)


def colour(colours: Colours, series: int) -> str:
    """The colour of a series."""
    return colours.series[series % len(colours.series)]


def mark(colours: Colours, series: int) -> int:
    """The number of the hatch, dash and point of a series.

    It goes on by one with every round of the colours, so that no two of 32 series look alike.
    """
    return (series + series // len(colours.series)) % len(_HATCHES)


def hatch(colours: Colours, series: int) -> Hatch:
    """The hatch of a series."""
    return _HATCHES[mark(colours, series)]
