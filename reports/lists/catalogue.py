"""All lists by their names."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from db.bulk import unheard
from db.engine import Connection
from reports.content import Report
from reports.facts import Facts
from reports.lists.ages import ages
from reports.lists.birthdays import birthdays
from reports.lists.book import Book, Part, book
from reports.lists.confirm import confirm
from reports.lists.duplicates import duplicates
from reports.lists.lost import lost_valuable
from reports.lists.loyalty import loyalty
from reports.lists.next_visit import next_visit
from reports.lists.owners import no_to0, trade_in
from reports.lists.quality_call import quality_call
from reports.lists.temperature import temperature
from reports.lists.top import top
from reports.lists.unpaid import unpaid_marks
from reports.options import Options
from resources.texts import gettext

_CLIENTS = frozenset({Part.CLIENTS})


@dataclass(frozen=True, slots=True)
class Listing:
    """What counts a list, what it needs of the book, and whether a period limits it."""

    count: Callable[[Facts, Book, Options], Report]
    needs: frozenset[Part]
    periods: bool = False


LISTS: Mapping[str, Listing] = {
    "list-temperature": Listing(temperature, _CLIENTS),
    "list-age": Listing(ages, _CLIENTS),
    "list-loyalty": Listing(loyalty, _CLIENTS),
    "list-top": Listing(top, _CLIENTS, periods=True),
    "list-no-to0": Listing(no_to0, _CLIENTS),
    "list-next-visit": Listing(next_visit, _CLIENTS),
    "list-lost-valuable": Listing(lost_valuable, _CLIENTS),
    "list-trade-in": Listing(trade_in, _CLIENTS),
    "list-birthdays": Listing(birthdays, _CLIENTS),
    "list-quality-call": Listing(quality_call, _CLIENTS | {Part.CLOSED}),
    "list-confirm": Listing(confirm, _CLIENTS),
    "list-unpaid-marks": Listing(unpaid_marks, _CLIENTS, periods=True),
    "list-duplicates": Listing(duplicates, _CLIENTS | {Part.CONTACTS}),
}


def names() -> tuple[str, ...]:
    """The names of the lists, in the order in which they are offered."""
    return tuple(LISTS)


def report(
    connection: Connection,
    name: str,
    facts: Facts,
    options: Options,
    heard: Callable[[], None] = unheard,
) -> Report:
    """The list of this name, counted from the facts and the base's clients and cars."""
    listing = LISTS[name]
    found = listing.count(facts, book(connection, facts.day, listing.needs, heard), options)
    if listing.periods or not (options.since or options.until):
        return found
    unlimited = gettext("The period does not limit this list: it is told as of its day.")
    return replace(found, filters=(unlimited, *found.filters))
