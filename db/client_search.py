"""Which clients a search finds: each way of looking is one index, its findings are joined."""

from dataclasses import dataclass
from typing import Any

from sqlalchemy import (
    ColumnElement,
    CompoundSelect,
    Select,
    and_,
    exists,
    func,
    literal_column,
    select,
    union,
)

from db import tables
from db.engine import Connection

VIN_TAIL = 6
PHONE_TAIL = 4
_END = "\U0010ffff"  # after every text that goes on from a beginning
NOTHING: ColumnElement[str] = literal_column(
    "''"
)  # literal, or the indexes of what is filled in go unused
_Found = Select[Any] | CompoundSelect[Any]


@dataclass(frozen=True, slots=True)
class Query:
    """What is looked for; a client is found if any of it fits.

    ``names`` are alternatives: of each all words must begin a word of the client's names.
    ``heads`` are beginnings of phones and e-mails, ``tails`` ends of phones,
    ``plates`` beginnings of plates; ``vin_tails`` are ends of VINs.
    """

    names: tuple[tuple[str, ...], ...] = ()
    heads: tuple[str, ...] = ()
    tails: tuple[str, ...] = ()
    vins: tuple[str, ...] = ()
    vin_tails: tuple[str, ...] = ()
    body_nos: tuple[str, ...] = ()
    plates: tuple[str, ...] = ()
    inns: tuple[str, ...] = ()
    clients: tuple[int, ...] = ()


def found(query: Query) -> _Found | None:
    """A select of the ids of the clients found, each once; None where nothing can be."""
    parts = [
        *(_named(words) for words in query.names if words),
        *_by_contact(query),
        *_by_car(query),
        *_by_number(query),
    ]
    if not parts:
        return None
    return union(*parts) if len(parts) > 1 else parts[0].distinct()


def fits(query: Query) -> ColumnElement[bool] | None:
    """The same as a test of a row of the table client; None where only ``found`` will do."""
    if len(query.names) != 1 or query != Query(names=query.names):
        return None
    client = tables.client.c.id
    return and_(*(_has_word(client, word) for word in query.names[0]))


def count(connection: Connection, query: Query | None) -> int:
    """How many clients a search finds; None finds all."""
    if query is None:
        statement = select(func.count()).select_from(tables.client)
        return int(connection.execute(statement).scalar_one())
    ids = found(query)
    if ids is None:
        return 0
    statement = select(func.count()).select_from(ids.subquery())
    return int(connection.execute(statement).scalar_one())


def begins(column: ColumnElement[str], head: str) -> ColumnElement[bool]:
    """Whether a text begins so, by a range of its index."""
    return and_(column >= head, column < head + _END)


def _named(words: tuple[str, ...]) -> Select[Any]:
    """The longest word finds, the others test: it is the rarest more often than not."""
    first, *others = sorted(words, key=lambda word: (-len(word), word))
    word = tables.client_word.c
    tests = [_has_word(word.client_id, other) for other in others]
    return select(word.client_id).where(begins(word.word, first), *tests)


def _has_word(client: ColumnElement[int], head: str) -> ColumnElement[bool]:
    other = tables.client_word.alias()
    return exists().where(other.c.client_id == client, begins(other.c.word, head))


def _by_contact(query: Query) -> list[Select[Any]]:
    contact = tables.contact.c
    tests = [begins(contact.value, head) for head in query.heads]
    tests += [
        and_(
            contact.tail == tail[-PHONE_TAIL:],
            contact.tail != NOTHING,
            contact.value.endswith(tail, autoescape=True),
        )
        for tail in query.tails
    ]
    cards = [select(contact.card_id).where(test) for test in tests]
    return [_of_cards(one) for one in cards]


def _by_car(query: Query) -> list[Select[Any]]:
    car, event = tables.vehicle.c, tables.event.c
    tests = [and_(car.vin == vin, car.vin != NOTHING) for vin in query.vins]
    tests += [
        and_(
            car.vin_tail == tail[-VIN_TAIL:],
            car.vin_tail != NOTHING,
            car.vin.endswith(tail, autoescape=True),
        )
        for tail in query.vin_tails
    ]
    tests += [and_(car.body_no == one, car.body_no != NOTHING) for one in query.body_nos]
    cars = [select(car.id).where(test) for test in tests]
    cards = [select(event.card_id).where(event.vehicle_id.in_(one)) for one in cars]
    cards += [
        select(event.card_id).where(begins(event.plate, head), event.plate != NOTHING)
        for head in query.plates
    ]
    return [_of_cards(one) for one in cards]


def _by_number(query: Query) -> list[Select[Any]]:
    card, client = tables.card.c, tables.client.c
    found_cards = [
        select(card.id).where(card.inn == inn, card.inn != NOTHING) for inn in query.inns
    ]
    by_id = [select(client.id.label("client_id")).where(client.id == one) for one in query.clients]
    return [*(_of_cards(one) for one in found_cards), *by_id]


def _of_cards(cards: Select[Any]) -> Select[Any]:
    member = tables.membership.c
    return select(member.client_id).where(member.card_id.in_(cards))
