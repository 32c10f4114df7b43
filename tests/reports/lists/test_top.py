from datetime import date

import pytest

from reports.lists.top import top
from reports.options import Options
from tests.reports.lists.hand_made import book, client, column, facts, numbers, sale, visit

VISITS = [
    visit(1, 7, date(2026, 1, 1), amount=30_000.0),
    visit(2, 8, date(2026, 1, 1), amount=60_000.0),
    visit(3, 9, date(2026, 1, 1), amount=10_000.0),
]


def test_the_best_payers_come_first_with_what_they_paid_for():
    report = top(
        facts(visits=VISITS, sales=[sale(3, 9, date(2025, 1, 1))]), book(1, 2, 3), Options()
    )

    assert column(report, "client") == ["C0000003", "C0000002", "C0000001"]
    assert column(report, "money") == [1_010_000.0, 60_000.0, 30_000.0]
    assert numbers(report)["money"] == 1_100_000


def test_the_money_of_those_who_may_not_be_contacted_counts_in_the_whole():
    report = top(facts(visits=VISITS), book(1, client(2, blacklist="yes"), 3), Options())

    assert column(report, "client") == ["C0000001", "C0000003"]
    assert numbers(report)["money"] == 100_000 and numbers(report)["share"] == 1
    assert report.charts == () and report.notes == ()


def test_the_chart_tells_what_each_tenth_of_the_payers_brings():
    visits = [visit(one, one, date(2026, 1, 1), amount=100.0 * one) for one in range(1, 21)]

    (chart,) = top(facts(visits=visits), book(*range(1, 21)), Options()).charts

    assert chart.series[0].values[0] == pytest.approx(3_900 / 21_000)
    assert sum(chart.series[0].values) == pytest.approx(1)


def test_a_base_without_sums_says_so():
    silent = [visit(1, 7, date(2026, 1, 1), amount=None)]

    assert top(facts(visits=silent), book(1), Options()).missing == (
        "No order and no sale tells what was paid."
    )
