"""The candidates and the groups of the review queue."""

from collections.abc import Callable, Collection

import polars as pl
from sqlalchemy import ColumnElement, and_, delete, func, select

from db import bulk, tables
from db.clients import Scope
from db.engine import Connection


def match_frames(
    connection: Connection, scope: Scope = None, heard: Callable[[], None] = bulk.unheard
) -> dict[str, pl.DataFrame]:
    """What matching reads: frames "cards", "phones", "emails", "events" of the clean cards.

    Of those of the scope only, where there is one. ``heard`` is called now and then.
    """
    card, contact, event = tables.card.c, tables.contact.c, tables.event.c
    clean = select(card.id).where(card.state == "clean")
    cards = select(
        card.id.label("card"),
        card.source_id.label("source"),
        card.kind,
        card.last_name.label("last"),
        card.first_name.label("first"),
        card.patronymic,
        card.gender,
        card.company_key.label("company"),
        card.legal_form,
        card.inn,
        card.birth_date.label("birth"),
        card.region,
        card.city,
        card.street,
        card.house,
    ).where(card.state == "clean")
    events = select(
        event.card_id.label("card"),
        event.vehicle_id.label("vehicle"),
        event.kind,
        event.date,
        event.mileage,
    ).where(event.vehicle_id.is_not(None))
    contacts = select(contact.card_id.label("card"), contact.kind, contact.value)
    mine = bulk.read_scoped(connection, cards, card.id, scope, heard).sort("card")
    if scope is None:
        events = events.where(event.card_id.in_(clean))
        contacts = contacts.where(contact.card_id.in_(clean))
    else:
        scope = mine["card"].to_list()
    found = bulk.read_scoped(connection, contacts, contact.card_id, scope, heard)
    told = bulk.read_scoped(connection, events, event.card_id, scope, heard)
    return {
        "cards": mine,
        "phones": _of_kind(found, "phone"),
        "emails": _of_kind(found, "email"),
        "events": told.sort("card", "vehicle", "date"),
    }


def sales_of(connection: Connection, vehicles: Collection[int]) -> pl.DataFrame:
    """vehicle, date of the sales of these vehicles to clean cards."""
    card, event = tables.card.c, tables.event.c
    statement = (
        select(event.vehicle_id.label("vehicle"), event.date)
        .join_from(tables.event, tables.card, event.card_id == card.id)
        .where(event.kind == "sale", event.date.is_not(None), card.state == "clean")
    )
    return bulk.read_for(connection, statement, event.vehicle_id, vehicles).unique()


def _of_kind(contacts: pl.DataFrame, kind: str) -> pl.DataFrame:
    return (
        contacts.filter(pl.col("kind") == kind)
        .select("card", pl.col("value").alias(kind))
        .sort("card", kind)
    )


def replace_candidates(connection: Connection, candidates: pl.DataFrame) -> None:
    """Put these candidates, all of them open, in place of the old ones."""
    connection.execute(delete(tables.candidate))
    bulk.write(connection, tables.candidate, candidates)


def put_candidates(connection: Connection, scope: Scope, candidates: pl.DataFrame) -> None:
    """Put these candidates in place of all that touch cards of the scope (None: of all)."""
    if scope is None:
        replace_candidates(connection, candidates)
        return
    found = tables.candidate.c
    for column in (found.left, found.right):
        bulk.delete_for(connection, tables.candidate, column, scope)
    bulk.write(connection, tables.candidate, candidates)


def whole_candidates(connection: Connection, cards: Collection[int]) -> pl.DataFrame:
    """The candidates that touch these cards, columns of the table but for the state."""
    found = tables.candidate
    columns = [column for column in found.c if column.name != "state"]
    halves = [
        bulk.read_for(connection, select(*columns), column, cards)
        for column in (found.c.left, found.c.right)
    ]
    return pl.concat(halves).unique(["left", "right"]).sort("left", "right")


def count_candidates(connection: Connection, least: float) -> tuple[int, int]:
    """How many candidates there are of that probability and more, and in how many groups."""
    groups = func.count(tables.candidate.c.group_id.distinct())
    statement = select(func.count(), groups).where(tables.candidate.c.probability >= least)
    candidates, in_groups = connection.execute(statement).one()
    return int(candidates), int(in_groups)


def candidates(connection: Connection, scope: Scope) -> pl.DataFrame:
    """The candidates that touch cards of the scope: left, right, probability, group_id, state."""
    found = tables.candidate.c
    statement = select(found.left, found.right, found.probability, found.group_id, found.state)
    if scope is None:
        return bulk.read(connection, statement).sort("left", "right")
    halves = [
        bulk.read_for(connection, statement, column, scope) for column in (found.left, found.right)
    ]
    return pl.concat(halves).unique(["left", "right"]).sort("left", "right")


def said_of(connection: Connection, left: int, right: int) -> tuple[float, str] | None:
    """The probability and the evidence of a candidate, None if the two cards are none."""
    found = tables.candidate.c
    pair = (found.left == min(left, right)) & (found.right == max(left, right))
    row = connection.execute(select(found.probability, found.evidence).where(pair)).first()
    return (float(row[0]), str(row[1])) if row else None


def clients_of(connection: Connection, cards: Collection[int]) -> pl.DataFrame:
    """card_id, client_id of the cards that have a client."""
    return bulk.read_for(connection, select(tables.membership), tables.membership.c.card_id, cards)


def standing(connection: Connection, scope: Scope) -> pl.DataFrame:
    """The judgements in force that touch cards of the scope: left, right, verdict."""
    pair = tables.standing.c
    statement = select(pair.left, pair.right, pair.verdict)
    if scope is None:
        return bulk.read(connection, statement)
    halves = [
        bulk.read_for(connection, statement, column, scope) for column in (pair.left, pair.right)
    ]
    return pl.concat(halves).unique(["left", "right"])


def set_states(connection: Connection, states: pl.DataFrame) -> None:
    """Set the state of candidates: left, right, state."""
    bulk.update(connection, tables.candidate, ["left", "right"], states)


def groups(connection: Connection, group_ids: Collection[int] | None) -> pl.DataFrame:
    """The candidates of whole groups: left, right, probability, group_id, state."""
    found = tables.candidate.c
    statement = select(found.left, found.right, found.probability, found.group_id, found.state)
    return bulk.read_scoped(connection, statement, found.group_id, group_ids)


def no_groups() -> pl.DataFrame:
    """No groups, in the columns of the table."""
    return bulk.empty(tables.review_group)


def replace_groups(
    connection: Connection, group_ids: Collection[int] | None, found: pl.DataFrame
) -> None:
    """Put these groups in place of those named (None: of all)."""
    if group_ids is None:
        connection.execute(delete(tables.review_group))
    else:
        bulk.delete_for(connection, tables.review_group, tables.review_group.c.id, group_ids)
    bulk.write(connection, tables.review_group, found)


def approvable_at(at: float) -> ColumnElement[bool]:
    """What makes a candidate one that a bulk approval at a probability decides."""
    found = tables.candidate.c
    return and_(
        found.state == "open",
        found.admitted,
        found.relation == "same",
        found.probability >= at,
    )


def approvable(connection: Connection, at: float) -> pl.DataFrame:
    """The open candidates admitted at a probability: left, right, verdict, relation."""
    found = tables.candidate.c
    statement = select(found.left, found.right).where(approvable_at(at))
    return (
        bulk.read(connection, statement)
        .sort("left", "right")
        .with_columns(pl.lit("same").alias("verdict"), pl.lit("").alias("relation"))
    )


def last_row(connection: Connection) -> int:
    """The id of the row loaded last, 0 if there is none."""
    return int(connection.execute(select(func.max(tables.row.c.id))).scalar() or 0)
