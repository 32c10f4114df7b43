import pytest

from bench import kill
from bench.generator.build import Order, generate, usual_forms
from bench.generator.draw import Dice

SEED = 2
# Together 20 kills; the commands that decide get more of them.
KILLS = {"load sales": 3, "load service": 3, "propose": 4, "approve": 4, "export": 2, "undo": 4}


@pytest.fixture
def stages(tmp_path):
    order = Order(kill.PERSONS, SEED, "medium", tmp_path / "files", usual_forms(SEED, "csv"))
    return {stage.name: stage for stage in kill.rehearse(generate(order), tmp_path / "work")}


def test_a_base_killed_at_twenty_moments_is_whole_and_as_before_or_after(stages, tmp_path):
    changing = {name for name, stage in stages.items() if stage.before != stage.after}
    assert changing == set(kill.STAGES) - {"export"}
    assert stages["undo"].after == stages["approve"].before
    dice, outcome = Dice(SEED, 20), kill.Outcome()
    for name, kills in KILLS.items():
        for _ in range(kills):
            kill.trial(stages[name], tmp_path / "trial", dice, outcome)
    assert outcome.trials == KILLS
    assert outcome.faults == []
