"""What a funnel is made of: the parts that it counts, and what it shows of the figures."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace

import polars as pl

from reports.content import Bounds, Chart, Table
from reports.facts import Facts
from reports.measures import Measure, by, totals
from reports.options import Options
from reports.slices import in_period, value

Figures = dict[str, Bounds]


@dataclass(frozen=True, slots=True)
class Part:
    """Units of one kind, dated, and the figures that are counted over them.

    ``derived``: more figures from the units and the figures of the part. ``listed``: the units
    behind one of those by its key, None where there are none.
    """

    units: pl.DataFrame
    measures: Sequence[Measure]
    derived: Callable[[pl.DataFrame, Figures], Figures] = field(default=lambda _units, _figures: {})
    listed: Callable[[pl.DataFrame, str], pl.DataFrame | None] = field(
        default=lambda _units, _key: None
    )

    def within(self, options: Options) -> "Part":
        """The same of the period only."""
        return replace(self, units=self.units.filter(in_period(options)))

    def behind(self, key: str) -> pl.DataFrame | None:
        """The units behind a figure, None where it is none of the part that can be listed."""
        for one in self.measures:
            if one.key == key:
                return self.units.filter(one.behind)
        return self.listed(self.units, key)

    def figures(self) -> Figures:
        """The figures of all the units."""
        found = totals(self.units, self.measures)
        return found | self.derived(self.units, found)


@dataclass(frozen=True, slots=True)
class Counted:
    """The parts of a funnel, and what is made of the figures of all of them.

    ``uncertain``: possible, gain: whose review would settle how many of the figures' units;
    nobody's where none is told.
    """

    parts: Sequence[Part]
    uncertain: pl.DataFrame = field(
        default_factory=lambda: pl.DataFrame(schema={"possible": pl.Int32(), "gain": pl.UInt32()})
    )
    settled: Callable[[Figures], Figures] = field(default=lambda figures: figures)

    def within(self, options: Options) -> "Counted":
        """The same of the period only."""
        return Counted([part.within(options) for part in self.parts], self.uncertain, self.settled)

    def figures(self) -> Figures:
        """Every figure by its key."""
        found: Figures = {}
        for part in self.parts:
            found |= part.figures()
        return self.settled(found)

    def sliced(self, options: Options) -> list[tuple[str, Figures]]:
        """The figures of each value of the dimension asked for, in order of the values."""
        if options.by is None:
            return []
        found: dict[str, Figures] = {}
        for part in self.parts:
            for text, figures in by(part.units, value(part.units, options.by), part.measures):
                found[text] = found.get(text, {}) | figures
        whole = {text: figures for text, figures in found.items() if figures}
        return [(text, self.settled(whole[text])) for text in sorted(whole)]

    def behind(self, key: str) -> pl.DataFrame | None:
        """The units behind a figure, None where the key is of none that can be listed."""
        for part in self.parts:
            found = part.behind(key)
            if found is not None:
                return found
        return None


@dataclass(frozen=True, slots=True)
class Shown:
    """The figures of a report, of the period before (None if not asked for), and by slices."""

    figures: Figures
    previous: Figures | None
    slices: Sequence[tuple[str, Figures]]


@dataclass(frozen=True, slots=True)
class Funnel:
    """One funnel.

    ``title`` and ``definition`` are message ids. ``needs``: the kinds of source without which
    there is nothing to count. ``yearly``: of the last 12 months where no period is asked for.
    ``expects``: it is of buyers who may be expected, so that exclusions matter.
    ``sliced``: the keys that a table by a dimension has, with their titles.
    """

    name: str
    title: str
    definition: tuple[str, ...]
    needs: tuple[str, ...]
    counted: Callable[[Facts, Options], Counted]
    shown: Callable[[Shown], tuple[tuple[Chart, ...], tuple[Table, ...]]]
    sliced: tuple[tuple[str, str], ...] = ()
    yearly: bool = False
    expects: bool = False
