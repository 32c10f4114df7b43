"""The process that parses one workbook: a broken or hostile file ends it, not the program."""

import contextlib
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

import python_calamine as calamine

from db.sources import archive
from db.sources.cell_text import cell_text
from db.sources.memory import limit_memory
from db.sources.rows import MAX_CELL, MAX_COLUMNS
from db.sources.workbook_protocol import (
    UNCOUNTED,
    Failed,
    Finished,
    Message,
    Opened,
    Problem,
    Rows,
    Task,
    encode,
)

MEMORY_LIMIT = 1_600 * 1024**2  # 1,000,000 rows of 10 columns need 1,200 MB of addresses
_BATCH_ROWS = 1_000
_BATCH_CHARS = 1_000_000


class _ProblemError(Exception):
    def __init__(self, problem: Problem, row: int = 0) -> None:
        super().__init__(problem)
        self.failed = Failed(problem, row)


def main(arguments: Sequence[str]) -> int:
    """Read the workbook that the arguments name: path, kind, task and sheet ("" for the first).

    Returns 0, also when a problem was told.
    """
    path, kind, task, sheet = arguments
    # macOS takes no such limit; what the archive unpacks to was checked before.
    with contextlib.suppress(OSError, ValueError):
        limit_memory(MEMORY_LIMIT)
    try:
        if task == Task.LIST:
            _tell(Opened(_tables(calamine.load_workbook(path))))
        else:
            _read(Path(path), kind, sheet)
    except _ProblemError as error:
        _tell(error.failed)
    except calamine.PasswordError:
        _tell(Failed(Problem.ENCRYPTED))
    except MemoryError:
        _tell(Failed(Problem.MEMORY))
    except BrokenPipeError:
        return 0
    except BaseException:  # noqa: BLE001 - a panic of the Rust library is no Exception
        _tell(Failed(Problem.DAMAGED))
    return 0


def _read(path: Path, kind: str, wanted: str) -> None:
    book = calamine.load_workbook(str(path))
    sheet = _chosen(book, wanted)
    if sheet.width > MAX_COLUMNS:
        raise _ProblemError(Problem.COLUMNS)
    _tell(Opened(_tables(book), sheet.name, sheet.total_height))
    sent = 0
    for batch in _batches(sheet):
        _tell(batch)
        sent += len(batch)
    _tell(Finished(sent, _errors(path, kind, book.sheet_names.index(sheet.name))))


def _errors(path: Path, kind: str, place: int) -> int:
    """The number of error cells, ``UNCOUNTED`` where the workbook does not let them be counted."""
    if kind not in archive.KINDS_WITH_ERRORS:
        return UNCOUNTED
    try:
        return archive.count_errors(path, kind, place)
    except (KeyError, IndexError, *archive.DAMAGED):
        return UNCOUNTED  # the rows are whole, calamine has found its way to the sheet


def _tables(book: calamine.CalamineWorkbook) -> list[str]:
    """The names of the sheets that hold cells, visible ones before hidden ones."""
    visible = calamine.SheetVisibleEnum.Visible
    table = calamine.SheetTypeEnum.WorkSheet
    metas = [meta for meta in book.sheets_metadata if meta.typ == table]
    return [meta.name for meta in sorted(metas, key=lambda meta: meta.visible != visible)]


def _chosen(book: calamine.CalamineWorkbook, wanted: str) -> calamine.CalamineSheet:
    """The sheet asked for, else the first that holds anything."""
    names = _tables(book)
    if wanted and wanted not in names:
        raise _ProblemError(Problem.NO_SHEET)
    for name in [wanted] if wanted else names:
        sheet = book.get_sheet_by_name(name)
        if sheet.start is not None:
            return sheet
    raise _ProblemError(Problem.EMPTY)


def _batches(sheet: calamine.CalamineSheet) -> Iterator[Rows]:
    """The rows from the sheet's first one and first column on, some at a time."""
    # Three quarters of all cells are text: asking for the class spares them a call.
    left = [""] * (sheet.start[1] if sheet.start else 0)
    batch: Rows = []
    size = 0
    for number, values in enumerate(sheet.iter_rows(), 1):
        cells = left + [cell if type(cell) is str else cell_text(cell) for cell in values]
        row_size = sum(map(len, cells))
        if row_size > MAX_CELL and max(map(len, cells)) > MAX_CELL:
            raise _ProblemError(Problem.CELL, number)
        batch.append(cells)
        size += row_size
        if len(batch) >= _BATCH_ROWS or size >= _BATCH_CHARS:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch


def _tell(message: Message) -> None:
    sys.stdout.buffer.write(encode(message))
    sys.stdout.buffer.flush()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
