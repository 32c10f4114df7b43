"""The tool that gathers and compiles the texts is exact and repeatable."""

import gettext
import io
from pathlib import Path

import pytest
from babel.messages.catalog import Message

from tools.texts import (
    Texts,
    faults,
    mo_bytes,
    placeholders,
    po_bytes,
    read,
    sources,
    spoken,
    updated,
)


@pytest.fixture
def code(tmp_path: Path) -> Path:
    path = tmp_path / "page.py"
    path.write_text(
        'gettext("Load")\n'
        'marked("Two " "parts of {name}")\n'
        'ngettext("{count} row", "{count} rows", count)\n'
        'gettext("{count} row")\n'
        "f\"{gettext('All')} {count}\"\n"
        'gettext(_TITLES.get(name, marked("Inside")))\n'
        'unknown("Not a text")\n'
        "gettext(chosen)\n"
    )
    return path


def translated() -> Texts:
    texts = Texts()
    texts.add("Load", "Загрузить")
    texts.add(
        ("{count} row", "{count} rows"), ("{count} строка", "{count} строки", "{count} строк")
    )
    return texts


def test_every_way_to_mark_a_text_is_found(code: Path) -> None:
    assert spoken([code]) == {
        "Load",
        "Two parts of {name}",
        "All",
        "Inside",
        ("{count} row", "{count} rows"),
    }


def test_the_order_of_the_files_does_not_matter(code: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.py"
    other.write_text('ngettext("Load", "Loads", 2)\n')
    forth, back = (updated(Texts(), spoken(files)) for files in ([code, other], [other, code]))
    assert po_bytes(forth) == po_bytes(back)


def test_an_update_keeps_known_translations_and_drops_unused_ones(code: Path) -> None:
    old = translated()
    old.add("Gone", "Ушло")
    fresh = {m.id if isinstance(m.id, str) else m.id[0]: m for m in _update(old, code).messages}
    assert fresh["Load"].string == "Загрузить"
    assert "Gone" not in fresh
    assert fresh["Two parts of {name}"].string == ""


def _update(old: Texts, code: Path) -> Texts:
    return updated(old, spoken([code]))


def test_a_text_that_gains_a_plural_is_translated_anew() -> None:
    old = Texts()
    old.add("{count} row", "{count} строка")
    (message,) = updated(old, [("{count} row", "{count} rows")]).messages
    assert message.string == ("", "", "")


def test_what_is_written_reads_back_to_the_same_bytes(tmp_path: Path) -> None:
    path = tmp_path / "sverka.po"
    path.write_bytes(po_bytes(translated()))
    assert po_bytes(read(path)) == path.read_bytes()


def test_neither_file_holds_a_date() -> None:
    both = po_bytes(translated()) + mo_bytes(translated())
    assert b"Date" not in both
    assert b"Generated-By" not in both


@pytest.mark.parametrize(
    ("count", "expected"),
    [(1, "{count} строка"), (3, "{count} строки"), (5, "{count} строк"), (21, "{count} строка")],
)
def test_the_compiled_texts_have_russian_plurals(count: int, expected: str) -> None:
    compiled = gettext.GNUTranslations(io.BytesIO(mo_bytes(translated())))
    assert compiled.ngettext("{count} row", "{count} rows", count) == expected


@pytest.mark.parametrize(
    ("message", "fault"),
    [
        (Message("Load", ""), "not translated"),
        (Message("Load", "Загрузить", flags=["fuzzy"]), "fuzzy"),
        (Message("Load {name}", "Загрузить {имя}"), "instead of"),
        (Message("Load {name}", "Загрузить"), "instead of"),
        (Message("Load", "Загрузить {name}"), "instead of"),
        (Message(("{n} row", "{n} rows"), ("{n} строка", "{n} строк")), "2 plural forms"),
        (Message(("{n} row", "{n} rows"), ("{n} строка", "{n} строки", "")), "not translated"),
        (Message(("{n} row", "{n} rows"), ("одна строка", "{n} строки", "{n} строк")), "одна"),
    ],
)
def test_a_fault_is_named(message: Message, fault: str) -> None:
    (found,) = faults(message)
    assert fault in found


def test_a_whole_translation_has_no_fault() -> None:
    assert [fault for message in translated().messages for fault in faults(message)] == []


def test_a_text_with_a_lone_brace_is_no_format() -> None:
    assert placeholders("50 % { and") == set()


def test_all_layers_are_searched() -> None:
    names = {path.as_posix() for path in sources()}
    assert any(name.endswith("rules/finding.py") for name in names)
    assert any(name.endswith("resources/texts.py") for name in names)
