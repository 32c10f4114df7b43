import pytest
from sqlalchemy import text

from db import journal
from db.engine import reading, writing


@pytest.fixture
def engine(base_url, opened):
    engine = opened(base_url)
    with writing(engine) as connection:
        for number in range(5):
            journal.append(connection, "Мария", "judge", {"cards": [number]})
    return engine


def broken(engine) -> int | None:
    with reading(engine) as connection:
        return journal.broken_at(connection)


def test_an_untouched_chain_is_whole(engine):
    assert broken(engine) is None


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE journal SET details = '{}' WHERE seq = 3",
        "UPDATE journal SET by = 'Пётр' WHERE seq = 3",
        "UPDATE journal SET hash = previous WHERE seq = 3",
    ],
)
def test_an_altered_entry_is_found_where_it_stands(engine, statement):
    with writing(engine) as connection:
        connection.execute(text(statement.replace(" by ", ' "by" ')))

    assert broken(engine) == 3


def test_a_deleted_entry_is_found_at_the_next_one(engine):
    with writing(engine) as connection:
        connection.execute(text("DELETE FROM journal WHERE seq = 3"))

    assert broken(engine) == 4


def test_the_same_details_are_sealed_alike_in_any_order():
    assert journal.dumps({"a": 1, "b": "ё"}) == journal.dumps({"b": "ё", "a": 1})
