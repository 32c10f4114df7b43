"""Which clients may be the one that is being typed: each way of looking is one walk of an index.

Every walk is bounded, so that the answer comes as fast from a million clients as from a thousand.
"""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, exists, func, select

from db import tables
from db.client_search import NOTHING, begins
from db.engine import Connection

MOST = 8
_WALK = 10_000  # index entries of the rarest word that are looked through


@dataclass(frozen=True, slots=True)
class Sought:
    """What was typed, in normal forms; "" and () are not looked for.

    ``words`` are whole words of a name, folded; ``last_word`` is one that may go on.
    """

    phones: tuple[str, ...] = ()
    phone_heads: tuple[str, ...] = ()
    vin: str = ""
    vin_head: str = ""
    body_no: str = ""
    plate: str = ""
    inn: str = ""
    emails: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    last_word: str = ""


@dataclass(frozen=True, slots=True)
class Hit:
    """A client found, and by what.

    ``way`` is "phone", "vin", "body_no", "plate", "inn", "email" or "name"; "phone_head" and
    "vin_head" where only the beginning is typed.
    """

    client_id: int
    way: str


def similar(connection: Connection, sought: Sought, *, but: Collection[int] = ()) -> list[Hit]:
    """At most ``MOST`` clients, phone and VIN first, each by the first way that finds it.

    Of those found one way the namesakes of who is typed come first.
    """
    found: dict[int, Hit] = {}
    for way, statement in _ways(connection, sought):
        room = MOST - len(found) + len(but)
        for client_id in connection.execute(statement.limit(room)).scalars():
            if client_id not in but:
                found.setdefault(client_id, Hit(client_id, way))
        if len(found) >= MOST:
            break
    hits = list(found.values())[:MOST]
    named = _namesakes(connection, sought, [hit.client_id for hit in hits])
    ways = list(dict.fromkeys(hit.way for hit in hits))
    return sorted(hits, key=lambda hit: (ways.index(hit.way), -named.get(hit.client_id, 0)))


def _namesakes(connection: Connection, sought: Sought, clients: Collection[int]) -> dict[int, int]:
    """How many of the typed words of a name each of a few clients has."""
    word = tables.client_word.c
    typed = [text for text in (*sought.words, sought.last_word) if text]
    if not (typed and clients):
        return {}
    counted = (
        select(word.client_id, func.count().label("words"))
        .where(word.client_id.in_(sorted(clients)), word.word.in_(typed))
        .group_by(word.client_id)
    )
    return {found.client_id: found.words for found in connection.execute(counted)}


def _ways(connection: Connection, sought: Sought) -> Iterator[tuple[str, Select[Any]]]:
    """The ways to look, the surest first; a name is weighed only when it is its turn."""
    contact, car, event, card = (
        table.c for table in (tables.contact, tables.vehicle, tables.event, tables.card)
    )
    for number in sought.phones:
        yield "phone", _of_contacts(and_(contact.value == number, contact.kind == "phone"))
    for name, column, value in (
        ("vin", car.vin, sought.vin),
        ("body_no", car.body_no, sought.body_no),
    ):
        if value:
            yield name, _of_cars(and_(column == value, column != NOTHING))
    if sought.plate:
        test = and_(event.plate == sought.plate, event.plate != NOTHING)
        yield "plate", _of_cards(select(event.card_id).where(test))
    if sought.inn:
        test = and_(card.inn == sought.inn, card.inn != NOTHING)
        yield "inn", _of_cards(select(card.id).where(test))
    for address in sought.emails:
        yield "email", _of_contacts(and_(contact.value == address, contact.kind == "email"))
    for head in sought.phone_heads:
        test = and_(begins(contact.value, head), contact.kind == "phone")
        yield "phone_head", _of_contacts(test)
    if sought.vin_head:
        yield "vin_head", _of_cars(and_(begins(car.vin, sought.vin_head), car.vin != NOTHING))
    named = _named(connection, sought)
    if named is not None:
        yield "name", named


def _of_contacts(test: ColumnElement[bool]) -> Select[Any]:
    return _of_cards(select(tables.contact.c.card_id).where(test))


def _of_cars(test: ColumnElement[bool]) -> Select[Any]:
    event = tables.event.c
    cars = select(tables.vehicle.c.id).where(test).limit(_WALK)
    return _of_cards(select(event.card_id).where(event.vehicle_id.in_(cars)))


def _of_cards(cards: Select[Any]) -> Select[Any]:
    member = tables.membership.c
    few = cards.limit(_WALK).subquery()
    joined = select(member.client_id).join_from(few, tables.membership, member.card_id == few.c[0])
    return joined.distinct()


def _named(connection: Connection, sought: Sought) -> Select[Any] | None:
    """The clients with all of the words: the rarest is walked, the others are tested."""
    word = tables.client_word.c
    tests = [(one, word.word == one) for one in sought.words]
    if sought.last_word:
        tests.append((sought.last_word, begins(word.word, sought.last_word)))
    if not tests:
        return None
    counted = [(_count(connection, test), text) for text, test in tests]
    rarest = min(counted)[1]
    walked = next(test for text, test in tests if text == rarest)
    few = select(word.client_id).where(walked).limit(_WALK).subquery()
    others = (text for _count_, text in sorted(counted) if text != rarest)
    return (
        select(few.c.client_id)
        .distinct()
        .where(*(_has(few.c.client_id, text, last=text == sought.last_word) for text in others))
    )


def _count(connection: Connection, test: ColumnElement[bool]) -> int:
    """How many index entries pass, no further than the walk goes."""
    few = select(tables.client_word.c.client_id).where(test).limit(_WALK).subquery()
    return int(connection.execute(select(func.count()).select_from(few)).scalar_one())


def _has(client: ColumnElement[int], text: str, *, last: bool) -> ColumnElement[bool]:
    other = tables.client_word.alias()
    test = begins(other.c.word, text) if last else other.c.word == text
    return exists().where(other.c.client_id == client, test)
