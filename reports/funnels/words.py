"""How funnels show figures: the tables that all of them have alike."""

from collections.abc import Sequence

from reports.content import Cell, Column, Table, Unit
from reports.funnel import Figures, Funnel, Shown
from resources.texts import gettext

_SHARES = ("share", "of_service", "rate")
_RATIOS = ("a_car", "a_client")
_MONEY = ("money", "bill", "lost")


def unit(key: str) -> Unit:
    """What a figure of that key is."""
    head = key.split(".", maxsplit=1)[0].split("|", maxsplit=1)[0]
    if head in _SHARES or head.startswith("share"):
        return Unit.SHARE
    if head in _RATIOS:
        return Unit.RATIO
    return Unit.MONEY if head in _MONEY else Unit.COUNT


def figure_table(title: str, rows: Sequence[tuple[str, str]], shown: Shown) -> Table:
    """A row for each figure (key, title) that there is, beside that of the period before."""
    found = [(key, name) for key, name in rows if key in shown.figures]
    before = shown.previous
    columns = [Column("name", gettext("Figure")), Column("value", gettext("Value"))]
    if before is not None:
        columns.append(Column("previous", gettext("Period before")))
    cells: list[tuple[Cell, ...]] = []
    for key, name in found:
        values: tuple[Cell, ...] = (name, shown.figures[key])
        cells.append(values if before is None else (*values, before.get(key)))
    units = tuple(unit(key) for key, _ in found)
    keys = tuple(
        "" if of in {Unit.SHARE, Unit.RATIO} else key
        for (key, _), of in zip(found, units, strict=True)
    )
    return Table(title, tuple(columns), tuple(cells), keys, units)


def slice_table(funnel: Funnel, title: str, slices: Sequence[tuple[str, Figures]]) -> Table:
    """A row for each value of a dimension, a column for each of the funnel's main figures."""
    columns = [Column("value", title)]
    columns += [Column(key, gettext(name), unit(key)) for key, name in funnel.sliced]
    rows = tuple(
        (value or gettext("unknown"), *(figures.get(key) for key, _ in funnel.sliced))
        for value, figures in slices
    )
    return Table(gettext("By {dimension}").format(dimension=title.lower()), tuple(columns), rows)
