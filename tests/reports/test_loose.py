"""What facts whose car waits in quarantine could change."""

from datetime import date

import polars as pl
import pytest

from reports.loose import loose, most, turned
from tests.reports.hand_made import facts

DAY = date(2020, 5, 1)


def row(number, car, **more):
    return {"row_id": number, "who": number, "vehicle_id": car, "date": DAY, **more}


def test_only_what_waits_is_loose():
    found = loose(
        facts(
            sales=[row(1, 1), row(2, 2, loose=True)],
            carless=[row(3, None), row(4, None, loose=True)],
            orders=[row(5, 3), row(6, None), row(7, None, loose=True)],
        )
    )

    assert (found.carless, found.placed, found.sales, found.visits) == (1, 1, 2, 1)


@pytest.mark.parametrize(("number", "total"), [(0, 0), (1, 5), (2, 8), (9, 10)])
def test_the_most_is_the_sum_of_the_greatest(number, total):
    assert most(pl.Series([2, 5, 3]), number) == total


def test_a_sale_that_waits_turns_the_busiest_foreign_car_and_its_own():
    visits = [
        row(10, 1, amount=5.0),
        row(11, 2, amount=7.0),
        row(12, 2, amount=1.0, kind="wash") | {"date": date(2020, 7, 1)},
        row(13, 3, amount=100.0),
    ]
    made = facts(sales=[row(1, 3, loose=True)], orders=visits)

    assert turned(made.visits, made) == (2, 1, (8.0, 100.0))
    assert turned(facts(orders=visits).visits, facts(orders=visits)) == (0, 0, (0.0, 0.0))
