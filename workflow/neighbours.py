"""Which mentions of cars a change can bring to another vehicle, and what that depends on.

A mention's vehicle hangs on whole VINs alike but for look-alikes, on its body number, on a piece
of a VIN and on its plate (``matching.dealer.vehicles``), and never on anything farther away.
"""

from collections.abc import Callable, Collection

import polars as pl

from db import vehicles as base
from db.engine import Connection
from matching.dealer.vehicles import SHORTEST_HEAD, SHORTEST_TAIL, VIN, folded, spellings

TAIL = 6
"""Characters of a VIN that service desks search by; no piece that names a car is shorter."""

_MOST_SPELLINGS = 64
_SAID = ("vin", "body_no", "plate")
_WHOLE = pl.col("vin").str.len_chars() == VIN
_NO_BODY = pl.col("body_no") == ""


def near(connection: Connection, was: pl.DataFrame, now: pl.DataFrame) -> pl.DataFrame:
    """The mentions to resolve where some were one thing and are another now.

    Columns as of ``now``, and ``mine``: whether the mention's vehicle may be another one than it
    was; the others are there because the vehicles of those hang on them.
    """
    said = pl.concat([was.select(_SAID), now.select(_SAID)])
    changed = _folds(said)
    mates = _of_folds(connection, changed, now)
    bodies = _texts(said, "body_no") | _texts(mates, "body_no")
    with_body = _found(base.mentions_with_bodies, connection, bodies, now)
    of_pieces = _found(base.mentions_with_pieces, connection, _pieces(connection, changed), now)
    plates = _texts(said, "plate") | _texts(mates, "plate") | _texts(of_pieces, "plate")
    with_plate = _found(base.mentions_with_plates, connection, plates, now)
    rest = pl.concat([now, of_pieces, with_plate]).filter(~_WHOLE & (pl.col("body_no") == ""))
    folds = _folds(pl.concat([with_body, with_plate])) | _with_pieces(connection, rest)
    others = _of_folds(connection, folds - changed, now)
    mine = pl.concat([now, mates, with_body.filter(~_WHOLE), rest])
    both = [
        mine.with_columns(pl.lit(value=True).alias("mine")),
        others.with_columns(pl.lit(value=False).alias("mine")),
    ]
    return pl.concat(both).unique("row_id", keep="first").sort("row_id")


def _texts(mentions: pl.DataFrame, column: str) -> set[str]:
    return set(mentions[column]) - {""}


def _folds(mentions: pl.DataFrame) -> set[str]:
    """The whole VINs of mentions, those that differ in look-alikes made one."""
    return {folded(vin) for vin in mentions.filter(_WHOLE)["vin"]}


def _found(
    ask: Callable[[Connection, Collection[str]], pl.DataFrame],
    connection: Connection,
    texts: Collection[str],
    like: pl.DataFrame,
) -> pl.DataFrame:
    return ask(connection, texts) if texts else like.clear()


def _of_folds(connection: Connection, folds: Collection[str], like: pl.DataFrame) -> pl.DataFrame:
    """The mentions of these whole VINs, whatever look-alikes they are written with."""
    if not folds:
        return like.clear()
    tails = {tail for fold in folds for tail in spellings(fold[-TAIL:])}
    known = base.with_tails(connection, tails)
    ids = [car for car, vin in known.iter_rows() if folded(vin) in folds]
    return base.mentions_of_vehicles(connection, ids).filter(_WHOLE)


def _pieces(connection: Connection, folds: Collection[str]) -> list[str]:
    """What stands in the base as a piece of one of these whole VINs."""
    if not folds:
        return []
    ends = {fold[-size:] for fold in folds for size in range(SHORTEST_TAIL, VIN)}
    heads = {fold[:size] for fold in folds for size in range(SHORTEST_HEAD, VIN)}
    return [piece for piece in base.pieces(connection) if folded(piece) in ends | heads]


def _with_pieces(connection: Connection, mentions: pl.DataFrame) -> set[str]:
    """The whole VINs of the base that pieces of a VIN in mentions may be of."""
    length = pl.col("vin").str.len_chars()
    texts = mentions.filter(length.is_between(SHORTEST_TAIL, VIN - 1))["vin"].unique()
    if texts.is_empty():
        return set()
    pieces = {folded(text) for text in texts}
    heads = tuple(piece for piece in pieces if len(piece) >= SHORTEST_HEAD)
    known = [base.with_tails(connection, {t for p in pieces for t in spellings(p[-TAIL:])})]
    if heads:
        known.append(base.with_heads(connection, {t for p in heads for t in _beginnings(p)}))
    folds = {folded(vin) for vin in pl.concat(known)["vin"]}
    return {fold for fold in folds if fold.endswith(tuple(pieces)) or fold.startswith(heads)}


def _beginnings(piece: str) -> list[str]:
    """The spellings of as much of a piece's beginning as has few of them."""
    sizes = range(len(piece), 0, -1)
    return next(found for size in sizes if len(found := spellings(piece[:size])) <= _MOST_SPELLINGS)
