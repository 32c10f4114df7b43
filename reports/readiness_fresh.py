"""The checks of how far the loads of each kind reach."""

from datetime import date

from reports.content import Check, State
from reports.facts import Facts
from reports.needs import FRESH
from resources import formats
from resources.texts import gettext, marked

FRESH_DAYS, STALE_DAYS = 31, 92
"""Up to so many days behind the report's day a source is green, and amber."""

_DAILY = ("sales", "service", "bookings")
"""The kinds that tell of every week: their newest fact says how far they reach."""

_TITLES = {
    "sales": marked("How far the sales reach"),
    "service": marked("How far the work orders reach"),
    "bookings": marked("How far the bookings reach"),
    "claims": marked("How far the claims reach"),
    "surveys": marked("How far the surveys reach"),
}
_TO_DO = {
    "sales": marked("Load a fresh file of sales: the last one reaches to {day}."),
    "service": marked("Load a fresh file of service: the last one reaches to {day}."),
    "bookings": marked("Load a fresh file of bookings: the last one reaches to {day}."),
    "claims": marked("Load a fresh file of claims: the last one is of {day}."),
    "surveys": marked("Load a fresh file of surveys: the last one is of {day}."),
}
_LOAD = {
    "sales": marked("Load the file of sales."),
    "service": marked("Load the file of service."),
    "bookings": marked("Load the file of bookings."),
    "claims": marked("Load the file of claims."),
    "surveys": marked("Load the file of surveys."),
}


def fresh(facts: Facts, kind: str) -> Check:
    """How far behind the report's day the source of a kind is.

    Claims and surveys may be rare: the day of their last load stands for how far they reach.
    """
    name, title = str(FRESH[kind]), gettext(_TITLES[kind])
    loaded = facts.loaded.get(kind)
    if loaded is None:
        return Check(name, title, State.RED, gettext("Nothing is loaded."), gettext(_LOAD[kind]))
    newest = _newest(facts, kind)
    if newest is None:
        told = gettext("Loaded on {loaded}; nothing in it is dated up to {day}.").format(
            loaded=formats.day(loaded), day=formats.day(facts.day)
        )
        return Check(name, title, State.RED, told, gettext(_LOAD[kind]))
    reach = newest if kind in _DAILY else max(loaded, newest)
    told = gettext("The last is of {newest}, loaded on {loaded}; the report is for {day}.").format(
        newest=formats.day(newest), loaded=formats.day(loaded), day=formats.day(facts.day)
    )
    days = (facts.day - reach).days
    if days <= FRESH_DAYS:
        return Check(name, title, State.GREEN, told)
    state = State.AMBER if days <= STALE_DAYS else State.RED
    return Check(name, title, state, told, gettext(_TO_DO[kind]).format(day=formats.day(reach)))


def _newest(facts: Facts, kind: str) -> date | None:
    """The last day that facts of a kind are dated, None if there is none."""
    frames = {
        "sales": (facts.sales, facts.carless_sales),
        "service": (facts.orders,),
        "bookings": (facts.bookings,),
        "claims": (facts.claims,),
        "surveys": (facts.surveys,),
    }
    days = [frame["date"].max() for frame in frames[kind]]
    return max((day for day in days if isinstance(day, date)), default=None)
