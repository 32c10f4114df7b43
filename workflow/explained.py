"""Why two cards are, or are not, proposed as one client."""

from collections.abc import Callable
from dataclasses import dataclass

from db import card_details, meta
from db import queue as base
from db.card_details import CardRow, Details
from db.engine import Connection
from db.errors import KnownError
from matching.core.account import Account, SharedKey, Term
from matching.core.others import GROUP, bits, told
from matching.dealer.account import account, models_of
from matching.dealer.explain import sentence
from resources.texts import gettext
from rules.field_titles import field_title
from rules.fields import Field
from workflow import propose
from workflow.progress import Progress, Silent

_TITLES = {
    "name": Field.FULL_NAME,
    "company": Field.COMPANY,
    "birth": Field.BIRTH_DATE,
    "inn": Field.INN,
    "phone": Field.PHONE,
    "email": Field.EMAIL,
    "address": Field.ADDRESS,
}


@dataclass(frozen=True, slots=True)
class Compared:
    """What fields judged together hold on either card, what that says, and its weight in bits."""

    title: str
    left: str
    right: str
    said: str
    weight: float


@dataclass(frozen=True, slots=True)
class Explained:
    """The account of two cards in words.

    ``outcome`` says what became of the pair and why. ``probability`` is None, and the rest empty,
    where the cards are not compared. ``starting`` is the weight before anything is compared,
    ``rarity`` what the rarity of the shared names adds; with the weights of ``compared`` they sum
    to ``total``, against the likeliest other thing that the two may be: ``rival``.
    """

    outcome: str
    reason: str = ""
    probability: float | None = None
    rival: str = ""
    starting: float = 0.0
    rarity: float = 0.0
    total: float = 0.0
    compared: tuple[Compared, ...] = ()
    keys: tuple[SharedKey, ...] = ()


def explain(
    connection: Connection, left: int, right: int, progress: Progress | None = None
) -> Explained:
    """Account for a pair of cards, whether it was proposed or not.

    Raises:
        KnownError: nothing was compared yet, or there is no such card.
        Cancelled: the user cancelled.
    """
    progress = progress or Silent()
    progress.stage(gettext("Comparing the two cards"))
    details = card_details.read(connection, [left, right])
    cards = {card.id: card for card in details.cards}
    if left == right or not {left, right} <= cards.keys():
        raise KnownError(gettext("Name two different cards of the base."))
    models = models_of(meta.get(connection, meta.MODELS))
    if not models:
        raise KnownError(gettext("Nothing has been compared yet: search for duplicates first."))
    if (away := _away(cards[left], cards[right])) is not None:
        return Explained(away)
    encoded = propose.encoded(connection, progress)
    one, other = (int(encoded.ids.searchsorted(card)) for card in (left, right))
    found = account(encoded, one, other, models)
    if found is None:
        return Explained(gettext("A person is never compared with a company."))
    compared = [_compared(term, details, left, right) for term in found.terms]
    probability, evidence = found.probability, found.evidence
    said = base.said_of(connection, left, right)
    if said and (others := told(said[1])):
        probability, evidence = said[0], f"{evidence};{others}"
        weight = bits(probability) - bits(found.probability)
        compared.append(Compared(gettext("Other cards"), "", "", _of_others(others), weight))
    return Explained(
        outcome=_outcome(connection, (left, right), found),
        reason=sentence(evidence),
        probability=probability,
        rival=_rival(found.rival),
        starting=found.prior,
        rarity=found.rarity,
        total=found.prior + found.rarity + sum(one.weight for one in compared),
        compared=tuple(compared),
        keys=found.keys,
    )


def _of_others(code: str) -> str:
    """What the other cards of the group say."""
    if code == GROUP:
        return gettext("The cards of the group are weighed together.")
    return sentence(code)


def card_named(connection: Connection, name: str) -> int:
    """The card that “source:id” names.

    Raises:
        KnownError: there is none.
    """
    source, colon, key = name.partition(":")
    found = card_details.find(connection, source, key) if colon else None
    if found is None:
        raise KnownError(
            gettext(
                "There is no card “{name}”. Name it as the source and its id, like sales:101."
            ).format(name=name)
        )
    return found


def _away(*cards: CardRow) -> str | None:
    """Why one of the cards is compared with nothing, None if both are."""
    for card in cards:
        name = f"{card.source}:{card.source_key}"
        if card.state == "unnamed":
            return gettext("The card {card} names nobody, so it is compared with nothing.").format(
                card=name
            )
        if card.state != "clean":
            return gettext(
                "The card {card} is kept out until its findings are decided, so it is compared "
                "with nothing."
            ).format(card=name)
    return None


def _outcome(connection: Connection, pair: tuple[int, int], found: Account) -> str:
    """What became of the pair, and why."""
    low, high = min(pair), max(pair)
    for left, right, _, _, state in base.candidates(connection, [low]).iter_rows():
        if (left, right) == (low, high):
            return _states()[state]
    if found.contradictions:
        fields = ", ".join(contradicting()[field] for field in found.contradictions)
        return gettext("Not proposed: what differs rules one client out ({fields}).").format(
            fields=fields
        )
    if not any(key.compared for key in found.keys):
        return gettext("Not proposed: nothing that the two share brings them together.")
    threshold = meta.get(connection, meta.THRESHOLD)
    if found.probability < float(threshold):
        return gettext("Not proposed: the probability is below {threshold}.").format(
            threshold=threshold
        )
    if propose.outdated(connection):
        return gettext("Not proposed yet: the base has changed since the last search.")
    return gettext("Not proposed at the last search.")


def _states() -> dict[str, str]:
    return {
        "open": gettext("Proposed; nobody has decided yet."),
        "same": gettext("Proposed and judged: one client."),
        "different": gettext("Proposed and judged: different clients."),
        "related": gettext("Proposed and judged: related clients."),
        "unsure": gettext("Proposed and postponed."),
        "withdrawn": gettext("Proposed once; a card of the two is kept out now."),
        "unlikely": gettext("Not proposed: beside the other cards it is too unlikely."),
    }


def contradicting() -> dict[str, str]:
    """What the fields that can rule one client out are called."""
    return {
        "inn": field_title(Field.INN),
        "birth": field_title(Field.BIRTH_DATE),
        "first": field_title(Field.FIRST_NAME),
        "patronymic": field_title(Field.MIDDLE_NAME),
        "gender": field_title(Field.GENDER),
    }


def _rival(kind: str) -> str:
    words = {
        "related": gettext("relatives, or a company and its people"),
        "namesake": gettext("namesakes"),
        "stranger": gettext("strangers"),
    }
    return words[kind]


def _compared(term: Term, details: Details, left: int, right: int) -> Compared:
    show = _SHOWN[term.block]
    said = sentence(";".join(f"{field}={level}" for field, level in term.levels))
    title = field_title(_TITLES[term.block]) if term.block in _TITLES else gettext("Cars")
    return Compared(title, show(details, left), show(details, right), said, term.weight)


def _card(details: Details, card_id: int) -> CardRow:
    return next(card for card in details.cards if card.id == card_id)


def _name(details: Details, card_id: int) -> str:
    card = _card(details, card_id)
    return " ".join(part for part in (card.last_name, card.first_name, card.patronymic) if part)


def _company(details: Details, card_id: int) -> str:
    card = _card(details, card_id)
    return " ".join(part for part in (card.legal_form, card.company) if part)


def _birth(details: Details, card_id: int) -> str:
    birth = _card(details, card_id).birth_date
    return birth.strftime("%d.%m.%Y") if birth else ""


def _contacts(kind: str) -> Callable[[Details, int], str]:
    def show(details: Details, card_id: int) -> str:
        return "; ".join(one.value for one in details.contacts.get(card_id, ()) if one.kind == kind)

    return show


def _cars(details: Details, card_id: int) -> str:
    events = details.events.get(card_id, ())
    cars = [details.vehicles[one.vehicle_id] for one in events if one.vehicle_id is not None]
    return "; ".join(
        dict.fromkeys(car.vin or car.body_no or car.plate or car.model for car in cars)
    )


_SHOWN: dict[str, Callable[[Details, int], str]] = {
    "name": _name,
    "company": _company,
    "birth": _birth,
    "inn": lambda details, card_id: _card(details, card_id).inn,
    "phone": _contacts("phone"),
    "email": _contacts("email"),
    "address": lambda details, card_id: _card(details, card_id).address,
    "car": _cars,
}
