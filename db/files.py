"""Writing files that are whole or not there: a full disk never costs the old one."""

import csv
import os
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial
from pathlib import Path

import polars as pl

from db import sheets
from db.errors import KnownError
from db.workshop import workshop
from resources.texts import gettext

# what a spreadsheet takes for the start of a formula, the full-width forms too
_FORMULA = r"^[=+\-@\t\r\n＝＋－＠]"
_CSV_ROWS = 50_000

Writer = Callable[[Path], None]


def replace_all(folder: Path, writers: Mapping[str, Writer]) -> list[Path]:
    """Write all the files into the folder, or none; returns their paths.

    Each is written under a temporary name and synced; only when the last one is whole do they
    take their names.

    Raises:
        KnownError: the folder cannot be written, or the disk is full.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with workshop(folder) as place:
            for name, write in writers.items():
                write(place / name)
                _sync(place / name)
            for name in writers:
                os.replace(place / name, folder / name)  # noqa: PTH105 - atomic on every system
    except OSError as error:
        raise KnownError(_why(folder, error)) from None
    return [folder / name for name in writers]


def replace(path: Path, write: Writer) -> None:
    """Write one file, whole or not at all.

    Raises:
        KnownError: it cannot be written, or the disk is full.
    """
    if path.is_dir():
        raise KnownError(gettext("“{path}” is a folder; name the file to write.").format(path=path))
    replace_all(path.parent, {path.name: write})


def _sync(path: Path) -> None:
    with path.open("rb+") as file:
        os.fsync(file.fileno())


def _why(folder: Path, error: OSError) -> str:
    if error.errno == 28 or "space" in str(error).lower():  # noqa: PLR2004 - ENOSPC
        return gettext(
            "The disk is full: nothing was written to “{folder}”, and what was there is unharmed. "
            "Free some space and try again."
        ).format(folder=folder)
    return gettext(
        "“{folder}” cannot be written: check that it is a folder, that you have the right to "
        "write there and that no other program holds its files open."
    ).format(folder=folder)


def harmless(frame: pl.DataFrame) -> pl.DataFrame:
    """The frame with an apostrophe before every text that a spreadsheet would run."""
    texts = [name for name, kind in frame.schema.items() if kind == pl.String]
    return frame.with_columns(
        pl.when(pl.col(name).str.contains(_FORMULA))
        .then(pl.concat_str(pl.lit("'"), name))
        .otherwise(name)
        .alias(name)
        for name in texts
    )


def bytes_writer(content: bytes) -> Writer:
    """Writes the content as it is."""

    def write(path: Path) -> None:
        path.write_bytes(content)

    return write


def rows_writer(titles: Sequence[str], rows: Iterable[Sequence[object]]) -> Writer:
    """Writes rows under their titles as UTF-8 CSV, no text of which a spreadsheet would run."""

    def write(path: Path) -> None:
        with path.open("w", encoding="utf-8", newline="") as file:
            writer = csv.writer(file, lineterminator="\n")
            writer.writerow(map(_still, titles))
            writer.writerows(map(_still, row) for row in rows)

    return write


def _still(cell: object) -> object:
    """The cell with an apostrophe before a text that a spreadsheet would run."""
    return f"'{cell}" if isinstance(cell, str) and re.match(_FORMULA, cell) else cell


def csv_writer(frame: pl.DataFrame) -> Writer:
    """Writes the frame as UTF-8 CSV with a header row."""

    def write(path: Path) -> None:
        with path.open("wb") as file:
            frame.clear().write_csv(file)
            for part in harmless(frame).iter_slices(_CSV_ROWS):
                part.write_csv(file, include_header=False)

    return write


def xlsx_writer(frame: pl.DataFrame) -> Writer:
    """Writes the frame as XLSX, every cell a text or a number, never a formula."""
    return partial(sheets.write, frame)
