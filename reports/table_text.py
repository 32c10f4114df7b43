"""A table as texts: what each cell says, and on which side of its column it stands."""

from reports.cell_text import cell_text
from reports.content import Table, Unit


def texts(table: Table) -> list[list[str]]:
    """The texts of the cells, row by row."""
    return [
        [cell_text(cell, table.unit(at, column)) for column, cell in enumerate(row)]
        for at, row in enumerate(table.rows)
    ]


def to_right(table: Table) -> list[bool]:
    """For each column whether it holds numbers, which stand under one another by their ends."""
    return [
        column.unit is not Unit.TEXT or bool(table.units and at)
        for at, column in enumerate(table.columns)
    ]
