from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rules.date import RULES, normalise, planned
from tests.rules.findings import assert_renders, blocking, codes

ASOF = date(2026, 11, 21)
DAY = date(1985, 3, 12)


@pytest.mark.parametrize(
    "raw",
    [
        "12.03.1985", "12/03/1985", "12-03-1985", "12 03 1985", "12.3.1985", "1985-03-12",
        "1985.03.12", "1985-03-12 00:00:00", "1985-03-12T10:30:00", "12.03.1985 0:00:00",
        "12.03.1985 г.", "12.03.1985 г.р.", "12 марта 1985 г.", "12 мар 1985", "12-Mar-1985",
        "12 March 1985", "March 12, 1985", "19850312", "19850312103000", "19850312.0",
        "12.03.1985, 10:30", "１２.03.1985", "'12.03.1985", "12. 03. 1985",
    ],
)  # fmt: skip
@pytest.mark.parametrize("birth", [True, False])
def test_reads_a_date_however_it_was_written(raw, birth):
    outcome = normalise(raw, asof=ASOF, birth=birth)

    assert outcome.value == DAY
    assert outcome.findings == ()


@pytest.mark.parametrize(
    ("raw", "day", "code"),
    [
        ("29587", date(1981, 1, 1), "DAT205"),
        ("31118.0", DAY, "DAT205"),
        ("31118.75", DAY, "DAT205"),
        ("03/25/1985", date(1985, 3, 25), "DAT206"),
        ("12031985", DAY, "DAT206"),
        ("1031985", date(1985, 3, 1), "DAT206"),
        ("120385", DAY, "DAT206"),
        ("12.03.85", DAY, "DAT301"),
        ("12/03/85 г.", DAY, "DAT301"),
        ("12 марта 85", DAY, "DAT301"),
    ],
)
def test_a_guess_is_told(raw, day, code):
    outcome = normalise(raw, asof=ASOF)

    assert outcome.value == day
    assert code in codes(outcome.repairs)
    assert_renders(outcome.findings, RULES)


@pytest.mark.parametrize(
    ("raw", "birth", "year"),
    [
        ("01.02.08", True, 2008),
        ("01.02.12", True, 1912),
        ("01.02.26", True, 1926),
        ("01.02.26", False, 2026),
        ("01.02.27", False, 2027),
        ("01.02.85", False, 1985),
    ],
)
def test_the_century_of_two_digits_follows_from_what_the_date_is(raw, birth, year):
    assert normalise(raw, asof=ASOF, birth=birth).value == date(year, 2, 1)


@pytest.mark.parametrize(
    "raw",
    ["", " ", "-", "нет", "  .  .    ", "00.00.0000", "0", "0001-01-01", "01.01.0001",
     "0001-01-01T00:00:00", "01.01.0001 0:00:00", "__.__.____"],
)  # fmt: skip
def test_an_empty_date_finds_nothing(raw):
    assert normalise(raw, asof=ASOF).value is None
    assert normalise(raw, asof=ASOF).findings == ()


@pytest.mark.parametrize("raw", ["30.12.1899", "31.12.1899", "01.01.1900", "1970-01-01"])
@pytest.mark.parametrize("birth", [True, False])
def test_the_empty_dates_of_programs_are_no_dates(raw, birth):
    outcome = normalise(raw, asof=ASOF, birth=birth)

    assert outcome.value is None
    assert codes(outcome.findings) == ["DAT302"]


@pytest.mark.parametrize(
    ("raw", "birth", "code"),
    [
        ("31.02.1985", True, "DAT101"),
        ("32.01.1985", True, "DAT101"),
        ("1985-13-01", True, "DAT101"),
        ("вчера", False, "DAT102"),
        ("89162346578", False, "DAT102"),
        ("22.11.2026", True, "DAT103"),
        ("12.03.2204", False, "DAT104"),
        ("12.03.1204", False, "DAT104"),
        ("12.03.1885", True, "DAT105"),
    ],
)
def test_blocks_what_is_certainly_wrong(raw, birth, code):
    outcome = normalise(raw, asof=ASOF, birth=birth)

    assert outcome.value is None
    assert blocking(outcome.findings) == [code]
    assert_renders(outcome.findings, RULES)


@pytest.mark.parametrize(
    ("raw", "birth", "code"),
    [
        ("21.11.2026", True, "DAT201"),
        ("22.11.2010", True, "DAT201"),
        ("12.03.1915", True, "DAT201"),
        ("22.11.2026", False, "DAT202"),
        ("12.03.1975", False, "DAT203"),
        ("01.01.1985", True, "DAT303"),
    ],
)
def test_a_doubt_keeps_the_date(raw, birth, code):
    outcome = normalise(raw, asof=ASOF, birth=birth)

    assert outcome.value is not None
    assert codes(outcome.findings) == [code]
    assert_renders(outcome.findings, RULES)


@pytest.mark.parametrize("raw", ["1985", "1985 г.", "03.1985", "1985.0", "март 1985", "12.03."])
def test_a_date_without_its_day_is_not_used(raw):
    outcome = normalise(raw, asof=ASOF, birth=True)

    assert outcome.value is None
    assert codes(outcome.findings) == ["DAT204"]


def test_sixteen_years_to_the_day_are_enough():
    assert normalise("21.11.2010", asof=ASOF, birth=True).findings == ()


@given(st.text(max_size=30), st.booleans())
def test_never_raises(raw, birth):
    outcome = normalise(raw, asof=ASOF, birth=birth)

    assert_renders(outcome.findings, RULES)
    assert not (outcome.blocked and outcome.value)


@given(st.text("0123456789./- :Tгмарт", max_size=20), st.booleans())
def test_the_normal_form_is_a_fixed_point(raw, birth):
    value = normalise(raw, asof=ASOF, birth=birth).value
    if value is not None:
        again = normalise(value.isoformat(), asof=ASOF, birth=birth)
        assert again.value == value
        assert again.repairs == ()


@given(st.dates(date(1926, 1, 1), date(2008, 12, 31)))
def test_no_birth_date_of_a_grown_up_is_blocked(day):
    for form in ("%d.%m.%Y", "%Y-%m-%d", "%Y%m%d", "%d/%m/%Y"):
        outcome = normalise(day.strftime(form), asof=ASOF, birth=True)
        assert not outcome.blocked
        assert outcome.value == (None if day == date(1970, 1, 1) else day)


@pytest.mark.parametrize(
    "raw",
    ["12.03,1985", "12,03,1985", "12..03.1985", "12.03.1985.", "12/03.1985", "12ю03ю1985",
     "12.О3.1985", "l2.03.1985"],
)  # fmt: skip
def test_mends_the_signs_of_a_date_and_says_so(raw):
    outcome = normalise(raw, asof=date(2026, 11, 1), birth=True)

    assert outcome.value == date(1985, 3, 12)
    assert codes(outcome.repairs) == ["DAT206"]
    assert_renders(outcome.findings, RULES)


@pytest.mark.parametrize(
    "raw",
    [
        "от 12.01.2019",
        "сб 12.01.2019",
        "сб, 12.01.2019",
        "12.01.2019 Пн",
        "12.01.2019 (7 лет)",
        "род. 12.01.2019",
        "12.01.2019 года рождения",
    ],
)
def test_words_beside_a_date_are_left_out_and_told(raw):
    outcome = normalise(raw, asof=date(2026, 11, 21))

    assert outcome.value == date(2019, 1, 12)
    assert codes(outcome.findings) == ["DAT206"]


@pytest.mark.parametrize("raw", ["12.01.2019, 15.01.2019", "12.01.2019 15.01.2019"])
def test_of_two_dates_none_is_taken(raw):
    assert blocking(normalise(raw, asof=date(2026, 11, 21)).findings) == ["DAT102"]


@pytest.mark.parametrize("raw", ["янв.19", "12 января", "март 85"])
def test_a_day_without_its_year_is_no_date(raw):
    assert codes(normalise(raw, asof=date(2026, 11, 21)).findings) == ["DAT204"]


@pytest.mark.parametrize(
    "raw",
    [
        "12.03.2027",
        "12.03.2027 10:30",
        "12.03.2027 10:30:00",
        "2027-03-12T10:30:00",
        "12.03.2027 в 10:30",
        "12.03.2027, 10:00-11:30",
        "12.03.2027 с 10:00 до 11:30",
        "10:30 12.03.2027",
    ],
)
def test_a_planned_day_may_lie_ahead_and_bear_its_hours(raw):
    outcome = planned(raw, asof=ASOF)

    assert outcome.value == date(2027, 3, 12)
    assert outcome.findings == ()


@pytest.mark.parametrize("raw", ["10:30", "в 10:30", "10:00 - 11:30", "9:00:00", "", "нет"])
def test_hours_alone_are_no_planned_day_and_no_fault(raw):
    outcome = planned(raw, asof=ASOF)

    assert (outcome.value, outcome.findings) == (None, ())


@pytest.mark.parametrize("raw", ["31.02.2027", "завтра", "12.03.2227"])
def test_a_planned_day_is_judged_as_any_other(raw):
    assert blocking(planned(raw, asof=ASOF).findings)
