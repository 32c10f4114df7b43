from datetime import date

import pytest

from reports.lists.months import last_ends, previous_end, shifted


@pytest.mark.parametrize(
    ("day", "months", "expected"),
    [
        (date(2026, 6, 15), -12, date(2025, 6, 15)),
        (date(2024, 2, 29), -12, date(2023, 2, 28)),
        (date(2026, 3, 31), -1, date(2026, 2, 28)),
        (date(2025, 12, 1), 1, date(2026, 1, 1)),
        (date(1, 6, 15), -12, date(1, 6, 15)),
    ],
)
def test_a_day_moves_by_months_and_never_leaves_the_month(day, months, expected):
    assert shifted(day, months) == expected


def test_the_previous_month_ends_on_its_last_day():
    assert previous_end(date(2024, 3, 31)) == date(2024, 2, 29)


def test_the_last_month_ends_reach_up_to_the_day():
    assert last_ends(date(2026, 1, 15), 2) == [date(2025, 11, 30), date(2025, 12, 31)]
    assert last_ends(date(2026, 1, 31), 2) == [date(2025, 12, 31), date(2026, 1, 31)]
