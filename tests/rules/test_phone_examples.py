"""Every example of the trade's notes on phones, and every example the library itself ships."""

import phonenumbers
import pytest

from rules.finding import Normal
from rules.phone import Phone, normalise
from tests.rules.findings import codes

MOBILE = (Phone("+79161234567", "", "mobile"),)


@pytest.mark.parametrize(
    "raw",
    [
        "8 (916) 123-45-67", "9161234567", "79161234567", "7-916-123-45-67", "+7 8 916 123-45-67",
        "+7 (8916) 123-45-67", "++79161234567", "８９１６１２３４５６７", "8—916—123—45—67",
        "т. 89161234567", "Иван 89161234567", "tel:+79161234567", "8 916 123-45-67 Иван",
        "89161234567 мама", "8 916 123-45-67 с 10 до 18", "8 916 123 45 67 (WhatsApp)",
        "+7 9161234567 ext.", "79161234567.0", "8.9161234567E10", "9.161234567E+09",
"8-9l6-123-45-67", "8 9I6 I23-45-б7",
    ],
)  # fmt: skip
def test_comes_out_as_the_one_mobile_number(raw):
    assert normalise(raw).value == MOBILE


@pytest.mark.parametrize(
    ("raw", "number"),
    [
        ("8-495-123-45-68", "+74951234568"),
        ("8 (4872) 12-34-56", "+74872123456"),
        ("8 48762 1-23-45", "+74876212345"),
        ("8-34722-12345", "+73472212345"),
        ("8121234567", "+78121234567"),
        ("8 (095) 123-45-67", "+74951234567"),
        ("8 (0872) 12-34-56", "+74872123456"),
        ("8 (0112) 12-34-56", "+74012123456"),
        ("375291234567", "+375291234567"),
        ("998901234567", "+998901234567"),
        ("8-10-375-29-123-45-67", "+375291234567"),
        ("810375291234567", "+375291234567"),
        ("8 701 123 45 67", "+77011234567"),
        ("+7 705 123 45 67", "+77051234567"),
    ],
)
def test_reads_a_town_an_old_code_or_a_foreign_number(raw, number):
    outcome = normalise(raw)

    assert outcome.value is not None and [one.number for one in outcome.value] == [number]


@pytest.mark.parametrize(
    ("raw", "extension"),
    [
        ("8 (495) 123-45-68 доб. 123", "123"), ("8 (495) 123-45-68 доб 12", "12"),
        ("8 (495) 123-45-68 #12", "12"), ("8 (495) 123-45-68 ext 12", "12"),
        ("8 (495) 123-45-68 вн. 12", "12"), ("8 (495) 123-45-68 д. 101", "101"),
        ("8 (495) 123-45-68 доб.", ""), ("8 (495) 123-45-68 (12)", "12"),
        ("8 (495) 123-45-68 доб.№ 12", "12"), ("8(495)1234568доб1587", "1587"),
        ("8 (495) 123-45-68-доб-12", "12"), ("8 (495) 123-45-68 - доб - 12", "12"),
        ("8 (495) 123-45-68вн12", "12"), ("8 (495) 123-45-68 (доб.12)", "12"),
        ("8 (495) 123-45-68 д.12", "12"), ("8 (495) 123-45-68 ext12", "12"),
        ("8 (495) 123-45-68#12", "12"), ("8 (495) 123-45-68*12", "12"),
        ("8 (495) 123-45-68 доп. 12", "12"), ("8 (495) 123-45-68 доб. номер 12", "12"),
        ("8 (495) 123-45-68, вн. тел. 12", "12"), ("8 (495) 123-45-68 доб. 12-34", "1234"),
        ("84951234568.0 доб 12", "12"),
    ],
)  # fmt: skip
def test_reads_the_extension_in_every_wording(raw, extension):
    assert normalise(raw).value == (Phone("+74951234568", extension, "fixed"),)


@pytest.mark.parametrize("glue", [", ", "; ", " / ", " ", "\n", ""])
def test_finds_both_numbers_of_a_cell(glue):
    value = normalise(f"89161234567{glue}89262345678").value

    assert value is not None
    assert [one.number for one in value] == ["+79161234567", "+79262345678"]


@pytest.mark.parametrize(
    ("raw", "code"),
    [
        ("8916123456", "TEL102"), ("1111111111", "TEL103"),
        ("+7 900 000-00-00", "TEL103"), ("+7 777 777 77 77", "TEL103"),
        ("123-45-67", "TEL201"), ("36-12-34", "TEL201"), ("+7 999 999-99-99", "TEL103"),
    ],
)  # fmt: skip
def test_stops_a_lost_digit_and_an_invented_number(raw, code):
    outcome = normalise(raw)

    assert outcome.value is None and code in codes(outcome.findings)


@pytest.mark.parametrize(
    "raw",
    ["8 (495) 240-35-81 доп. 8 916 240-35-82", "84952403581.0/79162403582.0",
     "8 (495) 240-35-81 д. 8-916-240-35-82", "8 (495) 240-35-81 доп. 9162403582",
     "8/495/240-35-81, 8/916/240-35-82"],
)  # fmt: skip
def test_a_second_number_is_no_extension_of_the_first(raw):
    value = normalise(raw).value

    assert value is not None
    assert [(one.number, one.extension) for one in value] == [
        ("+74952403581", ""), ("+79162403582", "")
    ]  # fmt: skip


def test_digits_before_a_number_are_told():
    outcome = normalise("доб. 12 8 (495) 240-35-81")

    assert outcome.value == (Phone("+74952403581", "", "fixed"),)
    assert [dict(found.params)["words"] for found in outcome.repairs] == ["12"]


def test_ten_zeros_are_an_empty_cell():
    assert normalise("0000000000") == Normal(None)


@pytest.mark.parametrize("raw", ["XW8AA11B0CK000123", "500100732259", "12.03.1985", "ivan@mail.ru"])
def test_a_number_of_another_field_is_no_phone(raw):
    assert normalise(raw).value is None


def examples():
    kinds = [getattr(phonenumbers.PhoneNumberType, name)
             for name in vars(phonenumbers.PhoneNumberType) if name.isupper()]  # fmt: skip
    for region in ("RU", "KZ", "BY", "UZ", "AM"):
        for kind in {*kinds}:
            number = phonenumbers.example_number_for_type(region, kind)
            if number is not None and phonenumbers.is_valid_number(number):
                yield region, number


def test_the_library_has_examples_of_each_country():
    found = list(examples())

    assert {region for region, _ in found} == {"RU", "KZ", "BY", "UZ", "AM"} and len(found) >= 20


@pytest.mark.parametrize(("region", "number"), list(examples()))
def test_accepts_every_example_of_the_library(region, number):
    full = phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)
    spaced = phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.INTERNATIONAL)
    typed = [full, full[1:], spaced]
    if region in ("RU", "KZ"):
        typed.append("8" + full[2:])

    for raw in typed:
        outcome = normalise(raw)
        assert outcome.value is not None and not outcome.blocked, raw
        assert [one.number for one in outcome.value] == [full], raw
