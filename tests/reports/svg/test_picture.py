import xml.etree.ElementTree as ET
from dataclasses import replace
from itertools import pairwise

import pytest

from reports.content import Bounds, Chart, ChartKind, Series, Unit
from reports.svg.picture import picture
from reports.svg.shapes import PALETTE, WIDTH
from resources import texts
from tests.reports.sample_report import CAME, EVIL, funnel

SVG = "{http://www.w3.org/2000/svg}"
KINDS = pytest.mark.parametrize("kind", ChartKind)


def drawn(chart):
    """The elements of a drawn chart: it is well-formed."""
    return ET.fromstring(picture(chart).svg)  # noqa: S314 - our own text


def said(root):
    return [element.text or "" for element in root.iter(f"{SVG}text")]


def bars(root):
    return list(root.iter(f"{SVG}rect"))


def chart(kind, labels, *values, unit=Unit.COUNT):
    series = tuple(Series(f"series {at}", tuple(one)) for at, one in enumerate(values))
    return Chart(kind, "A chart", tuple(labels), series, unit)


def test_a_funnel_says_its_numbers_and_their_shares():
    told = said(drawn(funnel()))
    assert "980\u00a0– 1,020\u00a0– 1,060" in told
    assert "82.7% of the first" in told
    assert "64.9% of the first · 78.5% of the one before" in told


def test_a_funnels_stages_are_as_wide_as_their_numbers():
    first, second, third = (float(bar.get("width")) for bar in bars(drawn(funnel())))
    assert second / first == pytest.approx(1020 / 1234, abs=1e-3)
    assert third / first == pytest.approx(801 / 1234, abs=1e-3)


@KINDS
def test_whatever_is_to_be_drawn_stays_inside(kind):
    values = [CAME, 0, None, 7, 1200]
    root = drawn(chart(kind, [f"{at:02}.2025" for at in range(5)], values, values[::-1]))
    height = float(root.get("viewBox").split()[3])
    for bar in bars(root):
        x, y, width, tall = (float(bar.get(name)) for name in ("x", "y", "width", "height"))
        assert x >= 0 and x + width <= WIDTH
        assert y >= 0 and y + tall <= height
    assert all(0 <= float(text.get("x")) <= WIDTH for text in root.iter(f"{SVG}text"))


@KINDS
def test_only_what_is_not_exact_bears_a_whisker(kind):
    def whiskers(*values):
        root = drawn(chart(kind, "abc", values))
        return [line for line in root.iter(f"{SVG}line") if line.get("class") == "whisker"]

    assert whiskers(1, 2, Bounds(3, 3, 3)) == []
    if kind in {ChartKind.FUNNEL, ChartKind.BARS}:
        assert len(whiskers(1, 2, Bounds(1, 3, 5))) == 3


def test_the_bounds_of_lines_stand_side_by_side_in_their_colours():
    root = drawn(chart(ChartKind.LINES, "a", (CAME,), (CAME,)))
    known = {line.get("stroke"): line.get("x1") for line in root.iter(f"{SVG}line")}
    assert known[PALETTE[0]] != known[PALETTE[1]]


@KINDS
@pytest.mark.parametrize(
    ("labels", "values"),
    [((), ()), (("a",), (None,)), (("a", "b"), (float("nan"), float("inf"))), (("a",), ())],
)
def test_nothing_to_draw_is_said(kind, labels, values):
    assert said(drawn(chart(kind, labels, values))) == ["There is nothing to draw."]


@KINDS
@pytest.mark.parametrize("values", [(0,), (1e15,), (-5, 5), (0.0001, 0.0002)])
def test_odd_numbers_are_drawn(kind, values):
    assert "nan" not in picture(chart(kind, "ab", values)).svg.lower()


@KINDS
def test_texts_are_escaped_and_told_to_a_screen_reader(kind):
    drawing = chart(kind, (EVIL, "b\x00\ud800"), (1, 2))
    root = drawn(replace(drawing, title=EVIL))
    title, desc = root.find(f"{SVG}title"), root.find(f"{SVG}desc")
    assert root.get("role") == "img"
    assert root.get("aria-labelledby") == f"{title.get('id')} {desc.get('id')}"
    assert title.text == EVIL
    assert desc.text.endswith("b: 2")


def test_a_description_tells_the_series_too():
    desc = drawn(chart(ChartKind.BARS, "ab", (1, CAME), (3, None))).find(f"{SVG}desc").text
    assert desc == "a: series 0 1, series 1 3; b: series 0 980\u00a0– 1,020\u00a0– 1,060"


def test_of_many_months_only_some_are_written():
    months = [f"{month:02}.{year}" for year in range(2021, 2026) for month in range(1, 13)]
    told = said(drawn(chart(ChartKind.STACKED, months, range(60), range(60))))
    shown = [text for text in told if text in months]
    assert 4 <= len(shown) <= 20
    assert shown[0] == "01.2021"


def test_long_labels_lie_beside_their_bars_and_the_rest_is_counted():
    names = [f"A very long name of some model number {at}" for at in range(50)]
    root = drawn(chart(ChartKind.BARS, names, range(1, 51)))
    assert len(bars(root)) == 40
    assert "and 10 more" in said(root)


def test_a_line_is_open_where_there_is_nothing():
    root = drawn(chart(ChartKind.LINES, "abcdef", (1, 2, None, 3, 4, None)))
    assert len(list(root.iter(f"{SVG}polyline"))) == 2
    assert len(list(root.iter(f"{SVG}circle"))) == 4


def test_series_are_told_apart_by_colour_and_the_later_ones_fainter():
    root = drawn(chart(ChartKind.BARS, "a", *[(1,)] * 10))
    looks = [(bar.get("fill"), bar.get("opacity")) for bar in bars(root)]
    assert len(set(looks)) == 10
    assert [f"series {at}" for at in range(10)] == [t for t in said(root) if t.startswith("series")]


def test_neighbours_of_the_palette_differ_in_brightness():
    def brightness(colour):
        red, green, blue = (int(colour[at : at + 2], 16) for at in (1, 3, 5))
        return 0.299 * red + 0.587 * green + 0.114 * blue

    shades = [brightness(colour) for colour in PALETTE]
    assert min(abs(one - other) for one, other in pairwise(shades)) > 20


def test_a_chart_speaks_the_language_in_force():
    texts.use("ru")
    assert "82,7\u202f% от первого" in said(drawn(funnel()))
