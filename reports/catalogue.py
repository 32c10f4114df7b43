"""Every report by its name."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from db.bulk import unheard
from db.engine import Engine, reading
from db.errors import KnownError
from reports.behind import listed
from reports.content import Report, Table
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
from reports.ledger import facts
from reports.options import Options
from reports.stock import fill
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

_GROUP = marked("Funnels")


@dataclass(frozen=True, slots=True)
class Entry:
    """A report as a list names it, in the language in force."""

    name: str
    title: str
    group: str


def entries() -> list[Entry]:
    """Every report, group by group."""
    return [Entry(one.name, gettext(one.title), gettext(_GROUP)) for one in FUNNELS.values()]


def names() -> Sequence[str]:
    """The names of all reports."""
    return [one.name for one in entries()]


def title(name: str) -> str:
    """What a report is called in the language in force.

    Raises:
        KnownError: there is none of that name.
    """
    return gettext(_funnel(name).title)


def report(
    engine: Engine, name: str, options: Options, heard: Callable[[], None] = unheard
) -> Report:
    """The report of that name.

    ``heard`` is called now and then; what it raises stops the work.

    Raises:
        KnownError: there is none of that name.
    """
    funnel = _funnel(name)
    fill(engine, heard)
    with reading(engine) as connection:
        found, counted = told(funnel, facts(connection, options, heard), options)
    return found if counted is None else replace(found, behind=_behind(engine, counted))


def _funnel(name: str) -> Funnel:
    if name not in FUNNELS:
        raise KnownError(
            gettext("There is no report “{name}”. There are: {names}.").format(
                name=name, names=", ".join(names())
            )
        )
    return FUNNELS[name]


def _behind(engine: Engine, counted: Counted) -> Callable[[str], Table]:
    def behind(key: str) -> Table:
        units = counted.behind(key)
        if units is None:
            raise KnownError(gettext("No clients and cars stand behind “{key}”.").format(key=key))
        with reading(engine) as connection:
            return listed(connection, units)

    return behind
