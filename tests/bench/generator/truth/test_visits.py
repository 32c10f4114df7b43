from bench.generator.truth.visits import chained, marked_repeats
from tests.bench.generator.truth.hand_made import car, order, person

ANNA, VESTA = person("anna"), car("VESTA")


def visits(*orders):
    return marked_repeats(chained(orders))


def test_orders_of_one_car_on_one_day_and_the_next_are_one_visit():
    found = visits(
        order("2024-03-01", ANNA, VESTA, "wash", roubles=500, mileage=100),
        order("2024-03-02", ANNA, VESTA, "repair", roubles=700, mileage=103),
        order("2024-03-03", ANNA, VESTA, "tyres", roubles=300, mileage=101),
        order("2024-03-05", ANNA, VESTA, "wash"),
    )
    assert [len(visit.orders) for visit in found] == [3, 1]
    assert (found[0].kind, found[0].amount, found[0].mileage) == ("repair", 150_000, 103)


def test_two_cars_on_one_day_are_two_visits():
    other = car("OTHER")
    assert len(visits(order("2024-03-01", ANNA, VESTA), order("2024-03-01", ANNA, other))) == 2


def test_the_same_repair_within_thirty_days_repeats_it():
    found = visits(
        order("2024-03-01", ANNA, VESTA),
        order("2024-03-31", ANNA, VESTA),
        order("2024-05-01", ANNA, VESTA),
        order("2024-05-10", ANNA, VESTA, "bodywork"),
    )
    assert [visit.repeat for visit in found] == [False, True, False, False]


def test_a_comeback_repeats_whatever_was_before_and_a_wash_never_does():
    found = visits(
        order("2024-03-01", ANNA, VESTA, "comeback"),
        order("2024-03-10", ANNA, VESTA, "wash"),
        order("2024-03-20", ANNA, VESTA, "wash"),
    )
    assert [visit.repeat for visit in found] == [True, False, False]
