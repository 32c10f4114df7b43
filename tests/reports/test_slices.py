"""Which facts a report is of."""

from datetime import date

import pytest

from reports.options import Dimension, Options
from reports.slices import chosen, expected, in_period, previous, value
from tests.reports.hand_made import facts

DAY = date(2020, 12, 31)
SALES = [
    {"row_id": 1, "who": 1, "vehicle_id": 1, "date": date(2019, 5, 1), "region": "A",
     "model": "Kia Rio"},
    {"row_id": 2, "who": 2, "vehicle_id": 2, "date": date(2020, 5, 1), "region": "B",
     "person": False},
    {"row_id": 3, "who": 3, "vehicle_id": 3, "date": date(2020, 6, 1), "region": "", "used": True},
    {"row_id": 4, "who": 4, "vehicle_id": 4, "date": date(2020, 6, 30), "region": ""},
]  # fmt: skip


@pytest.fixture
def made():
    """Four sales; the home region is A."""
    found = facts(sales=SALES)
    return type(found)(
        **{name: getattr(found, name) for name in found.__slots__} | {"home": ("A",)}
    )


def rows(frame):
    return frame["row_id"].to_list()


def test_a_period_holds_both_its_ends(made):
    within = in_period(Options(since=date(2020, 5, 1), until=date(2020, 6, 1)))

    assert rows(made.sales.filter(within)) == [2, 3]
    assert rows(made.sales.filter(in_period(Options(until=date(2020, 5, 1))))) == [1, 2]
    assert rows(made.sales.filter(in_period(Options()))) == [1, 2, 3, 4]


def test_the_period_before_is_as_long_and_ends_the_day_before():
    asked = Options(since=date(2020, 3, 1), until=date(2020, 3, 31))
    before = previous(asked, DAY)

    assert (before.since, before.until) == (date(2020, 1, 30), date(2020, 2, 29))


def test_a_period_that_is_still_open_ends_with_the_report_day():
    before = previous(Options(since=date(2020, 12, 1)), DAY)

    assert (before.since, before.until) == (date(2020, 10, 31), date(2020, 11, 30))


def test_without_a_beginning_there_is_no_period_before():
    assert previous(Options(until=DAY), DAY) is None
    assert previous(Options(since=DAY, until=date(2020, 1, 1)), DAY) is None


def test_used_cars_and_known_buyers_from_elsewhere_are_not_expected(made):
    assert rows(expected(made, Options())) == [1, 4]
    assert rows(expected(made, Options(used_cars=True))) == [1, 3, 4]
    assert rows(expected(made, Options(other_regions=True))) == [1, 2, 4]


@pytest.mark.parametrize(
    ("dimension", "text", "found"),
    [
        (Dimension.YEAR, "2019", [1]),
        (Dimension.MONTH, "2020-06", [3, 4]),
        (Dimension.MODEL, "Kia Rio", [1]),
        (Dimension.KIND, "company", [2]),
        (Dimension.REGION, "B", [2]),
        (Dimension.OWN, "own", [1, 2, 3, 4]),
    ],
)
def test_one_value_of_a_dimension_is_chosen_where_facts_have_it(made, dimension, text, found):
    assert rows(chosen(made.sales, Options(only={dimension: text}))) == found


def test_a_dimension_that_facts_do_not_have_is_blank(made):
    told = made.sales.select(value(made.sales, Dimension.OWN)).to_series()

    assert told.unique().to_list() == [""]
