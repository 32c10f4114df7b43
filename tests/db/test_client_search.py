"""The same searches on both databases, whatever the language of the server."""

import polars as pl
import pytest

from db import bulk, client_pages, tables
from db.client_pages import Page
from db.client_search import Query, count
from db.engine import writing


def client(at, name):
    texts = {column.name: "" for column in tables.client.columns if column.server_default}
    return {**texts, "id": at, "kind": "person", "cards": 1, "sort_name": name}


@pytest.fixture
def connection(base_url, opened):
    with writing(opened(base_url)) as connection:
        names = {1: "иванов иван", 2: "иванова ирина", 3: "петров иван", 4: "сидоров ян"}
        words = [(at, word) for at, name in names.items() for word in sorted(name.split())]
        frames = {
            tables.client: pl.DataFrame([client(at, name) for at, name in names.items()]),
            tables.client_word: pl.DataFrame(words, schema=["client_id", "word"], orient="row"),
            tables.membership: pl.DataFrame({"card_id": [1, 2, 3, 4], "client_id": [1, 2, 3, 4]}),
            tables.contact: pl.DataFrame(
                {
                    "card_id": [1, 2, 3],
                    "kind": ["phone", "phone", "email"],
                    "value": ["+79161234567", "+74951234567", "a_b@example.ru"],
                    "tail": ["4567", "4567", ""],
                    "extension": ["", "", ""],
                    "position": [0, 0, 0],
                }
            ),
        }
        for table, frame in frames.items():
            bulk.write(connection, table, frame)
        yield connection


@pytest.mark.parametrize(
    ("query", "clients"),
    [
        (None, [1, 2, 3, 4]),
        (Query(), []),
        (Query(names=(("ива",),)), [1, 2, 3]),
        (Query(names=(("ива", "ир"),)), [2]),
        (Query(names=(("янв",), ("сид",))), [4]),
        (Query(heads=("+7916",)), [1]),
        (Query(heads=("+7",)), [1, 2]),
        (Query(heads=("a_b@",)), [3]),
        (Query(tails=("4567",)), [1, 2]),
        (Query(tails=("6123" + "4567",)), [1]),
        (Query(tails=("%4567",)), []),
        (Query(clients=(3,)), [3]),
        (Query(names=(("петр",),), tails=("61234567",)), [1, 3]),
    ],
)
def test_a_search_finds_each_client_once(connection, query, clients):
    number = count(connection, query)
    page = client_pages.page(connection, query, Page(0, 100), number)

    assert number == len(clients)
    assert sorted(row.id for row in page) == clients


def test_many_found_are_paged_in_the_same_order_as_few(connection):
    query = Query(names=(("и",),))

    walked = client_pages.page(connection, query, Page(0, 2), 1_000)
    sorted_ = client_pages.page(connection, query, Page(0, 2), 1)

    assert [row.id for row in walked] == [row.id for row in sorted_] == [1, 2]
