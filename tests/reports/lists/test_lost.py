from datetime import date

from reports.lists.lost import lost_valuable
from reports.options import Options
from tests.reports.lists.hand_made import book, column, facts, numbers, visit

CLIENTS = book(1, 2, 3, 4)
REGULAR = (date(2023, 3, 1), date(2023, 9, 1), date(2024, 3, 1), date(2024, 9, 1))
CHEAP = [visit(4, 40, date(2026, day, 1), amount=1_000.0) for day in range(1, 7)]


def visits(number, days, amount=20_000.0):
    return [visit(number, number, day, amount=amount) for day in days]


def test_regular_clients_with_a_high_bill_who_come_no_more_are_listed_by_money():
    told = facts(visits=[*visits(1, REGULAR), *visits(2, REGULAR, 30_000.0), *CHEAP])

    report = lost_valuable(told, CLIENTS, Options())

    assert column(report, "client") == ["C0000002", "C0000001"]
    assert column(report, "money") == [120_000.0, 80_000.0]
    assert column(report, "visits") == [4, 4]


def test_a_low_bill_is_lost_and_not_valuable():
    told = facts(visits=[*visits(1, REGULAR, 900.0), *CHEAP])

    found = numbers(lost_valuable(told, CLIENTS, Options()))
    assert (found["lost"], found["valuable"]) == (1, 0)


def test_who_came_within_twelve_months_or_never_regularly_is_not_lost():
    lately = (*REGULAR, date(2025, 6, 16))
    seldom = REGULAR[1:]

    told = facts(visits=[*visits(1, lately), *visits(2, seldom), *CHEAP])
    assert numbers(lost_valuable(told, CLIENTS, Options()))["lost"] == 0


def test_a_base_without_sums_says_so():
    told = facts(visits=visits(1, REGULAR, None))

    assert lost_valuable(told, CLIENTS, Options()).missing == "No order tells what was paid."
