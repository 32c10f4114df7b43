from datetime import date

import pytest

from reports.cell_text import NOTHING, best, cell_text, spread, tick_text
from reports.content import Bounds, Unit, certain
from resources import texts


@pytest.mark.parametrize(
    ("value", "unit", "text"),
    [
        ("Kia Rio", Unit.TEXT, "Kia Rio"),
        (2019, Unit.TEXT, "2019"),
        (1234, Unit.COUNT, "1,234"),
        (2.5, Unit.COUNT, "2.5"),
        (0.125, Unit.SHARE, "12.5%"),
        (1.5, Unit.RATIO, "1.50"),
        (1234.4, Unit.MONEY, "1,234\u00a0₽"),
        (1500, Unit.KILOMETRES, "1,500\u00a0km"),
        (date(2026, 1, 31), Unit.DAY, "2026-01-31"),
        (certain(7), Unit.COUNT, "7"),
        (Bounds(990, 1020, 1060), Unit.COUNT, "990\u00a0– 1,020\u00a0– 1,060"),
        (Bounds(0.1, 0.2, 0.3), Unit.SHARE, "10.0\u00a0– 20.0\u00a0– 30.0%"),
        (None, Unit.COUNT, NOTHING),
        (float("nan"), Unit.MONEY, NOTHING),
        (Bounds(1, 2, float("inf")), Unit.COUNT, NOTHING),
    ],
)
def test_a_value_is_written_as_its_unit_wants(value, unit, text):
    assert cell_text(value, unit) == text


def test_russian_values_have_russian_signs():
    texts.use("ru")
    assert cell_text(Bounds(1000, 1500, 2500.5), Unit.KILOMETRES).replace("\u202f", " ") == (
        "1 000\u00a0– 1 500\u00a0– 2 500\u00a0км"
    )
    assert cell_text(0.125, Unit.SHARE) == "12,5\u202f%"
    assert cell_text(date(2026, 1, 31), Unit.DAY) == "31.01.2026"


def test_the_best_of_what_is_no_number_is_nothing():
    assert best(None) is best(float("nan")) is None
    assert best(3) == 3
    assert best(Bounds(1, 2, 4)) == 2
    assert spread(Bounds(2, 2, 2)) == (2,)


def test_a_tick_says_no_decimals_that_say_nothing():
    assert tick_text(0.2, Unit.SHARE) == "20%"
    assert tick_text(2.5, Unit.RATIO) == "2.5"
    assert tick_text(1000, Unit.MONEY) == "1,000\u00a0₽"
