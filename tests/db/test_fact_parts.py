import polars as pl
import pytest
from sqlalchemy import insert

from db import fact_parts, tables
from db.engine import reading, writing
from db.fact_parts import CARDS, CARS, EVENTS, SPAN
from tests.workflow import dealer

SEAL = "of this program"


@pytest.fixture
def engine(base_url, opened):
    """An empty base, on SQLite and on PostgreSQL."""
    return opened(base_url)


@pytest.fixture
def written(engine):
    """Three parts of events and one of cards."""
    with writing(engine) as connection:
        for number in range(3):
            fact_parts.write(connection, EVENTS, number, SEAL, {"orders": bytes([number])})
        fact_parts.write(connection, CARDS, 0, SEAL, {"cards": b"c"})
    return engine


def stored(engine, of):
    with reading(engine) as connection:
        return fact_parts.stored(connection, of, SEAL)


def test_nothing_is_wanted_of_an_empty_base(engine):
    with reading(engine) as connection:
        assert [fact_parts.wanted(connection, of) for of in (EVENTS, CARDS, CARS)] == [[], [], []]
        assert not fact_parts.any_stored(connection)


def test_as_many_parts_are_wanted_as_the_last_id_needs(engine):
    with writing(engine) as connection:
        car = {"key": "VIN:Z94CB41AAMR100001", "vin": "Z94CB41AAMR100001"}
        connection.execute(insert(tables.vehicle).values(id=2 * SPAN, **car))
        assert fact_parts.wanted(connection, CARS) == [0, 1, 2]


def test_parts_are_read_in_their_order(written):
    with reading(written) as connection:
        assert fact_parts.any_stored(connection)
        assert fact_parts.read(connection, EVENTS, "orders", SEAL) == [b"\0", b"\1", b"\2"]
        assert fact_parts.read(connection, EVENTS, "sales", SEAL) == []


def test_parts_of_another_program_are_not_there(written):
    with reading(written) as connection:
        assert fact_parts.stored(connection, EVENTS, "of another") == set()
        assert fact_parts.read(connection, EVENTS, "orders", "of another") == []


def test_a_part_takes_the_place_of_what_was_there(written):
    with writing(written) as connection:
        fact_parts.write(connection, EVENTS, 1, SEAL, {"orders": b"new"})

    with reading(written) as connection:
        assert fact_parts.read(connection, EVENTS, "orders", SEAL) == [b"\0", b"new", b"\2"]


def test_the_parts_of_ids_are_forgotten_alone(written):
    with writing(written) as connection:
        fact_parts.forget(connection, EVENTS, [SPAN, SPAN + 7])
        fact_parts.forget(connection, CARDS, [])

    assert (stored(written, EVENTS), stored(written, CARDS)) == ({0, 2}, {0})


def test_every_part_of_a_kind_can_be_forgotten(written):
    with writing(written) as connection:
        fact_parts.forget_all(connection, EVENTS)

    assert (stored(written, EVENTS), stored(written, CARDS)) == (set(), {0})


def test_events_that_stay_what_they_are_forget_nothing(engine, tmp_path):
    dealer.load_text(engine, tmp_path, "sales", dealer.SALES)
    with writing(engine) as connection:
        fact_parts.write(connection, EVENTS, 0, SEAL, {"orders": b"o"})
        event = tables.event.c
        names = ["row_id", "card_id", "kind", "number"]
        rows = connection.execute(
            tables.event.select().with_only_columns(*(event[name] for name in names))
        )
        same = pl.DataFrame([tuple(row) for row in rows], schema=names, orient="row")
        cards = same["card_id"].unique().to_list()

        fact_parts.forget_changed(connection, cards, same)
        assert fact_parts.stored(connection, EVENTS, SEAL) == {0}

        fact_parts.forget_changed(connection, cards, same.with_columns(pl.lit("7").alias("number")))
        assert fact_parts.stored(connection, EVENTS, SEAL) == set()
