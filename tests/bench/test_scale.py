from datetime import date

import polars as pl

from bench.measured import Run
from bench.scale import Line, copied, grown
from matching.dealer.inputs import CARDS, EMAILS, EVENTS, PHONES


def frames():
    """Two cards of one person, whose phones differ by a digit."""
    cards = pl.DataFrame(
        [
            {
                "card": card,
                "kind": "person",
                "last": "Шапшин",
                "inn": inn,
                "birth": date(1970, 5, 6),
            }
            for card, inn in ((1, "500100732259"), (2, ""))
        ],
        schema=CARDS,
    )
    return {
        "cards": cards,
        "phones": pl.DataFrame([(1, "+79161234567"), (2, "+79161234568")], PHONES, orient="row"),
        "emails": pl.DataFrame([(1, "a@b.example"), (2, "a@b.example")], EMAILS, orient="row"),
        "events": pl.DataFrame(
            [(1, 5, "sale", date(2016, 1, 2), None)], schema=EVENTS, orient="row"
        ),
    }


def test_a_copy_has_other_people_who_are_as_alike_as_the_first():
    one, other = frames(), copied(frames(), 3)
    assert other["cards"]["last"].to_list() == one["cards"]["last"].to_list()
    assert other["phones"]["phone"].to_list() == ["+72494567890", "+72494567891"]
    assert other["emails"]["email"].to_list() == ["3.a@b.example"] * 2
    assert other["cards"]["inn"].to_list() == ["833433065582", ""]
    assert other["cards"]["birth"].to_list() == [date(1973, 5, 6)] * 2
    assert not set(other["cards"]["card"]) & set(one["cards"]["card"])
    assert other["events"]["vehicle"].to_list() != one["events"]["vehicle"].to_list()


def test_a_grown_base_has_every_card_once():
    found = grown(frames(), 4)
    assert found["cards"]["card"].n_unique() == found["cards"].height == 8
    assert found["phones"]["phone"].n_unique() == 8


def test_growth_is_told_for_twice_the_cards():
    small = Line("ours", "one", 1, 1_000, Run(9.0, 2.0, 100.0, ""))
    large = Line("ours", "two", 1, 4_000, Run(9.0, 8.0, 300.0, ""))
    assert large.doubled(small) == 2.0
    assert large.text(small) == "| two | 1 | 4,000 | ours | 9.0 | 8.0 | 2.00 | 300 |"
    assert "| – |" in large.text(None) and "| – |" in small.text(small)
