from bench.generator.build import Order, generate, usual_forms
from bench.window import sit_down, table

SEED = 2
GAPS = {"job": "load", "seconds": 2.0, "longest": 90.0, "most": 4.0, "over": 1}


def sitting(**figures):
    return [{"painted": 0.5}, GAPS | figures]


def test_the_table_gives_medians_and_the_gap_as_on_an_office_pc():
    lines = table([
        sitting(worst=60.0, reference=300.0),
        sitting(worst=20.0, reference=150.0),
        sitting(worst=40.0, reference=150.0),
    ]).splitlines()  # fmt: skip
    assert lines[0] == "Painted 0.5 s after the start."
    assert lines[-1] == "| load | 2.0 | 90 | 40 | 4 | 1 | 150 | 30 |"


def test_a_whole_sitting_in_the_window_measures_every_job(tmp_path):
    order = Order(300, SEED, "medium", tmp_path / "files", usual_forms(SEED, "csv"))
    (tmp_path / "out").mkdir()
    painted, *jobs = sit_down(generate(order).paths, tmp_path / "out")
    assert painted["painted"] > 0
    assert len(jobs) == 13
    assert all(job["worst"] <= job["longest"] for job in jobs)
