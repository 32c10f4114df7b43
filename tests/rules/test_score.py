import pytest
from hypothesis import given
from hypothesis import strategies as st

from rules.score import RULES, Mark, normalise
from tests.rules.findings import assert_renders, codes


@pytest.mark.parametrize(
    ("raw", "score", "scale"),
    [
        ("9", 9, None),
        ("0", 0, None),
        ("10", 10, None),
        ("9.0", 9, None),
        ("4,5", 4.5, None),
        ("4.5", 4.5, None),
        ("4 из 5", 4, 5),
        ("4,5 из 5", 4.5, 5),
        ("9/10", 9, 10),
        ("9 / 10", 9, 10),
        ("0 из 10", 0, 10),
        ("4 of 5", 4, 5),
        ("85 %", 85, 100),
        ("92,5%", 92.5, 100),
        ("85 из 100", 85, 100),
        ("5 баллов", 5, None),
        ("4 балла из 5", 4, 5),
        ("5 звёзд", 5, None),
        ("5 (отлично)", 5, None),
        ("2 - плохо", 2, None),
        ("100", 100, None),
    ],
)
def test_a_mark_is_read_with_its_scale_where_it_is_told(raw, score, scale):
    assert normalise(raw).value == Mark(score, scale)
    assert normalise(raw).findings == ()


@pytest.mark.parametrize(
    ("raw", "score"), [("Отлично", 5), ("хорошо!", 4), ("Удовлетворительно", 3), ("плохо", 2)]
)
def test_the_words_of_school_are_marks_of_five(raw, score):
    assert normalise(raw).value == Mark(score, 5)
    assert codes(normalise(raw).findings) == ["CSI301"]


def test_a_share_of_one_is_taken_for_percent_with_a_word():
    assert normalise("0,85").value == Mark(85, 100)
    assert codes(normalise("0,85").findings) == ["CSI201"]


@pytest.mark.parametrize("raw", ["скорее да", "-5", "12.03.2015", "4-5", "9 10", "8 916 555 01 01"])
def test_nonsense_is_no_mark(raw):
    assert normalise(raw).value is None
    assert codes(normalise(raw).findings) == ["CSI101"]


@pytest.mark.parametrize("raw", ["11 из 10", "6/5", "120 %", "101", "5 из 0"])
def test_no_mark_is_greater_than_its_scale(raw):
    assert normalise(raw).value is None
    assert codes(normalise(raw).findings) == ["CSI102"]


@pytest.mark.parametrize("raw", ["", " ", "-", "нет", "нет ответа", "не указано"])
def test_no_answer_is_no_mark(raw):
    assert normalise(raw).value is None
    assert codes(normalise(raw).findings) in ([], ["CSI101"])


@given(st.text(max_size=60))
def test_never_raises(raw):
    assert_renders(normalise(raw).findings, RULES)
