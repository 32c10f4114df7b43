from datetime import date

import polars as pl
import pytest

from db.engine import reading
from reports.behind import listed
from reports.content import Unit
from tests.reports.handmade import base

COLUMNS = {"row_id": pl.Int32, "card_id": pl.Int32, "vehicle_id": pl.Int32, "date": pl.Date}


@pytest.fixture
def engine(base_url, opened):
    """The hand-made base, on SQLite and on PostgreSQL."""
    engine = opened(base_url)
    base.load(engine)
    return engine


def units(*rows):
    """Units (row, card, car, day, client)."""
    return pl.DataFrame(rows, schema=COLUMNS | {"decided": pl.Int32}, orient="row")


def test_each_unit_is_told_by_its_client_car_and_day(engine):
    later, first = date(2022, 1, 1), date(2021, 1, 1)

    with reading(engine) as connection:
        found = listed(connection, units((7, 2, 2, later, 2), (3, 5, 1, first, 5)))

    assert [column.name for column in found.columns] == [
        "client", "name", "car", "vin", "plate", "date",
    ]  # fmt: skip
    assert found.columns[-1].unit is Unit.DAY
    assert found.rows == (
        ("C0000005", "Ромашка-Транс", "Kia Rio", "Z94CB41AAMR100001", "", first),
        (
            "C0000002",
            "Орлова Мария Ивановна",
            "Hyundai Solaris",
            "Z94CT41DBNR100002",
            "",
            later,
        ),
    )
    assert found.title == "2 of 2"


def test_who_has_no_client_and_what_is_no_car_is_blank(engine):
    with reading(engine) as connection:
        found = listed(connection, units((1, 28, None, date(2024, 10, 10), -28)))

    assert found.rows == (("", None, None, None, None, date(2024, 10, 10)),)


def test_the_first_thousand_are_listed_and_all_are_counted(engine):
    every = units(*((row, 1, 1, date(2021, 1, 1), 1) for row in range(1_500)))

    with reading(engine) as connection:
        found = listed(connection, every)

    assert len(found.rows) == 1_000
    assert found.title == "1000 of 1500"
