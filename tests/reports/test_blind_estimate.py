import json

import pytest

from reports.blind_estimate import Sample, estimate
from reports.blind_words import told
from reports.strata import Stratum

SURE, JOINED, LIKELY, APART = Stratum
SIZES = {SURE: 900, JOINED: 100, LIKELY: 40, APART: 60}


def answered(sizes=SIZES, **answers):
    """The estimate from the answers by stratum: y, n, or - for none; _ for a row that is lost."""
    strata, said = {}, {}
    for name, letters in answers.items():
        for number, letter in enumerate(letters):
            pair = f"{name}-{number}"
            strata[pair] = Stratum(name)
            if letter != "_":
                said[pair] = {"y": True, "n": False, "-": None}[letter]
    return estimate(Sample(strata, sizes), said, changed=False, threshold=0.5)


def everything():
    return answered(joined_sure="yyyyyyyyyy", joined="yyyyn", apart_likely="yyyn", apart="ynnnn-__")


def test_shares_are_weighed_by_what_the_strata_hold():
    found = everything()

    # none of 900 and a fifth of 100; three quarters of 40 and a fifth of 60
    assert found.wrong_merges.middle == pytest.approx(20 / 1000)
    assert found.missed.middle == pytest.approx((30 + 12) / 100)
    assert (found.joined_pairs, found.apart_pairs) == (1000, 100)


def test_the_bounds_stand_on_either_side():
    found = everything()

    assert 0 <= found.wrong_merges.low < 0.02 < found.wrong_merges.high < 1
    assert 0 <= found.missed.low < 0.42 < found.missed.high < 1


def test_pairs_without_an_answer_are_left_out_and_counted():
    found = everything()

    assert (found.unanswered, found.missing) == (1, 2)
    assert found.strata[-1].drawn == 8 and found.strata[-1].answered == 5


def test_where_every_pair_is_answered_the_estimate_is_the_truth():
    found = answered(dict.fromkeys(Stratum, 3), joined_sure="yyy", joined="ynn",
                     apart_likely="yyn", apart="nnn")  # fmt: skip

    assert found.wrong_merges.low == found.wrong_merges.high == pytest.approx(2 / 6)
    assert found.missed.low == found.missed.high == pytest.approx(2 / 6)


def test_a_base_without_joined_pairs_has_no_wrong_merges():
    found = answered({SURE: 0, JOINED: 0, LIKELY: 4, APART: 4}, apart_likely="yn", apart="n")

    assert found.wrong_merges is None
    assert "Wrong merges: no two cards are one client yet." in told(found)
    assert json.loads(json.dumps(found.as_json()))["wrong_merges_pairs"] is None


def test_a_stratum_without_an_answer_leaves_anything_open_and_says_so():
    found = answered(joined_sure="yy", joined="--", apart_likely="y", apart="n")

    assert found.wrong_merges.high >= 0.05
    assert any("“one client, the others” was answered" in line for line in told(found))


def test_a_person_is_told_shares_numbers_and_what_cannot_be_seen():
    said = "\n".join(told(everything()))

    assert "Answered: 24 of 27 pairs. Empty or unsure: 1, not in the file: 2" in said
    assert "Wrong merges: 2.00% of the 1000 pairs that are one client, some 20 pairs" in said
    assert "Missed duplicates: 42.00% of the 100 pairs proposed and not joined, some 42" in said
    assert "never proposed" in said and "below 0.5" in said
    assert "has changed" not in said


def test_a_script_gets_numbers_of_pairs_beside_the_shares():
    found = json.loads(json.dumps(everything().as_json()))

    assert found["missed_pairs"]["middle"] == pytest.approx(42)
    assert found["wrong_merges_pairs"]["middle"] == pytest.approx(20)
