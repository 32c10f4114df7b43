import pytest

from bench.rule_dirt.fields import FIELDS
from bench.rule_dirt.score import scores

FEW = 100


@pytest.mark.parametrize("dirt", FIELDS, ids=lambda dirt: dirt.name)
def test_a_field_keeps_its_floor(dirt):
    found = list(scores(dirt, FEW, seed=1))

    assert len(found) > len(dirt.floors) and all(score.total for score in found)
    assert {score.kind: list(score.faults()) for score in found if any(score.faults())} == {}
