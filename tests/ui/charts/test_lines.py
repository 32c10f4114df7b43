from reports.content import Bounds
from tests.ui.charts.made import BOX, blank, chart, inside
from ui.charts.lines import lined
from ui.charts.shapes import Box


def drawn(made, box=BOX):
    picture = blank()
    lined(made, box, picture)
    return picture


def test_a_line_breaks_where_nothing_is_known():
    picture = drawn(chart("lines", [1, 2, None, 3, 4]))
    assert [len(path.points) for path in picture.paths] == [2, 2]
    assert len(picture.dots) == 4


def test_a_lone_point_is_a_dot_with_its_bounds():
    picture = drawn(chart("lines", [None, Bounds(1, 2, 3), None]))
    assert picture.paths == []
    assert len(picture.dots) == 1 and len(picture.whiskers) == 3


def test_bounds_are_a_band_along_the_line():
    picture = drawn(chart("lines", [1, Bounds(1, 2, 4), 3]))
    (band,) = picture.fills
    assert band.faint and len(band.outline) == 6


def test_points_that_would_run_together_are_left_out_but_can_be_pointed_at():
    picture = drawn(chart("lines", [1] * 60), Box(0, 0, 300, 200))
    assert picture.dots == []
    assert len(picture.spots) == 60


def test_every_series_has_its_points():
    picture = drawn(chart("lines", [1, 2], [3, 4]))
    assert {(spot.label, spot.series) for spot in picture.spots} == {(0, 0), (1, 0), (0, 1), (1, 1)}
    assert inside(picture, BOX)
