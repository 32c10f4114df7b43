from datetime import date

import pytest

from db.engine import reading
from reports.lists.book import CARS, CLIENTS, CLOSED, CONTACTS, Part, book
from tests.workflow import dealer
from workflow.load import Order, load

HEADER = (
    "Код клиента;Клиент;Телефон;VIN;Дата заезда;Дата закрытия;№ заказ-наряда;Статус;"
    "Согласие на рассылку"
)
ROWS = (
    "1;Орлов Пётр Ильич;+7 916 555-01-01;Z94CB41AAER123456;07.06.2026;09.06.2026;ЗН-1;Закрыт;да",
    "2;ООО «Ромашка»;+7 916 555-01-02;;01.02.2026;02.02.2026;ЗН-2;Закрыт;нет",
)


@pytest.fixture
def base(base_url, opened, tmp_path):
    base = opened(base_url)
    path = dealer.write(tmp_path / "service.csv", HEADER, ROWS)
    load(base, Order(path, kind="service"), by="Ольга")
    return base


def test_a_book_names_the_clients_the_cars_and_the_orders_closed_lately(base):
    with reading(base) as connection:
        found = book(connection, date(2026, 6, 15))

    clients = found.clients.sort("client_id")
    assert clients["name"].to_list() == ["Орлов Пётр Ильич", "ООО «Ромашка»"]
    assert clients["kind"].to_list() == ["person", "company"]
    assert clients["phones"].to_list() == ["+79165550101", "+79165550102"]
    assert clients["consent_ads"].to_list() == ["yes", "no"]
    assert found.cars["vin"].to_list() == ["Z94CB41AAER123456"]
    assert found.closed["closed"].to_list() == [date(2026, 6, 9)]
    assert found.contacts["value"].sort().to_list() == ["+79165550101", "+79165550102"]


def test_what_is_not_asked_for_is_not_read(base):
    with reading(base) as connection:
        found = book(connection, date(2026, 6, 15), frozenset({Part.CARS}))

    assert found.clients.is_empty() and found.closed.is_empty() and found.contacts.is_empty()
    assert found.cars.height == 1


def test_the_frames_of_a_book_have_the_columns_told(base):
    with reading(base) as connection:
        found = book(connection, date(2026, 6, 15))

    for frame, schema in (
        (found.clients, CLIENTS),
        (found.cars, CARS),
        (found.closed, CLOSED),
        (found.contacts, CONTACTS),
    ):
        assert dict(frame.schema) == schema
