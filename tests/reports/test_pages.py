"""The pages in docs/reports tell the numbers that the program counts on the hand-made base."""

import re

import pytest

from db.base import open_base
from reports import catalogue
from reports.desk import Desk
from reports.options import Options
from tests.reports.handmade import base
from tests.repository import ROOT

PAGES = ROOT / "docs" / "reports"
_ROW = re.compile(r"^\| `(?P<key>[^`]+)` \| (?P<value>[^|]+) \|", re.MULTILINE)
_LANGUAGES = pytest.mark.parametrize("end", ["", ".ru"])


@pytest.fixture(scope="module")
def engine(tmp_path_factory):
    """The hand-made base with every candidate judged."""
    engine = open_base(str(tmp_path_factory.mktemp("pages") / "base.sverka"), create=True)
    base.load(engine)
    base.judged(engine)
    yield engine
    engine.dispose()


def number(text):
    """What a page tells: «8 700», “83.3 %”."""
    bare = text.replace(" ", "").replace("\N{NO-BREAK SPACE}", "").replace(",", ".")
    return float(bare.removesuffix("%")) / (100 if bare.endswith("%") else 1)


@_LANGUAGES
@pytest.mark.parametrize("name", catalogue.FUNNELS)
def test_a_page_tells_what_the_program_counts(engine, name, end):
    figures = catalogue.report(Desk(engine), name, Options()).figures
    text = (PAGES / f"{name}{end}.md").read_text("utf-8")

    told = {
        found["key"].replace("\\|", "|"): number(found["value"]) for found in _ROW.finditer(text)
    }

    assert len(told) > 4
    assert told == pytest.approx({key: figures[key].best for key in told}, abs=0.0005)


@_LANGUAGES
def test_the_index_leads_to_pages_that_are_there(end):
    for page in PAGES.glob(f"*{end}.md"):
        links = re.findall(r"\]\((\w+(?:\.ru)?\.md)\)", page.read_text("utf-8"))
        assert [link for link in links if not (PAGES / link).exists()] == []

    index = (PAGES / f"README{end}.md").read_text("utf-8")
    assert [name for name in catalogue.FUNNELS if f"({name}{end}.md)" not in index] == []
