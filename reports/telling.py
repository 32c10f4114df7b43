"""A funnel's figures told as a report: with its filters, bounds and the groups to review first."""

from dataclasses import replace
from datetime import timedelta

import polars as pl

from reports.content import Narrowing, Report, Table
from reports.facts import Facts
from reports.funnel import Counted, Funnel, Shown
from reports.funnels.words import slice_table
from reports.options import TITLES, Options
from reports.slices import previous
from resources import formats
from resources.texts import gettext, marked, ngettext

_GROUPS = 5
_REASONS = ("open", "house", "undated")
_SLICES_SHOWN = 60

_FILES = {
    "sales": marked("Load the sales file: without it this cannot be counted."),
    "service": marked("Load the file of work orders: without it this cannot be counted."),
    "bookings": marked("Load the booking log: without it this cannot be counted."),
    "claims": marked("Load the file of claims: without it this cannot be counted."),
    "surveys": marked("Load the file of surveys: without it this cannot be counted."),
}


def told(funnel: Funnel, facts: Facts, options: Options) -> tuple[Report, Counted | None]:
    """The report of a funnel, and what it was counted from; None where there is nothing."""
    asked = _asked(funnel, facts, options)
    missing = _missing(funnel, facts, asked)
    empty = Report(
        name=funnel.name,
        title=gettext(funnel.title),
        day=facts.day,
        definition=tuple(gettext(text) for text in funnel.definition),
        filters=(*filters(asked, facts), *(exclusions(asked, facts) if funnel.expects else ())),
        missing=missing,
    )
    if missing:
        return empty, None
    every = funnel.counted(facts, asked)
    counted = every.within(asked)
    if all(part.units.is_empty() for part in counted.parts):
        return replace(empty, missing=gettext("Nothing falls into this period and filter.")), None
    before = previous(asked, facts.day) if asked.compare else None
    shown = Shown(
        counted.figures(),
        None if before is None else every.within(before).figures(),
        counted.sliced(asked),
    )
    charts, tables = funnel.shown(shown)
    report = replace(
        empty,
        figures=shown.figures,
        charts=charts,
        tables=(*tables, *_slices(funnel, shown, asked)),
        notes=(*_notes(facts), *(_inferred(facts) if funnel.expects else ())),
        narrowing=narrowing(facts, every.uncertain),
    )
    return report, counted


def _asked(funnel: Funnel, facts: Facts, options: Options) -> Options:
    """The options with the period that the funnel is of where none is asked for."""
    if not funnel.yearly or options.since or options.until:
        return options
    year = pl.Series([facts.day]).dt.offset_by("-1y")[0]
    return replace(options, since=year + timedelta(days=1), until=facts.day)


def _missing(funnel: Funnel, facts: Facts, options: Options) -> str:
    """What must be done before the funnel can be counted, "" if nothing."""
    for kind in funnel.needs:
        if kind not in facts.kinds:
            return gettext(_FILES[kind])
    last = max(facts.loaded.values())
    if facts.day > last:
        return gettext("The base tells nothing after {day}: choose a day up to then.").format(
            day=formats.day(last)
        )
    if options.since and options.until and options.until < options.since:
        return gettext("The period ends before it begins.")
    frames = {"sales": facts.sales, "service": facts.orders}
    said = {
        "sales": marked("The base holds no dated sale of a known car up to {day}."),
        "service": marked("The base holds no closed and dated work order up to {day}."),
    }
    for kind in funnel.needs:
        if kind in frames and frames[kind].is_empty():
            return gettext(said[kind]).format(day=formats.day(facts.day))
    return ""


def filters(options: Options, facts: Facts) -> tuple[str, ...]:
    """Which days and slices were in force."""
    lines = [gettext("As of {day}").format(day=formats.day(facts.day))]
    if options.since or options.until:
        ends = (formats.day(one) for one in (options.since, options.until))
        lines.append(gettext("Period: {period}").format(period=" – ".join(ends).strip()))
    for dimension, text in options.only.items():
        lines.append(f"{gettext(TITLES[dimension])}: {text}")
    return tuple(lines)


def exclusions(options: Options, facts: Facts) -> tuple[str, ...]:
    """Which buyers and cars were left out."""
    lines = []
    if not options.other_regions and facts.home:
        home = ", ".join(facts.home)
        lines.append(gettext("Buyers from outside {regions} left out").format(regions=home))
    if not options.changed_owners:
        lines.append(gettext("Cars left out from the day their owner changed"))
    if not options.used_cars:
        lines.append(gettext("Cars not sold as new left out"))
    return tuple(lines)


def _slices(funnel: Funnel, shown: Shown, options: Options) -> tuple[Table, ...]:
    if options.by is None or not shown.slices or not funnel.sliced:
        return ()
    title = gettext(TITLES[options.by])
    return (slice_table(funnel, title, shown.slices[:_SLICES_SHOWN]),)


def _notes(facts: Facts) -> tuple[str, ...]:
    """What the bounds hold beside undecided cards, and what no figure of cars holds."""
    visits, sales = facts.visits.select("vehicle_id", "loose"), facts.carless_sales
    waiting = (
        int(visits["loose"].sum()) + int(sales["loose"].sum()) + int(facts.sales["loose"].sum())
    )
    carless = visits.filter(~pl.col("loose"))["vehicle_id"].null_count()
    carless += sales.filter(~pl.col("loose")).height
    notes = []
    if waiting:
        notes.append(
            ngettext(
                "The VIN of {count} visit or sale waits on the Check page: the bounds hold "
                "what it could change.",
                "The VINs of {count} visits and sales wait on the Check page: the bounds hold "
                "what they could change.",
                waiting,
            ).format(count=formats.number(waiting))
        )
    left = {reason: facts.left_out.get(reason, 0) for reason in _REASONS}
    if any(left.values()):
        notes.append(
            gettext(
                "Orders that do not count: {open} open or cancelled, {house} internal or before "
                "the sale, {undated} without a date."
            ).format(**{reason: formats.number(count) for reason, count in left.items()})
        )
    if carless:
        notes.append(
            ngettext(
                "{count} visit or sale tells no car at all: no figure of cars holds it.",
                "{count} visits and sales tell no car at all: no figure of cars holds them.",
                carless,
            ).format(count=formats.number(carless))
        )
    return tuple(notes)


def _inferred(facts: Facts) -> tuple[str, ...]:
    """How many numbers of maintenance nobody wrote down."""
    count = int(facts.orders["inferred"].sum())
    if not count:
        return ()
    done = facts.orders["to_no"].count()
    return (
        ngettext(
            "The number of {count} of {done} maintenance is inferred from the mileage or the age.",
            "The numbers of {count} of {done} maintenances are inferred from mileage or age.",
            count,
        ).format(count=formats.number(count), done=formats.number(done)),
    )


def narrowing(facts: Facts, uncertain: pl.DataFrame) -> tuple[Narrowing, ...]:
    """The groups whose review would settle most of what is uncertain."""
    if uncertain.is_empty() or facts.candidates.is_empty():
        return ()
    pairs = facts.candidates.filter("asked").select("group_id", "left", "right")
    cards = pl.concat(
        [
            pairs.select("group_id", pl.col("left").alias("card_id")),
            pairs.select("group_id", pl.col("right").alias("card_id")),
        ]
    ).unique()
    gains = (
        cards.join(facts.cards.select("card_id", "possible"), on="card_id")
        .group_by("group_id", "possible")
        .agg(pl.len().alias("cards"))
        .join(uncertain, on="possible")
        .group_by("group_id")
        .agg(pl.col("cards").sum(), pl.col("gain").sum())
        .sort("gain", "group_id", descending=[True, False])
        .head(_GROUPS)
    )
    return tuple(
        Narrowing(int(group), int(count), float(gain)) for group, count, gain in gains.iter_rows()
    )
