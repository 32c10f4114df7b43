from math import nan

import pytest

from reports.content import Bounds, Unit
from resources import texts
from ui.charts import words


@pytest.fixture
def russian():
    texts.use("ru")
    yield
    texts.use("en")


COUNT = Bounds(990, 1020, 1060)


@pytest.mark.parametrize(
    ("value", "unit", "written"),
    [
        (1020, Unit.COUNT, "1,020"),
        (1234567.6, Unit.MONEY, "1,234,568\u00a0₽"),
        (0.7612, Unit.SHARE, "76.1%"),
        (1.256, Unit.RATIO, "1.26"),
        (15000, Unit.KILOMETRES, "15,000\u00a0km"),
        (-12.5, Unit.COUNT, "−12.5"),
        (-0.04, Unit.COUNT, "0"),
        (2019, Unit.TEXT, "2019"),
        (nan, Unit.MONEY, "–"),
    ],
)
def test_a_number_is_written_by_its_unit(value, unit, written):
    assert words.written(value, unit) == written


@pytest.mark.parametrize(
    ("share", "written"),
    [(0, "0%"), (1, "100%"), (0.9999, "99.9%"), (0.0001, "<0.1%"), (1.5, "150.0%")],
)
def test_a_share_is_neither_none_nor_all_unless_it_is(share, written):
    assert words.written(share, Unit.SHARE) == written


def test_bounds_stand_in_brackets():
    assert words.bounded(COUNT, Unit.COUNT) == "1,020 (990–1,060)"
    assert words.bounded(Bounds(5, 5, 5), Unit.COUNT) == words.bounded(5, Unit.COUNT) == "5"
    assert words.bounded(None, Unit.COUNT) == "–"
    assert words.bounded(Bounds(nan, nan, nan), Unit.COUNT) == "–"


def test_russian_has_its_own_signs(russian):
    assert words.bounded(COUNT, Unit.COUNT) == "1\u202f020 (990–1\u202f060)"
    assert words.written(0.5, Unit.SHARE) == "50,0\u202f%"
    assert words.short(1_500_000, Unit.MONEY) == "1,5 млн\u00a0₽"


@pytest.mark.parametrize(
    ("value", "unit", "short"),
    [
        (0.25, Unit.SHARE, "25%"),
        (40_000, Unit.MONEY, "40,000\u00a0₽"),
        (2.5e6, Unit.COUNT, "2.5 M"),
        (3e9, Unit.COUNT, "3 bn"),
        (-5e12, Unit.MONEY, "−5 tn\u00a0₽"),
        (0.005, Unit.RATIO, "0.005"),
    ],
)
def test_a_number_of_an_axis_is_short(value, unit, short):
    assert words.short(value, unit) == short
