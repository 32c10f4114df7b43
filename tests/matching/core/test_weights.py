"""The weights: what the base teaches, and what holds without it."""

from collections.abc import Callable

import numpy as np
import pytest

from matching.core.grid import Grid
from matching.core.model import Model, posterior
from matching.core.patterns import Patterns, pack, patterns
from matching.core.plan import SAME, Block
from matching.core.progress import Stage
from matching.core.records import Records
from matching.core.weights import Labels, Population, fit
from matching.dealer.encode import Cards
from matching.dealer.plans import FIELDS
from matching.dealer.records import Companies, Persons
from tests.matching.factory import Card, company, encoded, person, silent

PHONE = "+79161234567"


def seen(records: Records, pairs: list[tuple[int, int]]) -> Patterns:
    left, right = (np.array(side, dtype=np.int64) for side in zip(*pairs, strict=True))
    levels = records.compare(left, right)
    rarities = records.rarities(levels, left, right)
    return patterns(records.plan, pack(records.plan, levels, rarities))


def drawn(records: Records, found: Patterns) -> Population:
    """The population of which these pairs are taken for strangers, too."""
    strangers = {
        field.name: np.bincount(found.levels[field.name], found.counts, field.size).astype(np.int64)
        for field in records.plan.fields
    }
    return Population(len(records.members), strangers, records.usual())


def fitted(records: Records, found: Patterns) -> Model:
    population = drawn(records, found)
    return fit(records.plan, found, population, Stage(silent))


def probability(left: Card, right: Card, *, kind: Callable[[Cards], Records] = Persons) -> float:
    """The probability of the pair in a base of nothing else."""
    records = kind(encoded(left, right))
    found = seen(records, [(0, 1)])
    return float(fitted(records, found).shares(found)[SAME][0])


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
    assert probability(left, right, kind=Companies) > 0.5


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
    records = Persons(cards)
    found = seen(records, [(i, i + len(names)) for i in range(len(names))])
    model = fitted(records, found)
    share = next(w.same for w in model.weights() if (w.field, w.level) == ("phone", "different"))
    untaught = fitted(records, seen(records, [(0, 1)]))
    before = next(
        w.same for w in untaught.weights() if (w.field, w.level) == ("phone", "different")
    )
    assert share > before


def test_what_people_judged_moves_the_weights_of_its_levels() -> None:
    """Reviewers say that people who differ in the phone only are one client, or are two."""
    names = [f"{a}{b}ин Пётр Ильич" for a in "абвгдежзик" for b in "лмнопрстуф"]
    phones = (f"+7916{number * 4213579 % 10**7:07}" for number in range(2 * len(names)))
    records = Persons(encoded(*(person(name, phone=next(phones)) for name in names * 2)))
    found = seen(records, [(i, i + len(names)) for i in range(len(names))])
    none = np.zeros(len(found), dtype=np.int64)
    population = drawn(records, found)

    def judged(labels: Labels | None) -> float:
        model = fit(records.plan, found, population, Stage(silent), labels)
        return float(model.shares(found)[SAME].mean())

    one, two = judged(Labels(found.counts, none)), judged(Labels(none, found.counts))
    assert one > judged(None) > two
    assert judged(Labels(none, none)) == judged(None)


def test_the_joint_levels_of_a_block_sum_to_one_for_each_set_of_missing_fields() -> None:
    grid = Grid(Block("name", (FIELDS["last"], FIELDS["first"])))
    shares = grid.normalised(np.ones(len(grid.levels)))
    assert np.allclose(np.bincount(grid.mask, weights=shares), 1)


def test_the_classes_share_one() -> None:
    shares = posterior(np.array([[-1000.0, 0.0], [-1001.0, -np.inf], [-1002.0, 0.0]]))
    assert np.allclose(shares.sum(axis=0), 1)
    assert shares[:, 1].tolist() == [0.5, 0, 0.5]


def test_patterns_keep_the_levels_of_every_pair() -> None:
    cards = encoded(person("Шапшин Пётр", phone=PHONE), person("Шапшин П."), person("Орлов Пётр"))
    records = Persons(cards)
    pairs = [(0, 1), (0, 2), (1, 2), (0, 1)]
    found = seen(records, pairs)
    left, right = (np.array(side) for side in zip(*pairs, strict=True))
    for field, levels in records.compare(left, right).items():
        assert found.levels[field][found.where].tolist() == levels.tolist()
    assert found.counts.sum() == len(pairs)
