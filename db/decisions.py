"""What people decided: each decision one row, its words beside it, never deleted."""

import json
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any

import polars as pl
from sqlalchemy import delete, func, insert, select, update
from sqlalchemy.exc import NoResultFound

from db import bulk, journal, tables
from db.engine import Connection
from db.errors import KnownError
from resources.texts import gettext

CORRECTIONS = ("accept", "edit", "waive", "entry")  # what changes a card


class AlreadyDecided(KnownError):  # noqa: N818 - not a failure: a colleague was first
    """Somebody decided this before; ``by`` and ``at`` say who and when (UTC, ISO 8601)."""

    def __init__(self, by: str, at: str) -> None:
        self.by = by
        self.at = at
        super().__init__(
            gettext("{who} has already decided this ({when} UTC). The page shows it now.").format(
                who=by, when=at.replace("T", " ")[:16]
            )
        )


@dataclass(frozen=True, slots=True)
class Decision:
    """One recorded decision."""

    id: str
    seq: int
    at: str
    by: str
    kind: str
    details: Mapping[str, Any]
    undone_by: str | None


def record(
    connection: Connection, *, decision_id: str, by: str, kind: str, details: Mapping[str, Any]
) -> bool:
    """Write a decision down and seal it in the journal; False if it was written before.

    The client makes the id, so that a retry after a lost answer does not decide twice.
    """
    decision = tables.decision.c
    if connection.execute(select(decision.id).where(decision.id == decision_id)).first():
        return False
    last = connection.execute(select(func.max(decision.seq))).scalar() or 0
    connection.execute(
        insert(tables.decision).values(
            id=decision_id,
            seq=last + 1,
            at=journal.now(),
            by=by,
            kind=kind,
            details=journal.dumps(details),
        )
    )
    journal.append(connection, by, kind, {"decision": decision_id, **details})
    return True


def get(connection: Connection, decision_id: str) -> Decision:
    """The decision with that id.

    Raises:
        KnownError: there is none.
    """
    try:
        found = connection.execute(
            select(tables.decision).where(tables.decision.c.id == decision_id)
        ).one()
    except NoResultFound:
        raise KnownError(
            gettext("There is no decision “{id}” in this base.").format(id=decision_id)
        ) from None
    return _decision(found)


def _decision(found: Any) -> Decision:  # noqa: ANN401 - a row of the table
    return Decision(
        found.id,
        found.seq,
        found.at,
        found.by,
        found.kind,
        json.loads(found.details),
        found.undone_by,
    )


def standing_of(connection: Connection, cards: Collection[int]) -> dict[tuple[int, int], str]:
    """For each judged pair among the cards the id of the decision in force."""
    pair = tables.standing.c
    found = bulk.read_for(
        connection, select(pair.left, pair.right, pair.decision_id), pair.left, cards
    ).filter(pl.col("right").is_in(list(cards)))
    return {(left, right): decision for left, right, decision in found.iter_rows()}


def write_judgements(connection: Connection, decision_id: str, words: pl.DataFrame) -> None:
    """Write the words of a decision (left, right, verdict, relation) and put them in force."""
    mine = words.with_columns(pl.lit(decision_id).alias("decision_id"))
    bulk.write(connection, tables.judgement, mine)
    _enforce(connection, mine)


def _enforce(connection: Connection, words: pl.DataFrame) -> None:
    pairs = words.select("left", "right")
    _clear_standing(connection, pairs)
    bulk.write(connection, tables.standing, words)


def _clear_standing(connection: Connection, pairs: pl.DataFrame) -> None:
    pair = tables.standing.c
    known = bulk.read_for(connection, select(pair.left, pair.right), pair.left, pairs["left"])
    doomed = pairs.join(known, on=["left", "right"], how="semi")
    for left, right in doomed.iter_rows():
        connection.execute(delete(tables.standing).where(pair.left == left, pair.right == right))


def judged_pairs(connection: Connection, decision_id: str) -> pl.DataFrame:
    """left, right of every pair a decision speaks of."""
    word = tables.judgement.c
    return bulk.read(
        connection, select(word.left, word.right).where(word.decision_id == decision_id)
    )


def restore_standing(connection: Connection, pairs: pl.DataFrame) -> None:
    """Put in force, for each pair, the latest word that was not taken back."""
    word, decision = tables.judgement.c, tables.decision.c
    said = bulk.read_for(
        connection,
        select(word.left, word.right, word.decision_id, word.verdict, word.relation, decision.seq)
        .join_from(tables.judgement, tables.decision)
        .where(decision.undone_by.is_(None)),
        word.left,
        pairs["left"],
    )
    latest = (
        said.join(pairs, on=["left", "right"], how="semi")
        .sort("seq")
        .unique(["left", "right"], keep="last", maintain_order=True)
    )
    _clear_standing(connection, pairs)
    bulk.write(connection, tables.standing, latest.drop("seq"))


def mark_undone(connection: Connection, decision_id: str, undone_by: str | None) -> None:
    """Take a decision back (the id of the undo), or bring it back (None)."""
    connection.execute(
        update(tables.decision)
        .where(tables.decision.c.id == decision_id)
        .values(undone_by=undone_by)
    )


def write_corrections(connection: Connection, decision_id: str, words: pl.DataFrame) -> None:
    """Write corrections: card_id, field, raw, code, action, value."""
    bulk.write(
        connection, tables.correction, words.with_columns(pl.lit(decision_id).alias("decision_id"))
    )


def corrected_cards(connection: Connection, decision_id: str) -> set[int]:
    """The cards that a decision corrected."""
    correction = tables.correction.c
    rows = connection.execute(
        select(correction.card_id).where(correction.decision_id == decision_id).distinct()
    )
    return set(rows.scalars())


def write_golden_choice(
    connection: Connection, decision_id: str, *, card_id: int, field: str
) -> None:
    """Write that a person chose this card's value for a field."""
    connection.execute(
        insert(tables.golden_choice).values(decision_id=decision_id, card_id=card_id, field=field)
    )


def golden_cards(connection: Connection, decision_id: str) -> set[int]:
    """The cards whose values a decision chose."""
    choice = tables.golden_choice.c
    rows = connection.execute(select(choice.card_id).where(choice.decision_id == decision_id))
    return set(rows.scalars())


def count(connection: Connection) -> int:
    """How many decisions were ever made."""
    return int(connection.execute(select(func.count()).select_from(tables.decision)).scalar_one())


def corrected_since(connection: Connection, seq: int) -> bool:
    """Whether a card was corrected, or a correction taken back, after the decision ``seq``."""
    decision = tables.decision.c
    fresh = select(decision.id).where(decision.seq > seq, decision.kind.in_(CORRECTIONS))
    undone = select(decision.id).where(decision.seq > seq, decision.kind == "undo")
    taken_back = select(decision.id).where(
        decision.kind.in_(CORRECTIONS), decision.undone_by.in_(undone)
    )
    return connection.execute(fresh.union_all(taken_back).limit(1)).first() is not None


def judged_by_hand_since(connection: Connection, seq: int) -> set[int]:
    """The cards that people spoke of pair by pair after the decision ``seq``.

    So does who takes a decision back, or brings it back; a bulk approval does not count.
    """
    decision, word = tables.decision.c, tables.judgement.c
    statement = select(decision.id, decision.kind, decision.details)
    ids: set[str] = set()
    found = connection.execute(statement.where(decision.seq > seq, decision.kind != "bulk")).all()
    while found:
        ids |= {one.id for one in found}
        of = {str(json.loads(one.details)["of"]) for one in found if one.kind == "undo"} - ids
        found = connection.execute(statement.where(bulk.among(connection, decision.id, of))).all()
    pairs = connection.execute(
        select(word.left, word.right).where(bulk.among(connection, word.decision_id, ids))
    )
    return {card for pair in pairs for card in pair}
