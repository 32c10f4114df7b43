"""The sources of a made-up base."""

from datetime import timedelta
from pathlib import Path

from db.errors import KnownError
from tests.ui.fakes.background import NOW, ListSource
from ui.pages.sources.ports import (
    ColumnGuess,
    FieldChoice,
    How,
    LayoutChoice,
    LayoutOptions,
    LoadSummary,
    Preview,
    Totals,
)


class FakeSources:
    def __init__(self):
        self.loaded = []
        self.rows = [
            (2, "service", "service_2026_11.csv", NOW, "Olga Demina", 98214, 31544, 14),
            (
                1,
                "sales",
                "sales_2026.xlsx",
                NOW - timedelta(minutes=4),
                "Olga Demina",
                42310,
                38702,
                3,
            ),
        ]

    def fields(self):
        names = ("Client's name", "Phone", "VIN", "Plate", "Make and model", "Work order no.")
        codes = ("full_name", "phone", "vin", "plate", "make_model", "ro_no")
        return [FieldChoice(code, name) for code, name in zip(codes, names, strict=True)]

    def preview(self, path, kind, layout):
        if path.suffix == ".jpg":
            raise KnownError(f"{path.name} is a picture, not a table.")
        columns = (
            ColumnGuess("Клиент", "full_name", How.HEADER, 0.994),
            ColumnGuess("Контактный телефон", "phone", How.HEADER, 0.981),
            ColumnGuess("Автомобиль", "make_model", How.HEADER, 0.9),
            ColumnGuess(
                "Гос. №",
                "vin",
                How.CONTENT,
                0.962,
                "The title says a plate, the cells hold VINs: it is read as VIN.",
            ),
            ColumnGuess("№ ЗН", "ro_no", How.REMEMBERED, 1.0),
            ColumnGuess("Примечание"),
        )
        rows = tuple(
            (
                name,
                f"8 (916) 000-{number:02}-{number + 11:02}",
                car,
                vin,
                f"ЗН-{10500 + number}",
                "" if number % 3 else "перезвонить после 18",
            )
            for number, (name, car, vin) in enumerate(
                [
                    ("Шапкин Олег Игоревич", "Lada Vesta", "XTAGFL110KY000001"),
                    ("ООО «Ромашка-Тест»", "Kia Rio", "Z94C241BBKR000002"),
                    ("Сорокина  Анна", "Hyundai Solaris", "Z94K241CBLR000003"),
                    ("петров пётр", "Renault Duster", "X7LHSRDJN60000004"),
                ]
                * 5
            )
        )
        totals = Totals(98229, 98214, 4, 9, 2)
        chosen = layout or LayoutChoice("cp1251", ";", "")
        options = LayoutOptions(("utf-8", "cp1251", "cp866"), (";", ",", "\t"), ())
        return Preview(path, "csv", chosen, options, columns, rows, totals)

    def load(self, plan, progress):
        self.loaded.append(plan)
        progress.stage("Reading")
        progress.report(1, 2)
        return LoadSummary(Totals(12, 10, 1, 1, 0), 9, 7, 2, 1)

    def loads(self):
        return ListSource(self.rows, ("kind", "file", "at", "by", "rows", "cards", "left_out"))


SALES_FILE = Path("/exports/sales.csv")
