from collections import Counter

import pytest

from bench.generator.draw import Dice
from bench.generator.numbers import Registry
from bench.generator.people import Census
from bench.generator.tables import towns
from bench.generator.world import District

PEOPLE = 3000


@pytest.fixture(scope="module")
def district():
    made, town = District(), towns()[0]
    registry = Registry(town, seed=1, district=0, slots=PEOPLE * 4)
    Census(town, registry, Dice(1), first_number=0).settle(made, PEOPLE)
    return made


def test_relatives_are_most_of_the_people_and_many_leave_each_other_s_phone(district):
    families = [one for one in district.people if len(one.household) > 1]
    assert len(families) > PEOPLE * 0.6
    shared = [
        one
        for one in families
        if {one.phone, one.second_phone} & {kin.phone for kin in one.household if kin is not one}
    ]
    assert 0.3 < len(shared) / len(families) < 0.6


def test_a_number_once_another_s_is_somebody_else_s_phone(district):
    before = {one.old_phone for one in district.people if one.old_phone}
    assert sum(one.phone in before for one in district.people) > PEOPLE * 0.02


def test_namesakes_bear_frequent_surnames(district):
    often = Counter(one.last for one in district.people)
    planted = [trap.left for trap in district.traps if trap.kind == "namesake"]
    usual = sorted(often[one.last] for one in district.people)[PEOPLE // 2]
    assert len(planted) > 5
    assert sum(often[one.last] > usual for one in planted) > len(planted) * 0.8
