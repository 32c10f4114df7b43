import polars as pl
import pytest

from reports.scores import Score, curve, pairs_within


def pairs(*labelled):
    schema = {"probability": pl.Float64, "same": pl.Boolean}
    return pl.DataFrame(labelled, schema=schema, orient="row")


def test_the_curve_takes_equal_probabilities_together():
    found = curve(pairs((0.9, True), (0.9, False), (0.5, True)), 3)

    assert found.thresholds.tolist() == [0.9, 0.5]
    assert found.precision.tolist() == pytest.approx([1 / 2, 2 / 3])
    assert found.recall.tolist() == pytest.approx([1 / 3, 2 / 3])


def test_best_f1_says_its_threshold():
    found = curve(pairs((0.9, True), (0.8, True), (0.7, False), (0.6, False)), 3)

    threshold, score = found.best()

    assert threshold == 0.8
    assert score == Score(1.0, pytest.approx(2 / 3))
    assert score.f1 == pytest.approx(0.8)


def test_recall_is_taken_at_the_lowest_threshold_precise_enough():
    found = curve(pairs((0.99, False), (0.9, True), (0.8, True), (0.7, True)), 3)

    assert found.recall_at(0.75) == pytest.approx(1.0)
    assert found.recall_at(0.7) == pytest.approx(1.0)
    assert found.recall_at(0.9) == 0.0


def test_no_candidates_score_nothing():
    found = curve(pairs(), 3)

    assert found.best()[1].f1 == 0.0
    assert found.recall_at(0.9) == 0.0


def test_pairs_are_those_of_cards_that_agree_in_every_column():
    cards = pl.DataFrame({"person": [1, 1, 1, 2], "client": [7, 7, 8, 8]})

    assert pairs_within(cards, "person") == 3
    assert pairs_within(cards, "person", "client") == 1
