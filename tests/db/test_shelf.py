"""What a search leaves in the base."""

import pytest

from db import meta, shelf
from db.engine import writing
from db.shelf import Part


@pytest.fixture
def empty(base_url, opened):
    """An empty base, on SQLite and on PostgreSQL."""
    return opened(base_url)


def test_parts_come_back_as_they_went(empty) -> None:
    with writing(empty) as connection:
        shelf.write(
            connection, [Part("phones", 1, 2**62, b"\x00b"), Part("phones", 0, -5, b"a\xff")]
        )

        assert shelf.firsts(connection) == {"phones": [(0, -5), (1, 2**62)]}
        assert shelf.read(connection, "phones", [1, 0, 7]) == [b"a\xff", b"\x00b"]
        shelf.clear(connection)
        assert shelf.firsts(connection) == {}


def test_the_parts_of_one_number_are_replaced_together(empty) -> None:
    with writing(empty) as connection:
        shelf.write(connection, [Part("cars", 0, 1, b"stays")])
        shelf.replace(connection, -1, {"cars": b"old", "phones": b"goes"})
        shelf.replace(connection, -1, {"cars": b"new"})

        assert shelf.of_number(connection, -1) == {"cars": b"new"}
        assert shelf.read(connection, "cars", [0]) == [b"stays"]


def test_cards_are_noted_once_and_only_after_a_search(empty) -> None:
    with writing(empty) as connection:
        shelf.note(connection, [3])
        assert shelf.unsearched(connection) == []

        meta.put(connection, meta.SEARCH, "{}")
        shelf.note(connection, [3, 1])
        shelf.note(connection, [3, 2])
        assert shelf.unsearched(connection) == [1, 2, 3]
        assert shelf.count_unsearched(connection) == 3

        shelf.forget_unsearched(connection)
        assert shelf.unsearched(connection) == []
