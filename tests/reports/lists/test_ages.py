from datetime import date

from reports.lists.ages import ages
from reports.options import Dimension, Options
from tests.reports.lists.hand_made import book, column, facts, numbers, sale, visit

FACTS = facts(
    sales=[
        sale(1, 7, date(2023, 6, 16)),
        sale(2, 8, date(2023, 6, 15)),
        sale(3, 9, date(2024, 1, 1), used=True, year=2015),
    ],
    visits=[
        visit(1, 7, date(2026, 1, 1), amount=4_000.0),
        visit(1, 7, date(2026, 2, 1), amount=9_000.0, commercial=False),
        visit(2, 8, date(2025, 6, 15)),
        visit(4, 10, date(2026, 3, 1)),
        visit(-5, 11, date(2026, 3, 1), year=2018),
    ],
)


def test_a_car_is_as_old_as_its_sale_as_new_else_its_production_year_says():
    found = numbers(ages(FACTS, book(1, 2, 3, 4), Options()))

    assert [found[f"cars.{name}"] for name in ("young", "middle", "old", "unknown")] == [1, 1, 2, 1]


def test_visits_and_money_are_those_of_twelve_months_without_warranty():
    found = numbers(ages(FACTS, book(1, 2, 3, 4), Options()))

    assert found["visits.young"] == 2 and found["money.young"] == 4_000
    assert found["a_car.young"] == 2 and found["money_a_car.young"] == 4_000
    assert found["came.middle"] == 0
    assert "a_car.middle" not in found and "money.middle" not in found


def test_a_segment_lists_its_cars_with_who_came_last_and_no_contacts():
    report = ages(FACTS, book(1, 2, 3, 4), Options())

    assert column(report, "client", "cars.young") == ["C0000001"]
    assert column(report, "client", "cars.old") == ["", "C0000003"]
    assert "phones" not in [one.name for one in report.behind("cars.young").columns]
    assert any(line.startswith("Not a list for contacting") for line in report.filters)


def test_a_slice_by_model_limits_the_cars():
    report = ages(FACTS, book(1), Options(only={Dimension.MODEL: "Lada Vesta"}))

    assert numbers(report)["cars.young"] == 0


def test_sums_that_nobody_told_are_not_zero():
    silent = facts(visits=[visit(1, 7, date(2026, 1, 1), amount=None, year=2025)])

    assert "money.young" not in numbers(ages(silent, book(1), Options()))
