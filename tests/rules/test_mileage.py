import pytest
from hypothesis import given
from hypothesis import strategies as st

from rules.mileage import RULES, normalise
from tests.rules.findings import assert_renders, blocking, codes


@pytest.mark.parametrize(
    "raw",
    ["15000", "15 000", "15\xa0000", "15000 км", "15 000 км.", "15000.0", "1.5E+04", "15.000",
     "15,000", "15000,5", "пробег 15000", "15'000", "15000km"],
)  # fmt: skip
def test_reads_the_kilometres_however_they_were_typed(raw):
    assert normalise(raw).value == 15000
    assert normalise(raw).findings == ()


@pytest.mark.parametrize(
    ("raw", "value"),
    [
        ("15 тыс. км", 15000),
        ("15т", 15000),
        ("15,5 тыс", 15500),
        ("150k", 150000),
        ("15тыс.км", 15000),
    ],
)
def test_reads_thousands(raw, value):
    assert normalise(raw).value == value
    assert codes(normalise(raw).repairs) == ["KM301"]


@pytest.mark.parametrize("raw", ["", "-", "0", "0.0", "нет"])
def test_an_empty_cell_finds_nothing(raw):
    assert normalise(raw).value is None
    assert normalise(raw).findings == ()


@pytest.mark.parametrize("raw", ["1", "111111", "123456", "999999", "111111.0"])
def test_a_placeholder_is_no_mileage(raw):
    assert normalise(raw).value is None
    assert codes(normalise(raw).findings) == ["KM302"]


@pytest.mark.parametrize(
    ("raw", "code"),
    [("-5", "KM102"), ("99000000", "KM102"), ("89162346578", "KM102"), ("12.03.2015", "KM101"),
     ("много", "KM101"), ("XW8AA11B0CK000123", "KM101")],
)  # fmt: skip
def test_blocks_what_is_no_mileage(raw, code):
    assert normalise(raw).value is None
    assert blocking(normalise(raw).findings) == [code]


def test_more_than_a_million_only_warns():
    assert normalise("1 200 000").value == 1_200_000
    assert codes(normalise("1 200 000").findings) == ["KM201"]


@given(st.text(max_size=30) | st.text("0123456789., кмтыс", max_size=14))
def test_never_raises_and_is_a_fixed_point(raw):
    outcome = normalise(raw)

    assert_renders(outcome.findings, RULES)
    assert not (outcome.blocked and outcome.value)
    if outcome.value is not None:
        assert normalise(str(outcome.value)).value == outcome.value


@given(st.integers(2, 1_000_000))
def test_no_usual_mileage_is_blocked(kilometres):
    assert not normalise(str(kilometres)).blocked


@pytest.mark.parametrize(
    ("raw", "kilometres"), [("15О00", 15000), ("1З5 500 км", 135500), ("1l0", 110)]
)
def test_letters_among_the_digits_become_digits(raw, kilometres):
    outcome = normalise(raw)

    assert outcome.value == kilometres
    assert codes(outcome.repairs) == ["KM303"]
    assert_renders(outcome.findings, RULES)


@pytest.mark.parametrize("raw", ["ОО", "О1", "З3"])
def test_letters_with_one_digit_at_most_are_no_mileage(raw):
    assert blocking(normalise(raw).findings) == ["KM101"]


@pytest.mark.parametrize(
    "raw",
    ["~125000", "около 125 000 км", "125000 (со слов)", "125000 км со слов клиента", "125000+",
     ">125 000", "примерно 125 тыс"],
)  # fmt: skip
def test_a_rough_mileage_is_taken_and_told(raw):
    outcome = normalise(raw)

    assert outcome.value == 125000
    assert "KM202" in codes(outcome.findings)
    assert_renders(outcome.findings, RULES)


@pytest.mark.parametrize(
    "raw",
    ["км 125000", "пр. 125 000", "125 000 (км)", "125000 км на 12.03.2019", "Пробег: 125000 км"],
)
def test_a_label_and_the_day_of_the_reading_say_nothing(raw):
    assert normalise(raw).value == 125000
    assert normalise(raw).findings == ()


@pytest.mark.parametrize("raw", ["новый", "новая машина", "б/п", "спидометр не работает", "сломан"])
def test_words_for_no_reading_are_a_placeholder(raw):
    assert normalise(raw).value is None
    assert codes(normalise(raw).findings) == ["KM302"]


@pytest.mark.parametrize("raw", ["1 250 00", "125000/126000", "100000-120000", "77000 миль"])
def test_what_may_be_two_mileages_is_none(raw):
    assert normalise(raw).value is None
    assert codes(normalise(raw).findings) == ["KM101"]
