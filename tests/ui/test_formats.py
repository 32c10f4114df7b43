from datetime import UTC, date, datetime

import pytest

from resources import texts
from ui import formats
from ui.cells import kind, severity
from ui.look.colours import Tone


def test_moments_in_both_languages():
    assert formats.moment(datetime(2026, 3, 5, 7, 8, tzinfo=UTC)) == "2026-03-05 07:08"
    assert formats.moment(None) == ""
    texts.use("ru")
    assert formats.moment(datetime(2026, 3, 5, 7, 8, tzinfo=UTC)) == "05.03.2026 07:08"


@pytest.mark.parametrize(
    ("seconds", "text"),
    [(0.2, "1 s"), (59.4, "59 s"), (60, "1 min 00 s"), (754, "12 min 34 s"), (7260, "2 h 01 min")],
)
def test_durations(seconds, text):
    assert formats.duration(seconds) == text


def test_an_open_period_shows_its_known_end():
    assert formats.period(date(2019, 5, 14), None) == "2019-05-14 –"
    assert formats.period(None, date(2019, 5, 14)) == "– 2019-05-14"
    assert formats.period(None, None) == ""


def test_a_severity_says_itself_by_colour_sign_and_word():
    tags = [severity(name) for name in ("block", "warn", "info")]
    assert [tag.tone for tag in tags] == [Tone.BLOCK, Tone.WARN, Tone.INFO]
    assert len({tag.sign for tag in tags}) == len({tag.text for tag in tags}) == 3


def test_an_unknown_source_goes_by_its_own_name():
    assert (kind("sales"), kind("leads")) == ("Sales", "leads")
