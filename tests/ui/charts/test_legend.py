from tests.ui.charts.made import BOX, blank, chart, words
from ui.charts.legend import legend
from ui.charts.shapes import Box


def test_one_series_needs_no_name():
    drawn = blank()
    assert legend(chart("bars", [1, 2]), BOX, drawn) == 0
    assert drawn.texts == []


def test_every_series_is_named_with_what_it_is_drawn_in():
    bars, lines = blank(), blank()
    assert legend(chart("bars", [1], [2]), BOX, bars) > 0
    legend(chart("lines", [1], [2]), BOX, lines)
    assert words(bars) == words(lines) == ["S0", "S1"]
    assert [fill.series for fill in bars.fills] == [0, 1]
    assert [path.series for path in lines.paths] == [0, 1] and len(lines.dots) == 2


def test_what_finds_no_room_is_counted():
    drawn = blank()
    high = legend(chart("bars", *[[1]] * 34), Box(0, 0, 150, 200), drawn)
    *names, rest = words(drawn)
    assert names == [f"S{number}" for number in range(len(names))]
    assert rest == f"and {34 - len(names)} more"
    assert high < 50
    assert all(text.box.right <= 150.01 for text in drawn.texts)


def test_series_that_are_not_drawn_are_counted_too():
    drawn = blank()
    legend(chart("lines", *[[1]] * 33), Box(0, 0, 5000, 200), drawn)
    assert words(drawn)[-1] == "and 3 more"
