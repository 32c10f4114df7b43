"""A report as a PDF file: A4, the shipped typeface inside, the same bytes for the same report."""

import re
from collections.abc import Sequence
from functools import cache
from pathlib import Path

from PySide6.QtCore import QBuffer, QCoreApplication, QIODevice, QMarginsF, QRectF, QUuid
from PySide6.QtGui import QGuiApplication, QPageLayout, QPageSize, QPainter, QPdfWriter

from db.files import bytes_writer, replace
from reports.content import Report
from resources.texts import gettext
from ui.paper.document import Placed, blocks, pages
from ui.paper.ink import DPI, FOOT, HEIGHT, MARGIN, MUTED, TEXT_WIDTH, Types, write

_NAMESPACE = QUuid("{6f1f7c1e-2f0a-5d0c-9f57-5a3e7f3b9a10}")
# when the file was made, which Qt tells in two notations, and a report's day must stand for
_STAMPS = (rb"\(D:\d{14}", rb"\d{4}-\d\d-\d\dT[\d:]{8}")


def save(report: Report, path: Path) -> None:
    """Write the report, whole or not at all.

    Raises:
        KnownError: the file cannot be written.
    """
    replace(path, bytes_writer(pdf(report)))


def pdf(report: Report) -> bytes:
    """The report as the content of a PDF file; any thread may ask."""
    _qt()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = _writer(buffer, report)
    types = Types()
    laid = pages(blocks(report, types))
    painter = QPainter(writer)
    for number, placed in enumerate(laid, start=1):
        if number > 1:
            writer.newPage()
        draw_page(painter, placed, report.title, _page_words(number, laid), types)
    painter.end()
    return _undated(bytes(buffer.data().data()), report)


@cache
def _qt() -> QCoreApplication:
    """Qt's application, made where there is none; it lasts, for fonts outlive no other."""
    return QGuiApplication.instance() or QGuiApplication(["sverka"])


def _page_words(number: int, laid: Sequence[object]) -> str:
    return gettext("Page {number} of {count}").format(number=number, count=len(laid))


def _writer(buffer: QBuffer, report: Report) -> QPdfWriter:
    writer = QPdfWriter(buffer)
    writer.setResolution(DPI)
    size = QPageSize(QPageSize.PageSizeId.A4)
    writer.setPageLayout(QPageLayout(size, QPageLayout.Orientation.Portrait, QMarginsF()))
    writer.setTitle(report.title)
    writer.setCreator("Sverka")
    writer.setDocumentId(QUuid.createUuidV5(_NAMESPACE, f"{report.name} {report.day}".encode()))
    return writer


def draw_page(
    painter: QPainter, placed: Sequence[Placed], title: str, page: str, types: Types
) -> None:
    """Draw one page with what stands at its foot."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for one in placed:
        one.block.draw(painter, one.top)
    foot = QRectF(MARGIN, HEIGHT - MARGIN - FOOT / 2, TEXT_WIDTH, FOOT)
    write(painter, foot, title, types.small_cell, MUTED)
    write(painter, foot, page, types.small_cell, MUTED, right=True)


def _undated(content: bytes, report: Report) -> bytes:
    """The file with the report's day for the moment it was made at, of the same length."""
    day = report.day.isoformat()
    for pattern, told in zip(
        _STAMPS, (f"(D:{day.replace('-', '')}000000", f"{day}T00:00:00"), strict=True
    ):
        content = re.sub(pattern, told.encode(), content, count=3)
    return content
