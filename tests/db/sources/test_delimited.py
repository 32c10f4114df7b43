import csv
import os
from pathlib import Path

import pytest

from db.errors import KnownError
from db.sources import Layout, Line
from db.sources.delimited import DelimitedFile
from db.sources.quoting import LineFeed
from db.sources.rows import MAX_COLUMNS
from resources import texts

_ROWS = [["Код", "ФИО", "Комментарий"], ["1", "Щукин Пётр", "ждёт\nзвонка"], [], ["2", "Ёлкина"]]
_ENCODINGS = ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1251", "cp866", "koi8-r"]


def write(path: Path, rows: list[list[str]], code: str = "utf-8", delimiter: str = ";") -> Path:
    with path.open("w", encoding=code, newline="") as file:
        csv.writer(file, delimiter=delimiter).writerows(rows)
    return path


@pytest.mark.parametrize("delimiter", [";", ",", "\t", "|"])
@pytest.mark.parametrize("code", _ENCODINGS)
def test_every_encoding_and_delimiter_is_found_and_read_verbatim(tmp_path, code, delimiter):
    rows = [*_ROWS, *([str(n), "Сидорова Анна", "нет"] for n in range(20))]
    file = DelimitedFile(write(tmp_path / "list.csv", rows, code, delimiter))
    assert [line.cells for line in file.lines()] == [tuple(row) for row in rows]
    assert file.layout == Layout("csv", code, delimiter)


def test_records_are_numbered_and_reconciled_with_physical_lines(tmp_path):
    file = DelimitedFile(write(tmp_path / "list.csv", _ROWS))
    assert list(file.lines())[-1] == Line(4, ("2", "Ёлкина"))
    tally = file.tally
    assert (tally.physical_lines, tally.records, tally.inner_breaks) == (5, 4, 1)
    assert tally.notes == []
    assert file.progress == 1.0
    assert file.sheets() == ()


def test_reading_again_starts_again(tmp_path):
    file = DelimitedFile(write(tmp_path / "list.csv", _ROWS))
    first, second = list(file.lines()), list(file.lines())
    assert first == second
    assert file.tally.records == 4


def test_a_file_left_half_way_is_let_go(tmp_path):
    path = write(tmp_path / "list.csv", _ROWS)
    lines = DelimitedFile(path).lines()
    assert next(lines).number == 1
    lines.close()
    path.rename(tmp_path / "elsewhere.csv")


def test_odd_lines_are_noted_in_the_language_in_force(tmp_path):
    path = tmp_path / "list.csv"
    path.write_text('Код;ФИО\n1;"Роза\n2;Лили\0я\n', encoding="utf-8")
    file = DelimitedFile(path)
    assert [line.cells[1] for line in file.lines()] == ["ФИО", '"Роза', "Лилия"]
    assert file.tally.notes == [
        "1 line has a quotation mark that does not close its cell and was read literally: 2.",
        "Null characters were left out of 1 line: 3.",
    ]
    assert texts.language() == "en"


def test_many_odd_lines_are_counted_and_the_first_named(tmp_path):
    path = tmp_path / "list.csv"
    path.write_text("Код;ФИО\n" + '1;"Роза" ООО\n' * 7, encoding="utf-8")
    file = DelimitedFile(path)
    assert len(list(file.lines())) == 8
    assert file.tally.notes[0].startswith("7 lines")
    assert file.tally.notes[0].endswith("2, 3, 4, 5, 6 ….")


def test_rows_that_quotes_would_glue_are_told_of(tmp_path):
    path = tmp_path / "list.csv"
    path.write_text('a;b;c\n1;ООО "Х";z\n2;"Роза;x\n3;Лилия";y\n', encoding="utf-8")
    file = DelimitedFile(path)
    assert [line.cells[0] for line in file.lines()] == ["a", "1", "2", "3"]
    assert "line: 3" in file.tally.notes[0]


def test_a_quoted_cell_that_looks_like_rows_is_told_of(tmp_path):
    rows = [["a", "b", "c"], ["1", "x;y\n2;z", "w"], *([str(n), "x", "y"] for n in range(9))]
    file = DelimitedFile(write(tmp_path / "list.csv", rows))
    assert [list(line.cells) for line in file.lines()] == rows
    assert "check the file at line: 2" in file.tally.notes[0]


def test_a_wrong_encoding_is_refused_before_it_spoils_names(tmp_path):
    path = write(tmp_path / "list.csv", _ROWS, "utf-8")
    with pytest.raises(KnownError, match=r"“list.csv” is in the encoding utf-8, not cp1251"):
        DelimitedFile(path, Layout("csv", "cp1251"))


def test_an_unknown_encoding_is_refused_with_the_known_ones(tmp_path):
    path = write(tmp_path / "list.csv", _ROWS)
    with pytest.raises(KnownError, match=r"utf-7000 is not known; choose one of utf-8, .*koi8-r"):
        DelimitedFile(path, Layout("csv", "utf-7000"))


def test_bytes_outside_the_encoding_are_told_with_their_place(tmp_path):
    path = tmp_path / "list.csv"
    rows = "1;Иванов\n" * 40_000
    path.write_bytes(rows.encode() + b"2;\xd0\xd0\n")
    with pytest.raises(KnownError, match=r"after line \d{5} there are characters"):
        list(DelimitedFile(path).lines())


def test_ten_thousand_columns_are_refused(tmp_path):
    path = tmp_path / "wide.csv"
    path.write_text("a;b\n" + ";" * 9_999 + "\n", encoding="utf-8")
    with pytest.raises(KnownError, match=rf"line 2 has more than {MAX_COLUMNS} columns"):
        list(DelimitedFile(path).lines())


def test_a_cell_of_a_hundred_megabytes_is_refused(tmp_path):
    path = tmp_path / "huge.csv"
    with path.open("wb") as file:
        file.write(b"a;b\n1;")
        file.truncate(100 * 1024**2)
        file.seek(0, os.SEEK_END)
        file.write(b"x\n")
    with pytest.raises(KnownError, match="line 2 holds a cell longer than"):
        list(DelimitedFile(path).lines())


def test_a_disk_that_fails_half_way_is_told(tmp_path, monkeypatch):
    file = DelimitedFile(write(tmp_path / "list.csv", _ROWS))

    def fail(_: LineFeed) -> str:
        raise OSError(5, "Input/output error")

    monkeypatch.setattr(LineFeed, "_fresh", fail)
    with pytest.raises(KnownError, match=r"“list.csv” cannot be read \(Input/output error\)"):
        list(file.lines())


def test_a_chosen_layout_is_kept(tmp_path):
    path = write(tmp_path / "list.csv", _ROWS, "cp1251")
    file = DelimitedFile(path, Layout("csv", "cp1251", ","))
    assert file.layout == Layout("csv", "cp1251", ",")
    assert next(iter(file.lines())).cells == ("Код;ФИО;Комментарий",)
