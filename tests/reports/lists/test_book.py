from datetime import date

import polars as pl
import pytest

from db.engine import reading
from reports.lists.book import CARS, CLIENTS, CLOSED, CONTACTS, PEOPLE, Part, book
from tests.workflow import dealer
from workflow.load import Order, load

HEADER = (
    "Код клиента;Клиент;Телефон;VIN;Дата заезда;Дата закрытия;№ заказ-наряда;Статус;"
    "Согласие на рассылку"
)
ROWS = (
    "1;Орлов Пётр Ильич;+7 916 555-01-01;Z94CB41AAER123456;07.06.2026;09.06.2026;ЗН-1;Закрыт;да",
    "3;Котов Лев Ильич;+7 916 555-01-03;;10.06.2026;20.06.2026;ЗН-3;Закрыт;",
    "2;ООО «Ромашка»;+7 916 555-01-02;;01.02.2026;02.02.2026;ЗН-2;Закрыт;нет",
)


@pytest.fixture
def base(base_url, opened, tmp_path):
    base = opened(base_url)
    path = dealer.write(tmp_path / "service.csv", HEADER, ROWS)
    load(base, Order(path, kind="service"), by="Ольга")
    return base


def test_a_book_tells_of_the_clients_and_the_orders_closed_lately(base):
    with reading(base) as connection:
        found = book(connection, date(2026, 6, 15))

    clients = found.clients.sort("client_id")
    assert clients["kind"].to_list() == ["person", "person", "company"]
    assert clients["consent_ads"].to_list() == ["yes", "", "no"]
    assert found.closed["closed"].sort().to_list() == [date(2026, 6, 9), date(2026, 6, 20)]
    assert found.contacts["value"].sort().to_list() == [
        "+79165550101",
        "+79165550102",
        "+79165550103",
    ]


def test_names_and_cars_are_looked_up_after_the_connection_was_closed(base):
    with reading(base) as connection:
        found = book(connection, date(2026, 6, 15))

    people = found.people(pl.Series([*found.clients["client_id"], None])).sort("client_id")
    assert people["name"].to_list() == ["Орлов Пётр Ильич", "Котов Лев Ильич", "ООО «Ромашка»"]
    assert people["phones"][0] == "+79165550101"
    assert found.people(pl.Series([], dtype=pl.Int32)).is_empty()
    assert found.cars(pl.Series([1]))["vin"].to_list() == ["Z94CB41AAER123456"]


def test_what_is_not_asked_for_is_not_read(base):
    with reading(base) as connection:
        found = book(connection, date(2026, 6, 15), frozenset({Part.CLOSED}))

    assert found.clients.is_empty() and found.contacts.is_empty()
    assert found.closed.height == 2


def test_the_frames_of_a_book_have_the_columns_told(base):
    with reading(base) as connection:
        found = book(connection, date(2026, 6, 15))

    ids = found.clients["client_id"]
    for frame, schema in (
        (found.clients, CLIENTS),
        (found.closed, CLOSED),
        (found.contacts, CONTACTS),
        (found.people(ids), PEOPLE),
        (found.cars(ids), CARS),
    ):
        assert dict(frame.schema) == schema
