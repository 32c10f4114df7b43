import pytest

from db.errors import KnownError
from reports.html import page
from tests.reports.sample_report import report
from ui.report_files import save
from ui.report_form import Form

BEGINNINGS = {Form.HTML: b"<!doctype html>", Form.XLSX: b"PK", Form.PDF: b"%PDF-"}


@pytest.mark.parametrize("form", Form)
def test_each_form_is_written_whole(qapp, tmp_path, form):
    path = tmp_path / f"report.{form}"
    path.write_text("old")
    save(report(), form, path)
    assert path.read_bytes().startswith(BEGINNINGS[form])
    assert [one.name for one in tmp_path.iterdir()] == [path.name]


def test_a_page_is_written_in_utf_8(tmp_path):
    save(report(), Form.HTML, tmp_path / "report.html")
    assert (tmp_path / "report.html").read_bytes().decode("utf-8") == page(report())


@pytest.mark.parametrize("form", Form)
def test_a_place_that_cannot_be_written_is_one_sentence(qapp, tmp_path, form):
    (tmp_path / "file").write_text("")
    with pytest.raises(KnownError, match="cannot be written"):
        save(report(), form, tmp_path / "file" / "report")
