"""The whole of matching on small bases."""

import random
from datetime import date

import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from matching import MatchInput, Proposal, propose
from matching.core.results import CANDIDATES
from matching.dealer.explain import sentence
from matching.dealer.keys import EVIDENCE
from tests.matching.factory import Card, base, company, person, silent

PHONE = "+79161234567"
BUYER = person("Шапшин Пётр Ильич", phone=PHONE, events=[(1, "sale", date(2015, 4, 1))])
VISITOR = person("Шапшин П. И.", phone=PHONE, events=[(1, "order", date(2016, 4, 1))])


def proposed(inputs: MatchInput, threshold: float = 0.5) -> Proposal:
    return propose(inputs, threshold=threshold, report=silent)


def pairs(inputs: MatchInput, threshold: float = 0.5) -> list[tuple[int, int]]:
    return proposed(inputs, threshold).candidates.select("left", "right").rows()


def test_an_empty_base_has_no_candidates() -> None:
    found = proposed(MatchInput())
    assert found.candidates.schema == pl.Schema(CANDIDATES)
    assert found.candidates.height == found.summary.compared == 0


@pytest.mark.parametrize("card", [BUYER, company("ромашка"), Card()])
def test_one_card_has_no_candidates(card: Card) -> None:
    assert proposed(base(card)).candidates.height == 0


def test_a_candidate_tells_all() -> None:
    row = proposed(base(BUYER, VISITOR, ids=(17, 5))).candidates.row(0, named=True)
    assert (row["left"], row["right"], row["group"]) == (5, 17, 5)
    assert row["probability"] > 0.9
    assert row["relation"] == "same"
    assert row["admitted"] is True
    assert sentence(row["evidence"]) == (
        "Surname is the same, first name and patronymic fit the initials, "
        "the phone is the same, though without a whole first name it may be a relative's, "
        "the car is the same at the same time."
    )


TRAPS = {
    "father and son": (
        person("Ложкин Иван Петрович", phone=PHONE),
        person("Ложкин Пётр Иванович", phone=PHONE),
    ),
    "spouses": (
        person("Сухов Олег Игоревич", phone=PHONE, gender="m", city="Клин", street="Мира"),
        person("Сухова Анна Юрьевна", phone=PHONE, gender="f", city="Клин", street="Мира"),
    ),
    "new owner": (
        person("Рогов И. И.", events=[(1, "order", date(2014, 1, 1))]),
        person("Панин Илья Ильич", events=[(1, "sale", date(2016, 1, 1))]),
    ),
    "company and driver": (
        company("гранит", phone=PHONE, events=[(1, "order", date(2014, 1, 1))]),
        person("Носов Иван Ильич", phone=PHONE, events=[(1, "order", date(2014, 2, 1))]),
    ),
    "shared phone": (
        person("Круглов Иван Ильич", phone=PHONE),
        person("Зотова Яна Игоревна", phone=PHONE),
    ),
}


@pytest.mark.parametrize("trap", TRAPS)
def test_related_people_are_no_candidates(trap: str) -> None:
    assert pairs(base(*TRAPS[trap])) == []


def test_an_initial_between_two_brothers_joins_neither_of_them() -> None:
    """Г. fits both Глеб and Герман, and is at most one of them."""
    cards = [
        person("Шапшин Глеб Ильич", phone=PHONE),
        person("Шапшин Герман Ильич", phone=PHONE),
        person("Шапшин Г. И.", phone=PHONE),
    ]
    found = proposed(base(*cards)).candidates
    assert found.select("left", "right").rows() == [(1, 3), (2, 3)]
    assert found["probability"].max() < 0.5
    assert not found["admitted"].any()
    assert found["group"].to_list() == [1, 1]
    assert all("others=rival" in code for code in found["evidence"])


def test_a_card_that_names_a_person_and_a_company_joins_either_but_does_not_join_them() -> None:
    both = company("заря шапшин пётр", phone=PHONE)
    cards = [BUYER, both, company("заря", phone=PHONE, legal_form="ООО")]
    found = proposed(base(*cards), threshold=0.01).candidates
    assert (1, 3) not in found.select("left", "right").rows()
    assert found["probability"].max() < 0.9


@pytest.mark.parametrize("verdict", ["different", "related"])
def test_cards_judged_apart_are_not_joined_through_a_third(verdict: str) -> None:
    cards = [BUYER, VISITOR, VISITOR]
    judged = [(2, 3, verdict)]
    found = proposed(base(*cards, judged=judged)).candidates
    assert found.height == 3
    admitted = found.filter("admitted").select("left", "right").rows()
    assert len(admitted) == 1
    assert admitted != [(2, 3)]


def test_an_unsure_pair_is_left_to_others_to_join() -> None:
    found = proposed(base(BUYER, VISITOR, judged=[(1, 2, "unsure")])).candidates
    assert found["admitted"].to_list() == [False]


def test_a_pair_judged_the_same_is_one_cluster_before_all_others() -> None:
    """1 = 2 by a person's word, 1 contradicts 3, so 2 may not join 3."""
    cards = [
        person("Шапшин Глеб Ильич"),
        person("Шапшин Г. И.", phone=PHONE),
        person("Шапшин Герман Ильич", phone=PHONE),
    ]
    free = proposed(base(*cards)).candidates
    bound = proposed(base(*cards, judged=[(1, 2, "same")])).candidates
    assert free.filter(pl.col("right") == 3)["admitted"].to_list() == [True]
    assert bound.filter(pl.col("right") == 3)["admitted"].to_list() == [False]


def test_a_judgement_on_a_card_that_is_gone_is_ignored() -> None:
    assert pairs(base(BUYER, VISITOR, judged=[(1, 99, "same")])) == [(1, 2)]


def test_a_lower_threshold_lists_what_else_cards_may_be_to_each_other() -> None:
    found = proposed(base(*TRAPS["spouses"], *TRAPS["new owner"]), threshold=0.0).candidates
    relations = dict(zip(found["left"], found["relation"], strict=True))
    assert relations == {1: "spouse", 3: "former_owner"}
    assert not found["admitted"].any()


SURNAMES = ("Шапшин", "Орлов", "Гусев", "Шапшен")
FIRSTS = ("Пётр", "П.", "Иван", "Анна")
crowd = st.lists(
    st.builds(
        lambda last, first, phone, year: person(
            f"{last} {first}",
            phone=f"+7916123456{phone}" if phone else "",
            events=[(phone, "order", date(year, 1, 1))],
        ),
        st.sampled_from(SURNAMES),
        st.sampled_from(FIRSTS),
        st.integers(0, 3),
        st.integers(2012, 2016),
    ),
    min_size=2,
    max_size=12,
)


@settings(max_examples=15)
@given(crowd, st.randoms(use_true_random=False))
def test_the_order_of_the_rows_changes_nothing(cards: list[Card], dice: random.Random) -> None:
    inputs = base(*cards)

    def shuffled(frame: pl.DataFrame) -> pl.DataFrame:
        return frame.sample(fraction=1, shuffle=True, seed=dice.randrange(10**6))

    turned = MatchInput(
        shuffled(inputs.cards),
        shuffled(inputs.phones),
        shuffled(inputs.emails),
        shuffled(inputs.events),
        shuffled(inputs.judged),
    )
    assert proposed(turned).candidates.equals(proposed(inputs).candidates)


def test_two_cards_of_one_id_are_refused() -> None:
    with pytest.raises(ValueError, match="two cards"):
        proposed(base(BUYER, VISITOR, ids=(1, 1)))


def test_a_missing_column_is_named() -> None:
    inputs = MatchInput(phones=pl.DataFrame({"card": [1]}))
    with pytest.raises(ValueError, match="phones lacks the columns phone"):
        proposed(inputs)


def test_progress_grows_to_its_end_and_a_cancel_ends_the_job() -> None:
    class StopError(Exception):
        pass

    seen: list[int] = []
    propose(base(BUYER, VISITOR), threshold=0.5, report=lambda done, total: seen.append(done))
    assert seen == sorted(seen)
    assert seen[-1] == 1000

    def stop(done: int, total: int) -> None:
        if done >= 500:
            raise StopError

    with pytest.raises(StopError):
        propose(base(BUYER, VISITOR), threshold=0.5, report=stop)


def test_the_summary_says_what_was_done() -> None:
    summary = proposed(base(BUYER, VISITOR)).summary
    assert (summary.cards, summary.compared) == (2, 1)
    assert {report.key: report.pairs for report in summary.keys if report.pairs}["phone"] == 1
    weight = next(w for w in summary.weights if (w.field, w.level) == ("phone", "same"))
    assert weight.same > weight.related > weight.stranger
    assert summary.coverage is not None
    assert summary.coverage.recall == 1
    assert {one.key for one in summary.coverage.catches} <= set(EVIDENCE)


@pytest.mark.parametrize("verdict", ["same", "different"])
def test_what_people_judged_weighs_in_the_pairs_they_have_not_judged(verdict: str) -> None:
    """Two phones under one usual name, thirty times; all but one are judged."""
    names = [f"{a}{b}ин Пётр Ильич" for a in "абвгд" for b in "лмнопр"]
    phones = (f"+7916{number * 4213579 % 10**7:07}" for number in range(2 * len(names)))
    cards = [person(name, phone=next(phones)) for name in names for _ in range(2)]
    judged = [(2 * n + 1, 2 * n + 2, verdict) for n in range(1, len(names))]

    def asked(*verdicts: tuple[int, int, str]) -> float:
        found = proposed(base(*cards, judged=verdicts), threshold=0.01).candidates
        return found.row(by_predicate=pl.col("left") == 1, named=True)["probability"]

    before, after = asked(), asked(*judged)
    assert after > before if verdict == "same" else after < before
