import polars as pl
import pytest

from bench import cases, errors
from bench.frames import FRAMES
from bench.ours import run
from bench.peers.dealer_input import peer_cards
from bench.splink import sure_traps

PERSONS = 300


@pytest.fixture(scope="module")
def case(tmp_path_factory):
    return cases.made(PERSONS, 3, "medium", tmp_path_factory.mktemp("case"))


@pytest.fixture(scope="module")
def pairs(case):
    cases.store(case)
    target = case.folder / "pairs.parquet"
    run(case.folder, target)
    return pl.read_parquet(target)


def test_a_folder_with_a_base_is_refused(case):
    with pytest.raises(FileExistsError):
        cases.made(PERSONS, 3, "medium", case.folder)


def test_every_clean_card_has_its_person_and_every_trap_two_of_them(case):
    cards = set(case.frames["cards"]["card"])
    assert set(case.persons["card"]) == cards and 0 <= case.lost < 0.1
    person = dict(case.persons.iter_rows())
    assert case.traps.height > 100
    for _, left, right in case.traps.iter_rows():
        assert person[left] != person[right]


def test_a_peer_reads_the_same_cards_with_what_hangs_on_them(case):
    cards = peer_cards(case.frames)
    assert cards["unique_id"].to_list() == sorted(case.frames["cards"]["card"])
    assert cards["last_key"].drop_nulls().str.contains("[а-я]").sum() == 0
    for name in ("phones", "emails", "cars"):
        assert cards[name].list.len().max() >= 1
    assert "" not in cards["first"].to_list()


def test_what_matching_proposes_is_most_of_what_is_true(case, pairs):
    missed = errors.missed(case, pairs, 0.5)
    assert 0 < missed.height < 0.15 * case.true_pairs


def test_missed_and_wrong_pairs_tell_their_evidence(case, pairs):
    missed, wrong = errors.missed(case, pairs, 0.5), errors.wrong(case, pairs, 0.01)
    assert wrong.height > 0
    for rows in (missed, wrong):
        told = errors.evidence(case, rows)
        assert len(told) == rows.height
        assert told.str.contains("phone [=x-]").all()


def test_traps_said_to_be_sure_are_counted_by_kind(case):
    _, left, right = case.traps.row(0)
    sure = pl.DataFrame({"left_id": [right], "right_id": [left], "probability": [0.995]})
    counted = sure_traps(case, sure)
    assert counted["sure"].sum() >= 1
    assert counted["pairs"].sum() == case.traps.unique().height


def test_the_frames_have_the_names_that_matching_knows(case):
    assert set(case.frames) == set(FRAMES)
