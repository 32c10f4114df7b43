"""A report as a file to send or to print, in one of three forms."""

from functools import partial
from pathlib import Path

from db.files import bytes_writer, replace
from reports import html, workbook
from reports.content import Report
from ui.display import drawable
from ui.report_form import Form


def save(report: Report, form: Form, path: Path) -> None:
    """Write the report, whole or not at all.

    Raises:
        KnownError: the file cannot be written.
    """
    if form is Form.PDF:
        with drawable():
            from ui.paper import pdf  # noqa: PLC0415 - Qt, only once the platform is chosen

            pdf.save(report, path)
    elif form is Form.XLSX:
        replace(path, partial(workbook.write, report))
    else:
        replace(path, bytes_writer(html.page(report).encode()))
