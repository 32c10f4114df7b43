"""What one change does to the whole base is what computing the whole base would do."""

from contextlib import ExitStack
from datetime import date
from unittest.mock import patch

import polars as pl
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from sqlalchemy import insert, select

from db import bulk, cards, rule_books, tables
from db.base import open_base
from db.engine import trying, writing
from rules import across as rules
from workflow import learned, traces, vehicles
from workflow.derive import settle

CARDS = range(1, 9)
ROWS = 3  # of each card
LOOKALIKES = ("XW8ZZZ5NZFG012345", "XW8222SNZFG01234S")
VINS = (*LOOKALIKES, "XW8ZZZ5NZFG012346", "Z94CB41AAER123456", "XW8ZZZ5NZFB999999")
PIECES = ("012345", "O12345", "ZFG012345", "XW8ZZZ5NZFG", "XW8222SNZFG01", "123456", "12345")
DAYS = (None, date(2014, 3, 1), date(2014, 9, 1), date(2016, 3, 1), date(2017, 3, 1))
DEALERS = "+79161110000"


def often_empty(*texts):
    return st.sampled_from(("", "", *texts))


EVENTS = st.fixed_dictionaries(
    {
        "kind": st.sampled_from(("sale", "order", "order", "car", "booking", "survey")),
        "date": st.sampled_from(DAYS),
        "mileage": st.sampled_from((None, 10, 20_000, 900_000)),
        "visit_kind": often_empty("Подготовка"),
        "vin": often_empty(*VINS, *VINS, *PIECES),
        "body_no": often_empty("NZE1419134919", "GX1001234567"),
        "plate": often_empty("А123ВС77", "В234ЕК77"),
        "make": often_empty("Kia", "VW"),
        "model": often_empty("Rio", "Polo"),
        "year": st.sampled_from((None, 2009, 2014, 2015)),
    }
)
WRITTEN = st.fixed_dictionaries(
    {
        "last_name": often_empty("Орлов", "Орлова", "Котов", "Белов", "Чернов"),
        "inn": often_empty("7707083893"),
        "birth_date": st.sampled_from((None, date(1980, 1, 1), date(1990, 5, 5))),
        "contacts": st.sets(
            st.sampled_from((DEALERS, "+79165557701", "+79161234567", "a@example.ru"))
        ),
        "events": st.lists(EVENTS, max_size=ROWS),
    }
)
PIECES_OF_IT = st.sampled_from(
    [
        {name: text}
        for name, texts in {
            "last_name": ("", "Орлов", "Котов"),
            "mileage": (10, 20_000, 900_000),
            "kind": ("sale", "order"),
            "date": DAYS,
            "vin": (*LOOKALIKES, "012345"),
            "make": ("", "Kia"),
            "year": (2009, 2014),
        }.items()
        for text in texts
    ]
)
FIRST = st.fixed_dictionaries(dict.fromkeys(CARDS, WRITTEN))
CHANGES = st.lists(
    st.dictionaries(st.sampled_from(CARDS), PIECES_OF_IT | WRITTEN, min_size=1, max_size=3),
    min_size=1,
    max_size=5,
)
MENTIONS = st.fixed_dictionaries(
    {
        "kind": st.just("order"),
        "date": st.sampled_from(DAYS[:3]),
        "vin": st.sampled_from((*LOOKALIKES, *LOOKALIKES, VINS[2], "", "012345", "XW8ZZZ5NZFG")),
        "body_no": often_empty("GX1001234567"),
        "plate": often_empty("А123ВС77", "В234ЕК77"),
        "make": st.just(""),
        "model": often_empty("Rio", "Polo"),
        "year": st.none(),
    }
)
MENTIONED = st.lists(
    st.dictionaries(st.sampled_from(CARDS), st.lists(MENTIONS, max_size=2), min_size=1, max_size=4),
    min_size=2,
    max_size=8,
)


@pytest.fixture(scope="module", autouse=True)
def _small_measures():
    """What takes hundreds of cards elsewhere takes two or three; no change is a large one."""
    with ExitStack() as patches:
        for owner, name, value in (
            (learned, "ENOUGH_VINS", 2),
            (learned, "ENOUGH_OF_THEM", 0.5),
            (rules, "FEWEST_CLIENTS", 1),
            (rules, "_TIMES_THE_USUAL", 0),
            (rules, "_DEALERS_LEAST", 2),
            (rules, "_DEALERS_SHARE", 2),
        ):
            patches.enter_context(patch.object(owner, name, value))
        yield


@pytest.fixture(scope="module", params=["sqlite", "postgresql"])
def base(request, tmp_path_factory):
    """A base of rows whose cards are still to be written."""
    if request.param == "sqlite":
        url = str(tmp_path_factory.mktemp("settle") / "base.sverka")
    else:
        server = request.getfixturevalue("postgres_server")
        url = server.url(server.create_database())
    engine = open_base(url, create=True)
    with writing(engine) as connection:
        rule_books.add(connection, f'[dealer]\nphones = ["{DEALERS}"]', "Ольга")
        connection.execute(insert(tables.source).values(id=1, name="service", kind="service"))
        connection.execute(
            insert(tables.load).values(
                id=1, source_id=1, at="", sha256="", asof=date(2020, 1, 1), mapping='{"columns":[]}'
            )
        )
        for row in range(CARDS[0] * ROWS, (CARDS[-1] + 1) * ROWS):
            digest, card = row.to_bytes(16), row // ROWS
            fixed = {"load_id": 1, "source_id": 1, "no": row, "cells": '["х"]'}
            connection.execute(
                insert(tables.row).values(id=row, digest=digest, card_id=card, **fixed)
            )
    yield engine
    engine.dispose()


def write(connection, change):
    """Put what is written of cards in place of what they had."""
    contacts = [
        {"card_id": card, "value": value, "position": at}
        | {"kind": "email" if "@" in value else "phone", "extension": "", "tail": value[-4:]}
        for card, made in change.items()
        for at, value in enumerate(sorted(made["contacts"]))
    ]
    events = [
        {"row_id": card * ROWS + at, "card_id": card, **event}
        for card, made in change.items()
        for at, event in enumerate(made["events"])
    ]
    heads = [
        {"id": card, "source_id": 1, "source_key": str(card)}
        | {name: made[name] for name in ("last_name", "inn", "birth_date")}
        for card, made in change.items()
    ]
    cards.replace(
        connection,
        change,
        cards=frame(tables.card, heads),
        contacts=frame(tables.contact, contacts),
        findings=bulk.empty(tables.finding),
        events=frame(tables.event, events),
    )


def frame(table, rows):
    names = list(rows[0]) if rows else ["card_id"]
    schema = {name: kind for name, kind in bulk.empty(table).schema.items() if name in names}
    return pl.DataFrame(rows, schema=schema, orient="row")


def computed(connection):
    """What is computed of the whole base, and the vehicle of each event."""
    found = {}
    for table in (tables.vehicle, tables.finding, tables.census, tables.event):
        content = bulk.read(connection, select(table))
        found[table.name] = content.sort([one.name for one in table.primary_key]).rows(named=True)
    return found


def merged(old, change):
    """What is written of a card where some of it changes, in its events as well."""
    if "events" in change:
        return change
    events = [
        {name: change.get(name, value) for name, value in event.items()} for event in old["events"]
    ]
    return {name: change.get(name, value) for name, value in old.items()} | {"events": events}


NOBODY = {"last_name": "", "inn": "", "birth_date": None, "contacts": set(), "events": []}


def mention(**texts):
    nothing = {"vin": "", "body_no": "", "plate": "", "make": "", "model": "", "year": None}
    return nothing | {"kind": "order", "date": None} | texts


def visit(day, mileage):
    return mention(vin=VINS[3], date=date(2015, 1, day), mileage=mileage, visit_kind="")


# another visit's mileage is the odd one as soon as those beside it agree
VISITS = {
    1: NOBODY | {"events": [visit(1, 10_000)]},
    2: NOBODY | {"events": [visit(10, 90_000)]},
    3: NOBODY | {"events": [visit(20, 90_100)]},
}
NAMED = {
    card: NOBODY | {"last_name": name, "contacts": {"+79165557701"}}
    for card, name in ((4, "Орлов"), (5, "Котов"), (6, "Орлов"))
}


@settings(max_examples=30)
@given(FIRST, CHANGES)
@example(dict.fromkeys(CARDS, NOBODY) | VISITS, [{3: {"mileage": 10_100}}])
@example(dict.fromkeys(CARDS, NOBODY) | NAMED, [{6: {"last_name": "Белов"}}])
def test_after_every_change_all_is_as_computed_anew(base, first, changes):
    with trying(base) as connection:
        now = dict(first)
        write(connection, now)
        settle(connection)
        for change in changes:
            before = traces.before(connection, change)
            assert before
            now |= {card: merged(now[card], made) for card, made in change.items()}
            write(connection, {card: now[card] for card in change})
            settle(connection, before)
            kept = computed(connection)
            settle(connection)
            assert kept == computed(connection)


# a whole VIN goes, so its piece goes to the plate, whose model then tells the other car's
FAR = [
    {1: [mention(vin=VINS[0], model="Rio")]},
    {2: [mention(vin="012345", plate="А123ВС77", model="Rio")], 3: [mention(plate="А123ВС77")]},
    {1: []},
]


@settings(max_examples=40)
@given(MENTIONED)
@example(FAR)
@example([{1: [mention(vin=VINS[0], model="Rio")]}, {2: [mention(vin=VINS[0][:11], model="Rio")]}])
def test_after_every_change_each_event_has_the_vehicle_of_a_linking_of_all(base, changes):
    with trying(base) as connection:
        write(connection, dict.fromkeys(CARDS, NOBODY))
        for change in changes:
            before = traces.before(connection, change)
            assert before
            write(connection, {card: NOBODY | {"events": made} for card, made in change.items()})
            were = abouts(connection) | dict(before.events.select("row_id", "vehicle_id").rows())
            linked = vehicles.link(connection, before)
            kept = [computed(connection)[name] for name in ("event", "vehicle")]
            moved = were.items() ^ abouts(connection).items()
            vehicles.link(connection)
            assert kept == [computed(connection)[name] for name in ("event", "vehicle")]
            assert {row // ROWS for row, _ in moved} <= linked.cards | set(change)
            lost_or_won = {car for _, car in moved if car}
            assert {
                row // ROWS for row, car in abouts(connection).items() if car in lost_or_won
            } <= (linked.cards | set(change))


def abouts(connection):
    """The vehicle of each event."""
    event = tables.event.c
    return dict(bulk.read(connection, select(event.row_id, event.vehicle_id)).rows())
