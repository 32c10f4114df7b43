import re
from html.parser import HTMLParser
from pathlib import Path

import pytest

import reports.html
from reports.html import page
from reports.svg.shapes import PALETTE
from resources import texts
from tests.reports.sample_report import EVIL, missing, report

VOID = {"meta"}


class Reader(HTMLParser):
    """Reads a page, every element of which must be closed in its turn."""

    def __init__(self, text):
        super().__init__()
        self.open, self.seen, self.said = [], [], []
        self.feed(text)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag, attributes):
        self.seen.append((tag, dict(attributes)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        if self.open and self.open[-1] != "style":
            self.said.append(data)

    def of(self, tag):
        return [attributes for name, attributes in self.seen if name == tag]


def test_a_page_is_whole_and_asks_nobody_for_anything():
    text = page(report())
    read = Reader(text)
    assert text.startswith("<!doctype html>")
    assert not read.of("script") and not read.of("link") and not read.of("img")
    assert not any("src" in found or "href" in found for _, found in read.seen)
    addresses = set(re.findall(r"https?://[^\"'\s<]+", text))
    assert addresses == {"http://www.w3.org/2000/svg"}
    assert "url(" not in text and "@import" not in text
    (policy,) = [one for one in read.of("meta") if one.get("http-equiv")]
    assert policy["content"].startswith("default-src 'none'")


def test_every_text_is_escaped():
    read = Reader(page(report()))
    assert EVIL in read.said
    assert any(EVIL in text for text in read.said if text.startswith("From sale"))


def test_everything_a_report_says_is_on_the_page():
    said = "\n".join(Reader(page(report())).said)
    for text in (
        "As of 2026-11-01",
        "Cars sold as new",
        "Sales from 2024-01-01",
        "with care",
        "Load a new file.",
        "Buyers who came",
        "980\u00a0– 1,020\u00a0– 1,060",
        "12 marks do not count.",
        "Group 12 of 3 cards",
    ):
        assert text in said
    assert not re.search(r"\b(nan|inf)\b", said)


def test_a_check_is_told_by_colour_sign_and_word():
    read = Reader(page(report()))
    assert [one["class"] for one in read.of("li") if one.get("class")] == ["green", "amber", "red"]
    assert all(sign in read.said for sign in "●▲■")
    assert all(any(word in text for text in read.said) for word in ("good", "with care", "not yet"))


def test_a_table_names_its_columns_for_a_screen_reader():
    read = Reader(page(report()))
    assert [one["scope"] for one in read.of("th")] == ["col"] * 5
    assert len(read.of("caption")) == len(report().tables)


def test_the_page_says_its_language():
    texts.use("ru")
    read = Reader(page(report()))
    assert read.of("html")[0]["lang"] == "ru"
    assert "На 01.11.2026" in read.said


def test_a_report_with_nothing_to_show_says_why_and_shows_no_figure():
    read = Reader(page(missing()))
    assert "Load the booking log first." in read.said
    assert not read.of("svg") and not read.of("table")


def test_charts_on_one_page_have_names_of_their_own():
    charts = report().charts * 3
    text = page(reports.html.Report("a", "A", report().day, charts=charts))
    ids = [one["id"] for _, one in Reader(text).seen if "id" in one]
    assert len(ids) == len(set(ids)) == 6


STYLE = (Path(reports.html.__file__).parents[1] / "resources/report.css").read_text("utf-8")


def colours(style):
    return dict(re.findall(r"--(\w+): (#[0-9a-f]{6})", style))


LIGHT, DARK = (colours(part) for part in STYLE.split("@media")[:2])


def contrast(one, other):
    def luminance(colour):
        parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
        red, green, blue = (
            part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
        )
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue

    bright, dim = sorted((luminance(one), luminance(other)), reverse=True)
    return (bright + 0.05) / (dim + 0.05)


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("ink", ["ink", "mute", "green", "amber", "red"])
def test_every_text_is_readable_by_day_and_by_night(theme, ink):
    assert min(contrast(theme[ink], theme[ground]) for ground in ("page", "surface")) >= 4.5


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
def test_every_series_is_seen_by_day_and_by_night(theme):
    series = [theme[f"c{number}"] for number in range(1, len(PALETTE) + 1)]
    assert len(set(series)) == len(PALETTE)
    assert min(contrast(colour, theme["page"]) for colour in series) >= 1.8


def test_a_page_by_day_wears_the_colours_of_the_charts_and_is_fit_for_print():
    assert [LIGHT[f"c{number}"] for number in range(1, len(PALETTE) + 1)] == list(PALETTE)
    assert "screen and (prefers-color-scheme: dark)" in STYLE and "@media print" in STYLE


def test_the_same_report_is_the_same_page():
    assert page(report()) == page(report())
