"""What the facts of reports are made of, where no other test tells it."""

import pytest

from db.base import open_base
from reports.desk import Desk
from reports.options import Options
from workflow.load import Order, load_all

SALES = "Код клиента;ФИО;Телефон;VIN;Марка;Модель;Год выпуска;Дата продажи;Новый/БУ\n"
SERVICE = (
    "Код клиента;Клиент;Телефон;VIN;Дата открытия;Дата закрытия;Номер ЗН;Вид ремонта;"
    "Номер ТО;Пробег;Сумма;Состояние\n"
)
VIN = "Z94CB41AAMR100001"


@pytest.fixture
def engine(tmp_path):
    """A new base."""
    return open_base(str(tmp_path / "base.sverka"), create=True)


def facts(engine, tmp_path, condition, orders):
    """The facts of one sold car and its orders: day, number of maintenance, mileage."""
    sold = f"1;Соколов Андрей Викторович;+7 916 555-01-01;{VIN};Kia;Rio;2021;10.03.2021;{condition}"
    served = [
        f"1;Соколов Андрей Викторович;+7 916 555-01-01;{VIN};{day};{day};ЗН-{place};Плановое ТО;"
        f"{number};{mileage};9000;Закрыт"
        for place, (day, number, mileage) in enumerate(orders)
    ]
    (tmp_path / "sales.csv").write_text(SALES + sold + "\n", encoding="utf-8")
    (tmp_path / "service.csv").write_text(SERVICE + "\n".join(served) + "\n", encoding="utf-8")
    files = [Order(tmp_path / f"{kind}.csv", kind=kind) for kind in ("sales", "service")]
    load_all(engine, files, by="Ольга")
    with Desk(engine).facts(Options()) as (_, found):
        return found.orders.sort("date").select("to_no", "inferred").rows()


def test_a_number_that_nothing_tells_is_inferred_from_the_years_since_the_sale(engine, tmp_path):
    orders = [
        ("20.03.2022", "1", "14000"),  # told
        ("05.03.2023", "", "29500"),  # by the mileage
        ("01.04.2024", "", ""),  # by the age: three years
        ("20.05.2024", "", ""),  # the same
    ]
    told = facts(engine, tmp_path, "Новый", orders)
    assert told == [(1, False), (2, True), (3, True), (3, True)]


def test_the_age_since_the_sale_tells_nothing_of_a_car_sold_used(engine, tmp_path):
    told = facts(engine, tmp_path, "Б/У", [("01.04.2024", "", ""), ("02.04.2024", "5", "")])
    assert told == [(None, False), (5, False)]
