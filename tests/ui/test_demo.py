"""The demo from the shipped sample: the base, the report, the exports and every picture."""

import re
import struct

import pytest

from db.base import opened
from resources import texts
from ui import demo, pictures
from ui.window.navigation import PAGES
from workflow.verify import verify

COUNTS = re.compile(r"(\d[\d\u202f]*) (?:из|\()")


@pytest.fixture(scope="module")
def out(tmp_path_factory, qapp):
    folder = tmp_path_factory.mktemp("demo")
    texts.use("ru")
    assert demo.headless(folder) == 0
    texts.use("en")
    return folder


def size(path):
    content = path.read_bytes()
    assert content.startswith(b"\x89PNG")
    return struct.unpack(">II", content[16:24])


def test_every_page_is_drawn_in_every_language(out):
    drawn = {path.stem: path for path in (out / "screenshots").iterdir()}
    assert set(drawn) == {f"{name}-{code}" for name, _ in PAGES for code in texts.LANGUAGES}
    for path in drawn.values():
        assert size(path) >= pictures.SIZE
    for name, _ in PAGES:
        russian, english = (drawn[f"{name}-{code}"].read_bytes() for code in ("ru", "en"))
        assert russian != english


def test_the_report_speaks_the_language_of_its_user_and_adds_up(out):
    report = (out / "report.txt").read_text("utf-8")
    assert "sales.csv" in report and "service.xlsx" in report
    assert any(letter in report for letter in "ыъё")


def test_the_report_ends_with_what_the_unified_base_shows_and_the_files_do_not(out):
    *_, own, reverse, grown = (out / "report.txt").read_text("utf-8").splitlines()

    for line in (own, reverse):
        numbers = (number.replace("\u202f", "") for number in COUNTS.findall(line))
        by_letters, of, unified = map(int, numbers)
        assert by_letters < unified < of
    assert "в базе клиентов" in grown


def test_all_exports_are_there_as_text_and_as_workbooks(out):
    names = {path.name for path in (out / "export").iterdir()}
    stems = ("clients", "links", "vehicles", "roles", "candidates", "findings")
    assert names == {f"{stem}.{kind}" for stem in stems for kind in ("csv", "xlsx")}


def test_the_base_is_whole_and_no_picture_left_a_mark_on_it(out):
    with opened(str(out / "demo.sverka")) as engine:
        verified = verify(engine)
    assert verified.faults == ()
    assert verified.entries == 8


def test_the_demo_begins_from_nothing_each_time(out, monkeypatch, capsys):
    before = (out / "export" / "clients.csv").read_bytes()
    monkeypatch.setattr("ui.pictures.draw", lambda *_arguments: [])
    assert demo.headless(out) == 0
    assert (out / "export" / "clients.csv").read_bytes() == before
    assert "880" in capsys.readouterr().out
