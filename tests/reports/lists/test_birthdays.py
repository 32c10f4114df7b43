from datetime import date

import pytest

from reports.lists.birthdays import birthdays
from reports.options import Options
from tests.reports.lists.hand_made import book, client, column, facts, numbers


def born(number, day, **more):
    return client(number, birth_date=day, **more)


def test_birthdays_of_fourteen_days_are_listed_the_next_one_first():
    clients = book(
        born(1, date(1980, 6, 28)),
        born(2, date(1990, 6, 15)),
        born(3, date(1990, 6, 29)),
        born(4, date(1990, 6, 14)),
        born(5, date(1990, 6, 20), kind="company"),
        client(6),
    )

    report = birthdays(facts(), clients, Options())

    assert column(report, "client") == ["C0000002", "C0000001"]
    assert column(report, "birthday") == [date(2026, 6, 15), date(2026, 6, 28)]
    assert column(report, "turning") == [36, 46]
    assert numbers(report)["known"] == 4


def test_the_new_year_is_no_end():
    report = birthdays(facts(day=date(2026, 12, 30)), book(born(1, date(1980, 1, 2))), Options())

    assert column(report, "birthday") == [date(2027, 1, 2)]
    assert column(report, "turning") == [47]


@pytest.mark.parametrize(
    ("day", "expected"),
    [(date(2026, 2, 20), date(2026, 3, 1)), (date(2028, 2, 20), date(2028, 2, 29))],
)
def test_who_was_born_on_29_february_has_it_on_1_march_of_other_years(day, expected):
    report = birthdays(facts(day=day), book(born(1, date(1996, 2, 29))), Options())

    assert column(report, "birthday") == [expected]


def test_a_base_without_birth_dates_says_so():
    assert birthdays(facts(), book(1), Options()).missing == "No client’s birth date is known."
