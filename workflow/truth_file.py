"""A file that tells which cards are one client: read, checked, and as sure as it says."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from db.errors import KnownError
from db.sources import Line, SourceFile, open_source
from resources.texts import gettext
from workflow.components import oldest_cards
from workflow.progress import Progress, Silent
from workflow.truth_columns import CLUSTER, ID, PAIR, PERSON, SAME, SOURCE, lacking, places

_HEAD = 20  # lines among which the header is looked for
_REPORT_EVERY = 2_000
_YES = frozenset("yes y true 1 same match + да д истина один совпадает".split())
_NO = frozenset(
    "no n false 0 different related - нет н ложь разные связаны другой не совпадает".split()
)
_OPEN = frozenset(("", "?", "unsure", "open", "withdrawn", "не знаю", "неясно", "отложено"))

Card = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Named:
    """What a file says of cards, by source and source id.

    ``people`` has the number of the person that each card is; ``apart`` the persons known to be
    two clients, None where any two are; ``alone`` cards were named without a client.
    """

    people: dict[Card, int]
    apart: frozenset[tuple[int, int]] | None
    alone: int = 0


def read(path: Path, progress: Progress | None = None) -> Named:
    """What the file says.

    Raises:
        KnownError: it cannot be read, lacks columns, names no cards or contradicts itself.
        Cancelled: the user cancelled.
    """
    file = open_source(path)
    with closing(file.lines()) as lines:
        found, rows = _begun(_watched(lines, file, progress or Silent()), path.name)
        if set(PAIR) <= found.keys():
            return _of_pairs(rows, found, path.name)
        return _of_clusters(rows, found, path.name)


def answer(text: str) -> bool | None:
    """What a cell says of a pair: one client, two, or nothing.

    Raises:
        ValueError: it is no answer.
    """
    word = " ".join(text.strip().lstrip("'").casefold().split())
    if word in _OPEN:
        return None
    if word in _YES:
        return True
    if word in _NO:
        return False
    raise ValueError(text)


def not_an_answer(name: str, line: int, text: str) -> KnownError:
    """What to say of a cell that is no answer."""
    return KnownError(
        gettext("“{name}”, line {line}: “{text}” is no answer; write yes or no.").format(
            name=name, line=line, text=text[:40]
        )
    )


def _watched(lines: Iterable[Line], file: SourceFile, progress: Progress) -> Iterator[Line]:
    """The lines, with a report now and then."""
    for line in lines:
        if line.number % _REPORT_EVERY == 0:
            progress.report(round(file.progress * 100), 100)
        yield line


def _begun(lines: Iterator[Line], name: str) -> tuple[dict[str, int], Iterator[Line]]:
    """The columns of a file, and its filled lines below the header."""
    nearest: dict[str, int] = {}
    for line in lines:
        found = places(line.cells)
        if set(PAIR) <= found.keys() or set(CLUSTER) <= found.keys():
            return found, (one for one in lines if any(cell.strip() for cell in one.cells))
        nearest = max(nearest, found, key=len)
        if line.number >= _HEAD:
            break
    raise lacking(nearest, name)


def _of_clusters(rows: Iterable[Line], found: dict[str, int], name: str) -> Named:
    persons: dict[Card, str] = {}
    for line in rows:
        card = _card(line, found[SOURCE], found[ID], name)
        person = _cell(line, found[PERSON])
        before = persons.setdefault(card, person)
        if before != person:
            raise KnownError(
                gettext(
                    "“{name}” contradicts itself: the card {card} is two clients, “{one}” and "
                    "“{other}”."
                ).format(name=name, card=":".join(card), one=before, other=person)
            )
    _need_cards(persons, name)
    numbers: dict[object, int] = {}
    people = {
        card: numbers.setdefault(person or card, len(numbers)) for card, person in persons.items()
    }
    return Named(people, None, sum(not person for person in persons.values()))


def _of_pairs(rows: Iterable[Line], found: dict[str, int], name: str) -> Named:
    numbers: dict[Card, int] = {}
    same: list[tuple[int, int]] = []
    apart: list[tuple[int, int]] = []
    left, left_id, right, right_id = (found[column] for column in PAIR)
    for line in rows:
        said = _said(line, found, name)
        if said is None:
            continue
        pair = _card(line, left, left_id, name), _card(line, right, right_id, name)
        one, other = (numbers.setdefault(card, len(numbers)) for card in pair)
        (same if said else apart).append((one, other))
    _need_cards(numbers, name)
    roots = oldest_cards(range(len(numbers)), same, ())
    cards = list(numbers)
    for one, other in apart:
        if roots[one] == roots[other]:
            raise _contradiction(name, cards[one], cards[other])
    people = {card: roots[number] for card, number in numbers.items()}
    if SAME not in found:
        return Named(people, None)
    ordered = (sorted((roots[one], roots[other])) for one, other in apart)
    return Named(people, frozenset((low, high) for low, high in ordered))


def _contradiction(name: str, one: Card, other: Card) -> KnownError:
    return KnownError(
        gettext(
            "“{name}” contradicts itself: it says that {one} and {other} are different clients, "
            "and by its other pairs they are one."
        ).format(name=name, one=":".join(one), other=":".join(other))
    )


def _said(line: Line, found: dict[str, int], name: str) -> bool | None:
    """What the line says of its pair; a file without answers lists pairs of one client."""
    if SAME not in found:
        return True
    text = _cell(line, found[SAME])
    try:
        return answer(text)
    except ValueError:
        raise not_an_answer(name, line.number, text) from None


def _card(line: Line, source: int, key: int, name: str) -> Card:
    card = _cell(line, source), _cell(line, key)
    if not all(card):
        raise KnownError(
            gettext("“{name}”, line {line}: the card's source or its id is missing.").format(
                name=name, line=line.number
            )
        )
    return card


def _cell(line: Line, place: int) -> str:
    return line.cells[place].strip() if place < len(line.cells) else ""


def _need_cards(cards: Sequence[Card] | dict[Card, str] | dict[Card, int], name: str) -> None:
    if not cards:
        raise KnownError(gettext("“{name}” names no cards below its header.").format(name=name))
