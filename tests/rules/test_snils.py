import pytest
from hypothesis import given
from hypothesis import strategies as st

from rules.snils import RULES, control_digits, normalise
from tests.rules.findings import assert_renders, blocking, codes


def shown(head):
    """A synthetic СНИЛС that begins with the nine digits."""
    return f"{head[:3]}-{head[3:6]}-{head[6:]} {control_digits(head)}"


@pytest.mark.parametrize(
    "raw",
    ["112-233-445 95", "11223344595", "112 233 445 95", "СНИЛС 112-233-445-95", "112.233.445.95"],
)
def test_reads_a_snils_however_it_was_typed(raw):
    assert normalise(raw).value == "112-233-445 95"
    assert normalise(raw).findings == ()


@pytest.mark.parametrize(("head", "control"), [("112233445", "95"), ("087654303", "00")])
def test_counts_the_control_digits(head, control):
    assert control_digits(head) == control


def test_the_oldest_numbers_have_no_control():
    assert normalise("001-001-998 77").value == "001-001-998 77"
    assert blocking(normalise("001-001-999 77").findings) == ["SNL102"]


def test_lost_zeros_floats_and_letters_are_repaired():
    assert normalise("8765430300").value == "087-654-303 00"
    assert codes(normalise("8765430300").repairs) == ["SNL301"]
    assert codes(normalise("11223344595.0").repairs) == ["SNL302"]
    assert normalise("112-2ЗЗ-445 95").value == "112-233-445 95"


@pytest.mark.parametrize(
    ("raw", "code"),
    [
        ("112-233-445 96", "SNL102"),
        ("112-233-445", "SNL101"),
        ("112-233-445 955", "SNL101"),
        ("123-123", "SNL101"),
        ("Иванов", "SNL103"),
        ("1.1E+10", "SNL103"),
        ("111-111-111 45", "SNL104"),
    ],
)
def test_blocks_what_is_no_snils(raw, code):
    assert normalise(raw).value is None
    assert blocking(normalise(raw).findings) == [code]
    assert_renders(normalise(raw).findings, RULES)


@pytest.mark.parametrize("raw", ["", "-", "000-000-000 00", "нет", "отсутствует"])
def test_an_empty_cell_finds_nothing(raw):
    assert (normalise(raw).value, normalise(raw).findings) == (None, ())


@given(st.text(max_size=30) | st.text("0123456789-OО ", max_size=16))
def test_never_raises_and_the_normal_form_is_a_fixed_point(raw):
    outcome = normalise(raw)

    assert_renders(outcome.findings, RULES)
    if outcome.value is not None:
        assert normalise(outcome.value) == type(outcome)(outcome.value)


@given(st.from_regex(r"[0-9]{9}", fullmatch=True).filter(lambda head: len(set(head)) > 1))
def test_no_snils_with_right_control_digits_is_blocked(head):
    assert normalise(shown(head)).value == shown(head)
