"""How the cells of a report's workbook look."""

from collections.abc import Mapping

from xlsxwriter import Workbook
from xlsxwriter.format import Format

from reports.content import State, Unit
from resources.texts import gettext, language

_COLOURS: Mapping[State | None, str] = {
    None: "#1a2330",
    State.GREEN: "#1a693a",
    State.AMBER: "#835000",
    State.RED: "#b0241a",
}


class Styles:
    """The formats of one workbook."""

    def __init__(self, book: Workbook) -> None:
        self.title = book.add_format({"bold": True, "font_size": 16})
        self.muted = book.add_format({"font_color": "#566172"})
        self.heading = book.add_format({"bold": True, "valign": "top", "text_wrap": True})
        self._told = {
            state: book.add_format({"text_wrap": True, "valign": "top", "font_color": colour})
            for state, colour in _COLOURS.items()
        }
        self._heads = {
            to_right: book.add_format(
                {
                    "bold": True,
                    "bg_color": "#eef0f3",
                    "bottom": 1,
                    "text_wrap": True,
                    "valign": "top",
                    "align": "right" if to_right else "left",
                }
            )
            for to_right in (False, True)
        }
        self._cells = {unit: book.add_format({"num_format": written(unit)}) for unit in Unit}

    def told(self, state: State | None) -> Format:
        """Of a line of text, and of one that says how far something may be relied on."""
        return self._told[state]

    def head(self, *, to_right: bool) -> Format:
        """Of a column's title."""
        return self._heads[to_right]

    def cell(self, unit: Unit) -> Format:
        """Of a value."""
        return self._cells[unit]


def written(unit: Unit) -> str:
    """How Excel writes the values of a unit; it puts in the signs of its own language."""
    return {
        Unit.TEXT: "General",
        Unit.COUNT: "#,##0",
        Unit.SHARE: "0.0%",
        Unit.RATIO: "0.00",
        Unit.MONEY: '#,##0 "₽"',
        Unit.DAY: "dd.mm.yyyy" if language() == "ru" else "yyyy-mm-dd",
        Unit.KILOMETRES: f'#,##0 "{gettext("km")}"',
    }[unit]
