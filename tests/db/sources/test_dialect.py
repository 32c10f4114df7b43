import pytest

from db.sources import dialect

_TABLE = [["Код", "ФИО", "Адрес"], *([str(n), "Иванов", "Москва, Мира, 1"] for n in range(9))]


def text(delimiter: str, rows: list[list[str]]) -> str:
    return "".join(delimiter.join(row) + "\n" for row in rows)


@pytest.mark.parametrize("delimiter", [";", "\t", "|"])
def test_the_delimiter_makes_rows_of_one_width(delimiter):
    found = dialect.guess(text(delimiter, _TABLE))
    assert (found.delimiter, found.width) == (delimiter, 3)


def test_commas_part_quoted_cells():
    rows = [["a", "b", '"Москва, Мира, 1"']] * 5
    assert dialect.guess(text(",", rows)).delimiter == ","


def test_decimal_commas_do_not_win_over_semicolons():
    assert dialect.guess("Код;Цена\n1;10,5\n2;20,75\n").delimiter == ";"


def test_titles_above_the_table_do_not_mislead():
    title = "Отчёт, март, 2024\nсалон, Север, отдел, продаж\n\n"
    assert dialect.guess(title + text(";", _TABLE)).delimiter == ";"


def test_excels_own_hint_is_taken():
    assert dialect.guess("sep=|\r\na;b|c\r\nd;e|f\r\n").delimiter == "|"


def test_a_chosen_delimiter_is_not_questioned():
    found = dialect.guess(text(";", _TABLE), ",")
    assert found.delimiter == ","


def test_a_single_column_has_any_delimiter():
    assert dialect.guess("VIN\nXTA1\n").width == 1


@pytest.mark.parametrize(
    ("content", "literal"),
    [
        ('1;ООО "Роза"\n2;б\n', True),
        ('1;"Роза" ООО\n2;б\n', True),
        ('1;"ООО ""Роза"""\n2;б\n', False),
        ("1;a\n2;б\n", False),
    ],
)
def test_a_writer_that_does_not_escape_quotes_is_known_by_them(content, literal):
    assert dialect.guess(content).literal is literal
