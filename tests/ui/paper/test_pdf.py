import re
from dataclasses import replace

import pytest
from PySide6.QtGui import QColor, QImage, QPainter

from db.errors import KnownError
from resources import texts
from tests.reports.sample_report import missing, report
from ui.paper import pdf
from ui.paper.document import blocks, pages
from ui.paper.ink import DPI, HEIGHT, WIDTH, Types

SCALE = 60 / DPI


def page_count(content):
    return int(re.search(rb"/Count (\d+)", content)[1])


def drawn(found, number=0):
    """A page as a picture."""
    types = Types()
    picture = QImage(round(WIDTH * SCALE), round(HEIGHT * SCALE), QImage.Format.Format_RGB32)
    picture.fill(QColor("white"))
    painter = QPainter(picture)
    painter.scale(SCALE, SCALE)
    laid = pages(blocks(found, types))
    pdf.draw_page(painter, laid[number], found.title, "Page 1 of 1", types)
    painter.end()
    return picture


def dark(picture, rows, columns=None):
    columns = columns or range(picture.width())
    return any(picture.pixelColor(x, y).lightness() < 200 for y in rows for x in columns)


def test_a_pdf_has_its_pages_its_title_and_the_typeface_inside(qapp):
    content = pdf.pdf(replace(report(), charts=report().charts * 8))
    assert content.startswith(b"%PDF-") and content.rstrip().endswith(b"%%EOF")
    assert page_count(content) > 2
    assert b"Inter-Regular" in content and b"Inter-SemiBold" in content
    assert b"/FontFile" in content
    assert report().title.split()[0].encode("utf-16-be") in content


def test_the_same_report_gives_the_same_bytes_without_the_moment(qapp, monkeypatch):
    content = pdf.pdf(report())
    assert content == pdf.pdf(report())
    assert b"(D:20261101000000" in content
    assert b"2026-11-01T00:00:00" in content


def test_the_file_is_no_shorter_or_longer_for_its_day(qapp):
    content = pdf.pdf(report())
    (start,) = re.findall(rb"startxref\s+(\d+)", content)
    assert content[int(start) :].startswith(b"xref")


def test_pages_are_counted_in_the_language_in_force(qapp):
    texts.use("ru")
    assert pdf._page_words(2, [1, 2, 3, 4, 5]) == "Стр. 2 из 5"


def test_nothing_is_drawn_on_the_margins_and_the_foot_stands_below(qapp):
    picture = drawn(report())
    margin = 30
    assert not dark(picture, range(margin))
    assert not dark(picture, range(picture.height() - margin, picture.height()))
    assert not dark(picture, range(picture.height()), range(margin))
    foot = range(picture.height() - 60, picture.height() - margin)
    assert dark(picture, foot, range(margin, 200))
    assert dark(picture, foot, range(picture.width() - 100, picture.width() - margin))


def test_a_chart_is_drawn_in_its_colours(qapp):
    picture = drawn(report())
    blue = QColor("#1f4fb5").rgb()
    found = {picture.pixel(x, y) for y in range(picture.height()) for x in range(picture.width())}
    assert blue in found


def test_a_report_with_nothing_to_show_is_one_page(qapp):
    assert page_count(pdf.pdf(missing())) == 1


def test_a_file_is_written_whole_into_a_new_folder(qapp, tmp_path):
    path = tmp_path / "new" / "report.pdf"
    pdf.save(report(), path)
    assert path.read_bytes() == pdf.pdf(report())
    assert [one.name for one in path.parent.iterdir()] == ["report.pdf"]


def test_a_place_that_cannot_be_written_is_one_sentence(qapp, tmp_path):
    (tmp_path / "file").write_text("")
    with pytest.raises(KnownError, match="cannot be written"):
        pdf.save(report(), tmp_path / "file" / "report.pdf")
    with pytest.raises(KnownError, match="is a folder"):
        pdf.save(report(), tmp_path)
