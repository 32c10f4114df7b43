"""Who each card is: by what was decided, with what is likely, and with all that is possible."""

import numpy as np
import polars as pl
from scipy.sparse import coo_array
from scipy.sparse.csgraph import connected_components

LIKELY = 0.5
"""From this probability on a candidate that nobody judged is counted as one client."""


def identified(cards: pl.DataFrame, candidates: pl.DataFrame) -> pl.DataFrame:
    """The cards with ``decided``, ``likely`` and ``possible``.

    Args:
        cards: card_id, client_id (null where the card has no client).
        candidates: as in ``facts.CANDIDATES``.
    """
    known = cards.with_columns(pl.coalesce("client_id", -pl.col("card_id")).alias("decided")).drop(
        "client_id"
    )
    likely = candidates.filter(pl.col("admitted") & (pl.col("probability") >= LIKELY))
    for name, pairs in (("likely", likely), ("possible", candidates)):
        known = known.join(
            _joined(known, pairs).rename({"joined": name}), on="decided", how="left"
        ).with_columns(pl.col(name).fill_null(pl.col("decided")))
    return known


def severally_known(cards: pl.DataFrame) -> pl.Series:
    """The possible identities that several decided ones may turn out to be, as one list."""
    known = cards.select("decided", "possible").unique()
    return known.filter(pl.col("possible").is_duplicated())["possible"].unique().implode()


def _joined(cards: pl.DataFrame, pairs: pl.DataFrame) -> pl.DataFrame:
    """decided, joined: the least identity of all that the pairs join to one that they name."""
    who = cards.select("card_id", "decided")
    ties = (
        pairs.select("left", "right")
        .join(who, left_on="left", right_on="card_id")
        .join(who, left_on="right", right_on="card_id", suffix="_right")
        .select("decided", "decided_right")
        .filter(pl.col("decided") != pl.col("decided_right"))
    )
    named = pl.concat([ties["decided"], ties["decided_right"]]).unique().sort()
    if named.is_empty():
        return pl.DataFrame(schema={"decided": pl.Int64(), "joined": pl.Int64()})
    left, right = (named.search_sorted(ties[name]).to_numpy() for name in ties.columns)
    size = (named.len(), named.len())
    graph = coo_array((np.ones(ties.height, dtype=np.int8), (left, right)), shape=size)
    _, parts = connected_components(graph, directed=False)
    return pl.DataFrame({"decided": named, "part": parts}).select(
        "decided", pl.col("decided").min().over("part").alias("joined")
    )


def joinable(units: pl.DataFrame) -> pl.DataFrame:
    """possible, gain: whose cards may be one client, and how many clients too many they count."""
    named = units.filter(pl.col("decided") > 0)
    ids = named.group_by("possible").agg(pl.col("decided").n_unique().alias("ids"))
    return ids.filter(pl.col("ids") > 1).select("possible", (pl.col("ids") - 1).alias("gain"))
