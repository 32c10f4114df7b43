"""The cards that a file of the truth names, found in a base."""

from collections.abc import Mapping

import polars as pl

from db.errors import KnownError
from reports.evaluation import Coverage
from reports.truth import Truth
from resources.texts import gettext
from rules.source_kinds import BOOKINGS, CLAIMS, SALES, SERVICE, SURVEYS
from workflow.truth_file import Named

_KINDS = {
    SALES: ("sales", "продажи", "продажа", "отдел продаж"),
    SERVICE: ("service", "сервис", "сто", "автосервис"),
    BOOKINGS: ("bookings", "booking", "запись", "записи", "звонки"),
    CLAIMS: ("claims", "претензии", "рекламации", "жалобы"),
    SURVEYS: ("surveys", "опросы", "опрос", "csi"),
}
_KIND_OF = {word: kind for kind, words in _KINDS.items() for word in words}


def found(
    named: Named, cards: pl.DataFrame, sources: Mapping[str, str], name: str
) -> tuple[Truth, Coverage]:
    """The truth about the base's cards, and how many of either side the other does not know.

    Args:
        named: what the file says.
        cards: the base's cards: card, source, source_key.
        sources: the kind of each of the base's sources by its name.
        name: the file's name.

    Raises:
        KnownError: the file names a source that the base does not have, or none of its cards.
    """
    known = {source: _source(source, sources) for source, _ in named.people}
    if (strange := next((one for one, ours in known.items() if not ours), None)) is not None:
        raise KnownError(
            gettext("“{name}” names the source “{source}”; this base has: {sources}.").format(
                name=name, source=strange, sources=", ".join(sources) or "–"
            )
        )
    wanted = pl.DataFrame(
        {
            "source": [known[source] for source, _ in named.people],
            "source_key": [key for _, key in named.people],
            "person": list(named.people.values()),
        },
        schema={"source": pl.String, "source_key": pl.String, "person": pl.Int64},
    )
    people = wanted.join(cards, on=["source", "source_key"]).select("card", "person")
    people = people.unique("card").sort("card")
    if people.is_empty():
        raise KnownError(
            gettext("None of the {count} cards in “{name}” is in this base.").format(
                name=name, count=len(named.people)
            )
        )
    coverage = Coverage(
        named=len(named.people),
        found=people.height,
        strangers=cards.height - people.height,
        alone=named.alone,
        whole=named.apart is None,
    )
    return Truth(people, _apart(named)), coverage


def _apart(named: Named) -> pl.DataFrame | None:
    if named.apart is None:
        return None
    schema = {"low": pl.Int64, "high": pl.Int64}
    return pl.DataFrame(sorted(named.apart), schema=schema, orient="row")


def _source(name: str, sources: Mapping[str, str]) -> str:
    """The base's own name of a source; by its kind where only one is of that kind, else ""."""
    folded = name.casefold()
    exact = [one for one in sources if one.casefold() == folded]
    kind = _KIND_OF.get(folded)
    of_kind = [one for one, its in sources.items() if kind is not None and its == kind]
    if name in exact:
        return name
    if exact or len(of_kind) == 1:
        return (exact or of_kind)[0]
    return ""
