"""A search for what is new ends where a search of everything by the same past ends."""

from dataclasses import dataclass
from datetime import date

import numpy as np
import polars as pl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from matching.core.book import Index
from matching.core.progress import Stage
from matching.core.review import Scored
from matching.core.shelf import Rows
from matching.dealer.added import (
    beside,
    news,
    partners,
    reached,
    rows_of,
    scored,
    together,
)
from matching.dealer.encode import Beside, encode
from matching.dealer.inputs import MatchInput
from matching.dealer.past import Past
from matching.dealer.propose import groups, search
from tests.matching.factory import Card, Event, base, person, silent
from tests.matching.town import cards as any_card
from tests.matching.town import towns

STAGE = Stage(silent)
LOW = 0.05
_PAIR, _SAID = ("left", "right"), ("probability", "relation")


@dataclass
class Rack:
    """The rows of a search, in memory."""

    rows: dict[str, Rows]

    def find(self, name: str, keys: Index) -> Rows:
        return self.rows[name][np.isin(self.rows[name]["key"], keys)]

    def of_cards(self, name: str, cards: Index) -> Rows:
        return self.rows[name][np.isin(self.rows[name]["card"], cards)]


def inputs_of(town: dict[int, Card]) -> MatchInput:
    ids = sorted(town)
    return base(*(town[number] for number in ids), ids=ids) if ids else MatchInput()


def pairs_by_all(town: dict[int, Card], past: Past) -> pl.DataFrame:
    proposal = search(inputs_of(town), threshold=LOW, report=silent, past=past).proposal
    return proposal.candidates.drop("admitted", "group")


def pairs_by_news(
    before: pl.DataFrame, town: dict[int, Card], asked: set[int], past: Past, rack: Rack
) -> pl.DataFrame:
    """The candidates kept and those found, as the workflow puts them together."""
    everything = inputs_of(town)
    found = news(everything.of_cards(asked), np.array(sorted(asked)), past, rack, STAGE)
    touched = set(found.fresh.tolist()) | set(reached(found, rack).tolist())
    others = everything.of_cards(touched - set(found.fresh.tolist()))
    rows = together(found.rows, rows_of(others, past, STAGE)[1])
    pairs = partners(rows, found, rack)
    sales = everything.events.filter(pl.col("kind") == "sale").select("vehicle", "date")
    around = beside(rows, found, past, rack, sales)
    ends = touched.union(*(set(one.left) | set(one.right) for one in pairs))
    cards = encode(everything.of_cards(ends), STAGE, around)
    new = scored(cards, pairs, past, LOW, STAGE)
    frame = pl.DataFrame(
        {
            "left": cards.ids[new.left],
            "right": cards.ids[new.right],
            "probability": new.probability,
            "relation": new.relation.tolist(),
            "evidence": new.evidence,
        },
        schema=before.schema,
    )
    # as the workflow does, in groups that are made anew
    away = list(touched | set(found.known.tolist()))
    kept = before.filter(~pl.col("left").is_in(away), ~pl.col("right").is_in(away))
    candidates = pl.concat([kept, frame]).sort("left", "right")
    known = encode(everything, STAGE, Beside(past.statistics))
    left, right = (np.searchsorted(known.ids, candidates[side].to_numpy()) for side in _PAIR)
    said = (candidates[name].to_numpy() for name in _SAID)
    again = Scored(left, right, *said, candidates["evidence"])
    return groups(known, again, everything.judged, STAGE).drop("admitted", "group")


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(towns(10, 30), st.lists(any_card, max_size=6), st.data())
def test_news_end_where_a_search_of_everything_does(
    old: list[Card], new: list[Card], data: st.DataObject
) -> None:
    town = dict(enumerate(old, start=1))
    first = search(inputs_of(town), threshold=LOW, report=silent)
    past = Past.loads(first.past.dumps())
    assert past is not None
    numbers = st.sets(st.integers(1, len(old)), max_size=4)
    gone, changed = data.draw(numbers), data.draw(numbers)
    others = {number: data.draw(any_card) for number in changed}
    after = {n: card for n, card in (town | others).items() if n not in gone}
    after |= dict(enumerate(new, start=100))
    asked = gone | changed | (after.keys() - town.keys()) | {1}
    before = first.proposal.candidates.drop("admitted", "group")
    assert before.equals(pairs_by_all(town, past))
    found = pairs_by_news(before, after, asked, past, Rack(first.rows()))
    assert found.rows() == pairs_by_all(after, past).rows()


CAR = 7
OWNERS = {
    1: person("Шапшин Пётр Ильич", events=[(CAR, "sale", date(2015, 6, 1))]),
    2: person("Орлова Анна Львовна", events=[(CAR, "order", date(2018, 6, 1))]),
    3: person("Гусева Инна Львовна"),
}


@pytest.mark.parametrize(
    ("changed", "event", "others"),
    [
        (3, (CAR, "order", date(2017, 6, 1)), []),
        (3, (CAR, "sale", date(2017, 6, 1)), [1, 2]),
        (3, (CAR, "sale", None), []),
        (2, (CAR, "order", date(2013, 6, 1)), []),
        (1, (CAR, "sale", date(2014, 6, 1)), [2]),
        (1, (CAR, "order", date(2015, 6, 1)), [2]),
    ],
)
def test_a_sale_reaches_the_other_owners_of_a_car_and_a_visit_none(
    changed: int, event: Event, others: list[int]
) -> None:
    first = search(inputs_of(OWNERS), threshold=LOW, report=silent)
    after = OWNERS | {changed: person(OWNERS[changed].name, events=[event])}
    rack = Rack(first.rows())
    asked = inputs_of(after).of_cards([changed])
    found = news(asked, np.array([changed]), first.past, rack, STAGE)
    assert found.fresh.tolist() == [changed]
    assert reached(found, rack).tolist() == others
