from datetime import date

import polars as pl
import pytest

from reports.facts import SALES, VISITS
from reports.lists.temperature_days import as_of, by_day, lives
from tests.reports.lists.hand_made import frame, sale, visit

DAY = date(2026, 6, 15)


def life(*, visits=(), sales=()):
    wanted = (pl.col("decided").alias("client_id"), "date", "vehicle_id", "model")
    return lives(
        frame(VISITS, visits).select(*wanted, "repeat"), frame(SALES, sales).select(*wanted)
    )


def told(found, day=DAY):
    rows = as_of(found, day).sort("client_id").select("client_id", "temperature")
    return dict(rows.iter_rows())


@pytest.mark.parametrize(
    ("days", "expected"),
    [
        ([date(2025, 7, 1), date(2025, 12, 1), date(2026, 5, 1)], "hot"),
        ([date(2025, 6, 15), date(2025, 12, 1), date(2026, 5, 1)], "warm"),
        ([date(2025, 6, 16)], "warm"),
        ([date(2025, 6, 15)], "cold"),
        ([date(2020, 1, 1), date(2020, 2, 1), date(2020, 3, 1)], "cold"),
    ],
)
def test_a_client_is_as_warm_as_the_visits_of_his_last_twelve_months(days, expected):
    found = life(visits=[visit(1, 7, day) for day in days])

    assert told(found) == {1: expected}


def test_a_repeat_visit_makes_nobody_hot_and_keeps_nobody_cold():
    found = life(
        visits=[
            visit(1, 7, date(2026, 1, 1)),
            visit(1, 7, date(2026, 2, 1)),
            visit(1, 7, date(2026, 2, 9), repeat=True),
            visit(2, 8, date(2026, 2, 9), repeat=True),
            visit(3, 9, date(2025, 12, 1)),
            visit(3, 9, date(2026, 2, 1)),
            visit(3, 9, date(2026, 3, 1)),
            visit(3, 9, date(2026, 3, 9), repeat=True),
        ]
    )

    assert told(found) == {1: "warm", 2: "warm", 3: "hot"}


def test_who_bought_lately_and_never_came_is_new_then_cold():
    found = life(sales=[sale(1, 7, date(2025, 9, 1)), sale(2, 8, date(2025, 6, 15))])

    assert told(found) == {1: "new", 2: "cold"}
    assert told(found, date(2026, 9, 1)) == {1: "cold", 2: "cold"}


def test_who_came_is_not_new_whatever_he_bought():
    found = life(visits=[visit(1, 7, date(2024, 1, 1))], sales=[sale(1, 8, date(2026, 6, 1))])

    assert told(found) == {1: "cold"}
    assert told(found, date(2023, 12, 31)) == {}


def test_the_counts_of_a_day_are_those_told_from_the_facts_up_to_it():
    found = life(
        visits=[visit(1, 7, date(2025, 1, 10)), visit(2, 8, date(2026, 1, 10))],
        sales=[sale(1, 7, date(2024, 12, 1)), sale(3, 9, date(2025, 12, 1))],
    )

    days = [date(2024, 12, 31), date(2025, 12, 31), date(2026, 1, 31)]
    assert by_day(found, days).rows() == [
        (date(2024, 12, 31), 0, 0, 0, 1),
        (date(2025, 12, 31), 0, 1, 0, 1),
        (date(2026, 1, 31), 0, 1, 1, 1),
    ]


def test_the_last_visit_tells_the_car():
    found = life(visits=[visit(1, 7, date(2026, 1, 1)), visit(1, 8, date(2026, 2, 1))])

    assert as_of(found, DAY)["vehicle_id"].to_list() == [8]
