"""The records of a file become rows of the base, verbatim, each on the card of its source id."""

import hashlib
import json
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import asdict, dataclass, field
from datetime import UTC, datetime
from operator import itemgetter

import polars as pl

from db import journal, loads
from db.engine import Connection
from db.loads import SourceRow
from db.sources import Line, SourceFile
from rules import source_kinds
from rules.fields import Field
from workflow.columns import Header, RowKind, sort_records
from workflow.distinct import by_column
from workflow.mapping import Mapping
from workflow.progress import Progress

_BATCH = 2_000  # taken and written in some 50 ms, so that a cancel is heard
_DAYS_OF_LOGS = {
    source_kinds.BOOKINGS: Field.BK_DATE,
    source_kinds.CLAIMS: Field.CLAIM_DATE,
    source_kinds.SURVEYS: Field.SURVEY_DATE,
}
_WHO = (Field.FULL_NAME, Field.LAST_NAME, Field.FIRST_NAME, Field.MIDDLE_NAME, Field.PHONE)
_quoted = json.encoder.encode_basestring
HEADS = {"id": pl.Int64(), "source_id": pl.Int64(), "source_key": pl.String()}


@dataclass(slots=True)
class Taken:
    """What became of the records of a file.

    ``cards`` got new rows; ``heads`` (id, source_id, source_key) are those of them that were not
    there before; ``known_cards`` are those of rows that were there before.
    """

    load_id: int
    rows: int = 0
    new: int = 0
    heads: pl.DataFrame = field(default_factory=lambda: pl.DataFrame(schema=HEADS))
    cards: set[int] = field(default_factory=set)
    known_cards: set[int] = field(default_factory=set)
    keyless: int = 0
    dropped: dict[str, int] = field(default_factory=dict)

    @property
    def all_cards(self) -> int:
        """How many cards the file speaks of; a known row without an id is a card of its own."""
        return len(self.cards | self.known_cards) + self.keyless


class Intake:
    """Takes one file into the base, batch by batch, in the caller's transaction."""

    def __init__(
        self,
        connection: Connection,
        source: SourceRow,
        file: SourceFile,
        header: Header,
        mapping: Mapping,
    ) -> None:
        self._connection = connection
        self._source = source
        self._file = file
        self._header = header
        self._mapping = mapping
        self._key_column = mapping.index_of(Field.SRC_ID)
        self._log_key = _log_key(source.kind, mapping)
        self._who = [at for field in _WHO for at in mapping.indexes_of(field)]
        self._has_rows = loads.has_rows(connection, source.id)
        self._cards: dict[str, int] = {}
        self._row_id, self._card_id = loads.next_ids(connection)
        order = sorted((f"{name}\x1f", at) for at, name in enumerate(header.cells))
        self._names = tuple(name for name, _ in order)
        self._in_order = _picker([at for _, at in order])
        self._occurrences: Counter[bytes] = Counter()
        self._lines: list[tuple[int, tuple[str, ...]]] = []
        self._rows: list[tuple[object, ...]] = []
        self._heads: list[tuple[object, ...]] = []
        self._head_frames = [pl.DataFrame(schema=HEADS)]
        self._dropped: list[tuple[object, ...]] = []

    def take(self, lines: Iterable[Line], *, by: str, sha256: str, progress: Progress) -> Taken:
        """Write every record of the file as a row or as dropped; its new cards are to be derived.

        Rows that the source already has, by their content, are counted and not written again.
        """
        load_id = self._begin(by, sha256)
        taken = Taken(load_id)
        dropped: Counter[str] = Counter()
        for kind, line in sort_records(lines, self._header):
            if kind is RowKind.DATA:
                taken.rows += 1
                self._lines.append((taken.rows, line.cells))
            else:
                dropped[str(kind)] += 1
                self._dropped.append((load_id, line.number, str(kind), _joined(line.cells)))
            if len(self._lines) + len(self._dropped) >= _BATCH:
                self._flush(taken)
                progress.report(taken.rows, _estimate(taken.rows, self._file.progress))
        self._flush(taken)
        taken.heads = pl.concat(self._head_frames)
        taken.dropped = dict(dropped)
        tally = asdict(self._file.tally) | {
            "rows": taken.rows,
            "new": taken.new,
            "cards": taken.all_cards,
            "dropped": taken.dropped,
        }
        loads.set_tally(self._connection, load_id, journal.dumps(tally))
        return taken

    def _begin(self, by: str, sha256: str) -> int:
        texts = {
            "layout": journal.dumps(asdict(self._file.layout)),
            "headers": journal.dumps(self._header.cells),
            "mapping": journal.dumps(self._mapping.to_json()),
        }
        return loads.new_load(
            self._connection,
            source_id=self._source.id,
            by=by,
            file_name=self._file.path.name,
            sha256=sha256,
            asof=datetime.now(UTC).date(),
            texts=texts,
        )

    def _take_rows(self, taken: Taken) -> None:
        """Put the lines read among the rows to be written, those that the source has aside.

        Only these lines' digests and keys are asked for: to read all those of a source of
        1,070,000 rows took 2 s.
        """
        digests = [self._digest(cells) for _, cells in self._lines]
        known: set[bytes] = set()
        if self._has_rows:
            known = loads.known_digests(self._connection, self._source.id, digests)
            keys = {self._own_key(cells) or str(number) for number, cells in self._lines}
            keys -= self._cards.keys()
            self._cards |= loads.card_ids(self._connection, self._source.id, keys)
        for (number, cells), digest in zip(self._lines, digests, strict=True):
            if digest in known:
                self._meet(cells, taken)
            else:
                self._take_row(number, cells, digest, taken)

    def _take_row(self, number: int, cells: tuple[str, ...], digest: bytes, taken: Taken) -> None:
        card_id = self._card_of(number, cells, taken)
        text = f"[{','.join(map(_quoted, cells))}]"  # a quarter of the time of json.dumps
        self._rows.append(
            (self._row_id, taken.load_id, self._source.id, number, digest, card_id, text)
        )
        self._row_id += 1
        taken.new += 1
        taken.cards.add(card_id)

    def _meet(self, cells: tuple[str, ...], taken: Taken) -> None:
        card_id = self._cards.get(self._own_key(cells))
        if card_id is None:
            taken.keyless += 1
        else:
            taken.known_cards.add(card_id)

    def _digest(self, cells: tuple[str, ...]) -> bytes:
        """A row's content whatever the order of columns; equal rows of a file are told apart."""
        width = len(self._names)
        padded = cells + ("",) * (width - len(cells))
        ordered = zip(self._names, self._in_order(padded), strict=True)
        said = [name + cell for name, cell in ordered if cell]
        said += cells[width:]
        seal = hashlib.blake2b("\x1e".join(said).encode(errors="surrogatepass"), digest_size=16)
        content = seal.digest()
        self._occurrences[content] += 1
        count = self._occurrences[content]
        if count == 1:
            return content
        return hashlib.blake2b(content + str(count).encode(), digest_size=16).digest()

    def _card_of(self, number: int, cells: tuple[str, ...], taken: Taken) -> int:
        key = self._key(number, cells, taken)
        card_id = self._cards.get(key)
        if card_id is None:
            card_id = self._cards[key] = self._card_id
            self._heads.append((card_id, self._source.id, key))
            self._card_id += 1
        return card_id

    def _key(self, number: int, cells: tuple[str, ...], taken: Taken) -> str:
        """The source's own id of the client, else the number of the row."""
        key = self._own_key(cells)
        if key:
            return key
        fresh = str(number) not in self._cards and self._key_column is None
        return str(number) if fresh else f"{taken.load_id}:{number}"

    def _own_key(self, cells: tuple[str, ...]) -> str:
        if key := _cell(cells, self._key_column):
            return key
        # a log tells of one booking again when the client has arrived; numbers begin anew each
        # year, and at each desk: two people must never come on one card
        parts = [_cell(cells, at) for at in self._log_key]
        return f"{' '.join(parts)} {self._who_of(cells)}".strip() if parts and all(parts) else ""

    def _who_of(self, cells: tuple[str, ...]) -> str:
        """A few characters that tell apart the people of two rows, "" where nobody is named."""
        said = "\x1f".join(_cell(cells, at) for at in self._who).strip("\x1f")
        return (
            hashlib.blake2b(said.encode(errors="surrogatepass"), digest_size=3).hexdigest()
            if said
            else ""
        )

    def _flush(self, taken: Taken) -> None:
        self._take_rows(taken)
        loads.write_rows(self._connection, self._rows)
        loads.write_dropped(self._connection, self._dropped)
        self._head_frames.append(by_column(self._heads, HEADS))
        self._lines, self._rows, self._dropped, self._heads = [], [], [], []


def _cell(cells: tuple[str, ...], at: int | None) -> str:
    return cells[at].strip() if at is not None and at < len(cells) else ""


def _log_key(kind: str, mapping: Mapping) -> tuple[int, ...]:
    """The columns of number and day that tell one entry of a log from another, () without them."""
    fields = (Field.LOG_NO, _DAYS_OF_LOGS[kind]) if kind in _DAYS_OF_LOGS else ()
    places = [mapping.index_of(field) for field in fields]
    found = tuple(place for place in places if place is not None)
    return found if len(found) == len(fields) else ()


def _picker(places: list[int]) -> Callable[[tuple[str, ...]], tuple[str, ...]]:
    """What takes the cells at these places, in this order."""
    if len(places) == 1:
        return lambda cells: (cells[places[0]],)
    return itemgetter(*places)


def _estimate(rows: int, share: float) -> int:
    """How many rows the whole file will have, by the share read so far; 0 while unknown."""
    return round(rows / share) if share > 0 else 0


def _joined(cells: tuple[str, ...]) -> str:
    return " | ".join(cell for cell in cells if cell)
