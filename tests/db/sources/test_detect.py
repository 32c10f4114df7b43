import gzip
import os
import zipfile
from pathlib import Path

import pytest

from db.errors import KnownError
from db.sources import Layout, archive, open_source
from tests.db.sources.workbooks import compound_file, write_raw_xlsx

_ROW = '<row r="1"><c r="A1"><v>1</v></c></row>'
_BAD = {
    "empty": (b"", "is empty"),
    "blank": (b"\xef\xbb\xbf\r\n  \r\n", "is empty"),
    "jpeg": (b"\xff\xd8\xff\xe0\0\x10JFIF" + bytes(range(256)) * 9, "is a picture"),
    "png": (b"\x89PNG\r\n\x1a\n" + bytes(99), "is a picture"),
    "webp": (b"RIFF\0\0\0\0WEBPVP8 ", "is a picture"),
    "heic": (b"\0\0\0\x18ftypheic", "is a picture"),
    "pdf": (b"%PDF-1.7\n%\xe2\xe3", "is a PDF"),
    "mxl": (b"MOXCEL\0\7\0", "is a 1C spreadsheet"),
    "html": (b"<html><table><tr><td>1</td></tr></table></html>", "is a web page"),
    "doctype": (b"\xef\xbb\xbf<!DOCTYPE HTML><html>", "is a web page"),
    "xml": (b'<?xml version="1.0"?><Workbook/>', "is an XML file"),
    "base": (b"SQLite format 3\0" + bytes(84), "is a database"),
    "gz": (gzip.compress(b"a;b\n"), "is an archive"),
    "rar": (b"Rar!\x1a\7\0", "is an archive"),
    "exe": (b"MZ" + bytes(range(256)) * 99, "is no table"),
    "doc": (compound_file("WordDocument", b""), "is a text document"),
    "ole": (compound_file("Other", b""), "is no table"),
    "locked": (compound_file("EncryptedPackage", b""), "is protected by a password"),
    "half": (b"PK\3\4" + bytes(99), "is damaged or not whole"),
}


@pytest.mark.parametrize(("content", "sentence"), _BAD.values(), ids=_BAD)
def test_what_is_no_table_is_refused_under_any_name(tmp_path, content, sentence):
    for name in ("list.xlsx", "list.csv"):
        path = tmp_path / name
        path.write_bytes(content)
        with pytest.raises(KnownError, match=sentence) as caught:
            open_source(path)
        assert str(caught.value).startswith(f"“{name}”")
        assert str(caught.value).count(".") <= 3
        assert "\n" not in str(caught.value)


def test_a_missing_file_is_told(tmp_path):
    with pytest.raises(KnownError, match=r"“none.csv” was not found"):
        open_source(tmp_path / "none.csv")


def test_a_folder_is_told(tmp_path):
    with pytest.raises(KnownError, match="is a folder"):
        open_source(tmp_path)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="pipes with names are of POSIX")
def test_a_pipe_is_not_waited_for(tmp_path):
    os.mkfifo(tmp_path / "pipe.csv")
    with pytest.raises(KnownError, match="is no table"):
        open_source(tmp_path / "pipe.csv")


class _SharingError(PermissionError):
    winerror = 32


@pytest.mark.parametrize(
    ("error", "sentence"),
    [
        (PermissionError(13, "Permission denied"), "You may not read “list.csv”"),
        (_SharingError(13, "used by another process"), "“list.csv” is open in another program"),
        (OSError(5, "Input/output error"), r"cannot be read \(Input/output error\)"),
    ],
)
def test_a_file_the_system_withholds_is_told(tmp_path, monkeypatch, error, sentence):
    path = tmp_path / "list.csv"
    path.write_text("a;b\n")

    def refuse(*_: object, **__: object) -> None:
        raise error

    monkeypatch.setattr(Path, "open", refuse)
    with pytest.raises(KnownError, match=sentence):
        open_source(path)


def test_a_text_that_only_starts_like_a_picture_is_read(tmp_path):
    path = tmp_path / "list.csv"
    path.write_text("BMW;PK\nX5;1\n", encoding="utf-8")
    assert [line.cells for line in open_source(path).lines()] == [("BMW", "PK"), ("X5", "1")]


@pytest.mark.parametrize("code", ["utf-16-le", "utf-16-be", "utf-16"])
def test_wide_text_is_not_taken_for_a_binary_file(tmp_path, code):
    path = tmp_path / "list.csv"
    path.write_bytes("ФИО;VIN\nИванов;1\n".encode(code))
    assert next(iter(open_source(path).lines())).cells == ("ФИО", "VIN")


def test_the_layout_is_handed_on(tmp_path):
    path = tmp_path / "list.csv"
    path.write_text("a;b,c\n", encoding="utf-8")
    assert open_source(path, Layout("csv", delimiter=",")).layout.delimiter == ","


def test_a_zip_bomb_is_refused_before_it_unpacks(tmp_path):
    text = "a" * 30_000_000
    bomb = f'<row r="1"><c r="A1" t="inlineStr"><is><t>{text}</t></is></c></row>'
    with pytest.raises(KnownError, match="unpacks to far more than a list"):
        open_source(write_raw_xlsx(tmp_path / "bomb.xlsx", bomb))


def test_a_bomb_of_many_small_parts_is_refused(tmp_path, monkeypatch):
    monkeypatch.setattr(archive, "MAX_ENTRIES", 3)
    with pytest.raises(KnownError, match="unpacks to far more than a list"):
        open_source(write_raw_xlsx(tmp_path / "bomb.xlsx", _ROW))


def test_a_bomb_of_evenly_packed_parts_is_refused_by_their_sum(tmp_path, monkeypatch):
    monkeypatch.setattr(archive, "MAX_UNPACKED", 500)
    with pytest.raises(KnownError, match="unpacks to far more than a list"):
        open_source(write_raw_xlsx(tmp_path / "bomb.xlsx", _ROW))


@pytest.mark.parametrize("gap", ["", "<!-- x -->\n" * 50])
def test_a_document_type_is_refused(tmp_path, gap):
    prolog = f'<?xml version="1.0"?>{gap}<!DOCTYPE x [<!ENTITY a "b">]>'
    with pytest.raises(KnownError, match="holds instructions"):
        open_source(write_raw_xlsx(tmp_path / "dtd.xlsx", _ROW, prolog=prolog))


@pytest.mark.parametrize(
    ("part", "sentence"),
    [
        ("word/document.xml", "is a text document"),
        ("xl/workbook.bin", "is a binary workbook"),
        ("sales.csv", "unpack it and choose the file inside"),
    ],
)
def test_archives_that_are_no_workbooks_are_told_apart(tmp_path, part, sentence):
    path = tmp_path / "list.xlsx"
    with zipfile.ZipFile(path, "w") as packed:
        packed.writestr(part, "a;b\n")
    with pytest.raises(KnownError, match=sentence):
        open_source(path)


def test_a_protected_part_is_told(tmp_path):
    path = write_raw_xlsx(tmp_path / "list.xlsx", _ROW)
    data = bytearray(path.read_bytes())
    place = data.find(b"PK\1\2")
    data[place + 8] |= 1
    path.write_bytes(data)
    with pytest.raises(KnownError, match="is protected by a password"):
        open_source(path)
