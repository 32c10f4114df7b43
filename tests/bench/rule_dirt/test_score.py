import pytest

from bench.rule_dirt.kinds import Answer, Dirty, FieldDirt, Floor, Kind, Verdict
from bench.rule_dirt.score import CLEAN, scores


def dirt(read, *, floor=Floor.KEY, other=""):
    kind = Kind("shout", lambda one, _: Dirty(one.upper(), one, other), floor)
    return FieldDirt("word", lambda dice: dice.pick("abc"), lambda w, _: Dirty(w, w), read, (kind,))


def said(value, *, blocked=False, flagged=False):
    return Answer(value, blocked, flagged)


def test_counts_clean_values_then_each_kind():
    clean, shout = scores(dirt(lambda text: said(text.lower())), 50, seed=1)

    assert (clean.kind, clean.count) == (CLEAN, {Verdict.RIGHT: 500})
    assert (shout.kind, shout.count) == ("shout", {Verdict.RIGHT: 50})
    assert not list(clean.faults()) and not list(shout.faults())


def test_one_silent_change_breaks_the_floor():
    _, shout = scores(dirt(lambda _: said("z")), 50, seed=1)

    assert "50 silently changed to something wrong" in list(shout.faults())


def test_a_blocked_clean_value_breaks_the_floor():
    clean, _ = scores(dirt(lambda _: said("", blocked=True, flagged=True)), 50, seed=1)

    assert list(clean.faults()) == ["500 of 500 valid values blocked"]


@pytest.mark.parametrize(
    ("floor", "broken"),
    [(Floor.NONE, False), (Floor.KEY, False), (Floor.KEPT, False), (Floor.UNDONE, True),
     (Floor.PARTS, True), (Floor.TWO_WORDS, True)],
)  # fmt: skip
def test_a_flag_is_enough_for_some_floors_only(floor, broken):
    _, shout = scores(dirt(lambda _: said("", flagged=True), floor=floor), 50, seed=1)

    assert bool(list(shout.faults())) is broken


def test_another_valid_value_is_left_out_of_the_shares():
    _, shout = scores(dirt(lambda _: said("other"), other="other"), 50, seed=1)

    assert shout.count == {Verdict.UNDETECTABLE: 50}
    assert shout.judged == 0 and not list(shout.faults())


def test_the_same_seed_draws_the_same_values():
    seen = [[], []]
    for texts in seen:
        list(scores(dirt(lambda text, texts=texts: texts.append(text) or said(text)), 20, seed=3))

    assert seen[0] == seen[1] and len(seen[0]) == 220
