"""How right candidates and clients are, against the truth: pure functions on frames.

Pairs are pairs of cards. A card of junk (an empty person in the truth) is a client of its own,
so that every pair with it is wrong.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import polars as pl

from reports.scores import Curve, Score, curve, pairs_within

__all__ = [
    "Bin", "Curve", "Score", "TrapShare", "card_key", "client_score", "curve", "labelled",
    "membership", "of_persons", "pairs_within", "persons", "read_table", "reliability",
    "rows_astray", "trap_shares",
]  # fmt: skip

_GLUE = "\t"
_SAID = ("probability", "same")


@dataclass(frozen=True, slots=True)
class Bin:
    """Pairs said to be one client with about one probability, and how many of them are."""

    low: float
    high: float
    pairs: int
    said: float
    true: float


@dataclass(frozen=True, slots=True)
class TrapShare:
    """How many of the pairs of one kind of trap were taken for one client."""

    kind: str
    pairs: int
    approved: int
    merged: int


def read_table(path: Path) -> pl.DataFrame:
    """A CSV file with every cell as text."""
    return pl.read_csv(path, infer_schema=False).fill_null("")


def card_key(source: str, source_id: str) -> pl.Expr:
    """The expression of a card's key from the columns of its source and its id."""
    return pl.concat_str(pl.col(source), pl.col(source_id), separator=_GLUE)


def persons(truth: pl.DataFrame) -> pl.DataFrame:
    """Card and person, one row a card; junk cards get a person of their own.

    ``truth`` has the columns source, source_id and person_id.
    """
    cards = truth.select(card=card_key("source", "source_id"), person="person_id").unique()
    alone = pl.concat_str(pl.lit("junk"), pl.col("card"), separator=_GLUE)
    return cards.with_columns(
        person=pl.when(pl.col("person") == "").then(alone).otherwise(pl.col("person"))
    ).sort("card")


def labelled(candidates: pl.DataFrame, known: pl.DataFrame) -> pl.DataFrame:
    """Left, right, probability and whether both are one person; unknown cards are nobody.

    ``candidates`` has the columns of ``candidates.csv``, ``known`` those of ``persons``.
    """
    pairs = candidates.select(
        left=card_key("left_source", "left_id"),
        right=card_key("right_source", "right_id"),
        probability=pl.col("probability").cast(pl.Float64),
    )
    for side in ("left", "right"):
        one = known.select(pl.col("card").alias(side), pl.col("person").alias(f"{side}_person"))
        pairs = pairs.join(one, on=side, how="left")
    same = (pl.col("left_person") == pl.col("right_person")).fill_null(value=False)
    return pairs.select("left", "right", "probability", same=same)


def of_persons(pairs: pl.DataFrame, persons: pl.DataFrame) -> pl.DataFrame:
    """The pairs with ``same``: whether left_id and right_id are one person.

    ``persons`` has card and person.
    """
    known = dict(persons.iter_rows())
    sides = (pairs[name].replace_strict(known, default=None) for name in ("left_id", "right_id"))
    left, right = sides
    return pairs.with_columns(same=(left == right).fill_null(value=False))


def reliability(pairs: pl.DataFrame, bounds: Sequence[float]) -> list[Bin]:
    """What share of the pairs of each probability is right; the last bin holds its upper bound.

    ``pairs`` has probability and same.
    """
    bins = []
    for low, high in pairwise(bounds):
        inside = pl.col("probability").is_between(
            low, high, closed="both" if high == bounds[-1] else "left"
        )
        chosen = pairs.filter(inside)
        said, true = (float(chosen.select(pl.col(name).mean()).item() or 0) for name in _SAID)
        bins.append(Bin(low, high, chosen.height, said, true))
    return bins


def membership(links: pl.DataFrame, known: pl.DataFrame) -> pl.DataFrame:
    """Card, person and client of every known card that has a client.

    ``links`` has the columns of ``links.csv``.
    """
    clients = links.filter(pl.col("client_id") != "").select(
        card=card_key("source", "source_id"), client="client_id"
    )
    return known.join(clients.unique("card", maintain_order=True), on="card", how="inner")


def client_score(members: pl.DataFrame, true_pairs: int) -> Score:
    """Pairwise precision and recall of the clients."""
    together = pairs_within(members, "client")
    cells = members.group_by("client", "person").len()["len"].cast(pl.Int64)
    right = int((cells * (cells - 1) // 2).sum())
    return Score(right / together if together else 1.0, right / max(true_pairs, 1))


def trap_shares(
    traps: pl.DataFrame, members: pl.DataFrame, pairs: pl.DataFrame, *, at: float
) -> list[TrapShare]:
    """By kind of trap: pairs, those scored at the probability or above, those made one client."""
    sure = pairs.filter(pl.col("probability") >= at)
    approved = pl.concat([
        sure.select("left", "right"), sure.select(left="right", right="left")
    ]).unique().with_columns(approved=pl.lit(value=True))  # fmt: skip
    found = traps.select(
        "kind",
        left=card_key("left_source", "left_id"),
        right=card_key("right_source", "right_id"),
    ).join(approved, on=["left", "right"], how="left")
    for side in ("left", "right"):
        one = members.select(pl.col("card").alias(side), pl.col("client").alias(f"{side}_client"))
        found = found.join(one, on=side, how="left")
    merged = (pl.col("left_client") == pl.col("right_client")).fill_null(value=False)
    table = found.group_by("kind").agg(
        pairs=pl.len(),
        approved=pl.col("approved").fill_null(value=False).sum(),
        merged=merged.sum(),
    )
    return [TrapShare(*row) for row in table.sort("kind").iter_rows()]


def rows_astray(truth: pl.DataFrame, links: pl.DataFrame) -> int:
    """How many rows of known cards are lost from ``links.csv`` or stand there twice.

    Counted by card: a group row taken for data shifts the row numbers and harms nobody.
    """
    wanted, present = (
        frame.group_by(card=card_key("source", "source_id")).len(name)
        for frame, name in ((truth, "wanted"), (links, "present"))
    )
    both = wanted.join(present, on="card", how="left").fill_null(0)
    return int((both["wanted"].cast(pl.Int64) - both["present"].cast(pl.Int64)).abs().sum())
