"""How right the demo's base is, by the truth of its sample and by a blind sample of its pairs."""

import json
import shutil

import polars as pl
import pytest

from bench import evaluate as bench
from bench.make_demo import FILES, TRUTH
from db import journal_pages, samples
from db.base import opened
from db.engine import reading
from db.sheets import write_here
from reports import pairs_of_base
from reports.strata import Stratum
from tests.workflow import dealer
from ui.adapters import actions
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


def drawn(base, file, *options):
    assert told("sample", base, file, "--pairs", "120", "--seed", "5", *options) == 0
    return bench.read_table(file)


def pairs_of(base, file):
    """The pairs of a sample in the order of its file, as the base keeps them."""
    name = bench.read_table(file)["pair"][0].rpartition("-")[0]
    with opened(str(base)) as engine, reading(engine) as connection:
        return samples.find(connection, name).pairs


def answered(base, file, *, every=True):
    """The sample filled by somebody who knows the truth; the base's cards by their names."""
    known = dict(bench.persons(bench.read_table(TRUTH_FILE)).iter_rows())
    with opened(str(base)) as engine, reading(engine) as connection:
        cards = pairs_of_base.cards(connection)
    person = {card: known[f"{source}\t{key}"] for card, source, key, *_ in cards.iter_rows()}
    answers = [
        "да" if person[left] == person[right] else "нет" for left, right, _ in pairs_of(base, file)
    ]
    if not every:
        answers[0:6] = ["", "", "?", "не знаю", "unsure", ""]
    frame = bench.read_table(file)
    frame = frame.with_columns(pl.Series("same (yes/no)", answers))
    frame.write_csv(file)
    return answers


def estimated(base, file, capsys):
    capsys.readouterr()
    assert told("estimate", base, file, "--json") == 0
    return json.loads(capsys.readouterr().out)


def test_a_sample_shows_both_cards_and_nothing_of_what_the_base_thinks(base, tmp_path, capsys):
    frame = drawn(base, tmp_path / "sample.csv")

    assert frame.height == 120
    assert frame.columns[:4] == ["pair", "same (yes/no)", "Source 1", "Source 2"]
    assert not {"probability", "state", "relation", "stratum"} & set(frame.columns)
    assert set(frame["same (yes/no)"]) == {""}
    assert not set(frame["pair"].str.slice(-4).cast(pl.Int64)) - set(range(1, 121))
    assert len(set(frame["Client's name 1"])) > 80
    assert "personal data" in capsys.readouterr().out


def test_the_same_base_and_seed_give_the_same_file(base, demo, tmp_path):
    drawn(base, tmp_path / "one.csv")
    drawn(base, tmp_path / "two.csv")
    other = shutil.copy(demo / "demo.sverka", tmp_path / "other.sverka")
    drawn(other, tmp_path / "three.csv")
    assert told("sample", other, tmp_path / "four.csv", "--pairs", "120", "--seed", "6") == 0

    one, two, three, four = (
        (tmp_path / f"{name}.csv").read_bytes() for name in ("one", "two", "three", "four")
    )
    assert one == two == three != four


def test_no_cell_of_a_sample_is_run_by_a_spreadsheet(tmp_path):
    rows = [
        f"{at};=cmd|' /C calc'!A0 Орлов Пётр Ильич;+7 916 555-01-0{at};Z94CB41AAER123456"
        for at in (1, 2)
    ]
    sales = dealer.write(tmp_path / "sales.csv", "Код клиента;ФИО;Телефон;VIN", rows)
    base = tmp_path / "small.sverka"
    assert told("load", base, sales, "--kind", "sales") == 0
    assert told("propose", base) == 0

    assert told("sample", base, tmp_path / "s.csv", "--pairs", "20") == 0

    cells = [cell for row in bench.read_table(tmp_path / "s.csv").iter_rows() for cell in row]
    assert any("Орлов" in cell for cell in cells)
    assert not any(cell.startswith(("=", "+", "-", "@")) for cell in cells)


def test_what_was_drawn_is_in_the_journal_without_anybody_s_data(base, tmp_path):
    drawn(base, tmp_path / "sample.csv", "--by", "Ольга")

    with opened(str(base)) as engine, reading(engine) as connection:
        (entry,) = journal_pages.page(connection, journal_pages.Wanted(), limit=1)
    assert (entry.action, entry.by, entry.details["pairs"]) == ("sample", "Ольга", 120)
    assert set(entry.details) == {"sample", "seed", "pairs", *Stratum}
    assert actions.done("sample", entry.details) == "Drew a blind sample"
    assert actions.about("sample", entry.details) == "120 pairs"
    assert told("verify", base) == 0


@pytest.mark.parametrize("ending", ["csv", "xlsx"])
def test_answers_give_an_estimate_that_holds_the_truth(base, evaluated, tmp_path, capsys, ending):
    file = tmp_path / "sample.csv"
    drawn(base, file)
    answered(base, file)
    if ending == "xlsx":
        write_here(bench.read_table(file), tmp_path / "sample.xlsx")

    found = estimated(base, tmp_path / f"sample.{ending}", capsys)

    clients = evaluated(TRUTH_FILE)["clients"]
    assert found["joined_pairs"] == clients["pairs"] > 600
    wrong = found["wrong_merges_pairs"]
    assert wrong["low"] <= clients["wrong"] <= wrong["high"] < clients["pairs"] / 10
    missed = evaluated(TRUTH_FILE)["split_clients"]
    waiting = sum(kind["pairs"] for kind in missed if kind["kind"] != "never proposed")
    assert found["missed_pairs"]["low"] <= waiting <= found["missed_pairs"]["high"]
    assert found["missed_pairs"]["high"] <= found["apart_pairs"]
    assert not found["changed"]


def test_unanswered_pairs_are_left_out_and_a_lost_row_is_counted(base, tmp_path, capsys):
    file = tmp_path / "sample.csv"
    drawn(base, file)
    answered(base, file, every=False)
    bench.read_table(file).head(118).write_csv(file)

    found = estimated(base, file, capsys)

    assert (found["unanswered"], found["missing"]) == (6, 2)
    assert sum(one["answered"] for one in found["strata"]) == 112


def test_a_base_that_changed_since_says_so(base, tmp_path, capsys):
    file = tmp_path / "sample.csv"
    drawn(base, file)
    answered(base, file)
    assert told("approve", base, "--at", "0.9") == 0
    capsys.readouterr()

    assert told("estimate", base, file) == 0

    assert "has changed since the sample was drawn" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("spoil", "sentence"),
    [
        (lambda text: text, "holds no answers yet"),
        (lambda text: text.replace("-0001", "-9999"), "is no sample of this base"),
        (lambda text: text.replace("pair,", "couple,"), "lacks the column “pair”"),
        (lambda text: text.replace('-0002,""', "-0002,maybe"), "“maybe” is no answer"),
        (
            lambda text: text.replace('-0003,""', "-0002,yes").replace('-0002,""', "-0002,no"),
            "holds two different answers to the pair",
        ),
    ],
)
def test_a_sample_that_cannot_be_read_is_told_in_one_sentence(
    base, tmp_path, capsys, spoil, sentence
):
    file = tmp_path / "sample.csv"
    drawn(base, file)
    file.write_text(spoil(file.read_text(encoding="utf-8")), encoding="utf-8")
    capsys.readouterr()

    assert told("estimate", base, file) == 1

    complaint = capsys.readouterr().err
    assert sentence in complaint
    assert complaint.count("\n") == 1


def test_a_file_that_is_there_is_never_written_over(base, tmp_path, capsys):
    file = tmp_path / "sample.csv"
    file.write_text("answers", encoding="utf-8")

    assert told("sample", base, file) == 1

    assert file.read_text(encoding="utf-8") == "answers"
    assert "may hold answers" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("sample.doc",), "written as .csv or .xlsx"),
        (("sample.csv", "--pairs", "3"), "from 20 to 5000 pairs"),
    ],
)
def test_a_sample_that_cannot_be_written_is_told(base, tmp_path, capsys, words, sentence):
    assert told("sample", base, tmp_path / words[0], *words[1:]) == 1

    assert sentence in capsys.readouterr().err
    assert not (tmp_path / words[0]).exists()


def test_a_sample_written_in_russian_is_read_in_any_language(base, tmp_path, capsys):
    file = tmp_path / "sample.csv"
    words = ("sample", str(base), str(file), "--pairs", "40", "--seed", "5")
    assert run(["--language", "ru", *words]) == 0
    frame = bench.read_table(file)
    assert frame.columns[:2] == ["пара", "один клиент (да/нет)"]
    frame.with_columns(pl.lit("да").alias(frame.columns[1])).write_csv(file)

    assert sum(one["same"] for one in estimated(base, file, capsys)["strata"]) == 40
