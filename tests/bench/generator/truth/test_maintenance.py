from bench.generator.truth.maintenance import changed_on, figures
from bench.generator.world import Company
from tests.bench.generator.truth.hand_made import (
    ELSEWHERE,
    car,
    counted,
    day,
    maintained,
    order,
    person,
    sale,
)

ANNA, BORIS, VERA = person("anna"), person("boris"), person("vera")
VESTA, RIO, NIVA = car("VESTA"), car("RIO"), car("NIVA")
# An order of another car that makes the last day: 10 June 2024.
TODAY = order("2024-06-10", VERA, car("OTHER"))


def figure(name, *facts):
    return figures(counted(*facts, TODAY)).get(name)


def test_of_three_buyers_two_were_due_and_one_came():
    facts = (
        sale("2023-01-10", ANNA, VESTA),
        sale("2023-05-20", BORIS, RIO),
        sale("2024-01-15", VERA, NIVA),
        maintained("2024-01-20", ANNA, VESTA, 1, roubles=8000),
    )
    found = figures(counted(*facts, TODAY))
    assert (found["sold"], found["due.1"], found["came.1"]) == (3, 2, 1)
    assert (found["bill.1"], found["lost.1"]) == (8000.0, 8000.0)
    assert (found["due.0"], found["came.0"], found["due.2"]) == (3, 0, 0)
    assert "bill.0" not in found and "lost.0" not in found


def test_mileage_makes_a_maintenance_due_before_its_year_is_over():
    early = order("2024-05-01", ANNA, VESTA, mileage=15_000)
    assert figure("due.1", sale("2024-01-10", ANNA, VESTA), early) == 1
    less = order("2024-05-01", ANNA, VESTA, mileage=14_999)
    assert figure("due.1", sale("2024-01-10", ANNA, VESTA), less) == 0


def test_who_came_before_it_was_due_counts_as_due():
    came = maintained("2024-05-01", ANNA, VESTA, 1)
    assert figure("due.1", sale("2024-01-10", ANNA, VESTA), came) == 1


def test_used_cars_and_buyers_from_elsewhere_are_left_out():
    facts = (
        sale("2023-01-10", ANNA, VESTA),
        sale("2023-01-11", BORIS, RIO, used=True),
        sale("2023-01-12", person("far", ELSEWHERE), NIVA),
    )
    assert figure("sold", *facts) == 1


def test_a_free_maintenance_counts_only_as_number_zero():
    sold = sale("2023-01-10", ANNA, VESTA)
    assert figure("came.0", sold, maintained("2023-03-01", ANNA, VESTA, 0, roubles=0)) == 1
    assert figure("came.1", sold, maintained("2024-01-20", ANNA, VESTA, 1, roubles=0)) == 0


def test_the_owner_changes_when_the_car_is_sold_here_again():
    first = sale("2022-01-10", ANNA, VESTA)
    known = counted(first, sale("2023-01-05", BORIS, VESTA, used=True), TODAY)
    assert changed_on(known, first) == day("2023-01-05")
    assert figures(known)["due.1"] == 0


def test_the_owner_changes_when_somebody_else_comes_and_the_buyer_never_again():
    first = sale("2022-01-10", ANNA, VESTA)
    facts = (
        order("2022-03-01", BORIS, VESTA),
        order("2022-04-01", ANNA, VESTA),
        order("2022-06-01", VERA, VESTA),
        maintained("2023-01-12", VERA, VESTA, 1),
    )
    known = counted(first, *facts, TODAY)
    assert changed_on(known, first) == day("2022-06-01")
    assert (figures(known)["due.1"], figures(known)["came.1"]) == (0, 0)


def test_a_buyer_who_still_comes_keeps_the_car():
    first = sale("2022-01-10", ANNA, VESTA)
    known = counted(first, order("2022-03-01", BORIS, VESTA), order("2022-04-01", ANNA, VESTA))
    assert changed_on(known, first) is None


def test_one_of_the_family_who_came_before_is_no_new_owner():
    first = sale("2022-01-10", ANNA, VESTA)
    known = counted(
        first,
        order("2022-03-01", BORIS, VESTA),
        order("2022-04-01", ANNA, VESTA),
        order("2023-06-01", BORIS, VESTA),
        TODAY,
    )
    assert changed_on(known, first) is None


def test_a_company_s_car_may_come_with_anybody():
    firm = Company("firm", "Заря", "ООО", "", "", ANNA.home, "9161234567")
    first = sale("2022-01-10", firm, VESTA)
    known = counted(first, order("2022-06-01", BORIS, VESTA), TODAY)
    assert changed_on(known, first) is None
