"""Who had the car when."""

from datetime import date

import numpy as np
import pytest

from matching.dealer.timeline import Car
from tests.matching.factory import Event, encoded, person

CAR, OTHER = 7, 8


def day(year: int, month: int = 6) -> date:
    return date(year, month, 1)


def car_level(left: list[Event], right: list[Event], *others: list[Event]) -> Car:
    cards = encoded(*(person("А", events=events) for events in (left, right, *others)))
    found = cards.timelines.compare(np.array([0]), np.array([1]))
    mirrored = cards.timelines.compare(np.array([1]), np.array([0]))
    assert found.tolist() == mirrored.tolist()
    return Car(int(found[0]))


SOLD_2015 = [(CAR, "sale", day(2015))]
VISITS_2016 = [(CAR, "order", day(2016)), (CAR, "order", day(2018))]


@pytest.mark.parametrize(
    ("left", "right", "level"),
    [
        (SOLD_2015, VISITS_2016, Car.SAME),
        (VISITS_2016, [(CAR, "order", day(2017))], Car.SAME),
        (VISITS_2016, [(CAR, "order", day(2019))], Car.SUCCESSION),
        (SOLD_2015, [(CAR, "order", day(2013))], Car.RESOLD),
        (SOLD_2015, [(CAR, "sale", day(2019))], Car.RESOLD),
        (SOLD_2015, [(CAR, "sale", date(2015, 6, 3))], Car.SAME),
        (SOLD_2015, [(CAR, "car", None)], Car.UNDATED),
        (SOLD_2015, [(OTHER, "sale", day(2015))], Car.DIFFERENT),
        (SOLD_2015, [], Car.MISSING),
    ],
)
def test_one_car_and_two_cards(left: list[Event], right: list[Event], level: Car) -> None:
    assert car_level(left, right) is level


def test_a_sale_to_a_third_person_in_between_parts_the_owners() -> None:
    resale = [(CAR, "sale", day(2019))]
    late = [(CAR, "order", day(2020))]
    assert car_level(SOLD_2015, late) is Car.SAME
    assert car_level(SOLD_2015, late, resale) is Car.RESOLD
    assert car_level(resale, late, SOLD_2015) is Car.SAME


def test_of_several_shared_cars_the_one_that_speaks_for_one_owner_counts() -> None:
    both = [(OTHER, "order", day(2016)), (OTHER, "order", day(2019))]
    assert car_level(SOLD_2015 + both, [(CAR, "sale", day(2019)), *both]) is Car.SAME
