from datetime import date

import pytest

from bench.generator.truth.calendar import month_of, months_later, year_of


@pytest.mark.parametrize(
    ("start", "months", "end"),
    [
        (date(2024, 1, 31), 1, date(2024, 2, 29)),
        (date(2024, 2, 29), 12, date(2025, 2, 28)),
        (date(2023, 11, 15), 3, date(2024, 2, 15)),
        (date(2024, 3, 31), -12, date(2023, 3, 31)),
    ],
)
def test_a_day_some_months_later_stays_within_its_month(start, months, end):
    assert months_later(start.toordinal(), months) == end.toordinal()


def test_a_day_tells_its_month_and_year():
    day = date(2024, 5, 7).toordinal()
    assert (month_of(day), year_of(day)) == ("2024-05", 2024)
