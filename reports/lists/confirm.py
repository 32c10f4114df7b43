"""Clients of whom nothing new was heard for long: to be confirmed, or to be archived."""

import polars as pl

from reports.content import Column, Report, Unit, certain
from reports.facts import Facts
from reports.lists import listing
from reports.lists.book import Book
from reports.lists.contacting import not_for_contacting
from reports.lists.listing import Part
from reports.lists.months import shifted
from reports.lists.one_list import nothing
from reports.lists.titles import title
from reports.options import Options
from resources.texts import gettext

NAME = "list-confirm"
CONFIRM_MONTHS, ARCHIVE_MONTHS = 24, 60
CONFIRM, ARCHIVE, FRESH, UNDATED = "confirm", "archive", "fresh", "undated"


def confirm(facts: Facts, book: Book, options: Options) -> Report:
    """The clients by the age of their last dated fact."""
    if missing := listing.no_clients(book):
        return nothing(NAME, facts, _definition(), missing)
    seen = pl.col("seen")
    state = (
        pl.when(seen.is_null())
        .then(pl.lit(UNDATED))
        .when(seen < shifted(facts.day, -ARCHIVE_MONTHS))
        .then(pl.lit(ARCHIVE))
        .when(seen < shifted(facts.day, -CONFIRM_MONTHS))
        .then(pl.lit(CONFIRM))
        .otherwise(pl.lit(FRESH))
    )
    chosen = not_for_contacting(book.clients.select("client_id"), book, options)
    rows = chosen.rows.with_columns(state=state).sort("seen", "client_id", descending=[True, False])
    names = _names()
    parts = [
        Part(key, names[key], _columns(), rows.filter(pl.col("state") == key), book)
        for key in (CONFIRM, ARCHIVE, UNDATED)
    ]
    counts = {key: rows.filter(pl.col("state") == key).height for key in names}
    behind = {part.key for part in parts}
    summary = [
        (key if key in behind else "", names[key], (count,)) for key, count in counts.items()
    ]
    return Report(
        name=NAME,
        title=title(NAME),
        day=facts.day,
        definition=_definition(),
        filters=chosen.filters,
        figures={key: certain(count) for key, count in counts.items()},
        tables=(
            listing.in_numbers(summary, (listing.count_column(),)),
            *listing.first_rows(parts),
        ),
        notes=(*listing.cut_off(parts), *listing.late(facts)),
        behind=listing.all_rows(parts),
    )


def _names() -> dict[str, str]:
    return {
        FRESH: gettext("Heard of within {months} months").format(months=CONFIRM_MONTHS),
        CONFIRM: gettext("To be confirmed"),
        ARCHIVE: gettext("To be archived"),
        UNDATED: gettext("Without any date"),
    }


def _columns() -> tuple[Column, ...]:
    return (
        *listing.client_columns(),
        Column("seen", gettext("Last dated fact"), Unit.DAY),
        Column("cards", gettext("Cards"), Unit.COUNT),
        Column("region", gettext("Region")),
    )


def _definition() -> tuple[str, ...]:
    return (
        gettext(
            "Clients whose last dated fact (a sale, an order, a change of the card) is more than "
            "{confirm} months old are due for confirmation; at more than {archive} months they are "
            "due for the archive, which is no deletion. Those without any date stand apart."
        ).format(confirm=CONFIRM_MONTHS, archive=ARCHIVE_MONTHS),
    )
