import pytest
from hypothesis import given
from hypothesis import strategies as st
from stdnum.ru import ogrn as library

from rules.ogrn import RULES, normalise
from tests.rules.findings import assert_renders, blocking, codes


def with_control_digit(head):
    """A synthetic ОГРН that begins with the twelve or fourteen digits."""
    modulus = 11 if len(head) == 12 else 13
    return head + str(int(head) % modulus % 10)


COMPANY = with_control_digit("102990000001")
TRADER = with_control_digit("31999000000012")


@pytest.mark.parametrize("number", [COMPANY, TRADER])
@pytest.mark.parametrize("form", ["{}", " {} ", "ОГРН {}", "ОГРНИП: {}", "ОГРН/ОГРНИП {}", "№ {}"])
def test_reads_an_ogrn_however_it_was_typed(number, form):
    outcome = normalise(form.format(number))

    assert outcome.value == number
    assert outcome.findings == ()


def test_floats_and_letters_are_repaired():
    assert codes(normalise(f"{COMPANY}.0").repairs) == ["OGR301"]
    assert normalise(f"{COMPANY[0]}.{COMPANY[1:]}E+12").value == COMPANY
    assert normalise(COMPANY.replace("0", "О")).value == COMPANY
    assert codes(normalise(COMPANY.replace("0", "О")).repairs) == ["OGR302"]


@pytest.mark.parametrize(
    ("raw", "code"),
    [
        (COMPANY[:-1] + str((int(COMPANY[-1]) + 1) % 10), "OGR102"),
        (COMPANY[:-1], "OGR101"),
        (TRADER + "1", "OGR101"),
        ("ООО Ромашка", "OGR103"),
        ("9.9E+12", "OGR104"),
        ("1" * 90, "OGR103"),
    ],
)
def test_blocks_what_is_no_ogrn(raw, code):
    outcome = normalise(raw)

    assert outcome.value is None
    assert blocking(outcome.findings) == [code]
    assert_renders(outcome.findings, RULES)


@pytest.mark.parametrize("raw", ["", "-", "0000000000000", "нет"])
def test_an_empty_cell_finds_nothing(raw):
    assert (normalise(raw).value, normalise(raw).findings) == (None, ())


@given(st.text(max_size=30) | st.text("0123456789.OО/ ", max_size=18))
def test_never_raises_and_the_normal_form_is_a_fixed_point(raw):
    outcome = normalise(raw)

    assert_renders(outcome.findings, RULES)
    if outcome.value is not None:
        assert normalise(outcome.value) == type(outcome)(outcome.value)


@given(st.from_regex(r"[15][0-9]{11}|[34][0-9]{13}", fullmatch=True))
def test_no_ogrn_with_a_right_control_digit_is_blocked(head):
    number = with_control_digit(head)

    if library.is_valid(number) and len(set(number)) > 1:
        assert normalise(number).value == number
        assert normalise(number).findings == ()


@pytest.mark.parametrize("remainder", range(13))
def test_accepts_a_sole_trader_whatever_the_remainder(remainder):
    body = next(
        text for text in (f"3205001160{number:04d}" for number in range(13))
        if int(text) % 13 == remainder
    )  # fmt: skip

    assert normalise(body + str(remainder % 10)).value == body + str(remainder % 10)
    assert normalise(body + str((remainder + 1) % 10)).value is None


@pytest.mark.parametrize(
    "raw",
    ["1027700132195/770101001", "1027700132195 от 12.03.2002", "1027700132195, КПП 770101001"],
)
def test_what_stands_behind_the_number_does_not_hide_it(raw):
    assert normalise(raw).value == "1027700132195"
    assert normalise(raw).findings == ()


def test_the_float_is_told_with_a_second_number_behind_it():
    outcome = normalise("1027700132195.0/770101001.0")

    assert outcome.value == "1027700132195"
    assert codes(outcome.repairs) == ["OGR301"]
