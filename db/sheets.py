"""Frames as XLSX; run as a module it is the process that writes a large one."""

import subprocess
import sys
from collections.abc import Sequence
from datetime import UTC, datetime
from itertools import chain
from pathlib import Path

import polars as pl
import xlsxwriter
from xlsxwriter.exceptions import FileCreateError

from db import child

_SHEET_ROWS = 1_048_575
_CREATED = datetime(2026, 1, 1, tzinfo=UTC)  # the same content gives the same bytes
_LARGE = 3_000  # rows; fewer are written sooner than a process starts


def write(frame: pl.DataFrame, path: Path) -> None:
    """Write the frame, a large one in a process of its own: it would hold Python's lock for long.

    Raises:
        OSError: it cannot be written.
    """
    if frame.height < _LARGE:
        write_here(frame, path)
        return
    rows = path.with_suffix(".rows")
    with rows.open("wb") as file:
        frame.write_ipc(file)
    done = subprocess.run(  # noqa: S603 - our own module, the files are only arguments
        (*child.command("db.sheets"), str(rows), str(path)),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env=child.environment(),
        creationflags=child.FLAGS,
        check=False,
    )
    rows.unlink()
    if done.returncode:
        said = done.stdout.decode(errors="replace").strip()
        raise OSError(int(said) if said.isdecimal() else 0, "the child wrote no file")


def write_here(frame: pl.DataFrame, path: Path) -> None:
    """Write the frame in this process, every cell a text or a number, never a formula.

    Raises:
        OSError: it cannot be written.
    """
    options = {
        "constant_memory": True,
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "strings_to_numbers": False,
    }
    path.touch()  # or xlsxwriter would tell only at the end, and leave its own files open
    try:
        with xlsxwriter.Workbook(str(path), options) as book:
            book.set_properties({"created": _CREATED})
            texts = frame.with_columns(pl.col(pl.Date).dt.to_string("%Y-%m-%d"))
            parts = list(texts.iter_slices(_SHEET_ROWS)) or [texts]
            for number, part in enumerate(parts, start=1):
                sheet = book.add_worksheet(f"{number}")
                sheet.freeze_panes(1, 0)
                for at, values in enumerate(chain([tuple(frame.columns)], part.iter_rows())):
                    sheet.write_row(at, 0, ["" if value is None else value for value in values])
    except FileCreateError as error:
        cause = error.args[0]
        raise (cause if isinstance(cause, OSError) else OSError(str(error))) from None


def main(arguments: Sequence[str]) -> int:
    """Write the rows of the first file into the second; tells the system's error number if not."""
    rows, path = map(Path, arguments)
    try:
        with rows.open("rb") as file:
            frame = pl.read_ipc(file)
        write_here(frame, path)
    except OSError as error:
        sys.stdout.write(f"{error.errno or 0}")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
