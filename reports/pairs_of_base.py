"""What a base says of its pairs of cards: candidates, clients, and who joined them."""

from dataclasses import dataclass

import polars as pl
from sqlalchemy import select

from db import bulk, tables
from db.engine import Connection


@dataclass(frozen=True, slots=True)
class BasePairs:
    """The pairs of a base.

    ``cards`` has card, source, source_key, state and kind; ``candidates`` left, right,
    probability, relation, evidence and state; ``members`` card and client; ``joined`` left, right
    and by, the kind of the decision that judged the two one client.
    """

    cards: pl.DataFrame
    candidates: pl.DataFrame
    members: pl.DataFrame
    joined: pl.DataFrame


def read(connection: Connection) -> BasePairs:
    """The pairs of a base as they stand."""
    word, decision = tables.standing.c, tables.decision.c
    joined = (
        select(word.left, word.right, decision.kind.label("by"))
        .join_from(tables.standing, tables.decision, word.decision_id == decision.id)
        .where(word.verdict == "same")
    )
    return BasePairs(
        cards=cards(connection),
        candidates=candidates(connection),
        members=members(connection),
        joined=bulk.read(connection, joined).sort("left", "right"),
    )


def cards(connection: Connection) -> pl.DataFrame:
    """Every card: card, source, source_key, state, kind."""
    card = tables.card.c
    statement = select(
        card.id.label("card"),
        tables.source.c.name.label("source"),
        card.source_key,
        card.state,
        card.kind,
    ).join_from(tables.card, tables.source)
    return bulk.read(connection, statement).sort("card")


def candidates(connection: Connection) -> pl.DataFrame:
    """Every candidate: left, right, probability, relation, evidence, state."""
    pair = tables.candidate.c
    statement = select(
        pair.left, pair.right, pair.probability, pair.relation, pair.evidence, pair.state
    ).where(pair.state != "unlikely")
    return bulk.read(connection, statement).sort("left", "right")


def members(connection: Connection) -> pl.DataFrame:
    """Card and client of every card that has a client."""
    member = tables.membership.c
    statement = select(member.card_id.label("card"), member.client_id.label("client"))
    return bulk.read(connection, statement).sort("card")


def sources(connection: Connection) -> dict[str, str]:
    """The kind of every source by its name."""
    source = tables.source.c
    found = connection.execute(select(source.name, source.kind).order_by(source.id))
    return {str(name): str(kind) for name, kind in found}
