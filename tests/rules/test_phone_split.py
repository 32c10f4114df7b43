import pytest
from hypothesis import given
from hypothesis import strategies as st

from rules.phone_split import split, split_whole

_NUMBERS = r"(\+7|8|7)? ?\(?9[0-9]{2}\)? ?[0-9]{7}([,/;] ?[0-9]{7,11}(,0|/916/)?)?"


@pytest.mark.parametrize(
    ("text", "runs"),
    [
        ("89162346578, 89263456789", [("89162346578", ""), ("89263456789", "")]),
        ("8 495 234-65-78 доб. 12; 89263456789", [("84952346578", "12"), ("89263456789", "")]),
        ("мама 89162346578 папа 89263456789", [("89162346578", ""), ("89263456789", "")]),
        ("12.03.2015 89162346578", [("89162346578", "")]),
        ("XW8AA11B0CK000123", []),
    ],
)
def test_cuts_a_cell_into_runs_of_digits(text, runs):
    assert [(run.digits, run.extension) for run in split(text).runs] == runs


def test_digits_in_brackets_after_a_number_are_its_tail():
    assert [(run.digits, run.tail) for run in split("8 (495) 234-65-78 (12)").runs] == [
        ("84952346578", "12")
    ]


def test_letters_become_digits_only_beside_digits():
    assert [run.digits for run in split("8-9О6-2З4-б5-78").runs] == ["89062346578"]
    assert split("Оля Зоя боб").runs == ()


def test_a_run_knows_its_own_letters():
    runs = split("89162346578 Оля, 8-9О6-2З4-б5-78").runs

    assert [(run.raw, run.digits, run.lettered) for run in runs] == [
        ("89162346578", "89162346578", False),
        ("8-9О6-2З4-б5-78", "89062346578", True),
    ]


def test_labels_are_no_remark():
    assert split("моб. тел. 89162346578").words == ""
    assert split("тел. мамы 89162346578").words == "мамы"


@given(st.text(max_size=60))
def test_the_digits_of_a_run_are_its_groups(text):
    for run in split(text).runs:
        assert run.digits == "".join(run.groups)


@given(st.text("0123456789 +-(),;/.|#*\n\u0661", max_size=60))
def test_a_cell_of_numbers_alone_is_read_as_any_other(text):
    assert split(text) == split_whole(text)


@given(st.from_regex(_NUMBERS, fullmatch=True))
def test_numbers_side_by_side_are_read_as_any_other_cell(text):
    assert split(text) == split_whole(text)
