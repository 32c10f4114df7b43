import pytest
from PySide6.QtCore import QRectF

from ui.charts.bubble import _placed
from ui.charts.shapes import Box

WITHIN = QRectF(0, 0, 400, 200)


@pytest.mark.parametrize("x", [0, 150, 380])
@pytest.mark.parametrize("y", [0, 100, 195])
def test_it_never_leaves_the_chart(x, y):
    assert WITHIN.contains(_placed(120, 60, Box(x, y, 20, 5), WITHIN, 8))


def test_it_stands_at_the_right_of_its_point_where_there_is_room_else_at_the_left():
    assert _placed(120, 60, Box(100, 100, 20, 10), WITHIN, 8).left() == 128
    assert _placed(120, 60, Box(300, 100, 20, 10), WITHIN, 8).right() == 292
