import numpy as np

from bench.generator.draw import Dice, Unique, Weighted


def test_same_seed_gives_same_draws():
    one, two = Dice(4, 2), Dice(4, 2)
    assert [one.unit() for _ in range(9000)] == [two.unit() for _ in range(9000)]


def test_between_reaches_both_ends_and_nothing_else():
    dice = Dice(1)
    assert {dice.between(3, 6) for _ in range(500)} == {3, 4, 5, 6}


def test_sample_takes_each_item_once():
    assert sorted(Dice(1).sample("abc", 5)) == ["a", "b", "c"]


def test_hits_follow_the_chances():
    hits = Dice(1).hits(np.array([0.0, 1.0, 0.0, 1.0]))
    assert hits == [1, 3]


def test_weighted_never_draws_what_weighs_nothing():
    dice, items = Dice(1), Weighted(("a", "b", "c"), (1, 0, 3))
    drawn = [items.draw(dice) for _ in range(2000)]
    assert "b" not in drawn
    assert drawn.count("c") > 2 * drawn.count("a")


def test_unique_numbers_never_repeat_over_districts():
    first = Unique(1000, start=0, shift=17, stride=7)
    second = Unique(1000, start=500, shift=17, stride=7)
    numbers = [one.draw() for one in (first, second) for _ in range(500)]
    assert sorted(numbers) == list(range(1000))


def test_a_stride_that_would_repeat_is_not_used():
    numbers = Unique(100, start=0, shift=0, stride=50)
    assert len({numbers.draw() for _ in range(100)}) == 100
