"""The kind of a visit and the number of its maintenance, as rows of a service file tell them."""

from sqlalchemy import select

from db import tables
from db.engine import reading
from tests.workflow import dealer
from workflow.load import Order, load

HEADER = "Код;Клиент;Телефон;Марка;Номер;Дата;Пробег;Вид ремонта;Номер ТО;Причина обращения"
CASES = {
    "Kia;;Плановое ТО;ТО-3;": ("maintenance", "3", "field"),
    "Kia;;ТО-2;;": ("maintenance", "2", "kind"),
    "Kia;;ТО-2;4;": ("maintenance", "4", "field"),
    "Kia;;ТО;;ТО-5, колодки": ("maintenance", "5", "text"),
    "Kia;;;;нулевое ТО": ("maintenance", "0", "text"),
    "Kia;;;1;": ("maintenance", "1", "field"),
    "Kia;44 100;ТО;;": ("maintenance", "3", "mileage"),
    "Toyota;31000;ТО;;": ("maintenance", "3", "mileage"),
    "Kia;44100;ТО;2;": ("maintenance", "2", "field"),
    "Kia;900;ТО;;": ("maintenance", "", ""),
    "Kia;;ТО;;": ("maintenance", "", ""),
    "Kia;44100;Кузовной ремонт;;": ("bodywork", "", ""),
    "Kia;;Слесарка;;стучит после ТО-2": ("repair", "", ""),
    "Kia;;Вид 17;;скрип": ("Вид 17", "", ""),
    "Kia;44100;;;что-то стучит": ("", "", ""),
}


def visits(engine, folder):
    """visit_kind, to_no, to_basis of the event of each case."""
    rows = []
    for at, case in enumerate(CASES, 100):
        make, rest = case.split(";", 1)
        rows.append(f"{at};Иванов Иван Иванович;8916234{at}1;{make};ЗН{at};01.03.2024;{rest}")
    path = dealer.write(folder / "service.csv", HEADER, rows)
    load(engine, Order(path, kind="service"), by="Ольга")
    event = tables.event.c
    statement = select(event.visit_kind, event.to_no, event.to_basis).order_by(event.row_id)
    with reading(engine) as connection:
        return [tuple(values) for values in connection.execute(statement)]


def test_a_visit_is_known_by_the_field_then_the_kind_then_the_words(empty, tmp_path):
    found = visits(empty, tmp_path)

    assert dict(zip(CASES, found, strict=True)) == CASES


def test_a_chassis_number_names_a_car_that_has_no_vin(empty, tmp_path):
    header = "Код;Клиент;VIN;Номер кузова;Номер шасси;Номер;Дата"
    who, end = "Иванов Иван Иванович", "ЗН;01.03.2024"
    rows = [
        f"1;{who};;;330200 1234567;{end}1",
        f"2;{who};;;XTA21099010000001;{end}2",
        f"3;{who};XTA21099010000002;;330200 7654321;{end}3",
        f"4;{who};;ОТСУТСТВУЕТ;ОТСУТСТВУЕТ;{end}4",
    ]
    load(empty, Order(dealer.write(tmp_path / "a.csv", header, rows), kind="service"), by="Ольга")
    event = tables.event.c

    with reading(empty) as connection:
        found = connection.execute(select(event.vin, event.body_no).order_by(event.row_id)).all()

    assert [tuple(values) for values in found] == [
        ("", "3302001234567"),
        ("XTA21099010000001", ""),
        ("XTA21099010000002", ""),
        ("", ""),
    ]
