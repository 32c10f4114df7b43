"""Where reports of one base are counted: its facts are kept from one report to the next."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from sqlalchemy import func, select

from db import tables
from db.bulk import unheard
from db.engine import Connection, Engine, reading
from reports import ledger, stock
from reports.facts import Facts
from reports.options import Options

_Key = tuple[object, ...]


@dataclass(slots=True)
class Desk:
    """Keeps the facts last counted until the base changes or they are asked for otherwise."""

    engine: Engine
    _kept: tuple[_Key, Facts] | None = field(default=None, repr=False)

    @contextmanager
    def facts(
        self, options: Options, heard: Callable[[], None] = unheard
    ) -> Iterator[tuple[Connection, Facts]]:
        """The base as it is, and the facts that the options ask for.

        ``heard`` is called between steps; what it raises stops the work.
        """
        stock.fill(self.engine, heard)
        with reading(self.engine) as connection:
            key = _key(connection, options)
            kept = self._kept
            if kept is None or kept[0] != key:
                self._kept = None  # two of them would take the memory of two
                kept = (key, ledger.facts(connection, options, heard))
                self._kept = kept
            yield connection, kept[1]


def _key(connection: Connection, options: Options) -> _Key:
    """What the facts hang on: every change of a base is an entry of its journal."""
    entries = connection.execute(select(func.max(tables.journal.c.seq))).scalar()
    return (entries, options.day, options.home, options.visit_days, options.repeat_days)
