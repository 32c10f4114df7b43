from datetime import date

import polars as pl
import pytest
from sqlalchemy import select

from db import fact_parts, tables
from db.engine import reading
from reports import raw, raw_cells
from reports.content import Bounds, certain
from reports.desk import Desk
from reports.funnels import own_foreign, reverse
from reports.ledger import facts as read
from reports.needs import NEEDS
from reports.options import Options
from reports.raw_cells import TEXTS, RawTexts
from tests.reports.hand_made import facts
from tests.workflow import dealer
from workflow.load import Order, load

SALES = "Код клиента;ФИО;VIN;Дата продажи"
SERVICE = "Код клиента;Клиент;VIN;Дата заезда;№ заказ-наряда"
RIO, CEED = "Z94CB41AAER123456", "XWEHH812BD0456789"


def texts(*rows, cars=0):
    """Rows of row_id, name, vin and day of sale; equal numbers stand for equal letters."""
    return RawTexts(pl.DataFrame(list(rows), schema=TEXTS, orient="row"), cars)


def funnel(made, module):
    """The figures of a funnel of its own."""
    return module.counted(made, Options()).figures()


@pytest.fixture
def compared(base_url, opened, tmp_path):
    """Loads both files and gives the report of their base."""
    engine = opened(base_url)

    def of(sales, service, options=None, headers=(SALES, SERVICE)):
        for kind, header, rows in zip(("sales", "service"), headers, (sales, service), strict=True):
            path = dealer.write(tmp_path / f"{kind}.csv", header, rows)
            load(engine, Order(path, kind=kind), by="Ольга")
        asked = options or Options()
        with reading(engine) as connection:
            return raw.report(read(connection, asked), raw_cells.read(connection), asked)

    return of


def figures(report):
    return {key: bounds.best for key, bounds in report.figures.items()}


def test_a_vin_typed_otherwise_is_foreign_by_letters_and_own_in_the_base(compared):
    cyrillic = RIO.replace("C", "С").replace("A", "А")
    found = compared(
        [f"1;Орлов Пётр Ильич;{RIO};05.06.2014"],
        [
            f"7;Орлов Пётр Ильич; {RIO} ;07.06.2015;ЗН-1",
            f"7;Орлов Пётр Ильич;{cyrillic};07.06.2016;ЗН-2",
            f"8;Котов Лев Ильич;{CEED};07.06.2016;ЗН-3",
        ],
    )
    told = figures(found)

    assert (told["visits"], told["visits.own.raw"], told["visits.own.unified"]) == (3, 1, 2)
    assert (told["cars.raw"], told["cars.unified"]) == (3, 2)
    assert "by the letters of the files 1 of 3 (33.3%), in the unified base 2" in found.notes[0]


def test_names_are_alike_letter_for_letter_but_for_blanks_around_them(compared):
    found = compared(
        [f"1;Орлов Пётр Ильич;{CEED};05.06.2018", f"2;Котов Лев Ильич;{RIO};05.06.2018"],
        [
            "7; Орлов Пётр Ильич ;;07.06.2015;ЗН-1",
            "8;КОТОВ ЛЕВ ИЛЬИЧ;;07.06.2015;ЗН-2",
            "9;Волков Олег Львович;;07.06.2015;ЗН-3",
        ],
    )

    assert (figures(found)["sales"], figures(found)["reverse.raw"]) == (2, 1)
    assert figures(found)["clients.raw"] == 4


def test_a_name_in_several_columns_is_one_name(compared):
    found = compared(
        [f"1;Орлов;Пётр;Ильич;{CEED};05.06.2018"],
        ["7;Орлов Пётр Ильич;;07.06.2015;ЗН-1"],
        headers=("Код клиента;Фамилия;Имя;Отчество;VIN;Дата продажи", SERVICE),
    )

    assert figures(found)["reverse.raw"] == 1


def test_what_was_typed_in_several_files_is_read_by_the_mapping_of_each(base_url, opened, tmp_path):
    engine = opened(base_url)
    files = (
        ("sales", SALES, f"1;Орлов Пётр Ильич;{CEED};05.06.2018"),
        ("sales", "Дата продажи;VIN;ФИО", f"06.06.2018;{RIO};Котов Лев Ильич"),
    )
    for at, (kind, header, row) in enumerate(files):
        path = dealer.write(tmp_path / f"{at}.csv", header, [row])
        load(engine, Order(path, kind=kind), by="Ольга")
    with reading(engine) as connection:
        found = raw_cells.read(connection).rows

    assert found.drop_nulls().height == 2
    assert found["sold"].to_list() == [date(2018, 6, 5), date(2018, 6, 6)]


def test_what_is_kept_of_the_rows_is_what_they_have(base_url, opened, tmp_path, monkeypatch):
    monkeypatch.setattr(fact_parts, "SPAN", 4)  # 13 rows: three whole parts and a rest
    engine = opened(base_url)
    dealer.load_both(engine, tmp_path)
    before = told(engine)
    raw_cells.fill(engine)

    with reading(engine) as connection:
        kept = connection.execute(select(tables.fact_part.c.part)).scalars().all()
    assert set(kept) == {0, 1, 2}
    assert told(engine).equals(before)


def told(engine):
    with reading(engine) as connection:
        return raw_cells.read(connection).rows.sort("row_id")


def test_the_reverse_funnel_is_counted_by_clients_with_what_is_undecided():
    made = facts(
        sales=[
            {"row_id": 1, "vehicle_id": 1, "who": 7, "date": date(2018, 1, 1)},
            {
                "row_id": 2,
                "vehicle_id": 2,
                "who": 8,
                "possible": 9,
                "date": date(2018, 1, 1),
            },
            {"row_id": 3, "vehicle_id": 3, "who": -4, "date": date(2018, 1, 1)},
        ],
        orders=[
            {"row_id": 4, "vehicle_id": 5, "who": 7, "date": date(2017, 1, 1)},
            {"row_id": 5, "vehicle_id": 5, "who": 9, "date": date(2017, 1, 1)},
            {"row_id": 6, "vehicle_id": 6, "who": -4, "date": date(2017, 1, 1)},
        ],
    )
    found = raw.report(made, texts(), Options())

    assert found.figures["reverse.unified"] == Bounds(1, 1, 2)
    assert found.figures["reverse.unified"] == funnel(made, reverse)["reverse"]
    assert found.figures["reverse.raw"] == certain(0)


def test_an_order_of_the_day_of_the_sale_is_not_earlier():
    day = date(2018, 1, 1)
    made = facts(
        sales=[{"row_id": 1, "vehicle_id": 1, "who": 7, "date": day}],
        orders=[{"row_id": 2, "vehicle_id": 2, "who": 7, "date": day}],
    )
    found = raw.report(made, texts((1, 5, None, None), (2, 5, None, None)), Options())

    assert figures(found)["reverse.raw"] == figures(found)["reverse.unified"] == 0


def test_a_visit_without_a_car_could_be_of_a_car_sold_here():
    made = facts(
        sales=[{"row_id": 1, "vehicle_id": 1, "who": 7, "date": date(2018, 1, 1)}],
        orders=[
            {"row_id": 2, "vehicle_id": 1, "who": 7, "date": date(2019, 1, 1)},
            {"row_id": 3, "who": 7, "date": date(2019, 2, 1), "loose": True},
        ],
    )

    found = raw.report(made, texts(), Options()).figures["visits.own.unified"]

    assert found == funnel(made, own_foreign)["visits.own"]
    assert (found.best, found.high) == (1, 2)


def test_only_the_period_asked_for_counts():
    made = facts(
        sales=[{"row_id": 1, "vehicle_id": 1, "who": 7, "date": date(2018, 1, 1)}],
        orders=[
            {"row_id": 2, "vehicle_id": 1, "who": 7, "date": date(2019, 1, 1)},
            {"row_id": 3, "vehicle_id": 1, "who": 7, "date": date(2020, 1, 1)},
        ],
    )
    asked = Options(since=date(2019, 6, 1), until=date(2020, 6, 1))
    found = raw.report(made, texts(), asked)

    assert (figures(found)["visits"], figures(found)["sales"]) == (1, 0)
    assert found.filters == ("As of 2020-12-31", "Period: 2019-06-01 – 2020-06-01")
    assert len(found.notes) == 2  # nothing is said of no sales


def test_a_period_without_facts_is_a_sentence():
    made = facts(sales=[{"row_id": 1, "vehicle_id": 1, "who": 7, "date": date(2018, 1, 1)}])
    asked = Options(since=date(2019, 6, 1), until=date(2020, 6, 1))

    assert "Nothing falls" in raw.report(made, texts(), asked).missing


@pytest.mark.parametrize("kinds", [(), ("sales",), ("service",)])
def test_a_file_that_is_not_loaded_is_asked_for(kinds):
    assert "Load the file" in raw.report(facts(kinds=kinds), texts(), Options()).missing


def test_no_facts_up_to_the_day_are_a_sentence():
    found = raw.report(facts(day=date(1990, 1, 1)), texts(), Options())

    assert "1990-01-01" in found.missing


def test_what_would_narrow_the_reverse_funnel_is_named():
    day = date(2018, 1, 1)
    made = facts(
        sales=[{"row_id": 1, "vehicle_id": 2, "who": 8, "possible": 9, "date": day}],
        orders=[{"row_id": 2, "vehicle_id": 5, "who": 9, "date": date(2017, 1, 1)}],
        cards=[{"card_id": 8, "who": 8, "possible": 9}, {"card_id": 9, "who": 9}],
        candidates=[{"left": 8, "right": 9, "group_id": 3}],
    )
    found = raw.report(made, texts(), Options()).narrowing

    assert [(one.group_id, one.gain) for one in found] == [(3, 1)]


def test_the_report_of_a_base_stands_under_its_checks(base_url, opened, tmp_path):
    engine = opened(base_url)
    dealer.load_both(engine, tmp_path)
    found = raw.of_base(Desk(engine), Options())

    assert {one.name for one in found.checks} == NEEDS["raw"]
    assert figures(found)["visits"] == 6


def test_an_empty_base_has_no_texts(base_url, opened):
    with reading(opened(base_url)) as connection:
        found = raw_cells.read(connection)
        missing = raw.report(read(connection, Options()), found, Options()).missing

    assert (found.rows.height, found.cars) == (0, 0)
    assert missing
