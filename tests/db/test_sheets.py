import errno
import subprocess
import sys
from datetime import date

import polars as pl
import pytest
import python_calamine as calamine

from db import child, files, sheets
from db.errors import KnownError

FRAME = pl.DataFrame(
    {
        "name": ["=1+1", "ё", None],
        "number": [1, 20, None],
        "day": [date(2024, 5, 1), None, date(1999, 12, 31)],
    }
)
SAID = [["name", "number", "day"], ["=1+1", 1, "2024-05-01"], ["ё", 20, ""], ["", "", "1999-12-31"]]


def cells(path):
    return calamine.load_workbook(str(path)).get_sheet_by_index(0).to_python()


@pytest.mark.parametrize("large", [1, 1000], ids=["in a child", "here"])
def test_cells_are_texts_and_numbers_never_formulas(tmp_path, monkeypatch, large):
    monkeypatch.setattr(sheets, "_LARGE", large)
    sheets.write(FRAME, tmp_path / "list.xlsx")
    assert cells(tmp_path / "list.xlsx") == SAID
    assert [path.name for path in tmp_path.iterdir()] == ["list.xlsx"]


def test_a_child_writes_the_bytes_that_this_process_would(tmp_path, monkeypatch):
    sheets.write(FRAME, tmp_path / "here.xlsx")
    monkeypatch.setattr(sheets, "_LARGE", 1)
    sheets.write(FRAME, tmp_path / "child.xlsx")
    assert (tmp_path / "here.xlsx").read_bytes() == (tmp_path / "child.xlsx").read_bytes()


@pytest.mark.parametrize(
    ("script", "said"),
    [
        (f"print({errno.ENOSPC}); raise SystemExit(1)", "disk is full"),
        ("raise SystemExit(1)", "cannot be written"),
        ("import os; os.abort()", "cannot be written"),
    ],
)
def test_a_child_that_fails_leaves_the_old_files(tmp_path, monkeypatch, script, said):
    monkeypatch.setattr(sheets, "_LARGE", 1)
    monkeypatch.setattr(child, "command", lambda _module: (sys.executable, "-c", script))
    (tmp_path / "list.xlsx").write_text("old")
    with pytest.raises(KnownError, match=said):
        files.replace_all(tmp_path, {"list.xlsx": files.xlsx_writer(FRAME)})
    assert (tmp_path / "list.xlsx").read_text() == "old"
    assert [path.name for path in tmp_path.iterdir()] == ["list.xlsx"]


def test_a_path_that_cannot_be_written_is_told_by_the_systems_number(tmp_path, capsys):
    FRAME.write_ipc(tmp_path / "rows")
    assert sheets.main([str(tmp_path / "rows"), str(tmp_path / "no" / "list.xlsx")]) == 1
    assert capsys.readouterr().out == f"{errno.ENOENT}"
    with pytest.raises(FileNotFoundError):
        sheets.write_here(FRAME, tmp_path / "no" / "list.xlsx")


def test_the_child_does_not_import_from_the_folder_it_is_started_in(tmp_path, monkeypatch):
    (tmp_path / "xlsxwriter.py").write_text("raise SystemExit(1)")
    monkeypatch.chdir(tmp_path)
    done = subprocess.run(  # noqa: S603 - our own module
        (*child.command("db.sheets"), "no rows", "no file"),
        env=child.environment(),
        capture_output=True,
        check=False,
    )
    assert (done.returncode, done.stdout) == (1, f"{errno.ENOENT}".encode())
