"""The Reports page on a real base: what it can be asked for, counted, and written into files."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from db.bulk import unheard
from db.files import replace, rows_writer
from reports import catalogue, stock
from reports import values as known_values
from reports.content import Bounds, Cell, Report, Table
from reports.desk import Desk
from reports.options import Dimension, Options
from resources.texts import gettext
from ui import report_files
from ui.pages.reports.ports import ReportEntry
from ui.report_form import Form
from workflow.progress import Progress


@dataclass(frozen=True, slots=True)
class BaseReports:
    """Counts the reports of one base."""

    desk: Desk

    def entries(self) -> Sequence[ReportEntry]:
        """The reports there are."""
        return [ReportEntry(one.name, one.title, one.group) for one in catalogue.entries()]

    def report(self, name: str, options: Options, progress: Progress) -> Report:
        """One report, counted."""
        progress.stage(gettext("Reading what is new"))
        stock.fill(self.desk.engine, unheard, progress.report)
        progress.stage(gettext("Counting"))
        return catalogue.report(self.desk, name, options, lambda: progress.report(0, 0))

    def values(self, dimension: Dimension) -> Sequence[str]:
        """What a report can be limited to in a dimension."""
        return known_values.values(self.desk.engine, dimension)

    def export(
        self, name: str, options: Options, form: Form, path: Path, progress: Progress
    ) -> None:
        """Count a report and write it into a file."""
        report = self.report(name, options, progress)
        progress.stage(gettext("Writing"))
        progress.report(0, 0)
        report_files.save(report, form, path)

    def save(self, table: Table, path: Path, progress: Progress) -> None:
        """Write a list of clients and cars into a CSV file."""
        progress.report(0, 0)
        titles = [column.title for column in table.columns]
        rows = (list(map(_plain, row)) for row in table.rows)
        replace(path, rows_writer(titles, rows))


def _plain(cell: Cell) -> object:
    """A cell as a file holds it: a number as it is, a day as 2025-12-31."""
    if isinstance(cell, Bounds):
        return cell.best
    return "" if cell is None else cell
