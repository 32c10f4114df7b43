import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor

from ui.look import icons
from ui.window.navigation import PAGES


@pytest.mark.parametrize("name", [name for name, _ in PAGES])
def test_every_page_has_an_icon_in_the_colour_asked_for(qapp, name):
    picture = icons.pixmap(name, "#ff0000", 20, 2.0).toImage()
    inked = {
        picture.pixelColor(x, y).name()
        for x in range(picture.width())
        for y in range(picture.height())
        if picture.pixelColor(x, y).alpha() == 255
    }
    assert inked == {"#ff0000"}


def test_an_icon_is_sharp_on_a_dense_screen(qapp):
    assert QSize(60, 60) in icons.icon("undo", QColor("black").name()).availableSizes()
