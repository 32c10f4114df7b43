"""Hashes that a base keeps."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from matching.core.content import content, mixed, numbers, summed


def test_the_hashes_are_those_that_bases_keep() -> None:
    """Whoever must change these numbers raises the version that goes with them."""
    assert content(["", "а", "Иванов", "x" * 40]).tolist() == [
        0,
        9719224688346350045,
        5284766928683359163,
        8048657241235282017,
    ]


@given(st.lists(st.text(max_size=70), min_size=1, max_size=20))
def test_a_hash_hangs_on_its_text_alone(texts: list[str]) -> None:
    together = content(texts).tolist()

    assert together == [int(content([text])[0]) for text in texts]
    assert len(set(together)) == len(set(texts))
    assert [one == 0 for one in together] == [text == "" for text in texts]


def test_what_one_owner_has_is_summed_in_any_order() -> None:
    hashes = content(["а", "б", "в"])

    one = summed(np.array([0, 1, 0]), hashes, 3)
    other = summed(np.array([0, 0, 1]), hashes[[2, 0, 1]], 3)

    assert one.tolist() == other.tolist()
    assert one[2] == 0


def test_mixing_tells_which_value_stands_where() -> None:
    a, b = content(["а"]), content(["б"])

    assert mixed(a, b)[0] != mixed(b, a)[0]
    assert mixed(a, numbers(np.array([0])))[0] != mixed(a, numbers(np.array([1])))[0]
