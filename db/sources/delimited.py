"""CSV and TSV files, read as a stream."""

import codecs
import os
from collections.abc import Generator
from pathlib import Path

from db.errors import KnownError
from db.sources import dialect, encoding
from db.sources.access import access_error
from db.sources.quoting import LineFeed, Oddities, Quoting, TooLongError, records
from db.sources.rows import MAX_CELL, MAX_COLUMNS, Layout, Line, Tally
from resources.texts import gettext, ngettext

FORMAT = "csv"
_SAMPLE = 256 * 1024
_SHOWN_LINES = 5


class DelimitedFile:
    """A text file of delimited cells. What its layout leaves open is found when it is opened.

    Raises:
        KnownError: the file is surely in another encoding than the layout says.
    """

    def __init__(self, path: Path, layout: Layout | None = None) -> None:
        wanted = layout or Layout(FORMAT)
        self.path = path
        self.tally = Tally()
        self._size = path.stat().st_size
        self._position = 0
        code = _checked_encoding(path, wanted.encoding) or encoding.guess(path)
        self._quoting = dialect.guess(_sample(path, code), wanted.delimiter)
        self.layout = Layout(FORMAT, code, self._quoting.delimiter)

    @property
    def progress(self) -> float:
        """The share of the file read so far, 0 to 1."""
        return min(1.0, self._position / max(1, self._size))

    def sheets(self) -> tuple[str, ...]:
        """No sheets: a text file has none."""
        return ()

    def lines(self) -> Generator[Line, None, None]:
        """Every record in file order, blank ones too; ``tally`` is complete when it ends.

        Raises:
            KnownError: a cell or a line is too long, there are too many columns,
                or bytes are not in the file's encoding.
        """
        self.tally = tally = Tally()
        oddities = Oddities()
        with self.path.open(encoding=self.layout.encoding, newline="") as stream:
            feed = LineFeed(stream, oddities)
            try:
                for cells in records(feed, self._quoting, oddities):
                    if len(cells) > MAX_COLUMNS:
                        raise self._too_wide(feed.count)
                    tally.records += 1
                    if len(feed.taken) > 1:
                        tally.inner_breaks += len(feed.taken) - 1
                    if not tally.records & 1023:
                        self._position = os.lseek(stream.fileno(), 0, os.SEEK_CUR)
                    yield Line(tally.records, tuple(cells))
            except TooLongError as error:
                raise self._too_long(error.line) from None
            except UnicodeDecodeError:
                raise self._not_decodable(feed.count) from None
            except OSError as error:
                raise access_error(self.path, error) from None
            tally.physical_lines = feed.count
        self._position = self._size
        tally.notes.extend(_notes(oddities, self._quoting))

    def _too_wide(self, line: int) -> KnownError:
        text = gettext(
            "“{name}”: line {line} has more than {limit} columns, so this is no table of clients; "
            "choose another file or another delimiter."
        )
        return KnownError(text.format(name=self.path.name, line=line, limit=MAX_COLUMNS))

    def _too_long(self, line: int) -> KnownError:
        text = gettext(
            "“{name}”: line {line} holds a cell longer than {limit} characters; "
            "correct that line or export the file anew."
        )
        return KnownError(text.format(name=self.path.name, line=line, limit=MAX_CELL))

    def _not_decodable(self, line: int) -> KnownError:
        text = gettext(
            "“{name}”: after line {line} there are characters that do not exist in the encoding "
            "{encoding}; choose another encoding or save the file as UTF-8."
        )
        return KnownError(
            text.format(name=self.path.name, line=line, encoding=self.layout.encoding)
        )


def _checked_encoding(path: Path, wanted: str) -> str:
    if not wanted:
        return ""
    try:
        codecs.lookup(wanted)
    except LookupError:
        text = gettext("“{name}”: the encoding {encoding} is not known; choose one of {known}.")
        known = ", ".join(encoding.ENCODINGS)
        raise KnownError(text.format(name=path.name, encoding=wanted, known=known)) from None
    found = encoding.contradiction(path, wanted)
    if found:
        text = gettext(
            "“{name}” is in the encoding {found}, not {encoding}; choose {found} for this file."
        )
        raise KnownError(text.format(name=path.name, found=found, encoding=wanted))
    return wanted


def _sample(path: Path, code: str) -> str:
    """The first whole lines of the file."""
    with path.open(encoding=code, errors="replace", newline="") as stream:
        text = stream.read(_SAMPLE)
    if len(text) < _SAMPLE:
        return text
    end = max(text.rfind("\n"), text.rfind("\r"))
    return text[: end + 1] or text


def _notes(oddities: Oddities, quoting: Quoting) -> list[str]:
    """What was odd about the file's lines, one sentence each."""
    notes = []
    if oddities.stray_quotes:
        count = len(oddities.stray_quotes)
        text = ngettext(
            "{count} line has a quotation mark that does not close its cell and was read "
            "literally: {lines}.",
            "{count} lines have a quotation mark that does not close its cell and were read "
            "literally: {lines}.",
            count,
        )
        notes.append(text.format(count=count, lines=_listed(oddities.stray_quotes)))
    if oddities.row_like_cells:
        notes.append(_row_like_note(oddities.row_like_cells, quoting))
    if oddities.nul_lines:
        count = len(oddities.nul_lines)
        text = ngettext(
            "Null characters were left out of {count} line: {lines}.",
            "Null characters were left out of {count} lines: {lines}.",
            count,
        )
        notes.append(text.format(count=count, lines=_listed(oddities.nul_lines)))
    return notes


def _row_like_note(numbers: list[int], quoting: Quoting) -> str:
    count = len(numbers)
    if quoting.literal:
        text = ngettext(
            "In {count} place a quotation mark would have joined several rows into one; "
            "they were read as separate rows, from line: {lines}.",
            "In {count} places a quotation mark would have joined several rows into one; "
            "they were read as separate rows, from lines: {lines}.",
            count,
        )
    else:
        text = ngettext(
            "{count} quoted cell runs over several lines that look like rows of their own; "
            "check the file at line: {lines}.",
            "{count} quoted cells run over several lines that look like rows of their own; "
            "check the file at lines: {lines}.",
            count,
        )
    return text.format(count=count, lines=_listed(numbers))


def _listed(numbers: list[int]) -> str:
    shown = ", ".join(map(str, numbers[:_SHOWN_LINES]))
    return shown + (" …" if len(numbers) > _SHOWN_LINES else "")
