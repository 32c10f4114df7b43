"""How right the demo's base is, by the truth of its sample and by a blind sample of its pairs."""

import json
import shutil

import pytest

from bench import evaluate as bench
from bench.make_demo import FILES, TRUTH
from ui.cli import run

TRUTH_FILE = TRUTH / "truth.csv"


def told(*arguments):
    return run(["--language", "en", *(str(argument) for argument in arguments)])


@pytest.fixture(scope="module")
def demo(tmp_path_factory):
    """A folder with the demo's base and its export, the sure candidates approved."""
    folder = tmp_path_factory.mktemp("demo")
    job = (
        *("run", "--sales", FILES / "sales.csv", "--service", FILES / "service.xlsx"),
        *("--base", folder / "demo.sverka", "--out", folder / "export", "--approve-at", "0.99"),
    )
    assert told(*job) == 0
    return folder


@pytest.fixture
def base(demo, tmp_path):
    """A copy of the demo's base that a test may change."""
    return shutil.copy(demo / "demo.sverka", tmp_path / "demo.sverka")


@pytest.fixture
def evaluated(demo, capsys):
    """The evaluation of the demo against a file, as a script reads it."""

    def of(truth):
        capsys.readouterr()
        assert told("evaluate", demo / "demo.sverka", "--truth", truth, "--json") == 0
        return json.loads(capsys.readouterr().out)

    return of


def test_the_figures_are_those_that_the_exports_give_in_the_bench(demo, evaluated):
    found = evaluated(TRUTH_FILE)

    known = bench.persons(bench.read_table(TRUTH_FILE))
    true_pairs = bench.pairs_within(known, "person")
    pairs = bench.labelled(bench.read_table(demo / "export/candidates.csv"), known)
    curve = bench.curve(pairs, true_pairs)
    members = bench.membership(bench.read_table(demo / "export/links.csv"), known)
    clients = bench.client_score(members, true_pairs)
    _, best = curve.best()
    assert found["true_pairs"] == true_pairs
    assert found["never_proposed"] == true_pairs - pairs["same"].sum()
    assert found["best"]["f1"] == pytest.approx(best.f1)
    assert found["recall_at_99"] == pytest.approx(curve.recall_at(0.99))
    assert found["clients"]["precision"] == pytest.approx(clients.precision)
    assert found["clients"]["recall"] == pytest.approx(clients.recall)
    assert len(found["curve"]) >= len(curve.thresholds) > 100


def test_every_error_has_a_kind(evaluated):
    found = evaluated(TRUTH_FILE)

    def total(kinds):
        return sum(kind["pairs"] for kind in found[kinds])

    split = found["true_pairs"] - found["clients"]["pairs"] + found["clients"]["wrong"]
    assert found["never_proposed"] > 0
    assert total("missed") == found["never_proposed"]
    assert total("wrong") == found["cuts"][0]["wrong"] > 0
    assert total("wrong_clients") == found["clients"]["wrong"]
    assert total("split_clients") == split > 0


def test_a_person_is_told_the_same_and_no_name_of_anybody(demo, capsys):
    assert told("evaluate", demo / "demo.sverka", "--truth", TRUTH_FILE) == 0

    said = capsys.readouterr().out
    assert "Cards in the file: 1813, 0 of them not in the base" in said
    for head in ("best F1, from", "clients as they are now", "Recall at a precision of 0.999"):
        assert head in said
    clients = bench.read_table(demo / "export/clients.csv")
    names = set(clients["last_name"]) - {""}
    assert len(names) > 100
    assert not names & set(said.replace(";", " ").split())


def test_a_truth_about_some_cards_leaves_the_others_out(evaluated, tmp_path):
    lines = TRUTH_FILE.read_text(encoding="utf-8").splitlines()
    some = tmp_path / "some.csv"
    some.write_text("\n".join([*lines[:500], "sales,9999,none,P9,9999"]), encoding="utf-8")

    found = evaluated(some)

    cards = found["coverage"]
    assert cards["named"] - cards["found"] == 1
    assert cards["found"] + cards["strangers"] == 1813
    assert found["unjudged"] > 100


@pytest.mark.parametrize(
    ("lines", "sentence"),
    [
        ("source,source_id\nsales,1\n", "lacks columns: person_id"),
        ("source,source_id,person_id\ngarage,1,P1\n", "names the source “garage”"),
        ("source,source_id,person_id\nsales,none,P1\n", "None of the 1 cards"),
        ("", "is empty"),
    ],
)
def test_a_file_that_is_no_truth_is_told_in_one_sentence(demo, tmp_path, capsys, lines, sentence):
    path = tmp_path / "truth.csv"
    path.write_text(lines, encoding="utf-8")

    assert told("evaluate", demo / "demo.sverka", "--truth", path) == 1

    complaint = capsys.readouterr().err
    assert sentence in complaint
    assert complaint.count("\n") == 1


def test_a_base_in_which_nothing_was_searched_has_nothing_to_evaluate(tmp_path, capsys):
    base = tmp_path / "fresh.sverka"
    assert told("load", base, FILES / "sales.csv", "--kind", "sales") == 0

    assert told("evaluate", base, "--truth", TRUTH_FILE) == 1

    assert "search for duplicates first" in capsys.readouterr().err
