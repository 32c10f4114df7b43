from reports.content import Column, Table, Unit
from reports.table_text import texts, to_right
from tests.reports.sample_report import table


def test_cells_are_written_by_their_columns_and_numbers_stand_to_the_right():
    assert texts(table())[1] == ["ТО-1", "801", "100%", "–", "–"]
    assert to_right(table()) == [False, True, True, True, True]


def test_cells_of_different_things_are_written_by_their_rows():
    columns = (Column("name", "Figure"), Column("value", "Value"), Column("before", "Before"))
    rows = (("Share", 0.5, 0.25), ("Money", 1000.0, None))
    mixed = Table("Figures", columns, rows, units=(Unit.SHARE, Unit.MONEY))
    assert texts(mixed) == [["Share", "50.0%", "25.0%"], ["Money", "1,000\u00a0₽", "–"]]
    assert to_right(mixed) == [False, True, True]
