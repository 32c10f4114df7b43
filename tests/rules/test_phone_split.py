import pytest
from hypothesis import given
from hypothesis import strategies as st

from rules.phone_split import split


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
