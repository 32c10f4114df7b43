import pytest

from ui.background import Pace
from ui.pages.reports.progress_strip import ProgressStrip


@pytest.fixture
def strip(qtbot):
    made = ProgressStrip()
    qtbot.addWidget(made)
    return made


def test_it_appears_only_when_a_counting_takes_its_time(strip, qtbot):
    strip.show_counting(counting=True)
    assert strip.isHidden()
    strip.show_counting(counting=False)
    assert strip.isHidden() and not strip._pause.isActive()
    strip.show_counting(counting=True)
    qtbot.waitUntil(lambda: not strip.isHidden())


def test_it_says_how_far_it_is_and_can_be_cancelled(strip, qtbot):
    strip.show_pace(None)
    assert strip.stage.text() == "Counting…"
    strip.show_pace(Pace("Sales", 3, 10, 1.0, None))
    assert (strip.stage.text(), strip.bar.value(), strip.bar.maximum()) == ("Sales", 3, 10)
    with qtbot.waitSignal(strip.cancel_asked):
        strip.cancel.click()
