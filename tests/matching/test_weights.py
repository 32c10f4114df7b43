"""The weights: what the base teaches, and what holds without it."""

import numpy as np
import pytest

from matching.compare import compare, rarities
from matching.defaults import COMPANIES, PERSONS, SAME, Block, Plan
from matching.encode import Cards
from matching.frequency import agreement
from matching.grid import Grid
from matching.model import Model, posterior
from matching.patterns import Patterns, pack, patterns
from matching.progress import Stage
from matching.weights import Population, fit
from tests.matching.factory import Card, company, encoded, person, silent

PHONE = "+79161234567"


def seen(cards: Cards, pairs: list[tuple[int, int]]) -> Patterns:
    left, right = (np.array(side, dtype=np.int64) for side in zip(*pairs, strict=True))
    levels = compare(cards, left, right)
    return patterns(pack(levels, rarities(cards, levels, left, right)))


def fitted(plan: Plan, found: Patterns, cards: Cards) -> Model:
    usual = {
        part: agreement(cards.rarity[part], cards.parts[part]) for part in ("first", "patronymic")
    }
    return fit(plan, found, Population(len(cards), found, usual), Stage(silent))


def probability(left: Card, right: Card, *, plan: Plan = PERSONS) -> float:
    """The probability of the pair in a base of nothing else."""
    cards = encoded(left, right)
    found = seen(cards, [(0, 1)])
    return float(fitted(plan, found, cards).shares(found)[SAME][0])


@pytest.mark.parametrize(
    ("likelier", "likely"),
    [
        ("Шапшин Пётр Ильич", "Шапшин Пётр"),
        ("Шапшин Пётр Ильич", "Иванов Александр Иванович"),
        ("Шапшин Пётр", "Иванов Пётр"),
    ],
)
def test_more_and_rarer_names_weigh_more(likelier: str, likely: str) -> None:
    assert probability(person(likelier), person(likelier)) > probability(
        person(likely), person(likely)
    )


@pytest.mark.parametrize(
    ("name", "likely"), [("Иванов Александр Иванович", False), ("Шапшин Пётр Фомич", True)]
)
def test_under_another_phone_only_a_rare_name_makes_a_candidate(name: str, *, likely: bool) -> None:
    found = probability(person(name, phone=PHONE), person(name, phone="+79031112233"))
    assert (found > 0.5) is likely


def test_what_is_missing_is_no_evidence() -> None:
    left, right = person("Шапшин Пётр", phone=PHONE), person("Шапшин Пётр", phone=PHONE)
    with_mail = person("Шапшин Пётр", phone=PHONE, email="shapshin@mail.ru")
    assert probability(left, right) == probability(left, with_mail)


def test_what_agrees_raises_and_what_differs_lowers() -> None:
    name = "Шапшин Пётр"
    plain = probability(person(name), person(name))
    agreeing = probability(person(name, phone=PHONE), person(name, phone=PHONE))
    differing = probability(person(name, phone=PHONE), person(name, phone="+79031112233"))
    assert agreeing > plain > differing


def test_one_inn_is_one_company_whatever_it_is_called() -> None:
    left = company("ромашка", inn="7707083893", legal_form="ООО")
    right = company("лютик", inn="7707083893", legal_form="АО")
    assert probability(left, right, plan=COMPANIES) > 0.5


def test_a_big_base_moves_the_weights() -> None:
    """Here one client's phone is another each time; the base says so in a hundred pairs."""
    names = [f"{a}{b}ин Пётр Ильич" for a in "абвгдежзик" for b in "лмнопрстуф"]
    mails = [f"client{number}@mail.ru" for number in range(len(names))]
    cards = encoded(
        *(
            person(name, email=mail, phone=f"+7916{side * 4213579 + number * 7}")
            for side in (1, 2)
            for number, (name, mail) in enumerate(zip(names, mails, strict=True))
        )
    )
    found = seen(cards, [(i, i + len(names)) for i in range(len(names))])
    model = fitted(PERSONS, found, cards)
    share = next(w.same for w in model.weights() if (w.field, w.level) == ("phone", "different"))
    untaught = fitted(PERSONS, seen(cards, [(0, 1)]), cards)
    before = next(
        w.same for w in untaught.weights() if (w.field, w.level) == ("phone", "different")
    )
    assert share > before


def test_the_joint_levels_of_a_block_sum_to_one_for_each_set_of_missing_fields() -> None:
    grid = Grid(Block("name", ("last", "first")))
    shares = grid.normalised(np.ones(len(grid.levels)))
    assert np.allclose(np.bincount(grid.mask, weights=shares), 1)


def test_the_classes_share_one() -> None:
    shares = posterior(np.array([[-1000.0, 0.0], [-1001.0, -np.inf], [-1002.0, 0.0]]))
    assert np.allclose(shares.sum(axis=0), 1)
    assert shares[:, 1].tolist() == [0.5, 0, 0.5]


def test_patterns_keep_the_levels_of_every_pair() -> None:
    cards = encoded(person("Шапшин Пётр", phone=PHONE), person("Шапшин П."), person("Орлов Пётр"))
    pairs = [(0, 1), (0, 2), (1, 2), (0, 1)]
    found = seen(cards, pairs)
    left, right = (np.array(side) for side in zip(*pairs, strict=True))
    for field, levels in compare(cards, left, right).items():
        assert found.levels[field][found.where].tolist() == levels.tolist()
    assert found.counts.sum() == len(pairs)
