import pytest
from hypothesis import given
from hypothesis import strategies as st

from rules.gender import normalise


@pytest.mark.parametrize("raw", ["м", "М", "муж", "муж.", "Мужской", "мужчина", "m", "Male", " M "])
def test_reads_a_man(raw):
    assert normalise(raw) == "m"


@pytest.mark.parametrize("raw", ["ж", "Ж", "жен", "жен.", "Женский", "женщина", "f", "г-жа"])
def test_reads_a_woman(raw):
    assert normalise(raw) == "f"


@pytest.mark.parametrize("raw", ["", "-", "1", "0", "не указан", "м/ж", "Маша"])
def test_what_tells_nothing_is_unknown(raw):
    assert normalise(raw) == ""


@given(st.text())
def test_never_raises(raw):
    assert normalise(raw) in ("m", "f", "")
