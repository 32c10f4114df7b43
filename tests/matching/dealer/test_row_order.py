"""The order of the rows changes nothing, not even the last bit."""

from random import Random
from typing import TypeAlias

import polars as pl
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from matching.dealer.inputs import MatchInput
from matching.dealer.propose import propose
from tests.matching.factory import Card, base, silent
from tests.matching.town import towns

Found: TypeAlias = tuple[
    dict[frozenset[int], tuple[float, str, str, bool]], set[frozenset[frozenset[int]]]
]


def found(inputs: MatchInput, numbers: list[int]) -> Found:
    """The candidates and groups; ``numbers`` are those of the cards, in the order of the town."""
    name = {number: place for place, number in enumerate(numbers)}
    columns = ("left", "right", "probability", "relation", "evidence", "admitted", "group")
    proposed = propose(inputs, threshold=0.1, report=silent).candidates.select(columns)
    pairs: dict[frozenset[int], tuple[float, str, str, bool]] = {}
    groups: dict[int, set[frozenset[int]]] = {}
    for left, right, *said, group in proposed.iter_rows():
        pair = frozenset({name[left], name[right]})
        pairs[pair] = tuple(said)
        groups.setdefault(group, set()).add(pair)
    return pairs, {frozenset(group) for group in groups.values()}


def shuffled(frame: pl.DataFrame, seed: int) -> pl.DataFrame:
    return frame.sample(fraction=1, shuffle=True, seed=seed)


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(towns(12, 40), st.randoms(use_true_random=False))
def test_the_order_of_rows_and_the_numbers_of_cards_change_nothing(
    town: list[Card], dice: Random
) -> None:
    plain = list(range(1, len(town) + 1))
    numbers = dice.sample(range(1, 1000), len(town))
    inputs = base(*town, ids=numbers)
    seed = dice.randrange(1000)
    mixed = MatchInput(
        cards=shuffled(inputs.cards, seed),
        phones=shuffled(inputs.phones, seed),
        emails=shuffled(inputs.emails, seed),
        events=shuffled(inputs.events, seed),
    )
    assert found(mixed, numbers) == found(base(*town, ids=plain), plain)
