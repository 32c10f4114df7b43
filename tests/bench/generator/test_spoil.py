import pytest

from bench.generator import spoil_car, spoil_contact, spoil_name
from bench.generator.dirt_kinds import CAR_KINDS, CARD_KINDS, ORDER_KINDS, SALE_KINDS
from bench.generator.draw import Dice

SAMPLES = {
    "name": "Прохорова Анна Сергеевна",
    "phone": "8 (916) 123-45-67",
    "email": "a.prohorova12@mail.ru",
    "inn": "063170001234",
    "birth": "05.11.1984",
    "address": "443001, Самарская область, г. Самара, ул. Садовая, д. 5, кв. 7",
    "gender": "Ж",
    "vin": "XTAK8E7P0DG025130",
    "plate": "А105ВС163",
    "year": "2013",
    "date": "05.11.2014",
    "opened": "05.11.2014",
    "closed": "05.11.2014",
    "price": "650 000,00",
    "mileage": "45200",
    "to_no": "3",
    "total": "7 500,00",
}
KINDS = (*CARD_KINDS, *CAR_KINDS, *SALE_KINDS, *ORDER_KINDS)


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_every_kind_changes_the_text_it_falls_on(kind):
    dice, text = Dice(1), SAMPLES[kind.field]
    assert any(kind.spoil(text, dice) != text for _ in range(40))


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
@pytest.mark.parametrize("text", ["", "x", "1", "-", "Я"])
def test_no_kind_stumbles_over_what_another_left(kind, text):
    dice = Dice(1)
    for _ in range(20):
        kind.spoil(text, dice).encode("cp1251")


def test_a_wrong_layout_is_typed_on_the_same_keys():
    assert spoil_name.wrong_layout("Иванов", Dice(1)) == "Bdfyjd"


def test_transliteration_leaves_no_cyrillic():
    spoilt = spoil_name.transliterated("Щукин Юлий Царёв Хасанъ Жаэ", Dice(1))
    assert spoilt.isascii()


def test_a_wrong_digit_keeps_the_length():
    spoilt = spoil_contact.wrong_digit("+79161234567", Dice(1))
    assert len(spoilt) == 12
    assert sum(one != two for one, two in zip(spoilt, "+79161234567", strict=True)) == 1


def test_a_spreadsheet_makes_a_phone_a_float():
    dice = Dice(1)
    seen = {spoil_contact.floated("8 (916) 123-45-67", dice) for _ in range(40)}
    assert seen == {"79161234567.0", "7.9161234567E+10"}


def test_a_serial_day_is_the_number_a_spreadsheet_keeps():
    assert spoil_contact.serial_day("01.01.1981", Dice(1)) == "29587"


def test_a_date_spoilt_before_stays_as_it_is():
    assert spoil_contact.other_day_style("95.11.1984", Dice(1)) == "95.11.1984"


def test_a_cyrillic_vin_looks_the_same():
    assert spoil_car.vin_cyrillic("XTA", Dice(1)) == "ХТА"
