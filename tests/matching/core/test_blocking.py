"""Which pairs are compared at all."""

from itertools import chain, pairwise

import numpy as np
import pytest

from matching.core.blocking import Blocks, block
from matching.core.progress import Stage
from matching.core.results import TooManyPairsError
from matching.dealer.keys import company_keys, person_keys
from tests.matching.factory import Card, company, encoded, person, silent


def blocks(*cards: Card, cap: int = 10_000) -> Blocks:
    found = encoded(*cards)
    return block(chain(person_keys(found), company_keys(found)), len(found), Stage(silent), cap)


def pairs(*cards: Card) -> list[tuple[int, int]]:
    found = blocks(*cards)
    return list(zip(found.left.tolist(), found.right.tolist(), strict=True))


@pytest.mark.parametrize(
    ("left", "right"),
    [
        (person("Орлов Пётр", phone="+79161234567"), person("А Б", phone="+79161234567")),
        (person("Орлов Пётр", email="a@b.ru"), person("А Б", email="a@b.ru")),
        (person("Орлов", inn="500100732259"), person("Гусев", inn="500100732259")),
        (person("Орлов", events=[(3, "car", None)]), person("Гусев", events=[(3, "car", None)])),
        (person("Шапшин Пётр Ильич"), person("Shapshin Petr Ilich")),
        (person("Шапшин Пётр"), person("Пётр Шапшин")),
        (person("Шапшина Анна"), person("Шапшин Анна")),
        (person("Шапшин Пётр Ильич"), person("Шапшин П. И.")),
        (person("Шепшин Пётр Ильич"), person("Шапшин Пётр Ильич")),
        (
            person("Шапшин Пётр", phone="+79161234567"),
            person("Шапшин Павел", phone="+79161234568"),
        ),
        (company("ромашка"), company("romashka")),
        (company("а", inn="7707083893"), company("б", inn="7707083893")),
    ],
)
def test_what_is_compared(left: Card, right: Card) -> None:
    assert pairs(left, right) == [(0, 1)]


@pytest.mark.parametrize(
    ("left", "right"),
    [
        (person("Орлов Пётр"), person("Гусев Иван")),
        (person("- -"), person("- -")),
        (person("Орлов", phone="+79161234567"), company("орлов", phone="+79161234567")),
    ],
)
def test_what_is_not(left: Card, right: Card) -> None:
    assert pairs(left, right) == []


def test_each_pair_comes_once_and_in_order() -> None:
    cards = [person("Орлов Пётр Ильич", phone="+79161234567") for _ in range(5)]
    found = pairs(*cards)
    assert found == sorted(set(found))
    assert len(found) == 10


def test_a_phone_on_many_cards_compares_only_those_of_one_name() -> None:
    phone = "+79161234567"
    letters = "абвгдежзиклмнопрстуфхцчшэюя"
    crowd = [person(f"{a}{b}ов {b}{a}ис", phone=phone) for a, b in pairwise(letters)]
    found = blocks(*crowd, crowd[0])
    same = (found.left == 0) & (found.right == len(crowd))
    assert same.sum() == 1
    assert len(found.left) < len(crowd)
    report = next(report for report in found.keys if report.key == "phone")
    assert (report.split, report.dropped) == (1, 0)
    assert report.lost_pairs > 0


def test_too_many_pairs_stop_before_they_fill_the_memory() -> None:
    cards = [person("Орлов Пётр Ильич", phone="+79161234567") for _ in range(19)]
    with pytest.raises(TooManyPairsError) as caught:
        blocks(*cards, cap=50)
    assert caught.value.cap == 50
    assert caught.value.pairs > 50


def test_a_cancel_is_heard() -> None:
    class StopError(Exception):
        pass

    def stop(done: int, total: int) -> None:
        raise StopError

    cards = encoded(person("Орлов Пётр"))
    with pytest.raises(StopError):
        block(person_keys(cards), 1, Stage(stop))


def test_no_cards_have_no_pairs() -> None:
    found = block([], 0, Stage(silent))
    assert np.array_equal(found.left, np.zeros(0))
