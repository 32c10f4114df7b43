from datetime import date

import pytest

from ui.pages.reports.periods import NoDayError, Quick, recognised, span, typed

DAY = date(2025, 10, 31)


@pytest.mark.parametrize(
    ("quick", "since", "until"),
    [
        (Quick.ALL, None, None),
        (Quick.THIS_YEAR, date(2025, 1, 1), DAY),
        (Quick.TWELVE_MONTHS, date(2024, 11, 1), DAY),
        (Quick.LAST_MONTH, date(2025, 9, 1), date(2025, 9, 30)),
    ],
)
def test_a_quick_choice_is_a_period_up_to_the_reports_day(quick, since, until):
    assert span(quick, DAY) == (since, until)
    assert recognised(since, until, DAY) is quick


def test_a_year_back_from_a_leap_day_begins_in_march():
    assert span(Quick.TWELVE_MONTHS, date(2024, 2, 29)) == (date(2023, 3, 1), date(2024, 2, 29))


def test_the_month_before_january_is_in_another_year():
    assert span(Quick.LAST_MONTH, date(2025, 1, 5)) == (date(2024, 12, 1), date(2024, 12, 31))


def test_any_other_period_is_ones_own():
    assert recognised(date(2025, 1, 1), None, DAY) is Quick.OWN


@pytest.mark.parametrize(
    "text", ["31.12.2025", "2025-12-31", " 31/12/2025 ", "31.12.25", "31 декабря 2025"]
)
def test_a_day_may_be_typed_in_any_usual_way(text):
    assert typed(text) == date(2025, 12, 31)


def test_nothing_typed_is_no_day():
    assert typed("  ") is None


@pytest.mark.parametrize("text", ["завтра", "31.02.2025", "2025", "00.00.0000", "31.12.99999"])
def test_what_is_no_day_says_how_to_write_one(text):
    with pytest.raises(NoDayError, match="Write it as 2025-12-31"):
        typed(text)
