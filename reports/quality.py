"""The quality of a base: its sources as they came, the unified base as it stands, its health."""

from collections.abc import Callable, Sequence

import polars as pl

from db.bulk import unheard
from reports import quality_counts, raw_cells, readiness_counts
from reports.content import (
    Bounds,
    Chart,
    ChartKind,
    Column,
    Report,
    Series,
    Table,
    Unit,
    certain,
)
from reports.desk import Desk
from reports.errors import Share
from reports.facts import Facts
from reports.options import Options
from reports.quality_counts import Counts
from reports.quality_health import Health, health, score
from reports.quality_tables import (
    authors,
    completeness,
    duplicates,
    months,
    shares_table,
    validity,
)
from resources import formats
from resources.texts import gettext

NAME = "quality"
_MONTHS_DRAWN = 24

Both = Sequence[tuple[Share, Share]]


def title() -> str:
    """The report's title."""
    return gettext("Quality of the base")


def report(known: Facts, counts: Counts, no_vin: pl.DataFrame) -> Report:
    """The quality of each source before and after, and the health of the whole.

    ``no_vin``: the cars that are known by something else than a VIN, a frame of vehicle_id.
    """
    if counts.cards.is_empty():
        missing = gettext("The base is empty. Load the files of sales and of service.")
        return Report(NAME, title(), known.day, definition=_definition(), missing=missing)
    parts = health(known, counts, no_vin)
    by_author, by_month = authors(counts), months(known, counts)
    return Report(
        NAME,
        title(),
        known.day,
        definition=_definition(),
        figures=_figures(parts, counts),
        charts=(_health_chart(parts), *_month_chart(by_month)),
        tables=(
            _health_table(parts),
            completeness(known, counts, no_vin),
            validity(counts),
            duplicates(known, counts),
            *_share_tables(by_author, by_month),
        ),
        notes=_notes(parts, by_author),
    )


def of_base(desk: Desk, options: Options, heard: Callable[[], None] = unheard) -> Report:
    """The report of a base; what it reads is kept there for the next time."""
    raw_cells.fill(desk.engine, heard)
    with desk.facts(options, heard) as (connection, known):
        no_vin = readiness_counts.counts(connection).no_vin
        return report(known, quality_counts.counts(connection, heard), no_vin)


def _scores(parts: Sequence[Health]) -> tuple[float | None, float | None]:
    return score([one.before for one in parts]), score([one.after for one in parts])


def _figures(parts: Sequence[Health], counts: Counts) -> dict[str, Bounds]:
    before, after = _scores(parts)
    told: dict[str, float | None] = {"health.before": before, "health.after": after}
    for one in parts:
        told |= {f"{one.name}.before": one.before, f"{one.name}.after": one.after}
    told |= {
        "rows": sum(counts.rows.values()),
        "cards": counts.cards.height,
        "clients": counts.clients.height,
        "findings": counts.findings.height,
    }
    return {key: certain(value) for key, value in told.items() if value is not None}


def _health_chart(parts: Sequence[Health]) -> Chart:
    return Chart(
        ChartKind.BARS,
        gettext("Health of the base"),
        tuple(one.title for one in parts),
        (
            Series(gettext("As the rows came"), tuple(one.before for one in parts)),
            Series(gettext("Unified base now"), tuple(one.after for one in parts)),
        ),
        Unit.SHARE,
    )


def _month_chart(shares: Both) -> tuple[Chart, ...]:
    drawn = shares[-_MONTHS_DRAWN:]
    if not drawn:
        return ()
    return (
        Chart(
            ChartKind.LINES,
            gettext("Faults on a hundred rows by month of the sale or work order"),
            tuple(came.name for came, _ in drawn),
            (
                Series(gettext("As the rows came"), tuple(came.of_a_hundred for came, _ in drawn)),
                Series(gettext("Still open"), tuple(still.of_a_hundred for _, still in drawn)),
            ),
            Unit.RATIO,
        ),
    )


def _health_table(parts: Sequence[Health]) -> Table:
    words = _part_words()
    before, after = _scores(parts)
    hundredth = [None if value is None else value / 100 for value in (before, after)]
    return Table(
        gettext("Health of the base"),
        (
            Column("part", gettext("Part")),
            Column("before", gettext("As the rows came"), Unit.SHARE),
            Column("after", gettext("Unified base now"), Unit.SHARE),
            Column("told", gettext("Counted values")),
        ),
        (
            *((one.title, one.before, one.after, words[one.name]) for one in parts),
            (gettext("Health"), *hundredth, gettext("The mean of the parts")),
        ),
    )


def _part_words() -> dict[str, str]:
    return {
        "complete": gettext(
            "A name, a phone or e-mail, and a car with a VIN: of the cards, then of the clients"
        ),
        "valid": gettext("Rows without a blocking or doubtful finding: of any, then still open"),
        "unique": gettext(
            "Clients, if all that is proposed were joined: to a hundred cards, then to a hundred "
            "clients"
        ),
        "usable": gettext(
            "Cards in which no value was kept out, then the cards that have a client"
        ),
    }


def _share_tables(by_author: Both, by_month: Both) -> tuple[Table, ...]:
    tables = (
        (gettext("By the author of the record"), gettext("Author"), by_author),
        (gettext("By month of the sale or work order"), gettext("Month"), by_month),
    )
    return tuple(shares_table(*table) for table in tables if table[-1])


def _notes(parts: Sequence[Health], by_author: Both) -> tuple[str, ...]:
    before, after = _scores(parts)
    notes = []
    if before is not None and after is not None:
        told = gettext("Health of the base: {before} of 100 as the rows came, {after} now.")
        notes.append(told.format(before=_point(before), after=_point(after)))
    known = [one for one in parts if one.after is not None]
    if known:
        worst = min(known, key=lambda one: (one.after, one.name))
        notes.append(
            gettext("The weakest part now is “{part}”: {share}.").format(
                part=worst.title, share=formats.hundredths(worst.after or 0.0)
            )
        )
    if not by_author:
        notes.append(gettext("No file says who made its records, so that no author is told."))
    return tuple(notes)


def _point(value: float) -> str:
    return formats.decimal(value, 1)


def _definition() -> tuple[str, ...]:
    return (
        gettext(
            "“As the rows came” is what the files brought: cards as each source has them, and "
            "every finding of the rules, whether it was settled since or not. “Now” is the "
            "unified base: its clients, and only what is still open."
        ),
        gettext(
            "Health is the mean of four shares, from 0 to 100: complete, valid, unique and usable; "
            "a share of which there is nothing to count is left out of the mean."
        ),
        gettext(
            "A fault is a blocking or doubtful finding. Months are those of the sale or work "
            "order that a row tells of, not of the load: a load may bring ten years at once."
        ),
    )
