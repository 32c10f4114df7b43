"""The review queue as a reviewer sees it: how far it is, the next groups, one group whole."""

from collections.abc import Collection
from dataclasses import dataclass
from enum import StrEnum

from sqlalchemy import ColumnElement, and_, func, literal_column, select

from db import queue as queue_base
from db import tables
from db.engine import Connection

_OPEN = tables.review_group.c.open > literal_column("0")  # literal, or its indexes go unused


class Order(StrEnum):
    """Which groups come first."""

    LIKELY = "likely"
    DOUBTFUL = "doubtful"
    LARGE = "large"


@dataclass(frozen=True, slots=True)
class Counts:
    """Groups with nothing left to ask, those that wait, those that somebody was unsure of."""

    done: int
    left: int
    postponed: int


@dataclass(frozen=True, slots=True)
class Who:
    """Whom a card names."""

    card_id: int
    last_name: str
    first_name: str
    patronymic: str
    company: str
    legal_form: str


@dataclass(frozen=True, slots=True)
class GroupHead:
    """One line of the queue; ``who`` are the cards of the candidates that are asked about."""

    id: int
    probability: float
    who: tuple[Who, ...]


@dataclass(frozen=True, slots=True)
class PairRow:
    """One candidate of a group."""

    left: int
    right: int
    probability: float
    relation: str
    evidence: str
    state: str


@dataclass(frozen=True, slots=True)
class Approval:
    """What a bulk approval would decide, and its least certain candidates."""

    groups: int
    cards: int
    least: tuple[PairRow, ...]


def counts(connection: Connection) -> Counts:
    """How far the review is."""
    left = connection.execute(select(func.count()).where(_OPEN)).scalar_one()
    every = connection.execute(select(func.count()).select_from(tables.review_group)).scalar_one()
    postponed = connection.execute(select(func.count()).where(_postponed())).scalar_one()
    return Counts(int(every) - int(left) - int(postponed), int(left), int(postponed))


def _postponed() -> ColumnElement[bool]:
    """What makes a group one that waits for nobody but has a pair somebody was unsure of."""
    group, pair = tables.review_group.c, tables.candidate.c
    unsure = select(pair.group_id).where(pair.state == "unsure")
    return and_(group.open == 0, group.id.in_(unsure))


def queue(
    connection: Connection, order: Order, limit: int, *, unsure: bool = False
) -> list[GroupHead]:
    """The first groups that wait; or, of those that do not, the ones somebody was unsure of."""
    group = tables.review_group.c
    orders: dict[Order, tuple[ColumnElement[float], ...]] = {
        Order.LIKELY: (group.probability.desc(), group.id.desc()),
        Order.DOUBTFUL: (group.probability, group.id),
        Order.LARGE: (group.cards.desc(), group.probability.desc(), group.id.desc()),
    }
    statement = select(group.id, group.probability).where(_postponed() if unsure else _OPEN)
    found = connection.execute(statement.order_by(*orders[order]).limit(limit)).all()
    ids = [one.id for one in found]
    who = _who_of_groups(connection, ids, "unsure" if unsure else "open")
    return [GroupHead(*one, tuple(who.get(one.id, ()))) for one in found]


def _who_of_groups(
    connection: Connection, group_ids: Collection[int], state: str
) -> dict[int, list[Who]]:
    """Whom the candidates of each group in that state name."""
    pair = tables.candidate.c
    sides = [
        select(pair.group_id, side.label("card_id")).where(
            pair.group_id.in_(group_ids), pair.state == state
        )
        for side in (pair.left, pair.right)
    ]
    cards = sides[0].union(sides[1]).subquery()
    statement = select(cards.c.group_id, *_WHO).join_from(
        cards, tables.card, tables.card.c.id == cards.c.card_id
    )
    found: dict[int, list[Who]] = {}
    for group_id, *values in connection.execute(statement.order_by(tables.card.c.id)):
        found.setdefault(group_id, []).append(Who(*values))
    return found


_CARD = tables.card.c
_WHO = (
    _CARD.id,
    _CARD.last_name,
    _CARD.first_name,
    _CARD.patronymic,
    _CARD.company,
    _CARD.legal_form,
)


def who(connection: Connection, card_ids: Collection[int]) -> dict[int, Who]:
    """Whom these cards name."""
    found = connection.execute(select(*_WHO).where(_CARD.id.in_(card_ids)))
    return {values.id: Who(*values) for values in found}


def pairs(connection: Connection, group_ids: Collection[int]) -> dict[int, list[PairRow]]:
    """By group its candidates whose cards are both in the unified base."""
    pair = tables.candidate.c
    statement = select(
        pair.group_id,
        pair.left,
        pair.right,
        pair.probability,
        pair.relation,
        pair.evidence,
        pair.state,
    ).where(pair.group_id.in_(group_ids), pair.state.not_in(("withdrawn", "unlikely")))
    found: dict[int, list[PairRow]] = {}
    for group_id, *values in connection.execute(statement.order_by(pair.left, pair.right)):
        found.setdefault(group_id, []).append(PairRow(*values))
    return found


def approval(connection: Connection, at: float, examples: int) -> Approval:
    """What approving everything at a probability would decide."""
    pair = tables.candidate.c
    wanted = queue_base.approvable_at(at)
    groups = connection.execute(select(func.count(pair.group_id.distinct())).where(wanted))
    sides = select(pair.left.label("card")).where(wanted)
    cards = sides.union(select(pair.right).where(wanted)).subquery()
    least = (
        select(pair.left, pair.right, pair.probability, pair.relation, pair.evidence, pair.state)
        .where(wanted)
        .order_by(pair.probability, pair.left, pair.right)
        .limit(examples)
    )
    return Approval(
        int(groups.scalar_one()),
        int(connection.execute(select(func.count()).select_from(cards)).scalar_one()),
        tuple(PairRow(*values) for values in connection.execute(least)),
    )


def judged_groups(connection: Connection, decision_id: str) -> int:
    """How many groups a decision spoke of."""
    pair, word = tables.candidate.c, tables.judgement.c
    statement = (
        select(func.count(pair.group_id.distinct()))
        .join_from(
            tables.judgement,
            tables.candidate,
            (word.left == pair.left) & (word.right == pair.right),
        )
        .where(word.decision_id == decision_id)
    )
    return int(connection.execute(statement).scalar_one())


def clients_of(connection: Connection, card_ids: Collection[int]) -> dict[int, int]:
    """By card the client that it belongs to."""
    member = tables.membership.c
    statement = select(member.card_id, member.client_id).where(member.card_id.in_(card_ids))
    return {row.card_id: row.client_id for row in connection.execute(statement)}
