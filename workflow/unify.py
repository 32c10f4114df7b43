"""Clients from cards and judgements; only what a change touches is computed anew."""

from collections.abc import Callable, Iterable

import polars as pl

from db import clients as base
from db.bulk import unheard
from db.engine import Connection
from workflow import queue
from workflow.components import oldest_cards
from workflow.extent import narrow
from workflow.roles import roles
from workflow.survivorship import survive
from workflow.words import words

_LARGE_SHARE = 0.3  # of all cards: from there on to compute everything is faster


def unify(
    connection: Connection,
    touched: Iterable[int] | None,
    heard: Callable[[], None] = unheard,
) -> None:
    """Write the clients that hold the touched cards anew (None: all of them).

    Clients, golden values, roles and the states of candidates end as a rebuild would leave them.
    ``heard`` is called between steps; what it raises stops the work.
    """
    scope = _scope(connection, touched)
    cards = base.clean_cards(connection, scope)
    clients = pl.Series("client_id", _clients(cards, base.judgements(connection, scope)), pl.Int64)
    cards = cards.with_columns(clients)
    heard()
    before = None if scope is None else base.vehicles_of(connection, scope)
    base.forget(connection, scope)
    heard()
    survivors = survive(
        cards, base.contacts(connection, scope), base.golden_choices(connection, scope)
    )
    heard()
    base.write(
        connection,
        cards.select(pl.col("id").alias("card_id"), "client_id"),
        survivors.clients,
        survivors.golden,
        words(cards),
    )
    heard()
    base.replace_roles(connection, before, roles(base.ownership_events(connection, scope)))
    heard()
    queue.refresh(connection, scope, heard)


def _scope(connection: Connection, touched: Iterable[int] | None) -> set[int] | None:
    """The cards to compute anew; None for all where that is less work."""
    cards = narrow(connection, touched, large=_LARGE_SHARE)
    return None if cards is None else closure(connection, cards)


def closure(connection: Connection, touched: set[int]) -> set[int]:
    """The touched cards, all cards of their clients, and what judgements tie to them."""
    scope, fresh = set(touched), set(touched)
    while fresh:
        found = base.members(connection, fresh) | base.tied(connection, fresh)
        fresh = found - scope
        scope |= fresh
    return scope


def _clients(cards: pl.DataFrame, judgements: pl.DataFrame) -> list[int]:
    """For each card its client: the judgements made by hand join before bulk ones, late first."""
    ordered = judgements.sort(
        pl.col("kind") == "bulk", "seq", "left", "right", descending=[False, True, False, False]
    )
    same = ordered.filter(pl.col("verdict") == "same").select("left", "right")
    apart = ordered.filter(pl.col("verdict").is_in(["different", "related"]))
    return oldest_cards(cards["id"].to_list(), same.rows(), apart.select("left", "right").rows())
