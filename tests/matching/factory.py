"""Synthetic cards for the tests of matching, short to write."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date

import polars as pl

from matching.core.progress import Stage
from matching.dealer.encode import Cards, encode
from matching.dealer.inputs import CARDS, EMAILS, EVENTS, JUDGED, PHONES, MatchInput

Event = tuple[int, str, date | None]
TEXTS = ("gender", "company", "legal_form", "inn", "region", "city", "street", "house")


def silent(done: int, total: int) -> None:
    """A report that nobody listens to."""


@dataclass
class Card:
    """One card as a test writes it."""

    name: str = ""
    kind: str = "person"
    birth: date | None = None
    phones: Sequence[str] = ()
    emails: Sequence[str] = ()
    events: Sequence[Event] = ()
    texts: dict[str, str] = field(default_factory=dict)
    source: int = 1


def person(
    name: str = "",
    *,
    birth: date | None = None,
    phone: str = "",
    email: str = "",
    events: Sequence[Event] = (),
    **texts: str,
) -> Card:
    """A person by «Фамилия Имя Отчество»; "-" stands for a missing part, "_" for a space in one."""
    return Card(name, "person", birth, _list(phone), _list(email), events, texts)


def company(
    company: str = "",
    *,
    phone: str = "",
    email: str = "",
    events: Sequence[Event] = (),
    **texts: str,
) -> Card:
    """A company by its folded name."""
    texts["company"] = company
    return Card("", "company", None, _list(phone), _list(email), events, texts)


def _list(text: str) -> list[str]:
    return text.split()


def base(
    *cards: Card, judged: Iterable[tuple[int, int, str]] = (), ids: Sequence[int] = ()
) -> MatchInput:
    """The cards as matching takes them, numbered from 1 or as given."""
    numbers = ids or range(1, len(cards) + 1)
    rows, phones, emails, events = [], [], [], []
    for number, card in zip(numbers, cards, strict=True):
        parts = ["" if part == "-" else part.replace("_", " ") for part in card.name.split()]
        last, first, patronymic = (*parts, "", "", "")[:3]
        rows.append(
            {
                "card": number,
                "source": card.source,
                "kind": card.kind,
                "last": last,
                "first": first,
                "patronymic": patronymic,
                "birth": card.birth,
            }
            | {text: card.texts.get(text, "") for text in TEXTS}
        )
        phones += [(number, phone) for phone in card.phones]
        emails += [(number, email) for email in card.emails]
        events += [(number, car, kind, day, None) for car, kind, day in card.events]
    return MatchInput(
        cards=pl.DataFrame(rows, schema=CARDS),
        phones=pl.DataFrame(phones, schema=PHONES, orient="row"),
        emails=pl.DataFrame(emails, schema=EMAILS, orient="row"),
        events=pl.DataFrame(events, schema=EVENTS, orient="row"),
        judged=pl.DataFrame(list(judged), schema=JUDGED, orient="row"),
    )


def encoded(*cards: Card) -> Cards:
    """The cards as codes."""
    return encode(base(*cards).fitted(), Stage(silent))
