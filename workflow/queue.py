"""What of the candidates is still to be asked, after everything people have said."""

from collections.abc import Callable, Collection

import polars as pl

from db import meta
from db import queue as base
from db.bulk import unheard
from db.engine import Connection

_PAIR = ["left", "right"]


def refresh(
    connection: Connection, scope: Collection[int] | None, heard: Callable[[], None] = unheard
) -> None:
    """Set the states of the candidates that touch cards of the scope, and count their groups.

    A candidate is what was judged of it; "same" or "different" where that follows from other
    judgements, so that nobody is asked twice; "withdrawn" where a card is in quarantine;
    "unlikely" where other cards make it less likely than what is asked about; else "open".
    ``heard`` is called between steps; what it raises stops the work.
    """
    candidates = base.candidates(connection, scope)
    if candidates.is_empty() and scope is not None:
        return
    cards = set(candidates["left"]) | set(candidates["right"])
    heard()
    standing = base.standing(connection, scope)
    heard()
    cards |= set(standing["left"]) | set(standing["right"])
    clients = base.clients_of(connection, cards)
    least = float(meta.get(connection, meta.THRESHOLD, "0"))
    heard()
    states = _states(candidates, standing, clients, least)
    base.set_states(
        connection, states.filter(pl.col("state") != pl.col("was")).select(*_PAIR, "state")
    )
    heard()
    group_ids = None if scope is None else set(states["group_id"])
    asked = base.groups(connection, group_ids).filter(pl.col("state") != "unlikely")
    heard()
    counted = _counted(asked)
    heard()
    base.replace_groups(connection, group_ids, counted)


def _states(
    candidates: pl.DataFrame, standing: pl.DataFrame, clients: pl.DataFrame, least: float
) -> pl.DataFrame:
    with_clients = _with_clients(candidates.rename({"state": "was"}), clients)
    apart = (
        _with_clients(standing.filter(pl.col("verdict").is_in(["different", "related"])), clients)
        .select(_LOW, _HIGH)
        .unique()
        .with_columns(pl.lit(value=True).alias("apart"))
    )
    return (
        with_clients.join(standing, on=_PAIR, how="left")
        .with_columns(_LOW, _HIGH)
        .join(apart, on=["low", "high"], how="left")
        .with_columns(
            pl.when(pl.col("verdict").is_not_null())
            .then("verdict")
            .when(pl.col("left_client").is_null() | pl.col("right_client").is_null())
            .then(pl.lit("withdrawn"))
            .when(pl.col("left_client") == pl.col("right_client"))
            .then(pl.lit("same"))
            .when("apart")
            .then(pl.lit("different"))
            .when(pl.col("probability") < least)
            .then(pl.lit("unlikely"))
            .otherwise(pl.lit("open"))
            .alias("state")
        )
    )


_LOW = pl.min_horizontal("left_client", "right_client").alias("low")
_HIGH = pl.max_horizontal("left_client", "right_client").alias("high")


def _with_clients(pairs: pl.DataFrame, clients: pl.DataFrame) -> pl.DataFrame:
    for side in _PAIR:
        renamed = clients.rename({"card_id": side, "client_id": f"{side}_client"})
        pairs = pairs.join(renamed, on=side, how="left")
    return pairs


def _counted(candidates: pl.DataFrame) -> pl.DataFrame:
    """The groups with their numbers of cards and of open candidates, columns of the table.

    Cards and probability are of what is asked: the open candidates while there are any, else
    those that somebody was unsure of, else all; cards that are one client with them count too.
    """
    open_ones, unsure = pl.col("state") == "open", pl.col("state") == "unsure"
    marked = candidates.with_columns(
        asked=pl.when(open_ones.any().over("group_id"))
        .then(open_ones)
        .when(unsure.any().over("group_id"))
        .then(unsure)
        .otherwise(pl.lit(value=True))
    )
    cards = _reached(marked).group_by("group_id").agg(pl.len().alias("cards"))
    return (
        marked.group_by("group_id")
        .agg(open_ones.sum().alias("open"), pl.col("probability").filter("asked").max())
        .join(cards, on="group_id")
        .select(pl.col("group_id").alias("id"), "cards", "open", "probability")
        .sort("id")
    )


def _reached(candidates: pl.DataFrame) -> pl.DataFrame:
    """group_id, card of every card that is asked about or is one client with such a card."""
    cards = _sides(candidates.filter("asked")).select("group_id", "card").unique()
    joined = _sides(candidates.filter(pl.col("state") == "same"))
    while True:
        mates = joined.join(cards, on=["group_id", "card"], how="semi").select(
            "group_id", pl.col("other").alias("card")
        )
        more = pl.concat([cards, mates]).unique()
        if more.height == cards.height:
            return cards
        cards = more


def _sides(pairs: pl.DataFrame) -> pl.DataFrame:
    """group_id, card, other: each pair from either side."""
    there = pairs.select("group_id", pl.col("left").alias("card"), pl.col("right").alias("other"))
    back = there.select("group_id", pl.col("other").alias("card"), pl.col("card").alias("other"))
    return pl.concat([there, back])
