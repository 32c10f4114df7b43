"""The report of a single list."""

from collections.abc import Sequence

from reports.content import Column, Report, Table, certain
from reports.facts import Facts
from reports.lists import listing
from reports.lists.book import Book
from reports.lists.contacting import Chosen
from reports.lists.listing import Part
from reports.lists.titles import title
from resources.texts import gettext

LISTED = "listed"
"""The key of the figure that opens the list."""


def nothing(name: str, facts: Facts, definition: Sequence[str], missing: str) -> Report:
    """A report that says why there is nothing to show."""
    return Report(name, title(name), facts.day, tuple(definition), missing=missing)


def one_list(
    name: str,
    facts: Facts,
    book: Book,
    definition: Sequence[str],
    chosen: Chosen,
    *,
    columns: Sequence[Column],
    numbers: Sequence[tuple[str, str, int]] = (),
    tables: Sequence[Table] = (),
    notes: Sequence[str] = (),
) -> Report:
    """The report of the chosen rows, under the numbers (key, name, count) that led to them."""
    part = Part(LISTED, title(name), tuple(columns), chosen.rows, book)
    counts = [*numbers, (LISTED, gettext("On the list"), chosen.rows.height)]
    summary = [(key if key == LISTED else "", told, (count,)) for key, told, count in counts]
    return Report(
        name=name,
        title=title(name),
        day=facts.day,
        definition=tuple(definition),
        filters=chosen.filters,
        figures={**{key: certain(count) for key, _, count in counts}, **chosen.figures},
        tables=(
            listing.in_numbers(summary, (listing.count_column(),)),
            *tables,
            *listing.first_rows([part]),
        ),
        notes=(*notes, *listing.cut_off([part]), *listing.late(facts)),
        behind=listing.all_rows([part]),
    )
