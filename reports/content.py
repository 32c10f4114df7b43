"""What a report says, whoever shows it: figures with their bounds, charts, tables and notes."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

Number = int | float


@dataclass(frozen=True, slots=True)
class Bounds:
    """A number that what is still undecided could move: ``low`` <= ``best`` <= ``high``."""

    low: Number
    best: Number
    high: Number

    @property
    def exact(self) -> bool:
        """Whether nothing undecided could move it."""
        return self.low == self.high


def certain(value: Number) -> Bounds:
    """A number that nothing could move."""
    return Bounds(value, value, value)


class Unit(StrEnum):
    """What the values of a column or a series are."""

    TEXT = "text"
    COUNT = "count"
    SHARE = "share"  # of one
    RATIO = "ratio"  # such as visits a car
    MONEY = "money"  # roubles
    DAY = "day"
    KILOMETRES = "kilometres"


Cell = str | int | float | date | Bounds | None


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a table; ``title`` is in the language in force."""

    name: str
    title: str
    unit: Unit = Unit.TEXT


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of cells, None where there is nothing to tell.

    ``behind`` holds for each row the key of the figure whose clients and cars can be listed,
    "" where there are none; empty where no row has one. ``units`` holds what the values of
    each row are where the rows are of different things; empty where the columns tell it.
    """

    title: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    behind: tuple[str, ...] = ()
    units: tuple[Unit, ...] = ()

    def unit(self, row: int, column: int) -> Unit:
        """What the value of a cell is; the first column of such a table names its rows."""
        return self.units[row] if self.units and column else self.columns[column].unit


class ChartKind(StrEnum):
    """How a chart is drawn."""

    FUNNEL = "funnel"  # stages under one another, each a part of the one before
    BARS = "bars"  # a group of bars side by side for each label
    STACKED = "stacked"  # the series on top of one another
    LINES = "lines"


@dataclass(frozen=True, slots=True)
class Series:
    """The values of one thing by the chart's labels, None where there is nothing to draw."""

    name: str
    values: tuple[Number | Bounds | None, ...]


@dataclass(frozen=True, slots=True)
class Chart:
    """A picture of numbers; ``behind`` as in a table, one key a label."""

    kind: ChartKind
    title: str
    labels: tuple[str, ...]
    series: tuple[Series, ...]
    unit: Unit = Unit.COUNT
    behind: tuple[str, ...] = ()


class State(StrEnum):
    """How far a figure may be relied on."""

    GREEN = "green"
    AMBER = "amber"
    RED = "red"


@dataclass(frozen=True, slots=True)
class Check:
    """One thing that a report rests on: how it stands, and what to do next ("" if nothing)."""

    name: str
    title: str
    state: State
    told: str
    to_do: str = ""
    share: float | None = None


@dataclass(frozen=True, slots=True)
class Narrowing:
    """A group whose review would narrow the report's bounds by ``gain`` units of its figures."""

    group_id: int
    cards: int
    gain: float


Behind = Callable[[str], Table]


@dataclass(frozen=True, slots=True)
class Report:
    """One report, in the language in force.

    ``definition``: what is counted, in words, a paragraph each. ``filters``: which slices,
    exclusions and settings were in force, a line each. ``missing``: why there is nothing to
    show, "" if there is. ``figures``: every number by its key, for scripts and for tests.
    ``behind``: the clients and cars of a figure's key.
    """

    name: str
    title: str
    day: date
    definition: tuple[str, ...] = ()
    filters: tuple[str, ...] = ()
    missing: str = ""
    figures: Mapping[str, Bounds] = field(default_factory=dict)
    charts: tuple[Chart, ...] = ()
    tables: tuple[Table, ...] = ()
    notes: tuple[str, ...] = ()
    checks: tuple[Check, ...] = ()
    narrowing: tuple[Narrowing, ...] = ()
    behind: Behind | None = None
