import pytest

from bench.generator import spoil_car
from bench.generator.draw import Dice
from bench.generator.service_life.slips import VIN_KINDS, is_lost, letter_o, no_vin

VIN = "XTAM1U0U5CG708231"


@pytest.mark.parametrize("spoil", [letter_o, spoil_car.vin_cyrillic, spoil_car.vin_lower])
def test_letters_and_spaces_lose_nothing(spoil):
    for seed in range(5):
        assert not is_lost(spoil(VIN, Dice(seed)), VIN)


@pytest.mark.parametrize("spoil", [spoil_car.vin_lost_char, no_vin])
def test_a_lost_character_and_a_word_must_be_put_right(spoil):
    for seed in range(5):
        assert is_lost(spoil(VIN, Dice(seed)), VIN)


def test_what_loses_nothing_falls_oftener_in_service():
    assert all(kind.sales < kind.service for kind in VIN_KINDS)
