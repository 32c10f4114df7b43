"""Reports of a made-up dealer."""

from dataclasses import replace
from datetime import date

from reports.content import (
    Bounds,
    Chart,
    ChartKind,
    Check,
    Column,
    Narrowing,
    Report,
    Series,
    State,
    Table,
    Unit,
    certain,
)
from reports.options import Dimension
from resources.texts import gettext, language
from ui.pages.reports.ports import CLIENT, ReportEntry

DAY = date(2025, 10, 31)
_TITLES = (
    ("readiness", "Readiness", "Готовность данных", 0),
    ("maintenance", "From sale to maintenance", "Плановое ТО по купившим", 1),
    ("own_foreign", "Own and foreign cars", "Свой — чужой", 1),
    ("production_years", "Commercial orders by production year",
     "Коммерческие заказ-наряды по годам выпуска", 1),
    ("bookings", "Booking", "Запись", 1),
    ("list-hot", "Hot, warm, cold and new clients", "Горячие, тёплые, холодные и новые клиенты", 2),
)  # fmt: skip
_GROUPS = (
    ("Readiness and quality", "Готовность и качество"),
    ("Funnels", "Воронки"),
    ("Segments and lists", "Сегменты и списки"),
)


def _said(english, russian):
    return russian if language() == "ru" else gettext(english)


def people(count=3):
    """The clients and cars behind a figure."""
    names = ("Шапошников Егор Ильич", "Сорокина Анна Львовна", "ООО «Ромашка-Тест»")
    columns = (
        Column(CLIENT, _said("Client", "Клиент")),
        Column("name", _said("Name", "Имя")),
        Column("car", _said("Car", "Автомобиль")),
        Column("day", _said("Sale", "Продажа"), Unit.DAY),
        Column("amount", _said("Amount", "Сумма"), Unit.MONEY),
    )
    rows = tuple(
        (
            f"C{number + 1:07}",
            names[number % 3],
            "Lada Vesta",
            date(2024, 3, 1 + number % 28),
            1_250_000,
        )
        for number in range(count)
    )
    return Table(_said("Came for maintenance 1", "Приехали на ТО-1"), columns, rows)


def _months():
    return tuple(
        f"{month:02}.{year}" if language() == "ru" else f"{year}-{month:02}"
        for year in (2024, 2025)
        for month in range(1, 13)
    )


def charts():
    """One chart of every kind."""
    stages = [_said("Sold", "Продано")] + [
        _said(f"Maintenance {number}", f"ТО-{number}") for number in range(4)
    ]
    behind = ("sold", "came.0", "came.1", "came.2", "")
    counts = (1340, Bounds(990, 1020, 1060), Bounds(600, 720, 790), 410, 130)
    own = tuple(120 + 7 * (number % 12) + number for number in range(24))
    return (
        Chart(ChartKind.FUNNEL, _said("From sale to maintenance", "От продажи к плановому ТО"),
              tuple(stages), (Series("", counts),), behind=behind),
        Chart(ChartKind.LINES, _said("Visits by month", "Визиты по месяцам"), _months(),
              (Series(_said("Own cars", "Свои"), own),
               Series(_said("Foreign cars", "Чужие"), tuple(80 - number for number in range(24))))),
        Chart(ChartKind.BARS, _said("Money by production year", "Сумма по годам выпуска"),
              tuple(map(str, range(2018, 2026))),
              (Series("", tuple(410_000 * number for number in range(1, 9))),), Unit.MONEY),
    )  # fmt: skip


def table():
    """A table with bounds, money and what is behind its rows."""
    columns = (
        Column("stage", _said("Maintenance", "ТО")),
        Column("due", _said("Due", "Пора было"), Unit.COUNT),
        Column("came", _said("Came", "Приехали"), Unit.COUNT),
        Column("share", _said("Share", "Доля"), Unit.SHARE),
        Column("bill", _said("Average bill", "Средний чек"), Unit.MONEY),
        Column("lost", _said("Lost profit", "Упущенная прибыль"), Unit.MONEY),
    )
    rows = (
        (_said("Maintenance 0", "ТО-0"), 1340, Bounds(990, 1020, 1060), 0.761, None, None),
        (_said("Maintenance 1", "ТО-1"), 1150, Bounds(600, 720, 790), 0.626, 11_300, 4_859_000),
        (_said("Maintenance 2", "ТО-2"), 800, 410, 0.5125, 14_800, 5_772_000),
    )
    title = _said("Maintenance by number", "Плановое ТО по номерам")
    return Table(title, columns, rows, ("came.0", "came.1", "came.2"))


def checks():
    """A check in every state."""
    return (
        Check("vin", _said("Orders with a VIN", "Заказ-наряды с VIN"), State.GREEN,
              _said("98.2%", "98,2 %")),
        Check("sum", _said("Orders with a sum", "Заказ-наряды с суммой"), State.GREEN,
              _said("99.9%", "99,9 %")),
        Check("review", _said("Undecided candidates", "Нерешённые кандидаты"), State.AMBER,
              _said("41 could change this report", "41 может изменить этот отчёт"),
              _said("Review the groups below.", "Проверьте группы, названные ниже.")),
        Check("load", _said("Last load", "Последняя загрузка"), State.RED,
              _said("46 days ago", "46 дней назад"),
              _said("Load the latest export of service.", "Загрузите свежую выгрузку сервиса.")),
    )  # fmt: skip


def report(name="maintenance", **changed):
    """A whole report."""
    title = next(_said(*titles) for known, *titles, _group in _TITLES if known == name)
    made = Report(
        name=name,
        title=title,
        day=DAY,
        definition=(
            _said(
                "The base is every new car sold in the period to a buyer of the home region.",
                "База — все новые автомобили, проданные за период покупателям своего региона.",
            ),
            _said(
                "A car has come when a paid maintenance of that number is closed for it.",
                "Автомобиль приехал, если по нему закрыто оплаченное ТО с этим номером.",
            ),
        ),
        filters=(
            _said("New cars only", "Только новые автомобили"),
            _said("Home region: Tver", "Свой регион: Тверская область"),
            _said("Changed owners are left out", "Без сменивших владельца"),
        ),
        figures={"sold": certain(1340), "came.1": Bounds(600, 720, 790)},
        charts=charts(),
        tables=(table(),),
        notes=(_said("12 orders have no car.", "12 заказ-нарядов без автомобиля."),),
        checks=checks(),
        narrowing=(Narrowing(17, 3, 12.0), Narrowing(824633721819, 2, 4.5)),
        behind=lambda _key: people(),
    )
    return replace(made, **changed)


class FakeReports:
    """Remembers what it was asked for."""

    def __init__(self, entries=None):
        self.known = entries
        self.asked = []
        self.exported = []
        self.saved = []
        self.answer = report

    def entries(self):
        if self.known is not None:
            return self.known
        return [
            ReportEntry(name, _said(english, russian), _said(*_GROUPS[group]))
            for name, english, russian, group in _TITLES
        ]

    def report(self, name, options, progress):
        progress.report(0, 0)
        self.asked.append((name, options))
        if name == "bookings" and self.answer is report:
            sentence = _said(
                "This report needs the bookings file, which is not loaded.",
                "Для этого отчёта нужен файл записи, он не загружен.",
            )
            return Report(name, _said("Booking", "Запись"), DAY, missing=sentence)
        return self.answer(name)

    def values(self, dimension):
        if dimension is Dimension.KIND:
            return ["person", "company"]
        return ["Kia Rio", "Lada Vesta"]

    def export(self, name, options, form, path, progress):
        self.exported.append((name, options, form, path))

    def save(self, table, path, progress):
        self.saved.append((table.title, path))
