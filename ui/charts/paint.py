"""A chart drawn by a painter: on a widget, in a picture, on paper."""

from collections.abc import Sequence
from math import cos, radians, sin

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QPainter,
    QPainterPath,
    QPen,
    QPolygonF,
)

from reports.content import Chart
from ui.charts import inks
from ui.charts.hatching import hatched
from ui.charts.picture import picture
from ui.charts.shapes import (
    Align,
    Box,
    Dot,
    Fill,
    Line,
    Metrics,
    Path,
    Picture,
    Stroke,
    Text,
    Weight,
)
from ui.look.colours import Colours

_THIN, _THICK = 0.06, 0.12  # of a line of text
_DOT = 0.24
_FAINT, _BAND = 0.28, 0.16
_HATCHED_FROM = 0.55
_HATCH_STEP = 0.42
_STYLE = Qt.PenStyle
_DASHES = (_STYLE.SolidLine, _STYLE.DashLine, _STYLE.DashDotLine, _STYLE.DotLine)
_CENTRE = Qt.AlignmentFlag.AlignVCenter
_SIDES = {
    Align.LEFT: Qt.AlignmentFlag.AlignLeft | _CENTRE,
    Align.CENTRE: Qt.AlignmentFlag.AlignHCenter | _CENTRE,
    Align.RIGHT: Qt.AlignmentFlag.AlignRight | _CENTRE,
}


def paint(painter: QPainter, rect: QRectF, chart: Chart, colours: Colours) -> None:
    """Draw a chart into a rectangle, in the painter's font and at its scale."""
    metrics = measured(painter)
    box = Box(rect.x(), rect.y(), rect.width(), rect.height())
    draw(painter, picture(chart, box, metrics), colours)


def measured(painter: QPainter) -> Metrics:
    """How the painter's font measures on what it draws on."""
    return font_metrics(QFontMetricsF(painter.font(), painter.device()))


def font_metrics(found: QFontMetricsF) -> Metrics:
    """The measures that the layout asks of a font."""
    return Metrics(found.horizontalAdvance, found.height())


def draw(painter: QPainter, shown: Picture, colours: Colours) -> None:
    """Draw a picture that was laid out for this painter."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    pencil = _Pencil(painter, colours)
    pencil.lines(shown.lines, Stroke.GRID)
    pencil.fills(shown.fills)
    pencil.lines(shown.lines, Stroke.AXIS)
    for path in shown.paths:
        pencil.path(path)
    for dot in shown.dots:
        pencil.dot(dot)
    pencil.lines(shown.whiskers, Stroke.WHISKER)
    for text in shown.texts:
        pencil.text(text)
    painter.restore()


class _Pencil:
    """Draws one shape after another in the colours of a theme."""

    def __init__(self, painter: QPainter, colours: Colours) -> None:
        self._painter = painter
        self._colours = colours
        self._em = measured(painter).line
        self._font = QFont(painter.font())

    def fills(self, fills: Sequence[Fill]) -> None:
        """What could be in faint, and over it what is."""
        self._painter.setPen(Qt.PenStyle.NoPen)
        for fill in fills:
            if fill.faint:
                shade = QColor(inks.colour(self._colours, fill.series))
                shade.setAlphaF(_BAND if fill.band else _FAINT)
                self._painter.setBrush(shade)
                self._painter.drawPolygon(QPolygonF([QPointF(*point) for point in fill.outline]))
        for series in sorted({fill.series for fill in fills}):
            self.bars([one for one in fills if one.series == series and not one.faint])

    def bars(self, fills: Sequence[Fill]) -> None:
        """The bars of a series at once: one by one, 1,800 of them took seven times as long."""
        if not fills:
            return
        series = fills[0].series
        boxes = [_box(fill) for fill in fills]
        self._painter.setPen(Qt.PenStyle.NoPen)
        self._painter.setBrush(QColor(inks.colour(self._colours, series)))
        self._painter.drawRects([QRectF(one.x, one.y, one.width, one.height) for one in boxes])
        large = _HATCHED_FROM * self._em
        lines = [
            QLineF(*start, *end)
            for box in boxes
            if min(box.width, box.height) >= large
            for way in inks.hatch(self._colours, series).ways
            for start, end in hatched(box, way, _HATCH_STEP * self._em)
        ]
        self._painter.setPen(QPen(QColor(self._colours.surface), _THIN * self._em))
        self._painter.drawLines(lines)

    def lines(self, lines: Sequence[Line], stroke: Stroke) -> None:
        """The lines of the grid, of the axis, or the whiskers."""
        colours = self._colours
        colour, width = {
            Stroke.GRID: (colours.line, _THIN),
            Stroke.AXIS: (colours.muted, _THIN),
            Stroke.WHISKER: (colours.text, _THIN * 1.5),
        }[stroke]
        self._painter.setPen(QPen(QColor(colour), width * self._em))
        self._painter.drawLines(
            [QLineF(*line.start, *line.end) for line in lines if line.stroke is stroke]
        )

    def path(self, path: Path) -> None:
        """The line of a series, in its colour and dash."""
        dash = _DASHES[inks.mark(self._colours, path.series)]
        pen = QPen(QColor(inks.colour(self._colours, path.series)), _THICK * self._em, dash)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        self._painter.setPen(pen)
        self._painter.setBrush(Qt.BrushStyle.NoBrush)
        self._painter.drawPolyline(QPolygonF([QPointF(*point) for point in path.points]))

    def dot(self, dot: Dot) -> None:
        """A point in the form of its series: round, square, on its corner, three-cornered."""
        self._painter.setPen(QPen(QColor(self._colours.surface), _THIN * self._em))
        self._painter.setBrush(QColor(inks.colour(self._colours, dot.series)))
        corners = (0, 4, 4, 3)[inks.mark(self._colours, dot.series)]
        start = (0, 45, 90, 90)[inks.mark(self._colours, dot.series)]
        self._painter.drawPath(_form(QPointF(*dot.at), _DOT * self._em, corners, start))

    def text(self, text: Text) -> None:
        """A text, loud or quiet, turned or not."""
        font = QFont(self._font)
        if text.weight is Weight.STRONG:
            font.setWeight(QFont.Weight.DemiBold)
        self._painter.setFont(font)
        quiet = text.weight is Weight.QUIET
        self._painter.setPen(QColor(self._colours.muted if quiet else self._colours.text))
        box = text.box
        if not text.turned:
            area = QRectF(box.x, box.y, box.width, box.height)
            flags = _SIDES[text.align] | Qt.TextFlag.TextDontClip | Qt.TextFlag.TextSingleLine
            self._painter.drawText(area, flags, text.words)
            return
        self._painter.save()
        self._painter.translate(box.middle, box.y)
        self._painter.rotate(-text.turned)
        long = QFontMetricsF(font, self._painter.device()).horizontalAdvance(text.words)
        self._painter.drawText(
            QRectF(-long, 0, long, box.height),
            Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextDontClip,
            text.words,
        )
        self._painter.restore()


def _box(fill: Fill) -> Box:
    """The box of a bar."""
    (x, y), (right, bottom) = fill.outline[0], fill.outline[2]
    return Box(x, y, right - x, bottom - y)


def _form(at: QPointF, radius: float, corners: int, start: int) -> QPainterPath:
    """A point's form: a circle, or a polygon of so many corners."""
    made = QPainterPath()
    if not corners:
        made.addEllipse(at, radius, radius)
        return made
    angles = [radians(start + 360 * place / corners) for place in range(corners)]
    wide = radius * 1.2
    made.addPolygon(
        QPolygonF([QPointF(at.x() + wide * cos(one), at.y() - wide * sin(one)) for one in angles])
    )
    made.closeSubpath()
    return made
