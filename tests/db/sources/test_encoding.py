import codecs
from pathlib import Path

import pytest

from db.sources import encoding

_ROWS = "Код;ФИО;Телефон\n1;Иванов Пётр Сергеевич;89161234567\n2;Щукина Юлия;+7 916 765-43-21\n"
_CAPITALS = "КОД;ФИО;ГОРОД\n1;ИВАНОВ ПЁТР;МОСКВА\n"
_SHORT = "ФИО\nИванов\n"
_SINGLE_BYTE = ["cp1251", "cp866", "koi8-r"]


@pytest.mark.parametrize("text", [_ROWS, _CAPITALS, _SHORT, _ROWS * 2000, "Цена, €;№\n1;2\n"])
@pytest.mark.parametrize("code", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_unicode_is_told_by_its_bytes(text, code):
    assert encoding.guess_bytes(text.encode(code)) == code


@pytest.mark.parametrize("text", [_ROWS, _CAPITALS, _SHORT, _ROWS * 2000, "Заказ-наряд №;Сумма\n"])
@pytest.mark.parametrize("code", _SINGLE_BYTE)
def test_single_byte_russian_is_told_by_its_letters(text, code):
    data = text.encode(code, "ignore")
    assert encoding.guess_bytes(data) == code


def test_big_endian_with_a_mark_is_one_encoding_with_little_endian():
    data = codecs.BOM_UTF16_BE + _ROWS.encode("utf-16-be")
    assert encoding.guess_bytes(data) == "utf-16"


@pytest.mark.parametrize("code", ["utf-8", *_SINGLE_BYTE])
def test_russian_far_behind_a_latin_start_is_found(tmp_path: Path, code):
    path = tmp_path / "late.csv"
    path.write_bytes(b"code;name\n" + b"1;Smith\n" * 100_000 + _ROWS.encode(code))
    assert encoding.guess(path) == code


def test_plain_ascii_is_utf_8(tmp_path: Path):
    path = tmp_path / "plain.csv"
    path.write_bytes(b"code;name\n1;Smith\n")
    assert encoding.guess(path) == "utf-8"


def test_one_damaged_character_does_not_turn_utf_8_into_something_else():
    data = (_ROWS * 20).encode()
    assert encoding.guess_bytes(data[:600] + b"\xd0" + data[600:]) == "utf-8"


def test_a_sample_cut_inside_a_character_is_still_utf_8():
    assert encoding.guess_bytes(_ROWS.encode()[:9]) == "utf-8"


@pytest.mark.parametrize("wrong", ["cp1251", "utf-8", "cp866", "utf-16"])
def test_an_encoding_the_bytes_contradict_is_told(tmp_path: Path, wrong):
    path = tmp_path / "list.csv"
    path.write_bytes((_ROWS * 5).encode("koi8-r"))
    assert encoding.contradiction(path, wrong) == "koi8-r"


@pytest.mark.parametrize(
    ("written", "wanted"),
    [("utf-8", "utf-8-sig"), ("utf-8-sig", "utf-8"), ("cp1251", "windows-1251")],
)
def test_another_name_of_the_same_encoding_is_no_contradiction(tmp_path: Path, written, wanted):
    path = tmp_path / "list.csv"
    path.write_bytes(_ROWS.encode(written))
    assert encoding.contradiction(path, wanted) == ""
