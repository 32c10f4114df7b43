from datetime import date

import pytest

from tests.reports.funnels.cases import figures
from tests.reports.hand_made import facts

ALL = ("service", "surveys")
VISIT = {"row_id": 1, "who": 1, "vehicle_id": 1, "date": date(2019, 1, 10), "number": "ЗН-1"}
NEXT = {"row_id": 2, "who": 1, "vehicle_id": 1, "date": date(2020, 4, 10), "to_no": 2}
ASKED = {"row_id": 3, "who": 1, "date": date(2019, 1, 12), "mark": 1.0, "number": ""}
KEYS = ("answers.high", "mature.high", "next.high")


def told(survey=None, *orders, **more):
    """The figures of one answer of the highest mark."""
    made = facts(
        surveys=[ASKED | (survey or {})], orders=orders or [VISIT, NEXT], kinds=ALL, **more
    )
    return figures("satisfaction", made, *KEYS)


def same(*numbers):
    return [(one,) * 3 for one in numbers]


@pytest.mark.parametrize(
    ("mark", "band"),
    [(0.0, "low"), (0.6, "low"), (0.61, "mid"), (0.8, "mid"), (0.9, "high"), (1.0, "high")],
)
def test_the_bands_of_marks(mark, band):
    made = facts(surveys=[ASKED | {"mark": mark}], orders=[VISIT], kinds=ALL)

    assert figures("satisfaction", made, f"answers.{band}") == same(1)


@pytest.mark.parametrize("how", [{"number": "ЗН-1"}, {"vehicle_id": 1, "who": -5}, {}])
def test_the_visit_is_found_by_the_order_the_car_or_the_client(how):
    assert told(how) == same(1, 1, 1)


def test_fifteen_months_are_the_longest():
    late = NEXT | {"date": date(2020, 4, 11)}

    assert told(None, VISIT, late) == same(1, 1, 0)
    assert told(None, VISIT | {"date": date(2020, 1, 10)}) == same(1, 0, 0)


def test_an_answer_without_a_visit_is_only_an_answer():
    assert told({"who": 8}) == same(1, 0, 0)


def test_the_same_day_s_maintenance_is_not_the_next():
    assert told(None, VISIT | {"to_no": 1}) == same(1, 1, 0)


def test_a_client_who_may_be_another_may_mean_another_visit():
    cards = [{"who": 1}, {"who": 2, "possible": 1}]

    assert told({}, cards=cards) == [(1, 1, 1), (0, 1, 1), (0, 1, 1)]
    assert told({"number": "ЗН-1"}, cards=cards) == same(1, 1, 1)


def test_a_later_visit_that_waits_may_be_the_one():
    later = VISIT | {"row_id": 5, "date": date(2019, 1, 11), "vehicle_id": None, "loose": True}

    assert told({"vehicle_id": 1}, VISIT, NEXT, later | {"number": ""})[2] == (0, 1, 1)


def test_a_maintenance_that_waits_may_be_the_next():
    waits = NEXT | {"vehicle_id": None, "loose": True}

    assert told({"number": "ЗН-1"}, VISIT, waits) == [(1, 1, 1), (1, 1, 1), (0, 0, 1)]
