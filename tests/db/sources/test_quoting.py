import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.sources.quoting import (
    MAX_LINE,
    LineFeed,
    Oddities,
    Quoting,
    TooLongError,
    records,
    tolerant_cells,
)
from db.sources.rows import MAX_CELL


def read(text: str, quoting: Quoting | None = None) -> tuple[list[list[str]], Oddities, LineFeed]:
    oddities = Oddities()
    feed = LineFeed(io.StringIO(text, newline=""), oddities)
    return list(records(feed, quoting or Quoting(";"), oddities)), oddities, feed


_CELLS = st.text(st.sampled_from('ab;,\n\r\t"|яЁ \x85\u2028'), max_size=6)


@given(
    st.lists(st.lists(_CELLS, max_size=4)),
    st.sampled_from(";,\t|"),
    st.sampled_from([csv.QUOTE_MINIMAL, csv.QUOTE_ALL]),
    st.integers(0, 4),
)
def test_whatever_a_csv_writer_wrote_comes_back_verbatim(rows, delimiter, quoting, width):
    text = io.StringIO(newline="")
    csv.writer(text, delimiter=delimiter, quoting=quoting).writerows(rows)
    found, oddities, _ = read(text.getvalue(), Quoting(delimiter, width))
    assert found == rows
    assert oddities.stray_quotes == []


@given(st.text(st.sampled_from('ab;\n\r"1'), max_size=60), st.booleans())
def test_no_character_of_any_text_is_lost_but_quotes_and_delimiters(text, literal):
    found, _, feed = read(text, Quoting(";", 2, literal=literal))
    letters = [char for char in text if char in "ab1"]
    assert [char for cells in found for cell in cells for char in cell if char in "ab1"] == letters
    assert feed.count == len(io.StringIO(text, newline="").readlines())


def test_a_quote_that_never_closes_costs_its_own_line_only():
    found, oddities, _ = read('1;"Роза\n2;Иванов\n3;Петров\n')
    assert found == [["1", '"Роза'], ["2", "Иванов"], ["3", "Петров"]]
    assert oddities.stray_quotes == [1]


def test_a_quote_that_closes_in_the_middle_of_a_later_cell_glues_nothing():
    found, oddities, _ = read('1;"Роза;x\n2;ООО "Лилия";y\n3;Петров;z\n')
    assert found == [["1", '"Роза', "x"], ["2", 'ООО "Лилия"', "y"], ["3", "Петров", "z"]]
    assert oddities.stray_quotes == [1]


def test_a_name_that_starts_with_an_unescaped_quote_keeps_it():
    found, oddities, _ = read('1;"Роза" ООО;"а;б"\n')
    assert found == [["1", '"Роза" ООО', "а;б"]]
    assert oddities.stray_quotes == [1]


def test_an_unclosed_quote_before_a_long_tail_is_noticed():
    tail = [["2", "Иванов"]] * (MAX_CELL // 5)
    found, oddities, _ = read('1;"Роза\n' + "2;Иванов\n" * len(tail))
    assert found == [["1", '"Роза'], *tail]
    assert oddities.stray_quotes == [1]


def test_rows_glued_by_two_stray_quotes_are_parted_where_the_writer_does_not_quote():
    text = '1;"Роза;x\n2;Лилия";y\n'
    found, oddities, _ = read(text, Quoting(";", 3, literal=True))
    assert found == [["1", '"Роза', "x"], ["2", 'Лилия"', "y"]]
    assert oddities.row_like_cells == [1]


def test_a_quoted_cell_that_looks_like_rows_is_kept_and_noted_where_the_writer_quotes():
    found, oddities, _ = read('1;"Роза;x\n2;Лилия";y\n', Quoting(";", 3))
    assert found == [["1", "Роза;x\n2;Лилия", "y"]]
    assert oddities.row_like_cells == [1]


def test_an_ordinary_cell_over_two_lines_is_not_suspected():
    found, oddities, _ = read('1;"ул. Мира\nд. 1";x\n', Quoting(";", 3, literal=True))
    assert found == [["1", "ул. Мира\nд. 1", "x"]]
    assert oddities.row_like_cells == []


def test_null_characters_are_left_out_and_noted():
    found, oddities, _ = read("1;Ив\0анов\n2;Петров\n")
    assert found == [["1", "Иванов"], ["2", "Петров"]]
    assert oddities.nul_lines == [1]


def test_the_end_mark_of_dos_is_no_record():
    assert read("1;a\r\n\x1a")[0] == [["1", "a"]]


def test_ragged_and_blank_rows_are_kept():
    assert read("1;a;b\n\n2\n3;c;d;e\n")[0] == [["1", "a", "b"], [], ["2"], ["3", "c", "d", "e"]]


@pytest.mark.parametrize("length", [MAX_CELL + 1, MAX_LINE + 1])
def test_a_cell_of_absurd_length_is_refused_by_its_line(length):
    with pytest.raises(TooLongError) as caught:
        read("1;a\n2;" + "x" * length + "\n3;b\n")
    assert caught.value.line == 2


@given(st.lists(st.text(st.sampled_from('ab"'), max_size=5), min_size=1, max_size=5))
def test_a_tolerant_reading_agrees_with_the_writer_of_one_line(cells):
    text = io.StringIO(newline="")
    csv.writer(text, delimiter=";").writerow(cells)
    assert tolerant_cells(text.getvalue(), ";") == cells
