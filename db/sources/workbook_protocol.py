"""What the process that parses a workbook tells its parent: one JSON line per message."""

import json
from dataclasses import asdict, dataclass
from enum import StrEnum

UNCOUNTED = -1
"""The number of error cells where nobody knows it."""


class Task(StrEnum):
    """What a child is started for."""

    LIST = "list"
    READ = "read"


class Problem(StrEnum):
    """Why a workbook was not read."""

    DAMAGED = "damaged"
    ENCRYPTED = "encrypted"
    NO_SHEET = "no_sheet"
    EMPTY = "empty"
    COLUMNS = "columns"
    CELL = "cell"
    MEMORY = "memory"


@dataclass(frozen=True, slots=True)
class Opened:
    """Comes first: the names of all sheets, and the one whose rows follow, with their number."""

    sheets: list[str]
    sheet: str = ""
    rows: int = 0


@dataclass(frozen=True, slots=True)
class Finished:
    """Comes last: how many rows were sent, and how many error cells («#N/A») the sheet has."""

    rows: int
    error_cells: int


@dataclass(frozen=True, slots=True)
class Failed:
    """Comes last instead: the problem, and the 1-based row it is in (0 = none)."""

    problem: Problem
    row: int = 0


Rows = list[list[str]]
Message = Opened | Finished | Failed | Rows
_KINDS = {kind.__name__: kind for kind in (Opened, Finished, Failed)}


def encode(message: Message) -> bytes:
    """The message as one line."""
    content = message if isinstance(message, list) else asdict(message)
    kind = "" if isinstance(message, list) else type(message).__name__
    return json.dumps([kind, content], ensure_ascii=False).encode() + b"\n"


def decode(line: bytes) -> Message:
    """The message a line holds.

    Raises:
        ValueError: the line is no message, or not a whole one.
    """
    kind, content = json.loads(line)
    if not kind:
        rows: Rows = content
        return rows
    if kind == Failed.__name__:
        return Failed(Problem(content["problem"]), content["row"])
    message: Opened | Finished | Failed = _KINDS[kind](**content)
    return message
