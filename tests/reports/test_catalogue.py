"""Every funnel of a base that tells little: a sentence or sane figures, never a crash or a NaN."""

import math
from datetime import date

import pytest

from db.base import open_base
from db.errors import KnownError
from reports import catalogue
from reports.content import Bounds
from reports.desk import Desk
from reports.options import Dimension, Options
from tests.reports.handmade import base as handmade
from tests.workflow import dealer
from workflow.load import Order, load
from workflow.propose import propose

SALES = "Код клиента;ФИО;Телефон;Автомобиль;VIN;Дата продажи"
SERVICE = (
    "Код клиента;Клиент;Телефон;Автомобиль;VIN;Пробег;Дата открытия;Номер заказ-наряда;"
    "Вид ремонта;Номер ТО;Сумма документа"
)
SOLD = "1;Соколов Андрей Викторович;+7 916 555-01-01;Kia Rio;Z94CB41AAMR100001;10.03.2021"
SERVED = (
    "7;Соколов Андрей Викторович;+7 916 555-01-01;Kia Rio;Z94CB41AAMR100001;14800;{day};ЗН-1;"
    "Плановое ТО;1;9000"
)
NAMES = pytest.mark.parametrize("name", catalogue.FUNNELS)


FILES = {
    "empty": {},
    "no sales": {"service": SERVED.format(day="01.03.2022")},
    "one client": {"sales": SOLD, "service": SERVED.format(day="01.03.2022")},
    "1900": {"sales": SOLD, "service": SERVED.format(day="01.01.1900")},
}


@pytest.fixture(scope="module")
def bases(tmp_path_factory):
    """Bases of a row or two by name, and the hand-made one of which nothing is judged."""
    folder = tmp_path_factory.mktemp("bases")
    made = {name: open_base(str(folder / f"{name}.sverka"), create=True) for name in FILES}
    for name, files in FILES.items():
        for kind, row in files.items():
            header = SALES if kind == "sales" else SERVICE
            path = dealer.write(folder / f"{kind}.csv", header, [row])
            load(made[name], Order(path, kind=kind), by="Ольга")
        propose(made[name], by="Ольга")
    made["whole"] = open_base(str(folder / "whole.sverka"), create=True)
    handmade.load(made["whole"])
    yield made
    for engine in made.values():
        engine.dispose()


def numbers(report):
    """Every number that a report shows."""
    cells = [cell for table in report.tables for row in table.rows for cell in row]
    drawn = [value for chart in report.charts for line in chart.series for value in line.values]
    for value in (*report.figures.values(), *cells, *drawn):
        if isinstance(value, Bounds):
            assert value.low <= value.best <= value.high
            yield from (value.low, value.best, value.high)
        elif isinstance(value, int | float):
            yield value


def seen(engine, name, **options):
    """A report that says something, of numbers that can be told."""
    report = catalogue.report(Desk(engine), name, Options(**options))
    assert all(math.isfinite(one) and one >= 0 for one in numbers(report))
    assert report.missing or report.figures
    assert not (report.missing and report.figures)
    for table in report.tables:
        assert all(len(row) == len(table.columns) for row in table.rows)
        assert not table.behind or len(table.behind) == len(table.rows)
    for chart in report.charts:
        assert all(len(line.values) == len(chart.labels) for line in chart.series)
        assert not chart.behind or len(chart.behind) == len(chart.labels)
    return report


@NAMES
def test_an_empty_base_says_which_file_is_needed(bases, name):
    assert seen(bases["empty"], name).missing.startswith("Load the ")


@NAMES
def test_a_base_without_sales_counts_what_needs_none(bases, name):
    report = seen(bases["no sales"], name)

    needy = {"maintenance", "models", "reverse", "bookings", "complaints", "satisfaction"}
    assert bool(report.missing) == (name in needy)


@NAMES
def test_one_client_is_enough(bases, name):
    report = seen(bases["one client"], name)

    assert bool(report.missing) == (name in {"bookings", "complaints", "satisfaction"})


@NAMES
@pytest.mark.parametrize("day", [date(2190, 1, 1), date(1900, 1, 1), date(2021, 3, 9)])
def test_any_report_day_can_be_asked_for(bases, name, day):
    assert seen(bases["one client"], name, day=day).day == day


@NAMES
def test_orders_of_1900_are_of_no_day(bases, name):
    report = seen(bases["1900"], name)

    assert report.missing
    assert report.day == date(2021, 3, 10)


@NAMES
def test_a_period_without_facts_says_so(bases, name):
    assert seen(bases["one client"], name, since=date(2001, 1, 1), until=date(2001, 12, 31)).missing
    assert seen(bases["one client"], name, since=date(2022, 1, 2), until=date(2022, 1, 1)).missing


@NAMES
@pytest.mark.parametrize("by", list(Dimension))
def test_every_report_can_be_told_by_every_dimension(bases, name, by):
    seen(bases["whole"], name, by=by, compare=True, since=date(2022, 6, 1))


@NAMES
def test_everything_named_behind_a_report_can_be_listed(bases, name):
    report = seen(bases["whole"], name)

    keys = {key for part in (*report.tables, *report.charts) for key in part.behind} - {""}
    for key in keys:
        assert report.behind(key).rows or not report.figures[key].best


def test_an_unknown_report_is_refused(bases):
    with pytest.raises(KnownError, match="There is no report “nothing”"):
        catalogue.report(Desk(bases["empty"]), "nothing", Options())
