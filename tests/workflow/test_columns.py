from hypothesis import given
from hypothesis import strategies as st

from db.sources import Line
from workflow.columns import Header, RowKind, find_header, sort_records


def lines_of(*rows: list[str]) -> list[Line]:
    return [Line(number, tuple(cells)) for number, cells in enumerate(rows, 1)]


def kinds(lines: list[Line], header: Header | None = None) -> list[str]:
    return [kind.value for kind, _ in sort_records(lines, header or find_header(lines))]


_HEAD = ["Код", "ФИО", "Телефон", "Сумма"]
_DATA = [["1", "Иванов", "89161234567", "10,5"], ["2", "Петров", "89161234568", "20"]]


def test_a_header_in_the_first_row_is_found():
    assert find_header(lines_of(_HEAD, *_DATA)) == Header(tuple(_HEAD), 1, 1, (tuple(_HEAD),))


def test_a_header_under_titles_is_found_and_the_titles_are_told():
    lines = lines_of(["Отчёт по клиентам"], ["за март", "", "2024"], [], _HEAD, *_DATA)
    assert find_header(lines).first == 4
    assert kinds(lines) == ["title", "title", "empty", "header", "data", "data"]


def test_a_header_of_two_rows_with_merged_cells_is_joined():
    lines = lines_of(
        ["Код", "Клиент", "", "Автомобиль", ""],
        ["", "ФИО", "Телефон", "VIN", "Гос. номер"],
        ["1", "Иванов", "89161234567", "XTA21099010000001", "А123ВС777"],
    )
    header = find_header(lines)
    assert header.cells == (
        "Код",
        "Клиент / ФИО",
        "Клиент / Телефон",
        "Автомобиль / VIN",
        "Автомобиль / Гос. номер",
    )
    assert (header.first, header.last) == (1, 2)
    assert kinds(lines) == ["header", "header", "data"]


def test_a_header_of_two_rows_may_be_wider_than_what_it_heads():
    assert find_header(lines_of(["", "ФИО", ""], ["ФИО"])).cells == ("ФИО", "ФИО")


def test_a_row_that_numbers_the_columns_belongs_to_the_header():
    lines = lines_of(_HEAD, ["1", "2", "3", "4"], *_DATA)
    assert kinds(lines) == ["header", "header", "data", "data"]


def test_headers_repeated_on_every_page_are_told():
    lines = lines_of(_HEAD, _DATA[0], _HEAD, _DATA[1])
    assert kinds(lines) == ["header", "data", "header", "data"]


def test_both_rows_of_a_repeated_double_header_are_told():
    double = [["Код", "Клиент", ""], ["", "ФИО", "Телефон"]]
    lines = lines_of(*double, ["1", "Иванов", "89161234567"], *double, ["2", "Петров", ""])
    assert kinds(lines) == ["header", "header", "data", "header", "header", "data"]


def test_totals_are_told_wherever_they_stand():
    lines = lines_of(
        _HEAD,
        _DATA[0],
        ["Итого по Москва", "", "", "10,5"],
        ["", "ВСЕГО:", "", "1 000,00 руб."],
        ["Количество записей: 2", "", "", ""],
    )
    assert kinds(lines) == ["header", "data", "total", "total", "total"]


def test_a_client_whose_name_starts_like_a_total_stays():
    lines = lines_of(
        ["ФИО", "Город", "Телефон"],
        ["Итого Мария", "Москва", "89161234567"],
        ["Всегонов", "", "89161234568"],
        ["Total Oil", "Тула", ""],
    )
    assert kinds(lines) == ["header", "data", "data", "data"]


def test_blank_rows_are_told():
    lines = lines_of(_HEAD, ["", " ", "\xa0", ""], [], _DATA[0])
    assert kinds(lines) == ["header", "empty", "empty", "data"]


def test_a_reports_last_line_is_no_client():
    lines = lines_of(_HEAD, _DATA[0], ["Сформирован 01.02.2024", "", "", ""])
    assert kinds(lines) == ["header", "data", "title"]


def test_a_row_of_one_filled_cell_is_still_data():
    assert kinds(lines_of(_HEAD, ["", "Иванов", "", ""])) == ["header", "data"]


def test_unknown_headers_are_told_by_what_stands_under_them():
    lines = lines_of(["Свод"], ["Позывной", "Связь"], *[["Сокол", "89161234567"]] * 3)
    header = find_header(lines)
    assert (header.first, header.cells) == (2, ("Позывной", "Связь"))


def test_a_file_without_a_header_numbers_its_columns():
    lines = lines_of(["1", "Иванов", "89161234567"], ["2", "Петров", "89161234568"])
    header = find_header(lines)
    assert header == Header(("Column 1", "Column 2", "Column 3"))
    assert kinds(lines) == ["data", "data"]


def test_a_single_column_has_a_header_too():
    assert find_header(lines_of(["VIN"], ["XTA21099010000001"])).cells == ("VIN",)


def test_headers_are_as_wide_as_the_table():
    header = find_header(lines_of(["ФИО", "Телефон"], ["Иванов", "89161234567", "", "что-то"]))
    assert header.cells == ("ФИО", "Телефон", "", "")


def test_headers_broken_inside_their_cells_are_put_on_one_line():
    assert find_header(lines_of(["Дата\nрождения", "ФИО"], _DATA[0])).cells[0] == "Дата рождения"


def test_no_records_have_no_header():
    assert find_header([]) == Header(())


_ROWS = st.lists(
    st.lists(
        st.sampled_from(
            ["", " ", "ФИО", "Телефон", "Итого", "1", "89161234567", "Иванов", "Отчёт"]
        ),
        max_size=4,
    ),
    max_size=8,
)


@given(_ROWS)
def test_every_record_comes_back_once_with_a_kind(rows):
    lines = lines_of(*rows)
    header = find_header(lines)
    sorted_lines = list(sort_records(lines, header))
    assert [line for _, line in sorted_lines] == lines
    data = [line for kind, line in sorted_lines if kind is RowKind.DATA]
    assert all(any(cell.strip() for cell in line.cells) for line in data)
    assert all(line.number > header.last for line in data)


def test_a_row_that_heads_a_group_is_reported_as_a_title():
    lines = lines_of(_HEAD, _DATA[0], ["Филиал: Южный", "", "", ""], _DATA[1])

    assert kinds(lines) == ["header", "data", "title", "data"]


def test_a_card_with_a_name_alone_is_data():
    lines = lines_of(_HEAD, _DATA[0], ["", "Сидоров Пётр", "", ""], _DATA[1])

    assert kinds(lines) == ["header", "data", "data", "data"]
