"""What a picture of a chart is made of: boxes, texts, bars, paths; no Qt, any scale."""

from collections.abc import Callable
from dataclasses import dataclass, field
from enum import StrEnum

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle, its y growing downwards."""

    x: float
    y: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """The x of its right side."""
        return self.x + self.width

    @property
    def bottom(self) -> float:
        """The y of its lower side."""
        return self.y + self.height

    @property
    def middle(self) -> float:
        """The x of its middle."""
        return self.x + self.width / 2

    def holds(self, x: float, y: float) -> bool:
        """Whether a point is in it."""
        return self.x <= x <= self.right and self.y <= y <= self.bottom

    def below(self, high: float) -> "Box":
        """What is left of it below a strip of this height."""
        return Box(self.x, self.y + high, self.width, max(self.height - high, 0.0))


class Align(StrEnum):
    """Where a text stands in its box."""

    LEFT = "left"
    CENTRE = "centre"
    RIGHT = "right"


class Weight(StrEnum):
    """How loud a text is."""

    PLAIN = "plain"
    QUIET = "quiet"
    STRONG = "strong"


class Stroke(StrEnum):
    """What a straight line is."""

    GRID = "grid"
    AXIS = "axis"
    WHISKER = "whisker"


@dataclass(frozen=True, slots=True)
class Text:
    """A text of one line in its box, in the middle of its height.

    One that is ``turned`` by degrees ends at the middle of the box's upper side.
    """

    box: Box
    words: str
    align: Align = Align.LEFT
    weight: Weight = Weight.PLAIN
    turned: int = 0


@dataclass(frozen=True, slots=True)
class Line:
    """A straight line."""

    start: Point
    end: Point
    stroke: Stroke


@dataclass(frozen=True, slots=True)
class Fill:
    """An area in the colour and pattern of a series; a ``faint`` one tells what could be."""

    outline: tuple[Point, ...]
    series: int
    faint: bool = False
    band: bool = False  # along a line: fainter still, as several may lie over one another


@dataclass(frozen=True, slots=True)
class Path:
    """The line of a series between its gaps."""

    points: tuple[Point, ...]
    series: int


@dataclass(frozen=True, slots=True)
class Dot:
    """A point of a series' line."""

    at: Point
    series: int


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a value of the chart can be pointed at: by its label and its series."""

    area: Box
    label: int
    series: int


@dataclass(frozen=True, slots=True)
class Metrics:
    """How long a text is, and a line of it high; every distance is told in that height."""

    width: Callable[[str], float]
    line: float


@dataclass(slots=True)
class Picture:
    """Everything that is to be drawn, in this order."""

    metrics: Metrics
    lines: list[Line] = field(default_factory=list)
    fills: list[Fill] = field(default_factory=list)
    paths: list[Path] = field(default_factory=list)
    dots: list[Dot] = field(default_factory=list)
    whiskers: list[Line] = field(default_factory=list)
    texts: list[Text] = field(default_factory=list)
    spots: list[Spot] = field(default_factory=list)


def outline(box: Box) -> tuple[Point, ...]:
    """The corners of a box."""
    return (box.x, box.y), (box.right, box.y), (box.right, box.bottom), (box.x, box.bottom)


def whisker(start: Point, end: Point, cap: float) -> list[Line]:
    """A line between two bounds with a bar of ``cap`` at either end."""
    across = abs(end[0] - start[0]) > abs(end[1] - start[1])
    dx, dy = (0.0, cap / 2) if across else (cap / 2, 0.0)
    caps = [Line((x - dx, y - dy), (x + dx, y + dy), Stroke.WHISKER) for x, y in (start, end)]
    return [Line(start, end, Stroke.WHISKER), *caps]
