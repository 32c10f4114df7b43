import pytest
from hypothesis import given
from hypothesis import strategies as st

from rules.vin import RULES, check_digit_ok, normalise
from tests.rules.findings import assert_renders, blocking, codes

ALPHABET = "0123456789ABCDEFGHJKLMNPRSTUVWXYZ"


@pytest.mark.parametrize(
    ("raw", "vin"),
    [
        ("XW8AA11B0CK000123", "XW8AA11B0CK000123"),
        (" xw8aa11b0ck000123 ", "XW8AA11B0CK000123"),
        ("XW8 AA11B-0CK.000123", "XW8AA11B0CK000123"),
        ("VIN: XW8AA11B0CK000123", "XW8AA11B0CK000123"),
        ("VIN код XW8AA11B0CK000123", "XW8AA11B0CK000123"),
        ("ВИН № XW8AA11B0CK000123", "XW8AA11B0CK000123"),
        ("ХW8АА11В0СК000123", "XW8AA11B0CK000123"),
        ("XW8AA11BOCKOOOI23", "XW8AA11B0CK000123"),
        ("XW8AA11BQCK000123", "XW8AA11B0CK000123"),
        ("XW8AA11B0CKЗ00123", "XW8AA11B0CK300123"),
        ("ДW8AA11B0CK000123", "DW8AA11B0CK000123"),
        ("VOLVO, XW8AA11B0CK000123, белый", "XW8AA11B0CK000123"),
        ("XW8AA11B0CK000123 / XW8AA11B0CK000123", "XW8AA11B0CK000123"),
    ],
)
def test_reads_a_vin_however_it_was_typed(raw, vin):
    outcome = normalise(raw)

    assert outcome.value == vin
    assert not outcome.blocked
    assert_renders(outcome.findings, RULES)


@pytest.mark.parametrize("raw", ["ХW8АА11В0СК000123", "XW8AA11B0CKO00123"])
def test_says_that_look_alikes_were_replaced(raw):
    outcome = normalise(raw)

    assert codes(outcome.repairs) == ["VIN301"]
    assert outcome.repairs[0].suggestion == outcome.value


@pytest.mark.parametrize(
    "raw", ["xw8aa11b0ck000123", "XW8-AA11B0CK-000123", "VIN XW8AA11B0CK000123"]
)
def test_case_separators_and_label_are_no_finding(raw):
    assert normalise(raw).findings == ()


@pytest.mark.parametrize(
    "raw",
    ["НЕТ", "нет", "ОТСУТСТВУЕТ", "Б/Н", "не указан", "X" * 17, "1" * 17, "0" * 17,
     "12345678901234567", "1234567890ABCDEFG", "уточнить", "XXXXX", "0"],
)  # fmt: skip
def test_a_placeholder_is_no_vin_and_no_alarm(raw):
    outcome = normalise(raw)

    assert outcome.value is None
    assert codes(outcome.findings) == ["VIN302"]
    assert_renders(outcome.findings, RULES)


@pytest.mark.parametrize("raw", ["", "  ", "-", "—", "...", "\xa0"])
def test_an_empty_cell_finds_nothing(raw):
    assert normalise(raw) == normalise("")
    assert normalise(raw).value is None
    assert normalise(raw).findings == ()


@pytest.mark.parametrize(
    ("raw", "code"),
    [
        ("XW8AA11B0CK00012", "VIN101"),
        ("XW8AA11B0CK0001234", "VIN101"),
        ("XTA2109901234", "VIN101"),
        ("ЖW8AA11B0CK000123", "VIN102"),
        ("XW8AA11B0CK0Я0123", "VIN102"),
        ("000123", "VIN103"),
        ("CK000123", "VIN103"),
        ("K000123", "VIN103"),
        ("XW8AA11B0CK000123 XW8AA11B0CK000124", "VIN104"),
    ],
)
def test_blocks_what_cannot_be_a_vin(raw, code):
    outcome = normalise(raw)

    assert outcome.value is None
    assert blocking(outcome.findings) == [code]
    assert_renders(outcome.findings, RULES)


def test_says_how_many_characters_there_are():
    finding = normalise("XW8AA11B0CK00012").findings[0]

    assert dict(finding.params) == {"length": "16"}


@pytest.mark.parametrize(
    ("raw", "body"),
    [
        ("NZE141-9134919", "NZE1419134919"),
        ("JZX90-0025950", "JZX900025950"),
        ("S15-017137", "S15017137"),
        ("ZZT2400012345", "ZZT2400012345"),
        ("кузов NZE141-9134919", "NZE1419134919"),
        ("NZЕ141-9134919", "NZE1419134919"),
    ],
)
def test_a_frame_number_is_named_and_not_blocked(raw, body):
    outcome = normalise(raw)

    assert outcome.value is None
    assert codes(outcome.findings) == ["VIN201"]
    assert outcome.findings[0].suggestion == body
    assert not outcome.blocked
    assert_renders(outcome.findings, RULES)


def test_letters_at_the_end_are_a_warning():
    assert codes(normalise("XW8AA11B0CK00AB12").findings) == ["VIN202"]


def test_a_monotonous_end_is_a_warning():
    outcome = normalise("XW8AA11B00000000")

    assert normalise("XW8AA11B000000000").value == "XW8AA11B000000000"
    assert codes(normalise("XW8AA11B000000000").findings) == ["VIN203"]
    assert outcome.value is None


@pytest.mark.parametrize(
    ("vin", "right"), [("1M8GDM9AXKP042788", True), ("1M8GDM9A1KP042788", False)]
)
def test_the_check_digit_is_that_of_the_standard(vin, right):
    assert check_digit_ok(vin) is right


@pytest.mark.parametrize("vin", ["1M8GDM9A1KP042788", "LSGAA11B0CK000123"])
def test_a_wrong_check_digit_only_informs_where_plants_keep_it(vin):
    outcome = normalise(vin)

    assert outcome.value == vin
    assert codes(outcome.findings) == ["VIN303"]


def test_a_wrong_check_digit_means_nothing_elsewhere():
    assert not check_digit_ok("XTAAB11B0CK000123")
    assert normalise("XTAAB11B0CK000123").findings == ()


@given(st.text(max_size=40))
def test_never_raises_and_blocks_only_without_a_value(raw):
    outcome = normalise(raw)

    assert_renders(outcome.findings, RULES)
    assert not (outcome.blocked and outcome.value)


@given(st.text(ALPHABET + "OIQ" + "АВЕКМНРСТУХОЗД -", min_size=15, max_size=20))
def test_the_normal_form_is_a_fixed_point(raw):
    value = normalise(raw).value
    if value is not None:
        again = normalise(value)
        assert again.value == value
        assert not again.blocked
        assert again.repairs == ()


@given(st.text(ALPHABET, min_size=17, max_size=17))
def test_no_well_formed_vin_is_blocked(vin):
    assert not normalise(vin).blocked


@pytest.mark.parametrize("raw", ["ЧЦ8ФФ11И0СЛ000123", "чц8фф11и0сл000123", " ЧЦ8 ФФ11И0СЛ 000123"])
def test_undoes_the_wrong_layout(raw):
    outcome = normalise(raw)

    assert outcome.value == "XW8AA11B0CK000123"
    assert codes(outcome.repairs) == ["VIN305"]
    assert_renders(outcome.findings, RULES)


def test_no_vin_begins_with_a_look_alike_zero():
    assert normalise("ОЕВ949766НО126320").value == "JTD949766YJ126320"
