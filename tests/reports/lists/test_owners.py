from datetime import date

from reports.lists.owners import no_to0, trade_in
from reports.options import Options
from tests.reports.lists.hand_made import book, column, facts, maintenance, numbers, sale, visit

BUYERS = book(1, 2, 3, 4, 5, 6)
ANY = visit(6, 60, date(2020, 1, 1))


def test_cars_sold_as_new_in_the_time_without_a_maintenance_are_listed_the_longest_ago_first():
    report = no_to0(
        facts(
            sales=[
                sale(1, 1, date(2026, 5, 16)),
                sale(2, 2, date(2026, 5, 17)),
                sale(3, 3, date(2025, 6, 16)),
                sale(4, 4, date(2025, 6, 15)),
                sale(5, 5, date(2026, 1, 1), used=True),
                sale(6, 6, date(2026, 1, 1)),
            ],
            visits=[maintenance(6, 6, date(2026, 3, 1), 0)],
        ),
        BUYERS,
        Options(),
    )

    assert column(report, "client") == ["C0000003", "C0000001"]
    found = numbers(report)
    assert (found["sold"], found["came"], found["without"], found["listed"]) == (3, 1, 2, 2)


def test_a_later_maintenance_stands_for_the_missing_one_and_one_before_the_sale_does_not():
    sales = [sale(1, 1, date(2026, 1, 1)), sale(2, 2, date(2026, 1, 1))]
    visits = [maintenance(1, 1, date(2026, 4, 1), 1), maintenance(2, 2, date(2025, 12, 1), 0)]

    report = no_to0(facts(sales=sales, visits=visits), BUYERS, Options())
    assert column(report, "client") == ["C0000002"]


def test_buyers_from_other_regions_are_left_out_unless_asked_for():
    sales = [
        sale(1, 1, date(2026, 1, 1), region="Тула"),
        sale(2, 2, date(2026, 1, 1), region="Москва"),
        sale(3, 3, date(2026, 1, 1)),
    ]
    told = facts(sales=sales, visits=[ANY], home=["Москва"])

    assert column(no_to0(told, BUYERS, Options()), "client") == ["C0000002", "C0000003"]
    everybody = no_to0(told, BUYERS, Options(other_regions=True))
    assert len(column(everybody, "client")) == 3
    assert everybody.filters[0] == "Buyers from other regions are on the list, too."


def test_a_car_that_changed_hands_is_left_out():
    told = facts(sales=[sale(1, 1, date(2026, 1, 1))], visits=[visit(2, 1, date(2026, 4, 1))])

    assert column(no_to0(told, BUYERS, Options()), "client") == []


def test_owners_for_three_years_are_listed_those_seen_latest_first():
    report = trade_in(
        facts(
            sales=[
                sale(1, 1, date(2023, 6, 15)),
                sale(2, 2, date(2023, 6, 16)),
                sale(3, 3, date(2020, 6, 15)),
                sale(4, 4, date(2020, 1, 1)),
                sale(5, 4, date(2024, 1, 1), used=True),
            ],
            visits=[visit(3, 3, date(2026, 1, 1))],
        ),
        BUYERS,
        Options(),
    )

    assert column(report, "client") == ["C0000003", "C0000001"]
    assert column(report, "years") == [6.0, 3.0]
    assert numbers(report)["owned"] == 2
