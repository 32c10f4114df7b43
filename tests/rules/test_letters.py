import pytest
from hypothesis import given
from hypothesis import strategies as st

from rules.letters import (
    as_cyrillic,
    as_latin,
    fold_lookalikes,
    from_cyrillic_layout,
    from_latin_layout,
)


@pytest.mark.parametrize(
    ("raw", "folded"),
    [
        ("Ивaнoв", "Иванов"),
        ("CEPГEЙ", "СЕРГЕЙ"),
        ("Pеtrov", "Petrov"),
        ("Ивaнов Ivan", "Иванов Ivan"),
        ("OOO Ромашка", "OOO Ромашка"),
        ("Фёдоpëв", "Фёдорёв"),
        ("Ивzнов", "Ивzнов"),
        ("", ""),
    ],
)
def test_a_word_of_mixed_letters_gets_one_alphabet(raw, folded):
    assert fold_lookalikes(raw) == folded


def test_a_word_of_twins_only_follows_the_greater_part():
    assert fold_lookalikes("ХOPOC") == "XOPOC"
    assert fold_lookalikes("РОСТOК") == "РОСТОК"


@pytest.mark.parametrize(("word", "cyrillic"), [("OOO", "ООО"), ("HATA", "НАТА"), ("Ivan", "")])
def test_reads_a_latin_word_of_twins_as_russian(word, cyrillic):
    assert as_cyrillic(word) == cyrillic


def test_reads_a_russian_word_of_twins_as_latin():
    assert as_latin("ВМ") == "BM"
    assert as_latin("Иван") == ""


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("Bdfyjd", "Иванов"), ("<jhbcjd", "Борисов"), ("K.,jdm", "Любовь"), ("B/B/", "И.И.")],
)
def test_the_layouts_map_onto_each_other(typed, meant):
    assert from_latin_layout(typed) == meant
    assert from_cyrillic_layout(meant) == typed


@given(st.text())
def test_folding_never_raises_and_is_done_at_once(text):
    once = fold_lookalikes(text)

    assert fold_lookalikes(once) == once
    assert len(once) == len(text)


@given(st.text(alphabet="абвгдеёжзийклмнопрстуфхцчшщъыьэюяАБВГДЕЁЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯ., "))
def test_typing_and_reading_back_gives_the_text(text):
    assert from_latin_layout(from_cyrillic_layout(text)) == text
