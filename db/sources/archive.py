"""Workbooks are zip archives: what kind one is, and whether it is safe to unpack."""

import re
import zipfile
import zlib
from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path

KINDS_WITH_ERRORS = ("xlsx", "ods")  # the formats whose error cells can be counted
MAX_ENTRIES = 10_000
MAX_UNPACKED = 4 * 1024**3
MAX_RATIO = 200  # a table of real clients packs 5 to 30 times
_SMALL = 16 * 1024**2  # below this no ratio does harm
_CHUNK = 1024 * 1024
_PROLOG = 64 * 1024
_OVERLAP = 64
_ENCRYPTED = 0x1
DAMAGED = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError, ValueError)
_ROOT_ELEMENT = re.compile(rb"<[A-Za-z_]")
_ODS_TOKENS = re.compile(rb"<table:table[\s>]|calcext:value-type=[\"']error[\"']")
_ODS_TYPE = b"application/vnd.oasis.opendocument.spreadsheet"


class Danger(StrEnum):
    """Why an archive is not unpacked."""

    DAMAGED = "damaged"
    ENCRYPTED = "encrypted"
    BOMB = "bomb"
    DOCTYPE = "doctype"


class UnsafeArchiveError(Exception):
    """An archive that is not to be unpacked; ``danger`` says why."""

    def __init__(self, danger: Danger) -> None:
        super().__init__(danger)
        self.danger = danger


def inspect(path: Path) -> str:
    """The kind of a safe archive: "xlsx", "ods", "xlsb", "docx" or "" when it is none of these.

    Raises:
        UnsafeArchiveError: it is damaged, encrypted, unpacks to too much or holds a DOCTYPE.
    """
    try:
        with zipfile.ZipFile(path) as archive:
            kind = _kind(archive)
            if kind in ("xlsx", "ods"):
                _refuse_bombs(archive)
                _refuse_doctypes(archive)
    except DAMAGED:
        raise UnsafeArchiveError(Danger.DAMAGED) from None
    return kind


def count_errors(path: Path, kind: str, sheet: int) -> int:
    """The number of error cells («#N/A») on the sheet with this 0-based place in the workbook.

    calamine hands such cells out as empty ones, without a word.
    """
    with zipfile.ZipFile(path) as archive:
        if kind == "ods":
            return _count_ods_errors(archive, sheet)
        part = _sheet_part(archive, sheet)
        return sum(
            chunk.count(b' t="e"') + chunk.count(b" t='e'")
            for chunk in _chunks(archive, part, overlap=len(b' t="e"') - 1)
        )


def _kind(archive: zipfile.ZipFile) -> str:
    names = set(archive.namelist())
    for kind, part in (("xlsx", "xl/workbook.xml"), ("xlsb", "xl/workbook.bin")):
        if part in names:
            return kind
    if "word/document.xml" in names:
        return "docx"
    if {"mimetype", "content.xml"} <= names:
        with archive.open("mimetype") as file:
            return "ods" if file.read(len(_ODS_TYPE)) == _ODS_TYPE else ""
    return ""


def _refuse_bombs(archive: zipfile.ZipFile) -> None:
    entries = archive.infolist()
    unpacked = sum(entry.file_size for entry in entries)
    if len(entries) > MAX_ENTRIES or unpacked > MAX_UNPACKED:
        raise UnsafeArchiveError(Danger.BOMB)
    for entry in entries:
        if entry.flag_bits & _ENCRYPTED:
            raise UnsafeArchiveError(Danger.ENCRYPTED)
        if entry.file_size > max(_SMALL, entry.compress_size * MAX_RATIO):
            raise UnsafeArchiveError(Danger.BOMB)


def _refuse_doctypes(archive: zipfile.ZipFile) -> None:
    """An office program writes no DOCTYPE, an attack on the XML parser needs one."""
    for name in archive.namelist():
        if name.lower().endswith((".xml", ".rels")) and _has_doctype(archive, name):
            raise UnsafeArchiveError(Danger.DOCTYPE)


def _has_doctype(archive: zipfile.ZipFile, name: str) -> bool:
    with archive.open(name) as part:
        prolog = part.read(_PROLOG).replace(b"\0", b"")
    root = _ROOT_ELEMENT.search(prolog)
    head = prolog[: root.start()] if root else prolog
    return b"<!DOCTYPE" in head.upper()


def _chunks(archive: zipfile.ZipFile, name: str, *, overlap: int) -> Iterator[bytes]:
    """The part's bytes, each chunk beginning with the end of the one before it."""
    tail = b""
    with archive.open(name) as part:
        while chunk := part.read(_CHUNK):
            yield tail + chunk
            tail = (tail + chunk)[-overlap:]


def _sheet_part(archive: zipfile.ZipFile, sheet: int) -> str:
    """The name of the part that holds the sheet, by the workbook's own table of relations."""
    book = archive.read("xl/workbook.xml").decode("utf-8", "replace")
    relations = archive.read("xl/_rels/workbook.xml.rels").decode("utf-8", "replace")
    sheets = re.findall(r"<(?:\w+:)?sheet\s[^>]*?\w+:id=[\"']([^\"']+)", book)
    for relation in re.findall(r"<(?:\w+:)?Relationship\s[^>]*>", relations):
        identity = re.search(r"\bId=[\"']([^\"']+)", relation)
        target = re.search(r"\bTarget=[\"']([^\"']+)", relation)
        if identity and target and identity[1] == sheets[sheet]:
            name = target[1]
            return name.lstrip("/") if name.startswith("/") else f"xl/{name}"
    raise KeyError(sheets[sheet])


def _count_ods_errors(archive: zipfile.ZipFile, sheet: int) -> int:
    """Error cells between this sheet's start tag and the next one's."""
    table, errors, offset = -1, 0, 0
    seen = -1
    tail = 0
    for chunk in _chunks(archive, "content.xml", overlap=_OVERLAP):
        start = offset - tail
        for token in _ODS_TOKENS.finditer(chunk):
            if start + token.start() <= seen:
                continue
            seen = start + token.start()
            if token[0].startswith(b"<"):
                table += 1
            elif table == sheet:
                errors += 1
        offset = start + len(chunk)
        tail = min(_OVERLAP, len(chunk))
    return errors
