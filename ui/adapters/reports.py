"""The Reports page on a real base: what it can be asked for, counted, and written into files."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

from db.engine import Connection, Engine, reading
from db.errors import KnownError
from db.files import replace_all, rows_writer
from reports.content import Bounds, Cell, Report, Table
from reports.options import Dimension, Options
from resources.texts import gettext
from ui.pages.reports.ports import CLIENT, Form, ReportEntry
from workflow.progress import Progress

Heard = Callable[[], None]


class Known(Protocol):
    """What a catalogue tells of a report."""

    @property
    def name(self) -> str:
        """What it is asked for by."""

    @property
    def title(self) -> str:
        """What it is called."""

    @property
    def group(self) -> str:
        """What it stands under."""


class Catalogue(Protocol):
    """The reports there are; a module of such functions is one."""

    def entries(self) -> Sequence[Known]:
        """The reports, those of a group one after another."""

    def report(
        self, connection: Connection, name: str, options: Options, heard: Heard, /
    ) -> Report:
        """One report, counted; ``heard`` is called now and then and may raise to stop it."""

    def values(self, connection: Connection, dimension: Dimension, /) -> Sequence[str]:
        """What a report can be limited to in a dimension."""


class NoCatalogue:
    """The catalogue of a program without reports."""

    def entries(self) -> Sequence[Known]:
        """None."""
        return ()

    def report(
        self, _connection: Connection, name: str, _options: Options, _heard: Heard, /
    ) -> Report:
        """Say that there is no such report."""
        raise KnownError(gettext("There is no report “{name}”.").format(name=name))

    def values(self, _connection: Connection, _dimension: Dimension, /) -> Sequence[str]:
        """None."""
        return ()


@dataclass(frozen=True, slots=True)
class BaseReports:
    """Counts the reports of one base; ``writers`` put one into a file of each form."""

    engine: Engine
    catalogue: Catalogue = field(default_factory=NoCatalogue)
    writers: Mapping[Form, Callable[[Report, Path], None]] = field(default_factory=dict)

    def entries(self) -> Sequence[ReportEntry]:
        """The reports there are."""
        return [ReportEntry(one.name, one.title, one.group) for one in self.catalogue.entries()]

    def report(self, name: str, options: Options, progress: Progress) -> Report:
        """One report, counted."""
        progress.stage(gettext("Counting"))
        with reading(self.engine) as connection:
            return self.catalogue.report(connection, name, options, lambda: progress.report(0, 0))

    def values(self, dimension: Dimension) -> Sequence[str]:
        """What a report can be limited to in a dimension."""
        with reading(self.engine) as connection:
            return self.catalogue.values(connection, dimension)

    def export(
        self, name: str, options: Options, form: Form, path: Path, progress: Progress
    ) -> None:
        """Count a report and write it into a file."""
        write = self.writers.get(form)
        if write is None:
            raise KnownError(gettext("A report cannot be written as {form}.").format(form=form))
        report = self.report(name, options, progress)
        progress.stage(gettext("Writing"))
        progress.report(0, 0)
        write(report, path)

    def save(self, table: Table, path: Path, progress: Progress) -> None:
        """Write a list of clients and cars into a CSV file."""
        progress.report(0, 0)
        places = [
            place
            for place, column in enumerate(table.columns)
            if column.name != CLIENT or column.title
        ]
        titles = [table.columns[place].title for place in places]
        rows = ([_plain(row[place]) for place in places] for row in table.rows)
        replace_all(path.parent, {path.name: rows_writer(titles, rows)})


def _plain(cell: Cell) -> object:
    """A cell as a file holds it: a number as it is, a day as 2025-12-31."""
    if isinstance(cell, Bounds):
        return cell.best
    return "" if cell is None else cell
