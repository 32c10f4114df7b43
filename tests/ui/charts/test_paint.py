import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter, QPdfWriter

from reports.content import Bounds, ChartKind
from tests.ui.charts.made import chart
from ui.charts.paint import paint
from ui.look.colours import DARK, LIGHT

VALUES = [120, Bounds(60, 80, 110), None, 40]


def image(colours, made, size=(400, 260)):
    found = QImage(*size, QImage.Format.Format_RGB32)
    found.fill(QColor(colours.surface))
    painter = QPainter(found)
    paint(painter, QRectF(0, 0, *size), made, colours)
    painter.end()
    return found


def colours_in(found):
    return {
        QColor(found.pixel(x, y)).name()
        for x in range(0, found.width(), 2)
        for y in range(0, found.height(), 2)
    }


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("kind", ChartKind)
def test_every_kind_is_drawn_in_the_colours_of_the_theme(qapp, colours, kind):
    drawn = colours_in(image(colours, chart(kind, VALUES, [30, 40, 50, 60], title="Title")))
    assert colours.surface in drawn
    assert colours.series[0] in drawn or kind is ChartKind.LINES
    assert len(drawn) > 10


def test_the_painter_is_left_as_it_was(qapp):
    found = QImage(300, 200, QImage.Format.Format_RGB32)
    painter = QPainter(found)
    before = painter.pen().color(), painter.font(), painter.transform()
    paint(painter, QRectF(0, 0, 300, 200), chart("bars", VALUES), LIGHT)
    assert (painter.pen().color(), painter.font(), painter.transform()) == before
    painter.end()


def test_the_same_code_draws_on_paper(qapp, tmp_path):
    path = tmp_path / "chart.pdf"
    writer = QPdfWriter(str(path))
    writer.setResolution(600)
    painter = QPainter(writer)
    for kind in ChartKind:
        paint(painter, QRectF(0, 0, 4000, 2400), chart(kind, VALUES, title="On paper"), LIGHT)
        writer.newPage()
    painter.end()
    assert path.read_bytes().startswith(b"%PDF")
