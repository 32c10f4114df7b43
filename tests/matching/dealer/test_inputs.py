"""Cards of a base taken in parts."""

from datetime import date

from tests.matching.factory import base, person

CARS = (7, 8)
CARDS = base(
    person("Шапшин Пётр", phone="79161234567", events=[(CARS[0], "sale", date(2015, 6, 1))]),
    person("Орлова Анна", email="anna@example.com", events=[(CARS[0], "order", date(2016, 6, 1))]),
    person("Гусева Инна", events=[(CARS[1], "order", day) for day in (date(2016, 6, 1), None)]),
)


def test_cards_read_in_parts_are_those_read_at_once() -> None:
    together = CARDS.of_cards([1]).together(CARDS.of_cards([2, 3]))
    for name in ("cards", "phones", "emails", "events"):
        assert getattr(together, name).equals(getattr(CARDS, name))


def test_a_car_is_shared_by_the_cards_and_not_by_the_events_of_one() -> None:
    assert CARDS.shared_cars() == [CARS[0]]
