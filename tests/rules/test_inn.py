import pytest
from hypothesis import given
from hypothesis import strategies as st
from stdnum.ru import inn as library

from rules.inn import RULES, normalise
from tests.rules.findings import assert_renders, blocking, codes


def with_control_digits(head):
    """A synthetic ИНН that begins with the nine or ten digits."""
    if len(head) == 9:
        return head + library.calc_company_check_digit(head)
    return head + library.calc_personal_check_digits(head)


COMPANY = with_control_digits("990012345")
PERSON = with_control_digits("9900123456")
ZERO_COMPANY = with_control_digits("019912345")


@pytest.mark.parametrize("number", [COMPANY, PERSON])
@pytest.mark.parametrize(
    "form",
    ["{}", " {} ", "ИНН {}", "ИНН: {}", "{} / 990001001", "{}/КПП 990001001", "{}\\990001001"],
)
def test_reads_an_inn_however_it_was_typed(number, form):
    outcome = normalise(form.format(number))

    assert outcome.value == number
    assert outcome.findings == ()


def test_digits_may_be_grouped():
    assert normalise(f"{COMPANY[:4]} {COMPANY[4:]}").value == COMPANY


def test_the_lost_leading_zero_comes_back():
    outcome = normalise(ZERO_COMPANY[1:])

    assert outcome.value == ZERO_COMPANY
    assert codes(outcome.repairs) == ["INN301"]
    assert_renders(outcome.findings, RULES)


def test_a_float_with_a_lost_zero_is_read():
    assert normalise(f"{ZERO_COMPANY[1:]}.0").value == ZERO_COMPANY
    assert codes(normalise(f"{COMPANY}.0").repairs) == ["INN302"]
    assert normalise(f"{COMPANY[0]}.{COMPANY[1:]}E+09").value == COMPANY


def test_letters_for_digits_are_replaced():
    raw = COMPANY.replace("0", "О")

    assert normalise(raw).value == COMPANY
    assert codes(normalise(raw).repairs) == ["INN303"]


@pytest.mark.parametrize(
    ("raw", "code"),
    [
        (COMPANY[:-1] + str((int(COMPANY[-1]) + 1) % 10), "INN102"),
        ("12345678", "INN101"),
        ("1234567890123", "INN101"),
        ("ООО Ромашка", "INN103"),
        ("9.9E+09", "INN104"),
    ],
)
def test_blocks_what_is_no_inn(raw, code):
    outcome = normalise(raw)

    assert outcome.value is None
    assert blocking(outcome.findings) == [code]
    assert_renders(outcome.findings, RULES)


def test_a_tax_number_of_a_neighbour_only_warns():
    outcome = normalise("990101300007")

    assert outcome.value in (None, "990101300007")
    assert codes(normalise("200988541").findings) == ["INN201"]
    assert normalise("200988541").value == "200988541"


@pytest.mark.parametrize("raw", ["", "-", "0", "0000000000", "000000000000", "нет"])
def test_an_empty_cell_finds_nothing(raw):
    assert normalise(raw).value is None
    assert normalise(raw).findings == ()


def test_equal_digits_are_a_placeholder():
    assert codes(normalise("1111111111").findings) == ["INN304"]


@given(st.text(max_size=30))
def test_never_raises(raw):
    assert_renders(normalise(raw).findings, RULES)


@given(st.text("0123456789.OО/ ", max_size=16))
def test_the_normal_form_is_a_fixed_point(raw):
    value = normalise(raw).value
    if value is not None:
        assert normalise(value).value == value
        assert normalise(value).repairs == ()


@given(st.from_regex(r"[0-9]{9,10}", fullmatch=True).filter(lambda head: len(set(head)) > 1))
def test_no_inn_with_right_control_digits_is_blocked(head):
    number = with_control_digits(head)

    assert normalise(number).value == number
    assert normalise(number).findings == ()


@pytest.mark.parametrize(
    "form",
    ["{}.0/990001001", "{}.0 / 990001001.0", "{},0; 990001001", "{}.0 990001001", "ИНН {}.0"],
)
def test_a_float_is_told_with_a_kpp_beside_it(form):
    outcome = normalise(form.format(COMPANY))

    assert outcome.value == COMPANY
    assert codes(outcome.repairs) == ["INN302"]


def test_the_zero_of_a_float_is_no_digit_of_a_longer_number():
    assert normalise("5967846663.0/596745001").value == "5967846663"


def test_a_rounded_float_before_a_kpp_stays_out():
    assert blocking(normalise("7.7E+09/990001001").findings) == ["INN104"]


@pytest.mark.parametrize(
    "form", ["{} 990001001", "990001001/{}", "КПП 990001001 ИНН {}", "{}\n990001001"]
)
def test_finds_the_inn_on_either_side_of_the_kpp(form):
    assert normalise(form.format(COMPANY)).value == COMPANY
    assert normalise(form.format(COMPANY)).findings == ()


def test_of_two_numbers_the_first_is_taken_and_told():
    outcome = normalise(f"{COMPANY}/{PERSON}")

    assert outcome.value == COMPANY
    assert codes(outcome.findings) == ["INN202"]
    assert_renders(outcome.findings, RULES)
