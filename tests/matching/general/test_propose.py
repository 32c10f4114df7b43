"""Records of any fields: what is found, and what stays apart."""

from random import Random

import polars as pl
import pytest

from matching.core.results import CANDIDATES, Proposal
from matching.general.kinds import Kind
from matching.general.propose import propose
from matching.general.records import records_of

FIELDS = {
    "first": Kind.NAME_PART,
    "last": Kind.NAME_PART,
    "born": Kind.DATE,
    "town": Kind.CATEGORY,
    "number": Kind.IDENTIFIER,
}
SYLLABLES = ("ba", "do", "fi", "gu", "ke", "la", "mo", "ni", "pu", "ra", "se", "to")


def people(count: int) -> pl.DataFrame:
    """Each person twice: whole, and with a slip and a gap."""
    draw = Random(7)
    rows = []
    for n in range(count):
        first, last = ("".join(draw.choices(SYLLABLES, k=size)) for size in (3, 4))
        born = f"19{draw.randint(10, 99)}-{draw.randint(1, 12):02}-{draw.randint(1, 28):02}"
        number = f"{draw.randrange(10**6):06}"
        rows.append((2 * n, first, last, born, draw.choice(SYLLABLES), number))
        rows.append((2 * n + 1, first, last[:-1] + "x", born, None, number if n % 3 else None))
    return pl.DataFrame(rows, schema=["id", *FIELDS], orient="row")


def found(frame: pl.DataFrame, threshold: float = 0.5) -> Proposal:
    return propose(frame, FIELDS, threshold=threshold, report=lambda _done, _of: None)


def test_copies_are_found_and_others_stay_apart() -> None:
    candidates = found(people(1000)).candidates
    joined = set(candidates.filter("admitted").select("left", "right").rows())
    true = {(2 * n, 2 * n + 1) for n in range(1000)}
    assert len(joined & true) > 990
    assert not joined - true


def test_the_order_of_the_rows_changes_nothing() -> None:
    frame = people(300)
    shuffled = frame.sample(fraction=1, shuffle=True, seed=7)
    assert found(frame).candidates.equals(found(shuffled).candidates)


def test_candidates_have_the_columns_of_every_search() -> None:
    assert found(people(20)).candidates.schema == pl.Schema(CANDIDATES)


@pytest.mark.parametrize("rows", [0, 1])
def test_too_few_records_give_no_candidates(rows: int) -> None:
    assert found(people(1).head(rows)).candidates.is_empty()


def test_what_no_plan_can_hold_is_refused() -> None:
    fields = {f"field {n}": Kind.TEXT for n in range(20)}
    frame = pl.DataFrame({"id": [1, 2], **{name: ["a", "b"] for name in fields}})
    with pytest.raises(ValueError, match="20 fields"):
        propose(frame, fields, threshold=0.5, report=lambda _done, _of: None)


def test_few_records_are_compared_each_with_each_and_many_by_what_they_share() -> None:
    few, many = (list(records_of(people(count), FIELDS).keys()) for count in (10, 1000))
    assert [key.name for key in few] == ["each with each"]
    assert {"number", "first and born"} <= {key.name for key in many}
