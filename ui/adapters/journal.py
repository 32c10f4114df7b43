"""The Journal page on a real base: entries in words, and taking decisions back."""

from collections.abc import Sequence

from db import journal_pages
from db.decisions import AlreadyDecided, Decision
from db.engine import Connection, Engine, reading
from db.errors import KnownError
from db.journal_pages import Entry, Wanted
from ui.adapters import actions
from ui.adapters.moments import moment
from ui.adapters.spellings import spellings
from ui.pages.journal.ports import JournalQuery, Undone
from ui.paging import PageSource, Row, Sort
from workflow import review
from workflow.progress import Progress


class BaseJournal:
    """Lists the journal of one base and takes decisions back."""

    def __init__(self, engine: Engine, by: str) -> None:
        self._engine = engine
        self._by = by

    def entries(self, query: JournalQuery) -> PageSource:
        """The entries of a query, the latest first."""
        return _Entries(self._engine, query)

    def consequence(self, decision_id: str) -> str:
        """What was decided, and what taking it back would change."""
        with reading(self._engine) as connection:
            decision = journal_pages.decisions(connection, [decision_id]).get(decision_id)
        if decision is None:
            return ""
        said = actions.done(decision.kind, decision.details)
        about = actions.about(decision.kind, decision.details)
        head = f"{said}: {about}." if about else f"{said}."
        return f"{head} {actions.consequence(decision.kind)}"

    def undo(self, decision_id: str, progress: Progress) -> Undone:
        """Take a decision back; an undo is one too."""
        progress.report(0, 0)
        try:
            review.undo(self._engine, decision_id, by=self._by)
        except AlreadyDecided as first:
            return Undone(accepted=False, why=str(first), by=first.by, at=moment(first.at))
        except KnownError as error:
            return Undone(accepted=False, why=str(error))
        return Undone(accepted=True)


class _Entries:
    """The entries of one query; their words are those of the language in force."""

    def __init__(self, engine: Engine, query: JournalQuery) -> None:
        self._engine = engine
        self._wanted = Wanted(
            texts=spellings(query.text),
            actions=actions.holding(" ".join(query.text.split())),
            standing=query.undoable,
        )

    def count(self) -> int:
        """How many there are."""
        with reading(self._engine) as connection:
            return journal_pages.count(connection, self._wanted)

    def fetch(self, offset: int, limit: int, sort: Sort | None) -> Sequence[Row]:
        """A page of them."""
        with reading(self._engine) as connection:
            entries = journal_pages.page(
                connection,
                self._wanted,
                sort=sort.column if sort else "",
                descending=sort.descending if sort else True,
                offset=offset,
                limit=limit,
            )
            return _rows(connection, entries)


def _rows(connection: Connection, entries: Sequence[Entry]) -> list[Row]:
    loads = {_load_id(entry) for entry in entries if entry.action == "load"}
    files = journal_pages.file_names(connection, loads)
    targets = {str(entry.details.get("of")) for entry in entries if entry.action == "undo"}
    undone = journal_pages.decisions(connection, targets)
    return [
        (
            entry.seq,
            moment(entry.at),
            entry.by,
            actions.done(entry.action, entry.details),
            actions.about(
                entry.action,
                entry.details,
                file=files.get(_load_id(entry), ("", ""))[1],
                undone=_undone(undone.get(str(entry.details.get("of")))),
            ),
            entry.decision,
            _state(entry),
        )
        for entry in entries
    ]


def _load_id(entry: Entry) -> int:
    return int(entry.details.get("load") or 0)


def _state(entry: Entry) -> str:
    if not entry.decision:
        return ""
    return "stands" if entry.standing else "undone"


def _undone(decision: Decision | None) -> str:
    """The decision that an undo took back, in words."""
    if decision is None:
        return ""
    said = actions.done(decision.kind, decision.details)
    about = actions.about(decision.kind, decision.details)
    return f"{said}: {about}" if about else said
