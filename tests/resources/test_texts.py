"""Every text a user sees is translated, and the language follows the user's choice."""

import sys

import pytest

from resources import texts
from tools.texts import (
    MO,
    PO,
    faults,
    key,
    mo_bytes,
    po_bytes,
    read,
    sources,
    spoken,
    strings,
    updated,
)

_VARIABLES = ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG")


def test_the_translations_hold_every_text_and_no_unused_one() -> None:
    translated, said = {key(message) for message in read().messages}, spoken(sources())
    assert {"missing": said - translated, "unused": translated - said} == {
        "missing": set(),
        "unused": set(),
    }


def test_every_text_is_translated_whole() -> None:
    assert [fault for message in read().messages for fault in faults(message)] == []


def test_russian_texts_quote_in_guillemets() -> None:
    assert [text for m in read().messages for text in strings(m) if set(text) & set('“”„"')] == []


def test_the_translations_are_written_in_the_fixed_form() -> None:
    assert PO.read_bytes() == po_bytes(updated(read(), [key(m) for m in read().messages]))


def test_the_compiled_texts_are_those_of_the_translations() -> None:
    assert MO.read_bytes() == mo_bytes(read())


def test_the_chosen_language_is_spoken() -> None:
    texts.use("ru")
    longest = max((m.id for m in read().messages if isinstance(m.id, str)), key=len)
    assert texts.language() == "ru"
    assert texts.gettext(longest) != longest


def test_english_gives_the_message_itself() -> None:
    assert texts.gettext("Never written anywhere") == "Never written anywhere"


@pytest.mark.parametrize(("number", "expected"), [(1, "row"), (2, "rows"), (0, "rows")])
def test_english_has_two_plural_forms(number: int, expected: str) -> None:
    assert texts.ngettext("row", "rows", number) == expected


def test_an_empty_message_stays_empty_in_every_language() -> None:
    texts.use("ru")
    assert texts.gettext("") == ""


def test_a_marked_message_stays_as_it_is() -> None:
    texts.use("ru")
    assert texts.marked("Never written anywhere") == "Never written anywhere"


def test_an_unknown_language_is_refused_and_nothing_changes() -> None:
    with pytest.raises(ValueError, match="'de' is not one of ru, en"):
        texts.use("de")
    assert texts.language() == "en"


@pytest.mark.skipif(sys.platform == "win32", reason="Windows asks its own settings")
@pytest.mark.parametrize(
    ("settings", "expected"),
    [
        ({"LANG": "ru_RU.UTF-8"}, "ru"),
        ({"LANG": "en_US.UTF-8"}, "en"),
        ({"LANG": "de_DE.UTF-8"}, "en"),
        ({"LANG": "ru_RU.UTF-8", "LC_ALL": "C"}, "en"),
        ({"LANG": "C", "LANGUAGE": "ru:en"}, "ru"),
    ],
)
def test_the_first_language_is_the_systems(
    settings: dict[str, str], expected: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for variable in _VARIABLES:
        monkeypatch.delenv(variable, raising=False)
    for variable, value in settings.items():
        monkeypatch.setenv(variable, value)
    assert texts.system_language() == expected
