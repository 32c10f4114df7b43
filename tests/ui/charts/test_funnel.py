import pytest

from reports.content import Bounds
from tests.ui.charts.made import blank, chart, inside, words
from ui.charts.funnel import funnel
from ui.charts.shapes import Box

STAGES = ["Продано новых автомобилей", "ТО-0", "ТО-1"]
WIDE, NARROW = Box(0, 0, 700, 105), Box(0, 0, 300, 132)


def drawn(made, box=WIDE):
    picture = blank()
    funnel(made, box, picture)
    return picture


def test_stages_are_as_wide_as_their_share_of_the_greatest():
    picture = drawn(chart("funnel", [1000, 500, 250], labels=STAGES))
    first, second, third = (spot.area.width for spot in picture.spots)
    assert first == pytest.approx(2 * second) == pytest.approx(4 * third)


@pytest.mark.parametrize("box", [WIDE, NARROW], ids=["wide", "narrow"])
def test_each_stage_says_its_label_its_value_and_its_shares(box):
    said = " | ".join(
        words(drawn(chart("funnel", [1340, Bounds(990, 1020, 1060), 410], labels=STAGES), box))
    )
    for text in ("ТО-0", "1,020 (990–1,060)", "76.1% of the first", "40.2% of the one before"):
        assert text in said


def test_bounds_widen_a_stage_in_faint_with_whiskers():
    picture = drawn(chart("funnel", [100, Bounds(40, 50, 60)], labels=STAGES[:2]))
    assert len(picture.whiskers) == 3
    assert any(fill.faint for fill in picture.fills)


def test_a_stage_that_nothing_is_known_of_is_a_dash():
    picture = drawn(chart("funnel", [100, None, 30], labels=STAGES))
    assert "–" in words(picture)
    assert [spot.label for spot in picture.spots] == [0, 2]


def test_nothing_is_divided_by_nothing():
    picture = drawn(chart("funnel", [0, 0, 0], labels=STAGES))
    assert not any("%" in text for text in words(picture))


def test_the_period_before_is_a_thin_bar_under_each_stage():
    picture = drawn(chart("funnel", [100, 50], [80, 60], labels=STAGES[:2]))
    now, before = (
        [spot.area for spot in picture.spots if spot.series == series] for series in (0, 1)
    )
    assert all(thin.height < wide.height / 3 for wide, thin in zip(now, before, strict=True))
    assert before[1].width == pytest.approx(before[0].width * 0.75)
    assert words(picture)[:2] == ["S0", "S1"]


@pytest.mark.parametrize("box", [WIDE, NARROW], ids=["wide", "narrow"])
def test_nothing_leaves_the_box(box):
    made = chart("funnel", [1e9, Bounds(1, 5e8, 2e9), 3], labels=[f"{one} и ещё" for one in STAGES])
    assert inside(drawn(made, box), box)
