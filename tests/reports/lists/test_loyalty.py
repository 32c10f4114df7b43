from datetime import date

from reports.lists.loyalty import loyalty
from reports.options import Options
from tests.reports.lists.hand_made import book, client, column, facts, numbers, sale, visit


def often(number, times, **more):
    return [visit(number, number, date(2026, 1, 1 + day), **more) for day in range(times)]


VISITS = [
    *often(1, 4),
    *often(2, 3),
    *often(3, 4),
    *often(4, 1),
    *often(5, 5, amount=50_000.0),
    visit(6, 6, date(2024, 6, 15)),
]
SALES = [
    *(sale(3, car, date(2024, 1, car)) for car in (1, 2)),
    *(sale(4, car, date(2024, 2, car)) for car in (11, 12)),
]
CLIENTS = book(1, 2, 3, client(4, consent_ads=""), 5, 6)


def test_silver_is_a_second_car_or_four_visits_and_gold_both_or_the_best_payers():
    report = loyalty(facts(visits=VISITS, sales=SALES), CLIENTS, Options(without_consent=True))

    assert column(report, "client", "gold") == ["C0000005", "C0000003"]
    assert column(report, "client", "silver") == ["C0000001", "C0000004"]


def test_the_share_of_loyal_clients_is_of_the_active_ones():
    found = numbers(loyalty(facts(visits=VISITS, sales=SALES), CLIENTS, Options()))

    assert (found["clients"], found["gold"], found["silver"]) == (5, 2, 2)
    assert found["loyal"] == 4 / 5
    assert found["returning"] == 4 / 5


def test_repeat_visits_earn_no_silver():
    report = loyalty(facts(visits=often(1, 4, repeat=True)), CLIENTS, Options())

    assert numbers(report)["silver"] == 0


def test_the_caveat_of_the_sources_stands_beside_the_share():
    report = loyalty(facts(visits=VISITS, sales=SALES), CLIENTS, Options())

    assert "35–45 %" in report.notes[0]


def test_without_anybody_active_there_is_no_share():
    old = facts(visits=[visit(1, 7, date(2020, 1, 1))])

    assert loyalty(old, CLIENTS, Options()).missing == (
        "Nobody came or bought within the last 24 months."
    )
