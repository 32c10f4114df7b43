"""A client of the base as a draft: what the form is filled with when somebody edits him."""

from datetime import date

from db import card_details, client_pages, entered
from db.card_details import Details, EventRow
from db.client_pages import ClientRow
from db.engine import Connection
from db.errors import KnownError
from resources.texts import gettext
from rules.company import written
from rules.phone_typing import typed
from workflow.entry_form import CAR, NAME, PHONES, Draft, texts_of

_WORDS = {"yes": "да", "no": "нет"}


def opened(connection: Connection, client_id: int) -> Draft:
    """The draft of a client: his values, and the car that he was last seen with.

    A later save makes a new version of the card that was entered for him, if there is one.

    Raises:
        KnownError: the client is no more.
    """
    found = client_pages.clients(connection, [client_id])
    if not found:
        raise KnownError(
            gettext("This client is no longer in the base. Look for the person again.")
        )
    cards = client_pages.card_ids(connection, client_id)
    texts = _client(found[0])
    mine = entered.cards_of(connection, cards)
    version = entered.version(connection, mine[-1]) if mine else None
    if version is not None:
        kept = texts_of(version[1], version[2])
        texts |= {name: kept.get(name, "") for name in ("comment", *CAR)}
        return Draft(texts, client_id, mine[-1], version[0], texts)
    texts |= _car(card_details.read(connection, cards))
    return Draft(texts, client_id, opened=texts)


def _client(client: ClientRow) -> dict[str, str]:
    phones = [typed(one, len(one)).text for one in _split(client.phones)]
    return {
        NAME: _name(client),
        **dict(zip(PHONES, phones, strict=False)),
        "email": ", ".join(_split(client.emails)),
        "birth_date": _day(client.birth_date),
        "inn": client.inn,
        "address": client.address,
        "consent_pd": _WORDS.get(client.consent_pd, ""),
        "consent_ads": _WORDS.get(client.consent_ads, ""),
    }


def _name(client: ClientRow) -> str:
    if client.company:
        return written(client.legal_form, client.company)
    return " ".join(filter(None, (client.last_name, client.first_name, client.patronymic)))


def _split(joined: str) -> list[str]:
    return joined.split("; ") if joined else []


def _day(value: date | None) -> str:
    return f"{value:%d.%m}.{value.year:04}" if value else ""


def _car(details: Details) -> dict[str, str]:
    """The car of the latest event."""
    events = [one for found in details.events.values() for one in found if one.vehicle_id]
    if not events:
        return {}
    car = details.vehicles[int(max(events, key=_when).vehicle_id or 0)]
    return {
        "vin": car.vin,
        "plate": car.plate,
        "make_model": f"{car.make} {car.model}".strip(),
        "year": str(car.year or ""),
        "body_no": car.body_no,
    }


def _when(event: EventRow) -> date:
    return event.date or date.min
