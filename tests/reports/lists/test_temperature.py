from datetime import date

from reports.lists.temperature import temperature
from reports.options import Dimension, Options
from tests.reports.lists.hand_made import book, client, column, facts, numbers, sale, visit

VISITS = (
    *(visit(1, 7, day) for day in (date(2025, 7, 1), date(2025, 12, 1), date(2026, 5, 1))),
    visit(2, 8, date(2025, 6, 5)),
    visit(3, 9, date(2024, 1, 1)),
    visit(-4, 10, date(2026, 1, 1)),
)
SALES = (sale(5, 11, date(2026, 2, 1)),)
BOOK = book(1, 2, client(3, consent_ads="no"), 5, cars=[{"vehicle_id": 7, "vin": "XTA1"}])


def test_the_segments_are_counted_on_the_day_and_at_the_end_of_thirteen_months():
    found = numbers(temperature(facts(visits=VISITS, sales=SALES), BOOK, Options()))

    assert {key: found[key] for key in ("hot", "warm", "cold", "new", "cooled")} == {
        "hot": 1, "warm": 0, "cold": 2, "new": 1, "cooled": 1,
    }  # fmt: skip
    assert found["warm.2026-05"] == 1 and found["cold.2026-05"] == 1
    assert next(key for key in found if key.startswith("hot.")) == "hot.2025-05"
    assert sum(key.startswith("hot.") for key in found) == 13


def test_who_cooled_since_last_month_is_a_reason_to_call():
    report = temperature(facts(visits=VISITS, sales=SALES), BOOK, Options())

    assert column(report, "client", "cooled") == ["C0000002"]
    assert column(report, "last", "cooled") == [date(2025, 6, 5)]


def test_only_those_who_may_be_contacted_are_listed():
    report = temperature(facts(visits=VISITS, sales=SALES), BOOK, Options())

    assert column(report, "client", "cold") == ["C0000002"]
    assert numbers(report)["left_out.refused"] == 1
    assert numbers(report)["left_out.kept_out"] == 1
    summary = report.tables[0]
    assert summary.behind == ("hot", "warm", "cold", "new", "cooled")
    assert summary.rows[2] == ("Cold clients", 2, 0.5, 1)


def test_the_chart_stacks_the_segments_by_month():
    (chart,) = temperature(facts(visits=VISITS, sales=SALES), BOOK, Options()).charts

    assert chart.labels[-1] == "2026-05"
    assert {series.name: series.values[-1] for series in chart.series} == {
        "Hot clients": 1, "Warm clients": 1, "Cold clients": 1, "New clients": 1,
    }  # fmt: skip


def test_without_sales_nobody_is_told_for_new():
    report = temperature(facts(visits=VISITS, kinds=["service"]), BOOK, Options())

    assert "new" not in numbers(report)
    assert "Without a sales file nobody can be told for a new client." in report.notes


def test_a_slice_of_the_clients_limits_the_counts_too():
    with_company = book(client(1, kind="company"), 2, 3, 5)
    report = temperature(
        facts(visits=VISITS, sales=SALES), with_company, Options(only={Dimension.KIND: "company"})
    )

    found = numbers(report)
    assert (found["hot"], found["warm.2026-05"], found["cold"]) == (1, 0, 0)


def test_the_car_of_the_last_visit_stands_beside_the_client():
    report = temperature(facts(visits=VISITS, sales=SALES), BOOK, Options())

    assert column(report, "vin", "hot") == ["XTA1"]
