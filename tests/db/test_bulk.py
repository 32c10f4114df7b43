from datetime import date
from types import SimpleNamespace

import polars as pl
import pytest
from sqlalchemy import func, select

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


def _texts(count):
    """Texts that trip whoever joins cells: quotes, separators, control signs, other alphabets."""
    odd = ["", "ё;\t\"'\\", "[1,null]", "null", "\x1f\x1e\x00", "\U0001f600", "\\u0041", "0.10"]
    return [f"{odd[at % len(odd)]}{at // len(odd)}" for at in range(count)]


@pytest.mark.parametrize("count", [1, 499, 500, 501, 6_000])
def test_however_many_rows_there_are_they_come_back_as_they_were(engine, base_url, count):
    texts = _texts(count)
    if "postgresql" in base_url:  # which keeps no NUL
        texts = [text.replace("\x00", "") for text in texts]
    cards = pl.DataFrame(
        {
            "id": [10 + at for at in range(count)],
            "source_id": 1,
            "source_key": [f"{at}" for at in range(count)],
            "birth_date": [None if at % 3 else date(1900 + at % 100, 1, 31) for at in range(count)],
            "address": texts,
            "seal": [(-1) ** at * (2**62 + at) for at in range(count)],
        }
    )
    card = tables.card.c
    with writing(engine) as connection:
        bulk.write(connection, tables.card, cards)
        wanted = [card[name] for name in cards.columns]
        found = bulk.read(connection, select(*wanted).where(card.id >= 10)).sort("id")

    assert found.to_dict(as_series=False) == cards.to_dict(as_series=False)


def test_probabilities_come_back_to_the_last_bit(engine):
    numbers = [1 / (at + 3) for at in range(2_000)]
    pairs = pl.DataFrame(
        {
            "left": range(2_000),
            "right": range(5_000, 7_000),
            "probability": numbers,
            "relation": "same",
            "admitted": [at % 2 == 0 for at in range(2_000)],
            "group_id": [2**53 + at for at in range(2_000)],
            "state": "open",
        }
    )
    with writing(engine) as connection:
        bulk.write(connection, tables.candidate, pairs)
        columns = [tables.candidate.c[name] for name in pairs.columns]
        found = bulk.read(connection, select(*columns)).sort("left")

    assert found.to_dict(as_series=False) == pairs.to_dict(as_series=False)


def test_columns_too_long_for_one_text_are_read_by_rows(engine, base_url, monkeypatch):
    if "postgresql" in base_url:
        pytest.skip("only SQLite makes a text of a column")
    cards = pl.DataFrame(
        {"id": range(10, 1_010), "source_id": 1, "source_key": [f"{at}" for at in range(1_000)]}
    )
    card = tables.card.c
    # more bytes than SQLite lets a text have, without making them
    too_long = SimpleNamespace(json_group_array=lambda _column: func.zeroblob(2_000_000_000))
    with writing(engine) as connection:
        bulk.write(connection, tables.card, cards)
        monkeypatch.setattr(bulk, "func", too_long)
        found = bulk.read(connection, select(card.id, card.source_key).where(card.id >= 10))

    assert found.sort("id").rows() == cards.select("id", "source_key").rows()


@pytest.mark.parametrize("after", [1, 3])
def test_reading_stops_where_the_one_who_hears_of_it_says_so(engine, after):
    cards = pl.DataFrame(
        {"id": range(10, 30_010), "source_id": 1, "source_key": [f"{at}" for at in range(30_000)]}
    )
    left = [after]

    def heard() -> None:
        left[0] -= 1
        if left[0] == 0:
            raise InterruptedError

    card = tables.card.c
    with writing(engine) as connection:
        bulk.write(connection, tables.card, cards)
        with pytest.raises(InterruptedError):
            bulk.read(connection, select(card.id, card.source_key, card.inn), heard)
        assert bulk.read(connection, select(card.id)).height == 30_003
