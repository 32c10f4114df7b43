"""A blind sample and a truth on both kinds of base."""

import polars as pl
import pytest

from db.engine import reading
from db.errors import KnownError
from reports.strata import Stratum
from tests.workflow import dealer
from tests.workflow.dealer import Impatient
from workflow import blind_answers, blind_sample
from workflow.evaluate import evaluate
from workflow.progress import Cancelled
from workflow.propose import propose
from workflow.review import approve

ANSWER = "same (yes/no)"
TRUTH = (
    *("sales,101,Соколов", "service,7,Соколов", "sales,102,Соколова", "service,8,Соколова"),
    *("sales,105,Громов", "service,10,Громов", "service,11,Новиков", "service,9,Водянов"),
)


@pytest.fixture
def base(empty, tmp_path):
    """The dealer's base, the surest candidates joined, on SQLite and on PostgreSQL."""
    dealer.load_both(empty, tmp_path)
    propose(empty, by="Ольга")
    approve(empty, at=0.999, by="Ольга")
    return empty


def test_a_sample_is_drawn_filled_and_estimated(base, tmp_path):
    path = tmp_path / "sample.csv"
    written = blind_sample.write(base, path, by="Ольга", pairs=20, seed=3)
    frame = pl.read_csv(path, infer_schema=False)
    frame.with_columns(pl.lit("yes").alias(ANSWER)).write_csv(path)

    with reading(base) as connection:
        found = blind_answers.estimate(connection, path)

    assert written.pairs == frame.height == found.joined_pairs + found.apart_pairs > 1
    assert sum(one.same for one in found.strata) == written.pairs
    if found.wrong_merges is not None:
        assert found.wrong_merges.high == 0
    if found.missed is not None:
        assert found.missed.low == 1
    assert {one.stratum for one in found.strata} == set(Stratum)


def test_the_truth_about_the_dealers_cards_finds_his_clients(base, tmp_path):
    path = tmp_path / "truth.csv"
    path.write_text("\n".join(["source,source_id,person", *TRUTH]), encoding="utf-8")

    with reading(base) as connection:
        found = evaluate(connection, path, examples=1)

    assert found.true_pairs == 3
    assert found.cuts[0].wrong == 0 and found.cuts[0].pairs + found.never_proposed == 3
    assert found.coverage.found == len(TRUTH)
    assert sum(one.pairs for one in found.missed) == found.never_proposed


def test_a_cancelled_sample_leaves_no_file(base, tmp_path):
    with pytest.raises(Cancelled):
        blind_sample.write(base, tmp_path / "s.csv", by="Ольга", progress=Impatient())

    assert not (tmp_path / "s.csv").exists()


def test_a_base_in_which_nothing_was_searched_has_no_sample(empty, tmp_path):
    with pytest.raises(KnownError, match="search for duplicates first"):
        blind_sample.write(empty, tmp_path / "s.csv", by="Ольга")


def test_a_base_without_a_pair_has_no_sample(empty, tmp_path):
    dealer.load_text(empty, tmp_path, "sales", dealer.SALES[:1])
    propose(empty, by="Ольга")

    with pytest.raises(KnownError, match="There are no candidates"):
        blind_sample.write(empty, tmp_path / "s.csv", by="Ольга")
