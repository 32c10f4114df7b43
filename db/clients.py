"""Reading cards and judgements, and writing the clients computed from them."""

from collections.abc import Collection

import polars as pl
from sqlalchemy import delete, func, select

from db import bulk, fact_parts, tables
from db.engine import Connection

Scope = Collection[int] | None  # card ids, None for all


def clean_cards(connection: Connection, scope: Scope) -> pl.DataFrame:
    """The cards that may become clients, columns of the table, by id."""
    statement = select(tables.card).where(tables.card.c.state == "clean")
    return bulk.read_scoped(connection, statement, tables.card.c.id, scope).sort("id")


def count_cards(connection: Connection) -> int:
    """How many cards there are."""
    return int(connection.execute(select(func.count(tables.card.c.id))).scalar_one())


def contacts(connection: Connection, scope: Scope) -> pl.DataFrame:
    """The contacts of the cards, columns of the table."""
    found = bulk.read_scoped(connection, select(tables.contact), tables.contact.c.card_id, scope)
    return found.sort("card_id", "kind", "position")


def members(connection: Connection, cards: Collection[int]) -> set[int]:
    """The cards of the clients that hold these cards."""
    member = tables.membership.c
    clients = bulk.read_for(connection, select(member.client_id), member.card_id, cards)
    mates = bulk.read_for(
        connection, select(member.card_id), member.client_id, clients["client_id"]
    )
    return set(mates["card_id"])


def client_of(connection: Connection, card_id: int) -> int:
    """The client that holds a card, 0 if none does."""
    member = tables.membership.c
    statement = select(member.client_id).where(member.card_id == card_id)
    return int(connection.execute(statement).scalar() or 0)


def tied(connection: Connection, cards: Collection[int]) -> set[int]:
    """The cards that a judgement "same" ties to these cards."""
    standing = tables.standing.c
    found: set[int] = set()
    for mine, other in ((standing.left, standing.right), (standing.right, standing.left)):
        statement = select(other.label("other")).where(standing.verdict == "same")
        found |= set(bulk.read_for(connection, statement, mine, cards)["other"])
    return found


def judgements(connection: Connection, scope: Scope) -> pl.DataFrame:
    """The judgements in force: left, right, verdict, relation, kind and seq of the decision."""
    standing, decision = tables.standing.c, tables.decision.c
    statement = select(
        standing.left,
        standing.right,
        standing.verdict,
        standing.relation,
        decision.kind,
        decision.seq,
    ).join_from(tables.standing, tables.decision, standing.decision_id == decision.id)
    return bulk.read_scoped(connection, statement, standing.left, scope).sort("left", "right")


def golden_choices(connection: Connection, scope: Scope) -> pl.DataFrame:
    """The golden values people chose and did not take back: card_id, field, seq."""
    choice, decision = tables.golden_choice.c, tables.decision.c
    statement = (
        select(choice.card_id, choice.field, decision.seq)
        .join_from(tables.golden_choice, tables.decision)
        .where(decision.undone_by.is_(None))
    )
    return bulk.read_scoped(connection, statement, choice.card_id, scope).sort("seq", "card_id")


def forget(connection: Connection, scope: Scope) -> None:
    """Delete the clients that hold cards of the scope, and all that hangs on them."""
    if scope is None:
        fact_parts.forget_all(connection, fact_parts.CARDS)
        for table in (
            tables.membership,
            tables.client,
            tables.golden,
            tables.client_word,
            tables.role,
        ):
            connection.execute(delete(table))
        return
    fact_parts.forget(connection, fact_parts.CARDS, scope)
    member = tables.membership.c
    found = bulk.read_for(connection, select(member.client_id), member.card_id, scope)
    ids = found["client_id"].to_list()
    bulk.delete_for(connection, tables.membership, member.card_id, scope)
    bulk.delete_for(connection, tables.client, tables.client.c.id, ids)
    bulk.delete_for(connection, tables.golden, tables.golden.c.client_id, ids)
    bulk.delete_for(connection, tables.client_word, tables.client_word.c.client_id, ids)
    bulk.delete_for(connection, tables.role, tables.role.c.client_id, ids)


def write(
    connection: Connection,
    membership: pl.DataFrame,
    clients: pl.DataFrame,
    golden: pl.DataFrame,
    words: pl.DataFrame,
) -> None:
    """Write clients, their cards, where their values came from and what they are found by."""
    bulk.write(connection, tables.membership, membership)
    bulk.write(connection, tables.client, clients)
    bulk.write(connection, tables.golden, golden)
    bulk.write(connection, tables.client_word, words)


def ownership_events(connection: Connection, scope: Scope) -> pl.DataFrame:
    """Every event of the cars that cards of the scope have to do with, with its client.

    Columns: row_id, vehicle_id, kind, date, client_id, client_kind.
    """
    event, member, client = tables.event.c, tables.membership.c, tables.client.c
    statement = select(event.row_id, event.card_id, event.vehicle_id, event.kind, event.date).where(
        event.vehicle_id.is_not(None)
    )
    vehicles = None if scope is None else vehicles_of(connection, scope)
    events = bulk.read_scoped(connection, statement, event.vehicle_id, vehicles)
    cards = None if scope is None else events["card_id"]
    # joined here, as the database looks 1,500,000 events up one by one
    members = bulk.read_scoped(
        connection, select(member.card_id, member.client_id), member.card_id, cards
    )
    kinds = bulk.read_scoped(
        connection,
        select(client.id.label("client_id"), client.kind.label("client_kind")),
        client.id,
        None if scope is None else members["client_id"],
    )
    return events.join(members, on="card_id").join(kinds, on="client_id").drop("card_id")


def vehicles_of(connection: Connection, cards: Collection[int]) -> set[int]:
    """The vehicles that events of these cards are about."""
    event = tables.event.c
    found = bulk.read_for(connection, select(event.vehicle_id), event.card_id, cards)
    return set(found["vehicle_id"].drop_nulls())


def replace_roles(
    connection: Connection, vehicles: Collection[int] | None, roles: pl.DataFrame
) -> None:
    """Put these roles in place of all that the vehicles (None: all) have."""
    if vehicles is None:
        connection.execute(delete(tables.role))
    else:
        bulk.delete_for(connection, tables.role, tables.role.c.vehicle_id, vehicles)
    bulk.write(connection, tables.role, roles)
