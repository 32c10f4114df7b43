"""Every report by its name."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from db.bulk import unheard
from db.engine import Connection, Engine, reading
from db.errors import KnownError
from reports import quality, raw, readiness, readiness_counts
from reports.behind import listed
from reports.content import Report, Table
from reports.desk import Desk
from reports.facts import Facts
from reports.funnel import Counted, Funnel
from reports.funnels import (
    bookings,
    complaints,
    frequency,
    geography,
    maintenance,
    models,
    own_foreign,
    production_years,
    reverse,
    satisfaction,
)
from reports.lists import catalogue as lists
from reports.lists.titles import title as list_title
from reports.options import Options
from reports.telling import told
from resources.texts import gettext, marked

FUNNELS: dict[str, Funnel] = {
    one.FUNNEL.name: one.FUNNEL
    for one in (
        maintenance,
        satisfaction,
        own_foreign,
        models,
        production_years,
        frequency,
        bookings,
        complaints,
        reverse,
        geography,
    )
}
"""The nine funnels in the order of their source, and the geography."""

_FUNNELS, _BASE, _LISTS = marked("Funnels"), marked("The base"), marked("Segments and lists")


@dataclass(frozen=True, slots=True)
class Entry:
    """A report as a list names it, in the language in force."""

    name: str
    title: str
    group: str


def entries() -> list[Entry]:
    """Every report, group by group."""
    return [Entry(name, title(name), gettext(group)) for name, group in _groups().items()]


def _groups() -> dict[str, str]:
    """The group of each report."""
    return {
        **dict.fromkeys(_OF_BASE, _BASE),
        **dict.fromkeys(FUNNELS, _FUNNELS),
        **dict.fromkeys(lists.names(), _LISTS),
    }


_OF_BASE = {
    readiness.NAME: (readiness.title, readiness.of_base),
    quality.NAME: (quality.title, quality.of_base),
    raw.NAME: (raw.title, raw.of_base),
}


def names() -> Sequence[str]:
    """The names of all reports."""
    return list(_groups())


def title(name: str) -> str:
    """What a report is called in the language in force.

    Raises:
        KnownError: there is none of that name.
    """
    _check(name)
    if name in FUNNELS:
        return gettext(FUNNELS[name].title)
    return _OF_BASE[name][0]() if name in _OF_BASE else list_title(name)


def report(desk: Desk, name: str, options: Options, heard: Callable[[], None] = unheard) -> Report:
    """The report of that name.

    ``heard`` is called now and then; what it raises stops the work.

    Raises:
        KnownError: there is none of that name.
    """
    _check(name)
    if name in _OF_BASE:
        return _OF_BASE[name][1](desk, options, heard)
    with desk.facts(options, heard) as (connection, found):
        if name in FUNNELS:
            return _funnel(desk.engine, connection, FUNNELS[name], found, options)
        return lists.report(connection, name, found, options, heard)


def _funnel(
    engine: Engine, connection: Connection, funnel: Funnel, found: Facts, options: Options
) -> Report:
    """A funnel under the checks of what it rests on."""
    report, counted = told(funnel, found, options)
    checks = readiness.checks_of(funnel.name, found, readiness_counts.counts(connection))
    behind = None if counted is None else _behind(engine, counted)
    return replace(report, checks=checks, behind=behind)


def _check(name: str) -> None:
    if name not in _groups():
        raise KnownError(
            gettext("There is no report “{name}”. There are: {names}.").format(
                name=name, names=", ".join(names())
            )
        )


def _behind(engine: Engine, counted: Counted) -> Callable[[str], Table]:
    def behind(key: str) -> Table:
        units = counted.behind(key)
        if units is None:
            raise KnownError(gettext("No clients and cars stand behind “{key}”.").format(key=key))
        with reading(engine) as connection:
            return listed(connection, units)

    return behind
