"""What an export holds: one frame for each file, rows in a fixed order."""

import polars as pl
from sqlalchemy import case, func, literal, select

from db import bulk, tables
from db.engine import Connection
from rules.fields import PERSONAL_DOCUMENTS

_ID_DIGITS = 7
_HIDDEN = "***"


def client_id(column: str) -> pl.Expr:
    """The id of a client as people see it, "" where there is none."""
    return _shown_id("C", column)


def vehicle_id(column: str) -> pl.Expr:
    """The id of a vehicle as people see it."""
    return _shown_id("V", column)


def _shown_id(letter: str, column: str) -> pl.Expr:
    digits = pl.col(column).cast(pl.String).str.zfill(_ID_DIGITS)
    return (pl.lit(letter) + digits).fill_null("").alias(column)


def clients(connection: Connection) -> pl.DataFrame:
    """One row for each client."""
    c = tables.client.c
    found = bulk.read(
        connection,
        select(
            c.id.label("client_id"),
            c.kind,
            c.last_name,
            c.first_name,
            c.patronymic,
            c.company,
            c.inn,
            c.birth_date,
            c.phones,
            c.emails,
            c.address,
            c.region,
            c.consent_pd,
            c.consent_ads,
            c.blacklist,
            c.gender,
            c.legal_form,
            c.city,
            c.zip,
            c.cards,
        ),
    ).sort("client_id")
    # without the plus: a spreadsheet would take +7… for a formula
    return found.with_columns(client_id("client_id"), pl.col("phones").str.replace_all(r"\+", ""))


def links(connection: Connection) -> pl.DataFrame:
    """One row for each loaded row: the client it went to, "" where its card stays out."""
    row, member = tables.row.c, tables.membership.c
    rows = bulk.read(connection, select(row.id, row.card_id, row.no, row.load_id))
    members = bulk.read(connection, select(member.card_id, member.client_id))
    return (
        rows.join(_named(connection), on="card_id")
        .join(members, on="card_id", how="left")
        .sort("id")
        .select(
            client_id("client_id"),
            "source",
            "source_id",
            pl.col("no").alias("row"),
            pl.col("load_id").alias("load"),
            "state",
        )
    )


def _named(connection: Connection) -> pl.DataFrame:
    """card_id, source, source_id, state of every card, to be joined to what hangs on cards.

    The database would look up the card of each of 1,500,000 rows.
    """
    card, source = tables.card.c, tables.source.c
    return bulk.read(
        connection,
        select(
            card.id.label("card_id"),
            source.name.label("source"),
            card.source_key.label("source_id"),
            card.state,
        ).join_from(tables.card, tables.source),
    )


def vehicles(connection: Connection) -> pl.DataFrame:
    """One row for each vehicle that an event is about."""
    v = tables.vehicle.c
    mentioned = select(tables.event.c.vehicle_id).where(tables.event.c.vehicle_id.is_not(None))
    found = bulk.read(
        connection,
        select(v.id.label("vehicle_id"), v.vin, v.body_no, v.plate, v.make, v.model, v.year).where(
            v.id.in_(mentioned)
        ),
    ).sort("vehicle_id")
    return found.with_columns(vehicle_id("vehicle_id"))


def roles(connection: Connection) -> pl.DataFrame:
    """One row for each role of a client with a vehicle."""
    r = tables.role.c
    found = bulk.read(
        connection,
        select(r.client_id, r.vehicle_id, r.role, r.start.label("from"), r.end.label("to")),
    ).sort("client_id", "vehicle_id", "role", "from")
    return found.with_columns(client_id("client_id"), vehicle_id("vehicle_id"))


def candidates(connection: Connection) -> pl.DataFrame:
    """One row for each candidate, with the code of its evidence in place of the reason."""
    pair = tables.candidate.c
    left, right = tables.card.alias("l"), tables.card.alias("r")
    left_source, right_source = tables.source.alias("ls"), tables.source.alias("rs")
    found = bulk.read(
        connection,
        select(
            left_source.c.name.label("left_source"),
            left.c.source_key.label("left_id"),
            right_source.c.name.label("right_source"),
            right.c.source_key.label("right_id"),
            pair.probability,
            pair.state,
            pair.evidence,
            pair.relation,
            pair.left,
            pair.right,
        )
        .join_from(tables.candidate, left, pair.left == left.c.id)
        .join(right, pair.right == right.c.id)
        .join(left_source, left.c.source_id == left_source.c.id)
        .join(right_source, right.c.source_id == right_source.c.id)
        .where(pair.state != "unlikely"),
    ).sort("left", "right")
    return found.drop("left", "right").with_columns(pl.col("probability").round(6))


def findings(connection: Connection) -> pl.DataFrame:
    """One row for each finding, with the parameters of its message in place of the message."""
    f, row = tables.finding.c, tables.row.c
    told = ("field", "code", "severity", "value", "suggestion", "params", "state")
    wanted = (f[name] for name in ("row_id", "position", "card_id", *told))
    numbers = bulk.read(connection, select(row.id.label("row_id"), row.no.label("row")))
    return (
        bulk.read(connection, select(*wanted))
        .join(numbers, on="row_id")
        .join(_named(connection).drop("state"), on="card_id")
        .sort("row_id", "position")
        .select("source", "source_id", "row", *told)
        .with_columns(_unless_personal("value"), _unless_personal("suggestion"))
    )


def _unless_personal(name: str) -> pl.Expr:
    """The column without what the findings on personal documents quote."""
    personal = pl.col("field").is_in(sorted(PERSONAL_DOCUMENTS))
    return (
        pl.when(personal & (pl.col(name) != "")).then(pl.lit(_HIDDEN)).otherwise(name).alias(name)
    )


def rows_by_state(connection: Connection) -> dict[str, int]:
    """How many loaded rows are "unified", "quarantined", "junk" and, if any, of other states."""
    state = case(
        (tables.membership.c.client_id.is_not(None), literal("unified")),
        else_=tables.card.c.state,
    )
    statement = (
        select(state.label("state"), func.count())
        .join_from(tables.row, tables.card, tables.row.c.card_id == tables.card.c.id)
        .outerjoin(tables.membership, tables.membership.c.card_id == tables.card.c.id)
        .group_by(state)
    )
    found = {str(name): int(count) for name, count in connection.execute(statement)}
    return {name: found.get(name, 0) for name in ("unified", "quarantined", "junk")} | found
