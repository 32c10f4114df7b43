"""Small facts about a base: one text for each key."""

from sqlalchemy import delete, insert, select

from db import tables
from db.engine import Connection

THRESHOLD = "threshold"  # the probability from which the candidates were kept
MODELS = "models"  # the fitted weights that the candidates were judged by
SEARCH = "search"  # what is known of the last search of everything, as JSON; "" where none is kept
PROPOSED_FOR = "proposed_for"  # the seal of the cards that the candidates are for
PROPOSED_AT = "proposed_at"  # how many decisions had been made by then
PROPOSED_RULES = "proposed_rules"  # the rule file in force by then
PROPOSED_ROW = "proposed_row"  # the last row that was there by then
DERIVED_BY = "derived_by"  # the seal of the rules that all cards were derived by


def get(connection: Connection, key: str, default: str = "") -> str:
    """The text under a key."""
    statement = select(tables.meta.c.value).where(tables.meta.c.key == key)
    return connection.execute(statement).scalar() or default


def put(connection: Connection, key: str, value: str) -> None:
    """Set the text under a key."""
    connection.execute(delete(tables.meta).where(tables.meta.c.key == key))
    connection.execute(insert(tables.meta).values(key=key, value=value))
