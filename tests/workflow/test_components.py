from hypothesis import given
from hypothesis import strategies as st

from workflow.components import Components, oldest_cards

cards = st.integers(min_value=1, max_value=12)
pairs = st.lists(st.tuples(cards, cards).filter(lambda pair: pair[0] != pair[1]), max_size=30)


def test_cards_judged_the_same_share_their_oldest_card():
    assert oldest_cards([1, 2, 3, 4], [(2, 3), (1, 2)], []) == [1, 1, 1, 4]


def test_a_judgement_that_keeps_cards_apart_beats_a_chain_of_sames():
    assert oldest_cards([1, 2, 3], [(1, 2), (2, 3)], [(1, 3)]) == [1, 1, 3]


def test_an_enemy_of_one_member_is_an_enemy_of_the_whole_component():
    components = Components([(1, 4)])

    assert components.join(1, 2)
    assert components.join(2, 3)
    assert not components.join(4, 3)


def test_judgements_of_unknown_cards_are_left_aside():
    assert oldest_cards([1, 2], [(1, 9), (9, 2)], []) == [1, 2]


@given(same=pairs, apart=pairs)
def test_no_component_ever_holds_two_cards_judged_apart(same, apart):
    known = list(range(1, 13))

    roots = dict(zip(known, oldest_cards(known, same, apart), strict=True))

    assert all(roots[left] != roots[right] for left, right in apart)


@given(same=pairs)
def test_without_contradictions_the_order_of_judgements_does_not_matter(same):
    known = list(range(1, 13))

    assert oldest_cards(known, same, []) == oldest_cards(known, list(reversed(same)), [])
