from datetime import date

from reports.lists.next_visit import next_visit
from reports.options import Options
from tests.reports.lists.hand_made import book, column, facts, maintenance, numbers, visit

CLIENTS = book(1, 2, 3, 4, 5)


def test_cars_due_soon_and_overdue_lately_are_listed_the_longest_overdue_first():
    lasts = [date(2025, 7, 15), date(2025, 7, 16), date(2025, 3, 17), date(2025, 3, 16),
             date(2025, 6, 15)]  # fmt: skip
    visits = [maintenance(number, number, day, 1) for number, day in enumerate(lasts, 1)]

    report = next_visit(facts(visits=visits), CLIENTS, Options())

    assert column(report, "client") == ["C0000003", "C0000005", "C0000001"]
    found = numbers(report)
    assert (found["told"], found["ahead"], found["overdue"]) == (5, 2, 1)
    assert column(report, "basis")[0] == "12 months after the last maintenance"
    assert report.notes == ("No order tells a mileage: the dates are those of the calendar alone.",)


def test_the_forecast_is_told_with_its_mileage_and_promises_nothing():
    visits = [
        maintenance(1, 1, date(2025, 9, 1), 1, mileage=15_000),
        visit(1, 1, date(2026, 5, 9), mileage=27_500),
    ]

    report = next_visit(facts(visits=visits), CLIENTS, Options())

    assert column(report, "due") == [date(2026, 6, 28)]
    assert column(report, "expected") == [30_000]
    assert column(report, "basis") == ["mileage of the next maintenance"]
    assert "nobody promises" in report.definition[-1]
