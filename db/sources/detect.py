"""Which reader a file needs: told from what is in it, never from its name."""

import mmap
from pathlib import Path

from db.errors import KnownError
from db.sources import archive, encoding
from db.sources.access import access_error
from db.sources.archive import Danger, UnsafeArchiveError
from db.sources.delimited import DelimitedFile
from db.sources.rows import Layout, SourceFile
from db.sources.workbook import WorkbookFile
from resources.texts import gettext, marked

_HEAD = 64 * 1024
_BLANK = b"\xef\xbb\xbf\xff\xfe\0 \t\r\n\x1a"
_CONTROL = bytes(set(range(32)) - {9, 10, 12, 13, 26}) + b"\x7f"
_MAX_CONTROL_SHARE = 0.01
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"

_EMPTY = marked("“{name}” is empty; check that the export worked.")
_PICTURE = marked("“{name}” is a picture, not a table; choose the exported file.")
_PDF = marked("“{name}” is a PDF document; export the list as XLSX or CSV instead.")
_MXL = marked("“{name}” is a 1C spreadsheet; open it in 1C and save it as XLSX.")
_HTML = marked("“{name}” is a web page; open it in a spreadsheet program and save it as XLSX.")
_XML = marked("“{name}” is an XML file; open it in a spreadsheet program and save it as XLSX.")
_BASE = marked("“{name}” is a database, not an exported list; export the list as XLSX or CSV.")
_PACKED = marked("“{name}” is an archive, not a workbook; unpack it and choose the file inside.")
_DOCUMENT = marked("“{name}” is a text document; copy its table to a spreadsheet, save as XLSX.")
_BINARY_BOOK = marked("“{name}” is a binary workbook (XLSB); save it as XLSX.")
_BINARY = marked("“{name}” is no table; choose a CSV, XLSX, XLS or ODS file.")

_MAGIC: tuple[tuple[int, bytes, str], ...] = (
    (0, b"\xff\xd8\xff", _PICTURE),
    (0, b"\x89PNG\r\n\x1a\n", _PICTURE),
    (0, b"GIF87a", _PICTURE),
    (0, b"GIF89a", _PICTURE),
    (0, b"II*\0", _PICTURE),
    (0, b"MM\0*", _PICTURE),
    (4, b"ftyp", _PICTURE),
    (8, b"WEBP", _PICTURE),
    (0, b"%PDF", _PDF),
    (0, b"MOXCEL", _MXL),
    (0, b"SQLite format 3\0", _BASE),
    (0, b"Rar!\x1a", _PACKED),
    (0, b"7z\xbc\xaf\x27\x1c", _PACKED),
    (0, b"\x1f\x8b", _PACKED),
)
_MARKUP: tuple[tuple[bytes, str], ...] = (
    (b"<!doctype html", _HTML),
    (b"<html", _HTML),
    (b"<table", _HTML),
    (b"<?xml", _XML),
)
_DANGERS = {
    Danger.DAMAGED: marked(
        "“{name}” is damaged or not whole; open it in a spreadsheet program and save it anew."
    ),
    Danger.ENCRYPTED: marked(
        "“{name}” is protected by a password; save it without one and load it again."
    ),
    Danger.BOMB: marked(
        "“{name}” unpacks to far more than a list of clients; if it is one, save it as CSV."
    ),
    Danger.DOCTYPE: marked(
        "“{name}” holds instructions that no office program writes and was not opened; "
        "export the list anew."
    ),
}


def open_source(path: Path, layout: Layout | None = None) -> SourceFile:
    """The reader of the file; what ``layout`` leaves open is found in the file itself.

    Raises:
        KnownError: the file is no table, cannot be opened or is not safe to open.
    """
    try:
        workbook = _workbook_format(path, _head(path))
        if workbook:
            return WorkbookFile(path, Layout(workbook, sheet=layout.sheet if layout else ""))
        return DelimitedFile(path, layout)
    except OSError as error:
        raise access_error(path, error) from None


def _head(path: Path) -> bytes:
    if path.is_dir():
        raise IsADirectoryError
    if path.exists() and not path.is_file():
        raise _error(path, _BINARY)  # a device or a pipe, which never ends
    with path.open("rb") as file:
        return file.read(_HEAD)


def _workbook_format(path: Path, head: bytes) -> str:
    """The format of a workbook, or "" for a text file.

    Raises:
        KnownError: it is neither.
    """
    if not head.strip(_BLANK):
        raise _error(path, _EMPTY)
    if head.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _zip_format(path)
    if head.startswith(_OLE):
        return _ole_format(path)
    for offset, magic, text in _MAGIC:
        if head.startswith(magic, offset):
            raise _error(path, text)
    start = head.lstrip(_BLANK)[:20].lower()
    for opening, text in _MARKUP:
        if start.startswith(opening):
            raise _error(path, text)
    if _is_binary(head):
        raise _error(path, _BINARY)
    return ""


def _zip_format(path: Path) -> str:
    try:
        kind = archive.inspect(path)
    except UnsafeArchiveError as error:
        raise _error(path, _DANGERS[error.danger]) from None
    if kind in ("xlsx", "ods"):
        return kind
    raise _error(path, {"xlsb": _BINARY_BOOK, "docx": _DOCUMENT}.get(kind, _PACKED))


def _ole_format(path: Path) -> str:
    """Old office files of every kind share one container; its directory names its streams."""
    with path.open("rb") as file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as content:
        streams = {
            name
            for name in ("EncryptedPackage", "Workbook", "Book", "WordDocument")
            if content.find(f"{name}\0".encode("utf-16-le")) >= 0
        }
    if "EncryptedPackage" in streams:
        raise _error(path, _DANGERS[Danger.ENCRYPTED])
    if streams & {"Workbook", "Book"}:
        return "xls"
    raise _error(path, _DOCUMENT if "WordDocument" in streams else _BINARY)


def _is_binary(head: bytes) -> bool:
    """Whether there are more control characters than a damaged text would have."""
    if encoding.guess_bytes(head).startswith("utf-16"):
        return False
    return len(head) - len(head.translate(None, _CONTROL)) > len(head) * _MAX_CONTROL_SHARE + 1


def _error(path: Path, text: str) -> KnownError:
    return KnownError(gettext(text).format(name=path.name))
