from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ui import formats
from ui.cells import kind, severity
from ui.look.colours import Tone


def test_english_numbers_dates_and_moments():
    assert formats.number(1234567) == "1,234,567"
    assert formats.day(date(2026, 3, 5)) == "2026-03-05"
    assert formats.moment(datetime(2026, 3, 5, 7, 8, tzinfo=UTC)) == "2026-03-05 07:08"
    assert formats.day(None) == formats.moment(None) == ""


def test_russian_numbers_dates_and_percent(monkeypatch):
    monkeypatch.setattr(formats, "language", lambda: "ru")
    assert formats.number(1234567) == "1\u202f234\u202f567"
    assert formats.day(date(2026, 3, 5)) == "05.03.2026"
    assert formats.percent(0.968) == "96,8\u202f%"


@pytest.mark.parametrize(
    ("share", "text"), [(1.0, "100%"), (0.9999, "99.9%"), (0.95, "95%"), (0.0, "0%")]
)
def test_a_percentage_never_promises_more_than_it_holds(share, text):
    assert formats.percent(share) == text


@given(st.floats(0, 1, exclude_max=True))
def test_nothing_below_one_is_shown_as_100_percent(share):
    assert formats.percent(share) != "100%"


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
    assert (kind("bookings"), kind("СТО Юг")) == ("Bookings", "СТО Юг")
