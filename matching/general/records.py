"""Records of any fields as the engine sees them."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import TypeAlias

import numpy as np
import polars as pl
from numpy.typing import NDArray

from matching.core.book import Floats, Index, Mask
from matching.core.key import Key
from matching.core.plan import Block, Compared, Field, Levels, Plan, Rarity
from matching.general.dates import Dates, dates_of
from matching.general.keys import keys_of
from matching.general.kinds import TURNED, Kind, Likeness, Turned
from matching.general.values import Values, values_of
from matching.general.whole_names import WholeNames, whole_names_of

Column: TypeAlias = Values | Dates | WholeNames

_NAMES, _OTHERS = "names", "others"
_NAMING = (Kind.NAME_PART, Kind.FULL_NAME)
_ORDER = Field("order", Turned, TURNED, silent=(Turned.STRAIGHT,))
_FITS = (Likeness.EQUAL, Likeness.TYPO)
_EQUAL = 1
# A pair is surely one where so many fields are equal, and so large a share of those known.
_ENOUGH, _SHARE = 3, 2 / 3
# A handful of records is drawn from a village, not from the one house they tell of.
_TOWN = 1000


@dataclass(frozen=True, slots=True)
class AnyRecords:
    """Records of which only the kind of each field is known."""

    columns: tuple[Column, ...]
    size: int
    plan: Plan

    @property
    def members(self) -> Index:
        """Every position."""
        return np.arange(self.size)

    def keys(self) -> Iterator[Key]:
        """The keys of every two fields."""
        return keys_of([column.atoms() for column in self.columns], self.size)

    def compare(self, left: Index, right: Index) -> Compared:
        """The level of every field, and whether two parts of the name have changed places."""
        levels = {column.field.name: column.compare(left, right) for column in self.columns}
        parts = _parts(self.columns)
        if len(parts) > 1:
            levels[_ORDER.name] = _turned(parts, levels, left, right)
        return levels

    def sampled(self, left: Index, right: Index) -> Compared:
        """The level of every field: but for the order of the names all are sampled."""
        return self.compare(left, right)

    def rarities(self, levels: Compared, left: Index, right: Index) -> dict[str, Floats]:
        """How rare what agrees is: in names, and in everything else."""
        found = {_NAMES: np.zeros(len(left)), _OTHERS: np.zeros(len(left))}
        for column in self.columns:
            of = found[_NAMES if column.kind in _NAMING else _OTHERS]
            of += column.rarity(levels[column.field.name], left, right)
        return found

    def usual(self) -> dict[str, float]:
        """Nothing is told of related records."""
        return {}

    def relations(
        self,
        levels: Compared,  # noqa: ARG002 - as every kind of record is asked
        left: Index,  # noqa: ARG002
        right: Index,  # noqa: ARG002
        same: Mask,
    ) -> NDArray[np.str_]:
        """Whether the two are one."""
        return np.where(same, "same", "other")


def records_of(frame: pl.DataFrame, fields: Mapping[str, Kind]) -> AnyRecords:
    """The records of a frame with a text column for each field, missing values null or ""."""
    texts = {name: frame[name].cast(pl.Utf8).fill_null("") for name in fields}
    parts = {name: texts[name] for name, kind in fields.items() if kind is Kind.NAME_PART}
    columns = (
        *values_of(parts, Kind.NAME_PART),
        *(
            _column(name, kind, texts[name])
            for name, kind in fields.items()
            if kind is not Kind.NAME_PART
        ),
    )
    return AnyRecords(columns, frame.height, _plan(columns))


def _column(name: str, kind: Kind, texts: pl.Series) -> Column:
    if kind is Kind.DATE:
        return dates_of(name, texts)
    if kind is Kind.FULL_NAME:
        return whole_names_of(name, texts)
    return values_of({name: texts}, kind)[0]


def _parts(columns: Sequence[Column]) -> list[Values]:
    return [
        column for column in columns if isinstance(column, Values) and column.kind is Kind.NAME_PART
    ]


def _plan(columns: tuple[Column, ...]) -> Plan:
    """What their pairs are judged by: parts of a name together, every other field alone.

    Nothing is assumed of households, so that there is no class of related records; no field is
    trusted so far that it vetoes; and but for a handful the records are all there are.
    """
    parts = tuple(part.field for part in _parts(columns))
    blocks = [Block(c.field.name, (c.field,)) for c in columns if c.field not in parts]
    if parts:
        blocks.insert(0, Block("name", parts + ((_ORDER,) if len(parts) > 1 else ())))
    names = [column.field.name for column in columns]

    def seeds(levels: Compared) -> tuple[Mask, Mask]:
        return _seeds(np.stack([levels[name] for name in names]))

    return Plan(
        "record",
        tuple(blocks),
        (Rarity(_NAMES, 0.6, bits=6), Rarity(_OTHERS, 0.8, bits=6, beside=True)),
        seeds,
        vetoes=lambda _levels: {},
        pairs_per_card=(0.6, 0, 0.02),
        town=_TOWN,
    )


def _seeds(levels: NDArray[np.uint8]) -> tuple[Mask, Mask]:
    """Patterns of which most fields are equal, and none of related records."""
    equal, known = (levels == _EQUAL).sum(axis=0), (levels != 0).sum(axis=0)
    same: Mask = (equal >= min(_ENOUGH, len(levels) - 1)) & (equal >= _SHARE * known)
    return same, np.zeros(len(same), dtype=np.bool_)


def _turned(parts: list[Values], levels: Compared, left: Index, right: Index) -> Levels:
    """Finds pairs in which two parts of the name have changed places, and turns them back."""
    order = np.full(len(left), Turned.STRAIGHT, dtype=np.uint8)
    for one, other in combinations(parts, 2):
        first, second = levels[one.field.name], levels[other.field.name]
        odd = np.flatnonzero((first == Likeness.DIFFERENT) & (second == Likeness.DIFFERENT))
        there = one.between(one.codes[left[odd]], other.codes[right[odd]])
        back = one.between(other.codes[left[odd]], one.codes[right[odd]])
        fits = np.isin(there, _FITS) & np.isin(back, _FITS)
        first[odd[fits]], second[odd[fits]] = there[fits], back[fits]
        order[odd[fits]] = Turned.SWAPPED
    return order
