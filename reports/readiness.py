"""Whether a base is fit for its reports: what they rest on, and what to do about it next."""

from collections import Counter
from collections.abc import Callable, Collection
from dataclasses import replace

from db.bulk import unheard
from reports.content import (
    Bounds,
    Chart,
    ChartKind,
    Check,
    Report,
    Series,
    State,
    Unit,
    certain,
)
from reports.desk import Desk
from reports.facts import Facts
from reports.needs import FRESH, KINDS, NEEDS, Need
from reports.options import Options
from reports.readiness_counts import Counts
from reports.readiness_counts import counts as counts_of
from reports.readiness_fresh import fresh
from reports.readiness_shares import CHANGED_AFTER, SHARES
from reports.readiness_waiting import WAITING
from resources import formats
from resources.texts import gettext, marked

NAME = "readiness"
_ALWAYS = ("sales", "service")
_UNREAD = ["branch", "staff", "number", "make", "model", "region"]
_DRAWN: tuple[tuple[str, Need | None, Need | None], ...] = (
    (marked("Car"), Need.SALES_CAR, Need.ORDERS_CAR),
    (marked("VIN"), None, Need.ORDERS_VIN),
    (marked("Client"), Need.SALES_CLIENT, Need.ORDERS_CLIENT),
    (marked("Region"), Need.SALES_REGION, None),
    (marked("Make and model"), Need.SALES_MODEL, None),
    (marked("Production year"), None, Need.ORDERS_YEAR),
    (marked("Kind of repair"), None, Need.ORDERS_KIND),
    (marked("Maintenance no."), None, Need.MAINTENANCE_NO),
    (marked("Mileage"), None, Need.ORDERS_MILEAGE),
    (marked("Sum"), None, Need.ORDERS_SUM),
)
"""What is drawn: of sales, and of work orders."""
_WORST_FIRST = (State.RED, State.AMBER, State.GREEN)


def title() -> str:
    """The report's title."""
    return gettext("Readiness")


def checks(facts: Facts, counts: Counts, needs: Collection[Need]) -> tuple[Check, ...]:
    """The checks of what a report rests on, the worst first.

    Of a source that nothing was loaded of only its age is told.
    """
    visits = facts.orders.drop(_UNREAD).filter("client_visit")
    facts = replace(facts, orders=visits)
    found = [
        *(fresh(facts, kind) for kind in KINDS if FRESH[kind] in needs),
        *(
            one.check(facts, counts)
            for one in SHARES
            if one.need in needs and _has(facts, one.kind)
        ),
        *(make(facts, counts) for need, make in WAITING.items() if need in needs),
    ]
    return tuple(sorted(found, key=lambda check: _WORST_FIRST.index(check.state)))


def checks_of(name: str, facts: Facts, counts: Counts) -> tuple[Check, ...]:
    """The checks to be shown above the report of that name; none where it rests on nothing."""
    return checks(facts, counts, NEEDS.get(name, frozenset()))


def report(facts: Facts, counts: Counts) -> Report:
    """All the checks of a base."""
    if not facts.kinds:
        missing = gettext("The base is empty. Load the files of sales and of service.")
        return Report(NAME, title(), facts.day, definition=_definition(), missing=missing)
    left_out = {FRESH[kind] for kind in KINDS if kind not in (*_ALWAYS, *facts.kinds)}
    found = checks(facts, counts, frozenset(Need) - left_out)
    return Report(
        NAME,
        title(),
        facts.day,
        definition=_definition(),
        figures=_figures(found),
        charts=_charts(found),
        notes=_notes(found),
        checks=found,
    )


def of_base(desk: Desk, options: Options, heard: Callable[[], None] = unheard) -> Report:
    """The report of a base."""
    with desk.facts(options, heard) as (connection, known):
        return report(known, counts_of(connection))


def _has(facts: Facts, kind: str) -> bool:
    return kind in facts.kinds


def _figures(found: Collection[Check]) -> dict[str, Bounds]:
    """The share of each check that has one, and how many checks there are of each colour."""
    states = Counter(check.state for check in found)
    shares = {check.name: certain(check.share) for check in found if check.share is not None}
    return shares | {f"checks.{state}": certain(states[state]) for state in State}


def _charts(found: Collection[Check]) -> tuple[Chart, ...]:
    """What sales and work orders tell, side by side."""
    shares = {check.name: check.share for check in found}
    drawn = [
        (label, *(shares.get(str(need)) for need in needs))
        for label, *needs in _DRAWN
        if any(shares.get(str(need)) is not None for need in needs)
    ]
    if not drawn:
        return ()
    labels, sales, orders = zip(*drawn, strict=True)
    return (
        Chart(
            ChartKind.BARS,
            gettext("What the facts tell"),
            tuple(map(gettext, labels)),
            (Series(gettext("Sales"), sales), Series(gettext("Work orders"), orders)),
            Unit.SHARE,
        ),
    )


def _notes(found: Collection[Check]) -> tuple[str, ...]:
    to_do = [check.to_do for check in found if check.to_do]
    if not to_do:
        return (gettext("Nothing is to be done: the reports may be relied on."),)
    return (gettext("Do this first. {what}").format(what=to_do[0]),)


def _definition() -> tuple[str, ...]:
    return (
        gettext(
            "Reports can be no better than what they are counted from. Each check tells how many "
            "of the sales and work orders up to the report's day hold what the reports need, and "
            "how far the loads reach."
        ),
        gettext(
            "Only closed work orders of clients are looked at, not those of the house itself. "
            "Beside each check that is not green stands what to do next."
        ),
        gettext(
            "Changes of owners: of the cars sold here {years} years ago or earlier those that "
            "more than one client is known of. By then many cars have changed hands; a base that "
            "knows of few such cars still expects those who sold theirs."
        ).format(years=formats.number(int(CHANGED_AFTER.removesuffix("y")))),
    )
