import itertools
import re

from stdnum.ru import inn

from bench.generator.draw import Dice
from bench.generator.numbers import Registry
from bench.generator.tables import car_models, towns

TOWN = towns()[0]
PLATE = re.compile(r"[АВЕКМНОРСТУХ](?!000)\d{3}[АВЕКМНОРСТУХ]{2}\d{2,3}")
VIN = re.compile(r"[A-HJ-NPR-Z0-9]{13}\d{4}")


def registry(district=0):
    return Registry(TOWN, seed=3, district=district, slots=4000)


def test_mobile_numbers_are_nobody_else_s():
    numbers = [one.mobile() for one in (registry(0), registry(1)) for _ in range(3000)]
    assert len(set(numbers)) == len(numbers)
    assert all(re.fullmatch(r"9\d{9}", number) for number in numbers)


def test_mobile_numbers_do_not_look_like_placeholders():
    one = registry()
    assert all(len(set(one.mobile()[-7:])) > 2 for _ in range(5000))


def test_plates_have_the_form_of_plates_and_are_nobody_else_s():
    dice, one = Dice(1), registry()
    plates = [one.plate(TOWN.plate_codes[0], dice) for _ in range(3000)]
    assert len(set(plates)) == len(plates)
    assert all(PLATE.fullmatch(plate) for plate in plates)


def test_tax_numbers_have_right_check_digits():
    one = registry()
    assert all(inn.is_valid(one.person_inn()) and inn.is_valid(one.firm_inn()) for _ in range(500))


def test_vins_have_the_form_of_vins_and_are_nobody_else_s():
    dice = Dice(1)
    vins = [
        one.vin(model, 2015, dice)
        for one in (registry(0), registry(1))
        for model in car_models()
        for _ in range(60)
    ]
    assert len(set(vins)) == len(vins)
    assert all(VIN.fullmatch(vin) for vin in vins)


def test_cars_sold_side_by_side_have_vins_one_character_apart():
    dice, one, model = Dice(1), registry(), car_models()[0]
    vins = [one.vin(model, 2015, dice) for _ in range(50)]
    apart = [
        sum(left != right for left, right in zip(*pair, strict=True))
        for pair in itertools.pairwise(vins)
    ]
    assert 1 in apart
