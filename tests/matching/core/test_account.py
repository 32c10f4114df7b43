"""The account of a pair says what the search says of it, and adds up."""

from datetime import date

import numpy as np
import pytest

from matching import propose
from matching.core.account import Account
from matching.core.model_text import dumps
from matching.core.plan import SAME
from matching.core.progress import Stage
from matching.dealer.account import account, models_of
from matching.dealer.encode import Cards, encode
from matching.dealer.inputs import MatchInput
from matching.dealer.phrases import KEYS
from tests.matching.factory import base, company, person, silent

PHONE = "+79161234567"
CARDS = (
    person("Шапшин Пётр Ильич", phone=PHONE, birth=date(1970, 5, 6), city="Клин", street="Мира"),
    person("Шапшин П. И.", phone=PHONE, events=[(1, "order", date(2016, 4, 1))]),
    person("Шапшина Анна Юрьевна", phone=PHONE, gender="f", birth=date(1972, 1, 2)),
    person("Ильин Пётр Шапович", birth=date(1981, 3, 4)),
    company("ромашка", phone="+74951234567", inn="7707083893"),
    company("ромашка сервис", phone="+74951234567"),
)


@pytest.fixture
def inputs() -> MatchInput:
    return base(*CARDS)


@pytest.fixture
def cards(inputs: MatchInput) -> Cards:
    return encode(inputs.fitted(), Stage(silent))


def accounted(inputs: MatchInput, cards: Cards, left: int, right: int) -> Account:
    fitted = propose(inputs, threshold=0.01, report=silent).fitted
    found = account(cards, left, right, models_of(fitted))
    assert found is not None
    return found


def test_a_candidate_has_the_probability_and_the_evidence_of_the_search(inputs, cards) -> None:
    candidates = propose(inputs, threshold=0.01, report=silent).candidates
    assert candidates.height >= 2

    for row in candidates.iter_rows(named=True):
        found = accounted(inputs, cards, row["left"] - 1, row["right"] - 1)
        assert found.probability == row["probability"]
        assert found.evidence == row["evidence"]
        assert any(key.compared for key in found.keys)


@pytest.mark.parametrize(("left", "right"), [(0, 1), (0, 2), (0, 3), (1, 2), (4, 5)])
def test_the_weights_add_up_to_the_odds(inputs, cards, left, right) -> None:
    models = models_of(propose(inputs, threshold=0.5, report=silent).fitted)
    found = accounted(inputs, cards, left, right)
    total = found.prior + found.rarity + sum(term.weight for term in found.terms)

    if found.contradictions:
        assert found.probability == 0
    else:
        rivals = [kind for kind in range(4) if kind != SAME]
        odds = found.probability / (1 - found.probability)
        assert 0 <= total - np.log2(odds) <= np.log2(len(rivals))
    assert models["person"].plan.kind == "person"


def test_either_order_of_the_two_gives_one_account(inputs, cards) -> None:
    assert accounted(inputs, cards, 0, 1) == accounted(inputs, cards, 1, 0)


def test_what_rules_one_client_out_is_named(inputs, cards) -> None:
    assert accounted(inputs, cards, 0, 2).contradictions == ("birth", "first", "patronymic")
    assert accounted(inputs, cards, 0, 1).contradictions == ()


def test_strangers_share_no_key(inputs, cards) -> None:
    assert accounted(inputs, cards, 1, 3).keys == ()
    assert {key.key for key in accounted(inputs, cards, 0, 1).keys} >= {
        "phone",
        "surname and initials",
    }


def test_a_person_and_a_company_are_not_compared(inputs, cards) -> None:
    models = models_of(propose(inputs, threshold=0.5, report=silent).fitted)

    assert account(cards, 0, 4, models) is None


def test_a_value_on_too_many_cards_is_a_key_that_brings_nobody_together() -> None:
    names = ("Ли", "Ким", "Пак", "Цой", "Югай", "Хан", "Тян", "Шин", "Нам", "Мун", "Кан", "Со")
    many = [
        person(f"{name} {first} -", phone=PHONE) for name in names for first in ("Олег", "Вера")
    ]
    inputs = base(*many)
    cards = encode(inputs.fitted(), Stage(silent))

    shared = accounted(inputs, cards, 0, 3).keys

    assert [(key.key, key.cards, key.compared) for key in shared] == [("phone", 24, False)]


def test_models_come_back_from_their_text_as_they_were(inputs, cards) -> None:
    text = propose(inputs, threshold=0.5, report=silent).fitted

    assert dumps(models_of(text).values()) == text
    assert models_of("") == {}


def test_every_key_has_a_name_for_the_reader(inputs) -> None:
    keys = propose(inputs, threshold=0.5, report=silent).summary.keys

    assert {key.key for key in keys} <= KEYS.keys()
