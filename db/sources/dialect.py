"""Which character separates the cells of a text file, and what its quotation marks are worth."""

import io
from collections import Counter
from collections.abc import Sequence

from db.sources.quoting import LineFeed, Oddities, Quoting, TooLongError, records, tolerant_cells

DELIMITERS = (";", "\t", ",", "|")
_HINT = "sep="
_LINES = 300


def guess(text: str, delimiter: str = "") -> Quoting:
    """How the text, a file's first whole lines, separates its cells.

    ``delimiter`` is the one the user chose, "" to find it.
    """
    if not delimiter:
        delimiter = _hinted(text) or _most_regular(text)
    width, _ = _regularity(text, delimiter)
    return Quoting(delimiter, width, literal=_has_unescaped_quotes(text, delimiter))


def _hinted(text: str) -> str:
    """The delimiter that Excel's own first line "sep=;" names, else ""."""
    first = text.split("\n", 1)[0].strip("\ufeff\r\"'")
    hinted = first.removeprefix(_HINT)[:1]
    return hinted if first.lower().startswith(_HINT) and hinted in DELIMITERS else ""


def _most_regular(text: str) -> str:
    """The delimiter under which most records have one and the same, preferably large, width."""
    scores = {}
    for delimiter in DELIMITERS:
        width, share = _regularity(text, delimiter)
        scores[delimiter] = share**2 * (width - 1) ** 0.5
    return max(DELIMITERS, key=scores.__getitem__)


def _regularity(text: str, delimiter: str) -> tuple[int, float]:
    """The commonest width of the records and the share of records that have it."""
    widths = Counter(len(cells) for cells in _sample_records(text, delimiter) if any(cells))
    if not widths:
        return 1, 0.0
    width, count = max(widths.items(), key=lambda item: (item[1] * (item[0] > 1), item))
    return width, count / widths.total()


def _sample_records(text: str, delimiter: str) -> list[Sequence[str]]:
    oddities = Oddities()
    feed = LineFeed(io.StringIO(text, newline=""), oddities)
    sample: list[Sequence[str]] = []
    try:
        for cells in records(feed, Quoting(delimiter), oddities):
            sample.append(cells)
            if len(sample) >= _LINES:
                break
    except TooLongError:
        return sample
    return sample


def _has_unescaped_quotes(text: str, delimiter: str) -> bool:
    """Whether a cell that is not quoted holds a quotation mark.

    A writer that knows of quoting doubles such a mark and quotes the cell, so this one does not.
    """
    oddities = Oddities()
    feed = LineFeed(io.StringIO(text, newline=""), oddities)
    try:
        for number, _ in enumerate(records(feed, Quoting(delimiter), oddities)):
            if oddities.stray_quotes or (
                len(feed.taken) == 1 and _unquoted_mark(feed.taken[0], delimiter)
            ):
                return True
            if number > _LINES:
                return False
    except TooLongError:
        return False
    return False


def _unquoted_mark(line: str, delimiter: str) -> bool:
    if '"' not in line:
        return False
    bare = line.rstrip("\r\n").split(delimiter)
    return bare == tolerant_cells(line, delimiter) and any('"' in cell for cell in bare)
