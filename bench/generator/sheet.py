"""How a file looks: title rows, the header, empty rows, group rows, totals."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from operator import attrgetter, itemgetter

from bench.generator.cards import SALES, RowText
from bench.generator.draw import Dice
from bench.generator.headers import Heading
from bench.generator.staff import BRANCHES

Cells = tuple[str, ...]
_TITLES = {
    "sales": ("Отчёт о продажах автомобилей", "Реестр договоров купли-продажи"),
    "service": ("Журнал заказ-нарядов", "Список документов «Заказ-наряд»"),
}
_NUMBER_STYLES = {
    "sales": ("А-{n:05d}", "ДКП-{n:06d}", "{n}"),
    "service": ("PS{n:08d}", "ЗН{n:07d}", "{n:09d}", "{n}"),
}
_EMPTY_EVERY, _GROUP_EVERY = 400, 600


@dataclass(frozen=True, slots=True)
class Extra:
    """A line of the file that is no data: a title, the header, an empty or a totals row."""

    cells: Cells


class Sheet:
    """The layout of one file: what stands around and between its rows."""

    def __init__(
        self, source: str, headings: Sequence[Heading], dice: Dice, *, titled: bool
    ) -> None:
        self.source, self.headings = source, tuple(headings)
        self.titled = titled
        self._dice = dice
        self._number_style = dice.pick(_NUMBER_STYLES[source])
        self._title = dice.pick(_TITLES[source])
        self._number_place = self._place("number")

    @property
    def forms(self) -> Cells:
        """The form of each column: text, day, number or phone."""
        return tuple(heading.column.form for heading in self.headings)

    def top(self) -> list[Extra]:
        """The lines above the data."""
        header = Extra(tuple(heading.word for heading in self.headings))
        if not self.titled:
            return [header]
        first = Extra(self._padded(self._title))
        second = Extra(self._padded("Период: 01.01.2013 - 31.12.2025"))
        return [first, second, Extra(self._padded("")), header]

    def between(self, row: int) -> list[Extra]:
        """The lines that interrupt the data before that row: empty ones and group rows."""
        if not self.titled or row <= 1:
            return []
        extras = []
        if row % _EMPTY_EVERY == 0:
            extras.append(Extra(self._padded("")))
        if row % _GROUP_EVERY == 0:
            extras.append(Extra(self._padded(f"Филиал: {self._dice.pick(BRANCHES)}")))
        return extras

    def bottom(self, rows: int) -> list[Extra]:
        """The lines under the data: the totals."""
        if not self.titled:
            return []
        place = self._place("price" if self.source == SALES else "total")
        cells = list(self._padded("Итого"))
        cells[place] = f"{rows * 31_700},00"
        return [Extra(tuple(cells))]

    def numbered(self, cells: Cells, number: int) -> Cells:
        """The cells with the number of the document put in."""
        place = self._number_place
        return (*cells[:place], self._number_style.format(n=number), *cells[place + 1 :])

    def _padded(self, text: str) -> Cells:
        return (text, *("" for _ in self.headings[1:]))

    def _place(self, field: str) -> int:
        return next(
            place
            for place, heading in enumerate(self.headings)
            if heading.column.field == field and heading.column.part == "row"
        )


def assembler(headings: tuple[Heading, ...]) -> Callable[[RowText], Cells]:
    """What turns a typed row into the cells of a file with these columns."""
    by_part: dict[str, list[str]] = {"card": [], "car": [], "row": []}
    for heading in headings:
        by_part[heading.column.part].append(heading.column.field)
    flat = [(part, name) for part, names in by_part.items() for name in names]
    order = itemgetter(*(flat.index((one.column.part, one.column.field)) for one in headings))
    card, car, row = (attrgetter(*names) for names in by_part.values())

    def cells(text: RowText) -> Cells:
        ordered: Cells = order(card(text.card) + car(text.car) + row(text))
        return ordered

    return cells
