"""The program's own icons, drawn in a colour of the theme."""

from functools import lru_cache
from pathlib import Path

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from ui.look.theme import colours

_ICONS = Path(__file__).parents[2] / "resources" / "icons"
_SIDE = 20
_SCALES = (1, 2, 3)


def icon(name: str, colour: str = "") -> QIcon:
    """The icon in a colour (the text's by default), sharp at every scale of the screen."""
    chosen = colours()
    return _build(name, colour or chosen.text, chosen.accent, chosen.disabled)


def pixmap(name: str, colour: str, side: int, ratio: float = 1.0) -> QPixmap:
    """The icon as a picture of ``side`` logical pixels."""
    return _draw(name, colour, side, ratio)


@lru_cache(maxsize=256)
def _build(name: str, plain: str, active: str, disabled: str) -> QIcon:
    made = QIcon()
    mode, state = QIcon.Mode, QIcon.State
    for scale in _SCALES:
        made.addPixmap(_draw(name, plain, _SIDE, scale), mode.Normal, state.Off)
        made.addPixmap(_draw(name, active, _SIDE, scale), mode.Normal, state.On)
        made.addPixmap(_draw(name, disabled, _SIDE, scale), mode.Disabled, state.Off)
    return made


def _draw(name: str, colour: str, side: int, ratio: float) -> QPixmap:
    svg = _read(name).replace("currentColor", colour)
    renderer = QSvgRenderer(QByteArray(svg.encode()))
    picture = QPixmap(QSize(side, side) * ratio)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    renderer.render(painter, QRectF(picture.rect()))
    painter.end()
    picture.setDevicePixelRatio(ratio)
    return picture


@lru_cache(maxsize=64)
def _read(name: str) -> str:
    return (_ICONS / f"{name}.svg").read_text(encoding="utf-8")
