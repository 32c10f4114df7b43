"""XLSX, XLS and ODS workbooks, parsed in a child process that may fail without harm."""

import subprocess
from collections.abc import Generator, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from db import child
from db.errors import KnownError
from db.sources.rows import MAX_CELL, MAX_COLUMNS, Layout, Line, Tally
from db.sources.workbook_protocol import (
    UNCOUNTED,
    Failed,
    Finished,
    Message,
    Opened,
    Problem,
    Task,
    decode,
)
from resources.texts import gettext, marked

_CHILD_MODULE = "db.sources.workbook_child"
_PROBLEMS = {
    Problem.DAMAGED: marked(
        "“{name}” is a damaged workbook; open it in a spreadsheet program and save it anew."
    ),
    Problem.ENCRYPTED: marked(
        "“{name}” is protected by a password; save it without one and load it again."
    ),
    Problem.NO_SHEET: marked("“{name}” has no sheet “{sheet}”; choose one of its sheets."),
    Problem.EMPTY: marked("“{name}” has no filled sheet; check that the export worked."),
    Problem.COLUMNS: marked(
        "“{name}”: the sheet has more than {columns} columns, so it is no table of clients; "
        "delete cells far to the right of the table, or choose another sheet."
    ),
    Problem.CELL: marked(
        "“{name}”: row {row} holds a cell longer than {chars} characters; "
        "correct that row or export the file anew."
    ),
    Problem.MEMORY: marked(
        "“{name}” needs more memory than a workbook may take; delete stray cells far outside "
        "the table, or save the sheet as CSV and load that."
    ),
}


def child_command() -> tuple[str, ...]:
    """The command that starts a child, without its arguments."""
    return child.command(_CHILD_MODULE)


class WorkbookFile:
    """A workbook. Its sheet is chosen when its lines are read, unless the layout names it."""

    def __init__(self, path: Path, layout: Layout) -> None:
        self.path = path
        self.layout = layout
        self.tally = Tally()
        self._rows = 0
        self._sheets: tuple[str, ...] = ()

    @property
    def progress(self) -> float:
        """The share of the sheet read so far, 0 to 1."""
        return min(1.0, self.tally.records / max(1, self._rows))

    def sheets(self) -> tuple[str, ...]:
        """The names of the workbook's sheets, visible ones first.

        Raises:
            KnownError: the workbook cannot be read.
        """
        if not self._sheets:
            with self._child(Task.LIST) as output:
                message = self._next(output)
            self._sheets = tuple(message.sheets) if isinstance(message, Opened) else ()
        return self._sheets

    def lines(self) -> Generator[Line, None, None]:
        """Every row of the sheet, blank ones too; ``tally`` is complete when it ends.

        Raises:
            KnownError: the workbook cannot be read to the end.
        """
        self.tally = tally = Tally()
        with self._child(Task.READ) as output:
            message = self._next(output)
            while not isinstance(message, Finished):
                if isinstance(message, Opened):
                    self._open(message)
                elif isinstance(message, list):
                    for cells in message:
                        tally.records += 1
                        yield Line(tally.records, tuple(cells))
                message = self._next(output)
        if message.rows != tally.records:
            raise self._error(Failed(Problem.DAMAGED))
        tally.physical_lines = tally.records
        tally.error_cells = max(0, message.error_cells)
        if message.error_cells == UNCOUNTED:
            text = gettext("Error cells (#N/A) are read as empty and cannot be counted here.")
            tally.notes.append(text)

    def _open(self, opened: Opened) -> None:
        self._rows = opened.rows
        self._sheets = tuple(opened.sheets)
        others = [name for name in opened.sheets if name != opened.sheet]
        if others and not self.layout.sheet:
            text = gettext("Only the sheet “{sheet}” was read, not: {others}.")
            self.tally.notes.append(text.format(sheet=opened.sheet, others=", ".join(others)))
        self.layout = Layout(self.layout.format, sheet=opened.sheet)

    @contextmanager
    def _child(self, task: Task) -> Iterator[IO[bytes]]:
        """The output of a child at work; it is ended with the block, done or not."""
        arguments = (str(self.path.absolute()), self.layout.format, task, self.layout.sheet)
        parser = subprocess.Popen(  # noqa: S603 - our own module, the file is only an argument
            (*child_command(), *arguments),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=child.environment(),
            creationflags=child.FLAGS,
        )
        with parser:
            try:
                if parser.stdout is None:
                    raise self._error(Failed(Problem.DAMAGED))
                yield parser.stdout
            finally:
                parser.kill()

    def _next(self, output: IO[bytes]) -> Message:
        """The child's next message; a child that fell silent was stopped by its memory limit."""
        line = output.readline()
        try:
            message = decode(line) if line else Failed(Problem.MEMORY)
        except ValueError:
            message = Failed(Problem.MEMORY)
        if isinstance(message, Failed):
            raise self._error(message)
        return message

    def _error(self, failed: Failed) -> KnownError:
        return KnownError(
            gettext(_PROBLEMS[failed.problem]).format(
                name=self.path.name,
                sheet=self.layout.sheet,
                row=failed.row,
                columns=MAX_COLUMNS,
                chars=MAX_CELL,
            )
        )
