"""A mapping as a file that a person writes and corrects."""

import difflib
import json
import re
import tomllib
from collections import Counter
from collections.abc import Sequence

from db.errors import KnownError
from resources.texts import gettext
from rules.fields import Field
from rules.source_kinds import KINDS
from workflow.headers import plain_header
from workflow.mapping_model import Chosen, Column, Mapping

_TABLE = "column"
_KEYS = ("header", "field")
_POSITION = re.compile(r"\(at line (\d+), column \d+\)|\(at end of document\)")


def mapping_to_toml(mapping: Mapping) -> str:
    """The mapping as TOML: one table per column, a column without a field has none."""
    lines = [f"kind = {_quoted(mapping.kind)}"]
    for column in mapping.columns:
        lines += ["", f"[[{_TABLE}]]", f"header = {_quoted(column.header)}"]
        if column.field:
            lines.append(f"field = {_quoted(column.field.value)}")
    return "\n".join(lines) + "\n"


def mapping_from_toml(text: str, headers: Sequence[str]) -> Mapping:
    """The mapping of a file with these headers; a column that the text leaves out has no field.

    Raises:
        KnownError: the text is no mapping for this file; the sentence names the line.
    """
    content = _parsed(text)
    kind = content.get("kind", "")
    if kind not in KINDS:
        raise _wrong(
            _line_of(text, "kind"),
            gettext("“kind” must be {kinds}").format(kinds=" / ".join(f"“{one}”" for one in KINDS)),
        )
    tables = content.get(_TABLE, [])
    if not isinstance(tables, list) or not all(isinstance(table, dict) for table in tables):
        raise _wrong(_line_of(text, _TABLE), gettext("a column is written as [[column]]"))
    for key in content:
        if key not in ("kind", _TABLE):
            raise _wrong(
                _line_of(text, key), gettext("the key “{key}” is not known").format(key=key)
            )
    columns = [Column(index, header, chosen=Chosen.USER) for index, header in enumerate(headers)]
    seen: Counter[str] = Counter()
    for number, table in enumerate(tables):
        entry = _Entry(text, number, table)
        index = entry.place(headers, seen)
        columns[index] = Column(index, headers[index], entry.field(), Chosen.USER)
    return Mapping(str(kind), tuple(columns))


class _Entry:
    """One [[column]] of the text, with the line to name when it is wrong."""

    def __init__(self, text: str, number: int, table: dict[str, object]) -> None:
        self._text = text
        self._number = number
        self._table = table
        for key, value in table.items():
            if key not in _KEYS:
                raise self._wrong(key, gettext("the key “{key}” is not known").format(key=key))
            if not isinstance(value, str):
                raise self._wrong(key, gettext("“{key}” must be a text in quotes").format(key=key))
        if "header" not in table:
            raise self._wrong("", gettext("the key “{key}” is missing").format(key="header"))

    def place(self, headers: Sequence[str], seen: Counter[str]) -> int:
        """The column of the file this entry speaks of; equal headers are told apart by order."""
        header = plain_header(str(self._table["header"]))
        same = [index for index, other in enumerate(headers) if plain_header(other) == header]
        if seen[header] >= len(same):
            sentence = gettext("the file has no column “{header}”")
            raise self._wrong("header", sentence.format(header=self._table["header"]))
        seen[header] += 1
        return same[seen[header] - 1]

    def field(self) -> Field | None:
        """The field that the entry names, None for a column not to be read."""
        name = str(self._table.get("field", ""))
        if not name:
            return None
        if name in frozenset(Field):
            return Field(name)
        near = difflib.get_close_matches(name, list(Field), n=1)
        sentence = gettext("there is no field “{name}”").format(name=name)
        if near:
            sentence += " " + gettext("(did you mean “{near}”?)").format(near=near[0])
        raise self._wrong("field", sentence)

    def _wrong(self, key: str, sentence: str) -> KnownError:
        return _wrong(_line_of(self._text, key, self._number), sentence)


def _parsed(text: str) -> dict[str, object]:
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        found = _POSITION.search(str(error))
        line = int(found[1]) if found and found[1] else text.count("\n") + 1
        raise _wrong(line, gettext("this is not TOML")) from None


def _line_of(text: str, key: str, table: int | None = None) -> int:
    """The 1-based line of a key, in the given [[column]] or above the first one."""
    lines = text.splitlines()
    starts = [n for n, line in enumerate(lines) if line.strip().startswith(f"[[{_TABLE}")]
    begin = starts[table] if table is not None and table < len(starts) else 0
    for number, line in enumerate(lines[begin:], begin + 1):
        if key and re.match(rf"""\s*(\[*\s*)?["']?{re.escape(key)}\b""", line):
            return number
    return begin + 1


def _wrong(line: int, sentence: str) -> KnownError:
    text = gettext("The mapping file is wrong at line {line}: {sentence}; correct that line.")
    return KnownError(text.format(line=line, sentence=sentence))


def _quoted(text: str) -> str:
    """A TOML string: JSON's escapes are TOML's too, but for the delete character."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007F")
