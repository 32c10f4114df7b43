"""Events and cards are kept in parts, which are always what the tables tell."""

import pytest

from db import bulk, fact_parts, tables
from db.engine import reading, writing
from reports import stock
from tests.reports.handmade import base
from tests.workflow import dealer
from workflow.load import Order, load
from workflow.propose import propose

NAMES = list(stock.STOCK)
KINDS = (fact_parts.EVENTS, fact_parts.CARDS, fact_parts.CARS)
MORE = (
    "Код клиента;Клиент;Телефон;Автомобиль;VIN;Пробег;Дата открытия;Номер заказ-наряда;Состояние",
    "К-01;Соколов Андрей;+7 916 555-01-01;Kia Rio;Z94CB41AAMR100001;52000;01.11.2024;ЗН-90;Закрыт",
)


@pytest.fixture
def engine(base_url, opened):
    """The hand-made base, on SQLite and on PostgreSQL."""
    engine = opened(base_url)
    base.load(engine)
    return engine


def frames(engine):
    """Every frame, as rows."""
    with reading(engine) as connection:
        return {
            name: stock.frame(connection, name, bulk.unheard).sort(list(stock.STOCK[name])).rows()
            for name in NAMES
        }


def kept(engine):
    """Of which kinds parts are kept, whoever made them."""
    part = tables.fact_part.c
    with reading(engine) as connection:
        found = {
            of for (of,) in connection.execute(tables.fact_part.select().with_only_columns(part.of))
        }
    return [of in found for of in KINDS]


def test_what_is_kept_is_what_the_tables_tell(engine):
    before = frames(engine)
    assert kept(engine) == [False, False, False]

    stock.fill(engine, bulk.unheard)

    assert kept(engine) == [True, True, True]
    assert frames(engine) == before
    assert len(before[stock.ORDERS]) == 34
    assert len(before[stock.SALES]) == 10
    assert len(before[stock.CALLS]) == 19


def test_an_empty_base_keeps_nothing(base_url, opened):
    engine = opened(base_url)

    stock.fill(engine, bulk.unheard)

    assert kept(engine) == [False, False, False]
    assert frames(engine) == {name: [] for name in NAMES}


def test_what_is_written_forgets_the_parts_that_it_is_in(engine, tmp_path):
    stock.fill(engine, bulk.unheard)
    before = frames(engine)

    load(
        engine,
        Order(dealer.write(tmp_path / "more.csv", MORE[0], MORE[1:]), kind="service"),
        by="Ольга",
    )
    propose(engine, by="Ольга")

    assert kept(engine)[0] is False
    after = frames(engine)
    assert len(after[stock.ORDERS]) == len(before[stock.ORDERS]) + 1
    stock.fill(engine, bulk.unheard)
    assert frames(engine) == after


def test_parts_of_another_program_are_made_anew(engine):
    stock.fill(engine, bulk.unheard)
    before = frames(engine)
    with writing(engine) as connection:
        connection.execute(tables.fact_part.update().values(seal="of another", data=b"no part"))

    assert frames(engine) == before
    stock.fill(engine, bulk.unheard)
    assert frames(engine) == before


def test_a_reader_may_stop_the_work(engine):
    class Stopped(Exception):  # noqa: N818 - it is no error
        pass

    def stop():
        raise Stopped

    with pytest.raises(Stopped):
        stock.fill(engine, stop)
    stock.fill(engine, bulk.unheard)
    with reading(engine) as connection, pytest.raises(Stopped):
        stock.frame(connection, stock.ORDERS, stop)


def test_it_is_told_how_many_parts_are_made_and_of_how_many(engine):
    told = []
    stock.fill(engine, bulk.unheard, lambda done, total: told.append((done, total)))
    assert told == [(done, len(told)) for done in range(len(told))]
    assert told
    stock.fill(engine, bulk.unheard, lambda *_: pytest.fail("nothing is missing any more"))
