"""What each column of a file means, and how that came to be known."""

from collections.abc import Mapping as Dictionary
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from rules.fields import MULTIPLE, Field

Json = Dictionary[str, object]


class Chosen(StrEnum):
    """What decided the meaning of a column; NONE where it has none."""

    HEADER = "header"
    CONTENT = "content"
    USER = "user"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its 0-based place, its header, its field and what speaks for it.

    ``share`` is the share of sampled cells that pass the test of what the column holds, 0 where
    there is no such test; ``note`` a translated sentence about a conflict, "" without one.
    """

    index: int
    header: str
    field: Field | None = None
    chosen: Chosen = Chosen.NONE
    share: float = 0.0
    note: str = ""


@dataclass(frozen=True, slots=True)
class Mapping:
    """The columns of a file of one kind, one of ``source_kinds``, in the file's order."""

    kind: str
    columns: tuple[Column, ...]

    def index_of(self, field: Field) -> int | None:
        """The place of the first column with this field, None without one."""
        return next(iter(self.indexes_of(field)), None)

    def indexes_of(self, field: Field) -> tuple[int, ...]:
        """The places of all columns with this field."""
        return tuple(column.index for column in self.columns if column.field is field)

    def with_field(self, index: int, field: Field | None) -> "Mapping":
        """The mapping after the user gave a column this field.

        Another column that had it loses it, unless the field may stand in several.
        """
        alone = field is not None and field not in MULTIPLE
        columns = [
            replace(column, field=None, chosen=Chosen.USER, note="")
            if alone and column.field is field
            else column
            for column in self.columns
        ]
        columns[index] = replace(columns[index], field=field, chosen=Chosen.USER, note="")
        return replace(self, columns=tuple(columns))

    def to_json(self) -> dict[str, object]:
        """The mapping as an object that ``json`` can write."""
        columns = [
            {
                "header": column.header,
                "field": column.field.value if column.field else None,
                "chosen": column.chosen.value,
                "share": column.share,
                "note": column.note,
            }
            for column in self.columns
        ]
        return {"kind": self.kind, "columns": columns}

    @staticmethod
    def from_json(content: Json) -> "Mapping":
        """The mapping that ``to_json`` made the object from.

        Raises:
            KeyError, TypeError, ValueError: the object is no mapping.
        """
        columns = content.get("columns")
        if not isinstance(columns, Sequence):
            raise TypeError("a mapping has a list of columns")
        found = tuple(_column(index, entry) for index, entry in enumerate(columns))
        return Mapping(str(content.get("kind", "")), found)


def _column(index: int, entry: Json) -> Column:
    field = entry.get("field")
    return Column(
        index,
        str(entry["header"]),
        Field(str(field)) if field else None,
        Chosen(str(entry["chosen"])),
        float(str(entry["share"])),
        str(entry["note"]),
    )
