from datetime import date

import polars as pl
import pytest
from sqlalchemy import select

from db import bulk, tables
from db.engine import reading, writing

HEADS = {
    "id": [1, 2, 3],
    "source_id": [1, 1, 1],
    "source_key": ["a", "ё;\t\"'\\", "c"],
    "birth_date": [date(1980, 2, 29), None, date(2000, 1, 1)],
}


@pytest.fixture
def engine(base_url, opened):
    engine = opened(base_url)
    with writing(engine) as connection:
        source = pl.DataFrame({"id": [1], "name": ["sales"], "kind": ["sales"]})
        bulk.write(connection, tables.source, source)
        bulk.write(connection, tables.card, pl.DataFrame(HEADS))
    return engine


def test_what_was_written_is_read_back_in_the_types_of_the_table(engine):
    card = tables.card.c
    columns = (card.id, card.source_id, card.source_key, card.birth_date)

    with reading(engine) as connection:
        found = bulk.read(connection, select(*columns)).sort("id")

    assert found.to_dict(as_series=False) == HEADS


def test_rows_are_read_for_the_keys_asked_for_only(engine):
    card = tables.card.c

    with reading(engine) as connection:
        for keys in ([1, 3], [], [1, 2, 3], [9]):
            found = bulk.read_for(connection, select(card.id), card.id, keys)
            assert sorted(set(keys) & {1, 2, 3}) == sorted(found["id"])


def test_columns_are_set_in_the_rows_named(engine):
    fresh = pl.DataFrame({"id": [1, 3], "state": ["junk", "quarantined"]})

    with writing(engine) as connection:
        bulk.update(connection, tables.card, "id", fresh)
        bulk.update(connection, tables.card, "id", fresh.filter(pl.col("id") == 3))
        found = bulk.read(connection, select(tables.card.c.id, tables.card.c.state)).sort("id")

    assert found.rows() == [(1, "junk"), (2, "clean"), (3, "quarantined")]


def test_rows_named_are_deleted(engine):
    with writing(engine) as connection:
        bulk.delete_for(connection, tables.card, tables.card.c.id, [2, 3])
        assert bulk.read(connection, select(tables.card.c.id))["id"].to_list() == [1]


def test_flags_and_bytes_come_back_as_they_were(engine):
    pair = pl.DataFrame(
        {
            "left": [1],
            "right": [2],
            "probability": [0.25],
            "relation": ["same"],
            "admitted": [True],
            "group_id": [1],
            "state": ["open"],
        }
    )
    with writing(engine) as connection:
        bulk.write(connection, tables.candidate, pair)
        found = bulk.read(connection, select(tables.candidate.c.admitted))

    assert found["admitted"].to_list() == [True]
