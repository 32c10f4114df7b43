import pytest

from tests.ui.look.test_colours import contrast
from ui.charts import inks
from ui.charts.legend import MOST_SERIES
from ui.look.colours import DARK, LIGHT

THEMES = pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
PARTS_ARE_SEEN = 3.0


@THEMES
def test_every_series_stands_out_from_its_ground(colours):
    for colour in colours.series:
        assert contrast(colour, colours.surface) >= PARTS_ARE_SEEN


@THEMES
def test_neighbours_differ_in_brightness_too(colours):
    for one, other in zip(colours.series, colours.series[1:], strict=False):
        assert contrast(one, other) >= 1.3


@THEMES
def test_no_two_series_are_drawn_alike(colours):
    looks = {
        (inks.colour(colours, series), inks.mark(colours, series)) for series in range(MOST_SERIES)
    }
    assert len(looks) == MOST_SERIES


@THEMES
def test_the_first_series_is_plain_and_the_second_hatched(colours):
    assert inks.hatch(colours, 0) is inks.Hatch.NONE
    assert inks.hatch(colours, 1) is not inks.Hatch.NONE
