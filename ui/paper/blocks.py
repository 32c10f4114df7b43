"""The pieces of a document that stay whole: a line, a row of a table, a chart, a gap."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from PySide6.QtCore import QByteArray, QPointF, QRectF
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtSvg import QSvgRenderer

from reports.svg.picture import Picture
from ui.paper.ink import (
    GROUND,
    INK,
    MARGIN,
    RULE,
    TEXT_HEIGHT,
    TEXT_WIDTH,
    Type,
    points,
    write,
)

_PAD = points(3.5)


class Block(Protocol):
    """Something that stands on one page: ``keep`` with the block that follows it."""

    @property
    def height(self) -> float:
        """How high it is."""

    @property
    def keep(self) -> bool:
        """Whether the block that follows must stand on the same page."""

    @property
    def head(self) -> "Block | None":
        """What stands above it where it comes first on a page."""

    def draw(self, painter: QPainter, top: float) -> None:
        """Draw it below the place."""


@dataclass(frozen=True, slots=True)
class Gap:
    """Empty paper."""

    height: float
    keep: bool = False
    head: Block | None = None

    def draw(self, painter: QPainter, top: float) -> None:
        """Draw nothing."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line of text."""

    text: str
    type_: Type
    colour: str = INK
    keep: bool = False
    head: Block | None = None

    @property
    def height(self) -> float:
        """The leading of its type."""
        return self.type_.leading

    def draw(self, painter: QPainter, top: float) -> None:
        """Draw it from the left margin."""
        write(
            painter,
            QRectF(MARGIN, top, TEXT_WIDTH, self.height),
            self.text,
            self.type_,
            self.colour,
        )


@dataclass(frozen=True, slots=True)
class Field:
    """A cell of a row: its lines, where it stands, and how it looks."""

    lines: Sequence[str]
    left: float
    width: float
    type_: Type
    colour: str = INK
    right: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """Cells side by side, over a rule; a head stands on a ground of its own."""

    fields: Sequence[Field]
    ruled: bool = True
    ground: bool = False
    keep: bool = False
    head: Block | None = None

    @property
    def height(self) -> float:
        """That of its highest cell."""
        return max(len(one.lines) * one.type_.leading for one in self.fields) + 2 * _PAD

    def draw(self, painter: QPainter, top: float) -> None:
        """Draw its ground, its cells and the rule below."""
        if self.ground:
            painter.fillRect(QRectF(MARGIN, top, TEXT_WIDTH, self.height), QColor(GROUND))
        for one in self.fields:
            for number, line in enumerate(one.lines):
                y = top + _PAD + number * one.type_.leading
                place = QRectF(MARGIN + one.left, y, one.width, one.type_.leading)
                write(painter, place, line, one.type_, one.colour, right=one.right)
        if self.ruled:
            painter.setPen(QPen(QColor(RULE), points(0.5)))
            y = top + self.height
            painter.drawLine(QPointF(MARGIN, y), QPointF(MARGIN + TEXT_WIDTH, y))


_MOST = TEXT_HEIGHT - points(40)  # of a chart: its title stands above it
_LEAST = 0.7  # of its size a chart is drawn at rather than on a page of its own


@dataclass(frozen=True, slots=True)
class Drawing:
    """A chart, as wide as the text, less where it would be higher than it may."""

    picture: Picture
    most: float = _MOST
    keep: bool = False
    head: Block | None = None

    @property
    def height(self) -> float:
        """Its height on paper."""
        return self.picture.height * self._scale

    @property
    def _scale(self) -> float:
        return min(TEXT_WIDTH / self.picture.width, self.most / self.picture.height)

    def within(self, room: float) -> "Drawing":
        """The chart made smaller to fit into the room, itself where it would be too small."""
        return replace(self, most=room) if room >= self.height * _LEAST else self

    def draw(self, painter: QPainter, top: float) -> None:
        """Draw it from the left margin."""
        renderer = QSvgRenderer(QByteArray(self.picture.svg.encode()))
        renderer.render(painter, QRectF(MARGIN, top, self.picture.width * self._scale, self.height))
