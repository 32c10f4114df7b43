"""What the Reports page needs of the reports."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from reports.content import Report, Table
from reports.options import Dimension, Options
from ui.report_form import Form
from workflow.progress import Progress

CLIENT = "client"
"""The column of a table that holds the ids of clients, such as C0000123, "" for none."""


@dataclass(frozen=True, slots=True)
class ReportEntry:
    """One report that can be asked for; title and group are in the language in force."""

    name: str
    title: str
    group: str


class ReportsPort(Protocol):
    """The reports as their page sees them; every method is called on a worker thread."""

    def entries(self) -> Sequence[ReportEntry]:
        """The reports there are, those of a group one after another."""

    def report(self, name: str, options: Options, progress: Progress) -> Report:
        """One report, counted."""

    def values(self, dimension: Dimension) -> Sequence[str]:
        """What a report can be limited to in a dimension."""

    def export(
        self, name: str, options: Options, form: Form, path: Path, progress: Progress
    ) -> None:
        """Count a report and write it into a file."""

    def save(self, table: Table, path: Path, progress: Progress) -> None:
        """Write a list of clients and cars into a CSV file."""
