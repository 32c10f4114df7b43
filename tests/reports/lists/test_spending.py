from datetime import date

from reports.lists.spending import period, spending
from reports.options import Options
from tests.reports.lists.hand_made import facts, sale, visit

FACTS = facts(
    sales=[sale(1, 7, date(2025, 1, 1)), sale(2, 8, date(2025, 5, 1), amount=None)],
    visits=[
        visit(1, 7, date(2025, 6, 1), amount=1_000.0),
        visit(1, 7, date(2026, 6, 1), amount=2_000.0),
        visit(1, 7, date(2026, 6, 5), amount=9_000.0, commercial=False),
        visit(3, 9, date(2026, 6, 1), amount=None),
    ],
)


def test_money_is_what_commercial_visits_and_cars_cost():
    rows = spending(FACTS, Options()).sort("client_id")

    assert rows.select("service", "price", "money").rows() == [
        (3_000.0, 1_000_000.0, 1_003_000.0),
        (None, None, 0.0),
        (None, None, 0.0),
    ]
    assert rows["visits"].to_list() == [3, 0, 1]
    assert rows["cars"].to_list() == [1, 1, 0]


def test_a_period_limits_it():
    options = Options(since=date(2026, 1, 1), until=date(2026, 6, 1))

    rows = spending(FACTS, options).sort("client_id")
    assert rows["money"].to_list() == [2_000.0, 0.0]
    assert period(options) == ("Period: 2026-01-01 – 2026-06-01",)
    assert period(Options()) == ()
