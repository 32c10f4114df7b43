"""Golden values in words: what a client shows for each field, whose value it is, and why."""

from collections.abc import Mapping, Sequence
from datetime import date

from db.card_details import CardRow, Details
from db.client_pages import ClientRow, GoldenRow
from resources.texts import gettext, marked
from ui import cells, formats
from ui.adapters.views import FIELDS, card_fields, company, person, phone, source_key, word
from ui.pages.clients.ports import Choice, GoldenLine
from ui.pages.review.ports import Golden
from workflow.survivorship import PIECES

_REASONS = {
    "chosen": marked("chosen by hand"),
    "only": marked("no other value"),
    "fullest": marked("the fullest"),
    "agreed": marked("most cards agree"),
    "latest": marked("the latest"),
    "first": marked("from the oldest card"),
}
_ALL_KEPT = marked("every one is kept")
_SPELLINGS = marked("one value in several spellings")
_STRICTEST = marked("the strictest word counts")
_SEPARATOR = "; "
_SOURCES = 4
_Split = tuple[str, ...]


def golden_values(
    client: ClientRow, golden: Sequence[GoldenRow], cards: Sequence[CardRow]
) -> Mapping[str, Golden]:
    """By field the values that a client of these cards shows; fields without one are left out."""
    origin = {row.field: row for row in golden}
    values: dict[str, _Split] = {
        "name": (person(client),),
        "company": (company(client),),
        "phone": tuple(map(phone, _split(client.phones))),
        "email": _split(client.emails),
        "birth_date": (formats.day(client.birth_date),),
        "inn": (client.inn,),
        "address": (client.address,),
        "consent_pd": (word(client.consent_pd),),
        "consent_ads": (word(client.consent_ads),),
        "blacklist": (word(client.blacklist),),
    }
    return {
        name: Golden(shown, *_origin(name, shown, origin.get(name), cards))
        for name, found in values.items()
        if (shown := tuple(filter(None, found)))
    }


def _origin(
    name: str, values: _Split, origin: GoldenRow | None, cards: Sequence[CardRow]
) -> tuple[int | None, str]:
    """The card that a value came from, if it is one, and why it is shown."""
    if origin is None:
        if name in {"phone", "email"}:
            return None, gettext(_ALL_KEPT) if len(values) > 1 else ""
        return None, gettext(_STRICTEST)
    if origin.reason == "only" and len(_holders(name, cards)) > 1:
        return origin.card_id, gettext(_SPELLINGS)
    return origin.card_id, gettext(_REASONS.get(origin.reason, origin.reason))


def _holders(name: str, cards: Sequence[CardRow]) -> dict[str, list[CardRow]]:
    """By value of a field, as it is shown, the cards that hold it."""
    found: dict[str, list[CardRow]] = {}
    for card in cards:
        for value in card_fields(card, ()).get(name, ()):
            found.setdefault(value, []).append(card)
    return found


def _split(joined: str) -> _Split:
    return tuple(joined.split(_SEPARATOR)) if joined else ()


def golden_lines(
    client: ClientRow, golden: Sequence[GoldenRow], details: Details
) -> tuple[GoldenLine, ...]:
    """The golden values of a client with the cards that they came from."""
    names = {
        card.id: f"{cells.kind(card.source)} {source_key(card.source_key)}"
        for card in details.cards
    }
    lines: list[GoldenLine] = []
    for name, value in golden_values(client, golden, details.cards).items():
        title = gettext(FIELDS[name])
        if name in {"phone", "email"}:
            lines += _contact_lines(name, title, client, details, names)
        else:
            source = names.get(value.card_id, "") if value.card_id is not None else ""
            choices = _choices(name, details, value.card_id, names)
            lines.append(GoldenLine(title, value.values[0], source, value.why, name, choices))
    return tuple(lines)


def _choices(
    name: str, details: Details, golden: int | None, names: Mapping[int, str]
) -> tuple[Choice, ...]:
    """The different values that the cards hold for a piece, the golden one first, then the latest.

    None where there are not two of them, or nobody chooses: every phone is kept.
    """
    if name not in PIECES:
        return ()
    holders = _holders(name, details.cards)
    if len(holders) == 1:
        return ()
    found = [_choice(value, cards, golden, names) for value, cards in holders.items()]
    return tuple(sorted(found, key=lambda one: (one.shown, one.seen or date.min), reverse=True))


def _choice(
    value: str, cards: Sequence[CardRow], golden: int | None, names: Mapping[int, str]
) -> Choice:
    latest = max(cards, key=lambda card: (card.seen or date.min, card.id))
    shown = any(card.id == golden for card in cards)
    sources = [names[card.id] for card in cards]
    more = f" + {len(sources) - _SOURCES}" if len(sources) > _SOURCES else ""
    return Choice(latest.id, value, ", ".join(sources[:_SOURCES]) + more, latest.seen, shown)


def _contact_lines(
    kind: str, title: str, client: ClientRow, details: Details, names: Mapping[int, str]
) -> list[GoldenLine]:
    """One line for each phone or e-mail, with every card that has it."""
    values = _split(client.phones if kind == "phone" else client.emails)
    holders: dict[str, list[str]] = {}
    for card in details.cards:
        for contact in details.contacts.get(card.id, []):
            if contact.kind == kind:
                holders.setdefault(contact.value, []).append(names[card.id])
    show = phone if kind == "phone" else str
    return [GoldenLine(title, show(value), ", ".join(holders.get(value, []))) for value in values]
