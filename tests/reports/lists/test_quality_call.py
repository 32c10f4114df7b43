from datetime import date

from reports.lists.quality_call import quality_call
from reports.options import Options
from tests.reports.lists.hand_made import book, column, facts, numbers, visit

CLIENTS = book(1, 2, 3, 4, closed=[{"row_id": 3, "closed": date(2026, 6, 13)}])


def test_orders_closed_two_or_three_days_ago_are_listed():
    visits = [visit(number, number, date(2026, 6, day)) for number, day in
              ((1, 12), (2, 13), (3, 1), (4, 14))]  # fmt: skip

    report = quality_call(facts(visits=visits), CLIENTS, Options())

    assert column(report, "client") == ["C0000002", "C0000003", "C0000001"]
    assert column(report, "done") == [date(2026, 6, 13), date(2026, 6, 13), date(2026, 6, 12)]


def test_orders_of_one_client_and_car_are_one_call():
    visits = [
        visit(1, 7, date(2026, 6, 12), number="ЗН-1", amount=1_000.0),
        visit(1, 7, date(2026, 6, 13), number="ЗН-2", amount=500.0),
    ]

    report = quality_call(facts(visits=visits), CLIENTS, Options())

    assert column(report, "number") == ["ЗН-1, ЗН-2"]
    assert column(report, "amount") == [1_500.0]
    assert numbers(report)["closed"] == 1


def test_an_order_closed_later_than_it_was_opened_waits_for_its_day():
    opened = [visit(1, 1, date(2026, 6, 1)), visit(2, 2, date(2026, 6, 1)),
              visit(3, 3, date(2026, 6, 12))]  # fmt: skip
    closed = book(1, 2, 3, closed=[{"row_id": 3, "closed": date(2026, 6, 15)}])

    assert column(quality_call(facts(visits=opened), closed, Options()), "client") == []
