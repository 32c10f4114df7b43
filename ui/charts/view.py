"""A chart on the window: values on hover, keys from point to point, Enter for what is behind."""

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QAction,
    QColor,
    QFocusEvent,
    QFontMetricsF,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPixmap,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from reports.content import Chart, ChartKind
from resources.texts import marked, ngettext
from ui import formats
from ui.charts import told, walk
from ui.charts.bubble import bubble
from ui.charts.paint import draw, font_metrics
from ui.charts.picture import natural_height, picture
from ui.charts.rows import lies
from ui.charts.scale import bounds
from ui.charts.shapes import Box, Metrics, Picture, Spot
from ui.look.colours import Colours
from ui.look.theme import colours
from ui.parts.spoken import Spoken

_MARGIN = 4.0
_NARROWEST = 240
_USUAL = 560
_RING = 0.45  # of a line of text
_KEYS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}
_ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})


class ChartView(Spoken):
    """Shows one chart, as high as its width asks for.

    Signals:
        behind_asked: the clients and cars behind a point are wanted (the key).
    """

    behind_asked = Signal(str)

    def __init__(self, chart: Chart, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.chart = chart
        self.current: walk.Place | None = None
        self.hovered: walk.Place | None = None
        self._picture: Picture | None = None
        self._pixmap: QPixmap | None = None
        self._look: tuple[float, Colours] | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setMinimumWidth(_NARROWEST)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(chart.title)
        copying = QAction(self)
        copying.setShortcut(QKeySequence(QKeySequence.StandardKey.Copy))
        copying.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        copying.triggered.connect(self.copy)
        self.say(copying.setText, marked("Copy the values"))
        self.addAction(copying)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        self.retranslate()

    def copy(self) -> None:
        """Put the chart's values on the clipboard as a table."""
        QGuiApplication.clipboard().setText(told.table(self.chart))

    def point_at(self, place: walk.Place) -> None:
        """Mark a point and say it."""
        self.current = place
        text = told.point(self.chart, *place)
        self.setAccessibleDescription(text)
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, text))
        self.hovered = None
        self.update()

    def key_at(self, label: int) -> str:
        """The key of what is behind a label, "" if nothing can be listed."""
        return self.chart.behind[label] if label < len(self.chart.behind) else ""

    @property
    def shown(self) -> Picture:
        """What is drawn, laid out for the widget's size."""
        if self._picture is None:
            box = Box(_MARGIN, _MARGIN, self.width() - 2 * _MARGIN, self.height() - 2 * _MARGIN)
            self._picture = picture(self.chart, box, self._metrics())
        return self._picture

    def _image(self) -> QPixmap:
        """The chart as it is drawn for the size and the theme; the pointer moves over it."""
        look = (self.devicePixelRatioF(), colours())
        if self._pixmap is None or self._look != look:
            self._look = look
            made = QPixmap(self.size() * look[0])
            made.setDevicePixelRatio(look[0])
            made.fill(Qt.GlobalColor.transparent)
            with QPainter(made) as painter:
                painter.setFont(self.font())
                draw(painter, self.shown, colours())
            self._pixmap = made
        return self._pixmap

    def _lies(self) -> bool:
        """Whether the labels stand under one another, so that up and down go along them."""
        return lies(self.chart, self.width() - 2 * _MARGIN, self._metrics())

    def _metrics(self) -> Metrics:
        return font_metrics(QFontMetricsF(self.font(), self))

    def _fit(self) -> None:
        """Take the height that the width asks for."""
        self._picture = self._pixmap = None
        width = max(self.width(), _NARROWEST) - 2 * _MARGIN
        self.setFixedHeight(round(natural_height(self.chart, width, self._metrics()) + 2 * _MARGIN))
        self.update()

    def _places(self) -> set[walk.Place]:
        return {(spot.label, spot.series) for spot in self.shown.spots}

    def _spot(self, place: walk.Place | None) -> Spot | None:
        return next((one for one in self.shown.spots if (one.label, one.series) == place), None)

    def _under(self, at: QPointF) -> Spot | None:
        """The point under the pointer, the nearest of several."""
        found = [spot for spot in self.shown.spots if spot.area.holds(at.x(), at.y())]
        middle = [abs(at.y() - (spot.area.y + spot.area.height / 2)) for spot in found]
        return min(zip(middle, range(len(found)), found, strict=True))[2] if found else None

    def _hover(self, place: walk.Place | None) -> None:
        """Tell of the point under the pointer, or of none."""
        if place == self.hovered:
            return
        self.hovered = place
        if place is not None and self.key_at(place[0]):
            self.setCursor(Qt.CursorShape.PointingHandCursor)
        else:
            self.unsetCursor()
        self.update()

    def _ask(self, label: int) -> None:
        key = self.key_at(label)
        if key:
            self.behind_asked.emit(key)

    def _move(self, along: int, across: int) -> None:
        places = self._places()
        if self.current not in places:
            start = walk.first(places)
        elif self.chart.kind is ChartKind.FUNNEL or (self._lies() and not along):
            start = walk.along(places, self.current, along + across)
        elif along:
            start = walk.along(places, self.current, along)
        else:
            start = walk.across(places, self.current, across)
        if start is not None:
            self.point_at(start)

    @override
    def sizeHint(self) -> QSize:
        return QSize(_USUAL, self.height())

    @override
    def paintEvent(self, _event: QPaintEvent) -> None:
        image = self._image()
        with QPainter(self) as painter:
            painter.drawPixmap(0, 0, image)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            if self.hasFocus():
                painter.setPen(QPen(QColor(colours().accent), 1))
                painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
            spot = self._spot(self.hovered or (self.current if self.hasFocus() else None))
            if spot is not None:
                self._mark(painter, spot.area)
                lines = told.at_label(self.chart, spot.label)
                bubble(painter, lines, spot.area, QRectF(self.rect()), colours())

    def _mark(self, painter: QPainter, area: Box) -> None:
        """Draw a ring around a point, a frame around a bar."""
        painter.setPen(QPen(QColor(colours().text), 2))
        if self.chart.kind is ChartKind.LINES:
            radius = self._metrics().line * _RING
            painter.drawEllipse(QPointF(area.middle, area.y + area.height / 2), radius, radius)
        else:
            frame = QRectF(area.x - 2, area.y - 2, area.width + 4, area.height + 4)
            painter.drawRoundedRect(frame, 3, 3)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = _KEYS.get(Qt.Key(event.key()))
        if step is not None:
            self._move(*step)
        elif event.key() in _ENTER and self.current is not None:
            self._ask(self.current[0])
        else:
            super().keyPressEvent(event)

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        spot = self._under(event.position())
        self._hover((spot.label, spot.series) if spot is not None else None)

    @override
    def leaveEvent(self, event: QEvent) -> None:
        self._hover(None)
        super().leaveEvent(event)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        spot = self._under(event.position())
        if spot is not None:
            self.current = (spot.label, spot.series)
            self.update()
        super().mousePressEvent(event)

    @override
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        spot = self._under(event.position())
        if spot is not None:
            self._ask(spot.label)

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit()

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.StyleChange}:
            self._fit()
        super().changeEvent(event)

    @override
    def retranslate(self) -> None:
        count = sum(bounds(value) is not None for one in self.chart.series for value in one.values)
        text = ngettext(
            "{count} value; the arrow keys go from one to the next.",
            "{count} values; the arrow keys go from one to the next.",
            count,
        )
        self.setAccessibleDescription(text.format(count=formats.number(count)))
        self._fit()
