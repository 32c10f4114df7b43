"""A hand-made base of a dozen clients: small enough to recount, with a case of every definition."""

from pathlib import Path

import polars as pl
from sqlalchemy import select

from db import bulk, tables
from db.engine import Connection, Engine, reading
from workflow.load import Order
from workflow.reconcile import reconcile
from workflow.review import Verdict, judge

FOLDER = Path(__file__).parent
KINDS = ("sales", "service", "bookings", "claims", "surveys")


def load(engine: Engine, *kinds: str) -> None:
    """Load the files of these kinds, all if none is named, and propose candidates."""
    orders = [Order(FOLDER / f"{kind}.csv", kind=kind) for kind in kinds or KINDS]
    reconcile(engine, orders, by="Ольга")


def judged(engine: Engine) -> None:
    """Judge every group that waits: cards of one name are one client, others are different."""
    with reading(engine) as connection:
        groups = _groups(connection)
    for parts in groups:
        judge(engine, Verdict(parts), by="Ольга")


def _groups(connection: Connection) -> list[tuple[tuple[int, ...], ...]]:
    """The cards of each group by the clients they are of."""
    pair, card = tables.candidate.c, tables.card.c
    pairs = bulk.read(connection, select(pair.left, pair.right, pair.group_id, pair.state))
    names = bulk.read(connection, select(card.id.label("card_id"), card.last_name, card.company))
    cards = pl.concat(
        pairs.filter(pl.col("state") == "open").select("group_id", pl.col(side).alias("card_id"))
        for side in ("left", "right")
    ).unique()
    parts = (
        cards.join(names, on="card_id")
        .group_by("group_id", "last_name", "company")
        .agg(pl.col("card_id").sort())
        .group_by("group_id")
        .agg("card_id")
        .sort("group_id")
    )
    return [tuple(map(tuple, part)) for part in parts["card_id"].to_list()]
