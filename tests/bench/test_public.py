import polars as pl
import pytest

from bench import public
from bench.public_sets import PublicSet


def case(people, sources=None):
    count = len(people)
    records = pl.DataFrame(
        {"unique_id": range(1, count + 1), "source": sources or [1] * count},
        schema={"unique_id": pl.Int64, "source": pl.Int32},
    )
    persons = pl.DataFrame({"card": records["unique_id"], "person": list(people)})
    return PublicSet("made", records, persons, {})


def pairs(*rows):
    names = ["left_id", "right_id", "weight", "admitted"]
    return pl.DataFrame([(*row, True)[:4] for row in rows], schema=names, orient="row")


def test_pairs_are_scored_at_the_best_threshold():
    found = public.judged(case("aabbc"), pairs((1, 2, 0.9), (3, 4, 0.8), (4, 5, 0.2)))
    assert found.pairs.f1 == 1 and found.strict == 1 and found.found == 1


def test_clusters_join_what_pairs_chain():
    found = public.judged(case("aaab"), pairs((1, 2, 0.9), (2, 3, 0.9)))
    assert found.pairs.recall == pytest.approx(2 / 3)
    assert found.clusters.f1 == 1


def test_a_pair_that_is_not_admitted_joins_nobody():
    rows = pairs((1, 2, 0.9), (2, 3, 0.99, False))
    assert public.judged(case("aab"), rows).clusters.precision == 1


def test_pairs_inside_one_file_do_not_count_where_files_are_linked():
    linked = case("abab", [1, 1, 2, 2])
    found = public.judged(linked, pairs((1, 3, 0.9), (2, 4, 0.9), (1, 2, 0.95)))
    assert found.pairs.precision == 1 and found.pairs.recall == 1


def test_without_the_sets_the_command_says_where_to_name_them(monkeypatch, capsys):
    monkeypatch.delenv(public.VARIABLE, raising=False)
    assert public.main([]) == 1
    assert public.VARIABLE in capsys.readouterr().err
