from datetime import date

from reports.lists.unpaid import unpaid_marks
from reports.options import Options
from tests.reports.lists.hand_made import book, column, facts, numbers, visit

VISITS = [
    visit(1, 7, date(2026, 1, 1), unpaid=True, number="ЗН-1", staff="Иванова"),
    visit(-2, 8, date(2026, 3, 1), unpaid=True, number="ЗН-2", staff="Сидоров"),
    visit(1, 7, date(2026, 4, 1), unpaid=True, number="ЗН-3", staff="Иванова"),
    visit(1, 7, date(2026, 5, 1)),
]


def test_marks_without_pay_are_listed_the_latest_first_whoever_they_are_of():
    report = unpaid_marks(facts(visits=VISITS), book(1), Options())

    assert column(report, "number") == ["ЗН-3", "ЗН-2", "ЗН-1"]
    assert column(report, "client") == ["C0000001", "", "C0000001"]
    assert numbers(report) == {"orders": 4, "listed": 3}


def test_they_are_counted_by_adviser():
    report = unpaid_marks(facts(visits=VISITS), book(1), Options())

    assert report.tables[1].rows == (("", "Иванова", 2), ("", "Сидоров", 1))


def test_a_period_limits_them_and_stands_in_the_header():
    report = unpaid_marks(facts(visits=VISITS), book(1), Options(since=date(2026, 4, 1)))

    assert numbers(report) == {"orders": 2, "listed": 1}
    assert report.filters[0] == "Period: 2026-04-01 – …"
