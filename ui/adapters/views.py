"""Cards and cars of the base as the window shows them: side by side and in lists."""

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Protocol

from db.card_details import CardRow, ContactRow, Details, EventRow, RoleRow, VehicleRow
from resources.texts import gettext, marked
from rules.company import written
from ui import cells, formats
from ui.adapters.event_views import event_views
from ui.compare.cards import CardView, CarView

FIELDS = {
    "name": marked("Name"),
    "company": marked("Company"),
    "phone": marked("Phone"),
    "email": marked("E-mail"),
    "birth_date": marked("Birth date"),
    "inn": marked("ИНН"),
    "address": marked("Address"),
    "consent_pd": marked("Data consent"),
    "consent_ads": marked("Advertising"),
    "blacklist": marked("Black list"),
    "remark": marked("Remark"),
}
_KEPT_OUT = {
    "full_name": "name",
    "name_parts": "name",
    "card": "name",
    "company": "company",
    "phone": "phone",
    "email": "email",
    "birth_date": "birth_date",
    "inn": "inn",
    "address": "address",
}
_WORDS = {"yes": marked("yes"), "no": marked("no")}
_ROLES = {
    "bought": marked("bought"),
    "buyer": marked("owner"),
    "former_owner": marked("former owner"),
    "customer": marked("customer"),
    "driver": marked("driver"),
}
_RUSSIAN = re.compile(r"\+7(\d{3})(\d{3})(\d{2})(\d{2})", re.ASCII)
_OF_A_ROW = re.compile(r"\d+:(\d+)", re.ASCII)


class Named(Protocol):
    """Whatever has the name of a person or of a company."""

    @property
    def last_name(self) -> str:
        """The surname."""

    @property
    def first_name(self) -> str:
        """The first name."""

    @property
    def patronymic(self) -> str:
        """The patronymic."""

    @property
    def company(self) -> str:
        """The company's name without its form."""

    @property
    def legal_form(self) -> str:
        """The legal form."""


def titles() -> tuple[tuple[str, str], ...]:
    """The fields of a card in shown order: name, title."""
    return tuple((name, gettext(title)) for name, title in FIELDS.items())


def person(named: Named) -> str:
    """The person's name, "" if there is none."""
    return " ".join(filter(None, (named.last_name, named.first_name, named.patronymic)))


def company(named: Named) -> str:
    """The company's name with its form, "" if there is none."""
    return written(named.legal_form, named.company) if named.company else ""


def title(named: Named, contact: str = "") -> str:
    """What a card or client is called: the company, the person, else a contact of it."""
    return company(named) or person(named) or contact or gettext("Without a name")


def phone(number: str, extension: str = "") -> str:
    """A phone as people write it."""
    found = _RUSSIAN.fullmatch(number)
    shown = "+7 {} {}-{}-{}".format(*found.groups()) if found else number
    if not extension:
        return shown
    return gettext("{phone} ext. {extension}").format(phone=shown, extension=extension)


def card_views(details: Details) -> tuple[CardView, ...]:
    """The cards with all that hangs on them."""
    return tuple(_card(card, details) for card in details.cards)


def _card(card: CardRow, details: Details) -> CardView:
    contacts = details.contacts.get(card.id, [])
    events = details.events.get(card.id, [])
    fields = card_fields(card, contacts)
    roles = details.roles.get(card.client_id, []) if card.client_id is not None else []
    return CardView(
        card_id=card.id,
        title=title(card, next(iter(fields.get("phone", fields.get("email", ()))), "")),
        source=cells.kind(card.source),
        source_id=source_key(card.source_key),
        fields=fields,
        cars=tuple(_card_cars(events, roles, details.vehicles)),
        events=event_views(events, details.vehicles),
        kept_out=frozenset(
            _KEPT_OUT[field]
            for field in details.kept_out.get(card.id, frozenset())
            if field in _KEPT_OUT
        ),
    )


def source_key(key: str) -> str:
    """The source's own id of a card, or the row where it has none."""
    found = _OF_A_ROW.fullmatch(key)
    return gettext("row {number}").format(number=found[1]) if found else key


def card_fields(card: CardRow, contacts: Iterable[ContactRow]) -> Mapping[str, tuple[str, ...]]:
    """The values of a card by field, as they are shown; fields without one are left out."""
    contacts = list(contacts)
    values: dict[str, tuple[str, ...]] = {
        "name": (person(card),),
        "company": (company(card),),
        "phone": tuple(phone(one.value, one.extension) for one in contacts if one.kind == "phone"),
        "email": tuple(one.value for one in contacts if one.kind == "email"),
        "birth_date": (formats.day(card.birth_date),),
        "inn": (card.inn,),
        "address": (card.address,),
        "consent_pd": (word(card.consent_pd),),
        "consent_ads": (word(card.consent_ads),),
        "blacklist": (word(card.blacklist),),
        "remark": (card.remark,),
    }
    return {name: shown for name, found in values.items() if (shown := tuple(filter(None, found)))}


def word(flag: str) -> str:
    """A "yes" or "no" of the base in the language in force."""
    return gettext(_WORDS.get(flag, flag))


def _card_cars(
    events: Sequence[EventRow], roles: Sequence[RoleRow], vehicles: Mapping[int, VehicleRow]
) -> Iterable[CarView]:
    """The cars of one card by its own facts: bought on a day, seen from one day to another.

    When an ownership ended is left out: it may hang on the very question under review.
    """
    drivers = {role.vehicle_id for role in roles if role.role == "driver"}
    by_car: dict[int, list[EventRow]] = {}
    for event in events:
        if event.vehicle_id is not None:
            by_car.setdefault(event.vehicle_id, []).append(event)
    for vehicle_id, found in by_car.items():
        vehicle, kinds = vehicles[vehicle_id], {event.kind for event in found}
        if "sale" in kinds:
            yield _car(vehicle, "bought", *_span(_days(found, "sale")))
        if "order" in kinds:
            role = "driver" if vehicle_id in drivers else "customer"
            yield _car(vehicle, role, *_span(_days(found, "order")))
        if not kinds & {"sale", "order"}:
            yield _car(vehicle)


def client_cars(
    roles: Sequence[RoleRow], vehicles: Mapping[int, VehicleRow]
) -> tuple[CarView, ...]:
    """The cars of a client with every role and its period, then those without a role."""
    bought = {role.vehicle_id for role in roles if role.role == "buyer" and role.end is not None}
    views = []
    for role in roles:
        vehicle = vehicles[role.vehicle_id]
        if role.role == "buyer":
            views.append(_owned(vehicle, role))
        elif role.role != "former_owner" or role.vehicle_id not in bought:
            views.append(_car(vehicle, role.role, role.start, role.end))
    known = {role.vehicle_id for role in roles}
    views += [_car(car) for car_id, car in sorted(vehicles.items()) if car_id not in known]
    return tuple(views)


def _owned(vehicle: VehicleRow, role: RoleRow) -> CarView:
    """A car bought: owned to this day, or owned once."""
    return _car(vehicle, "former_owner" if role.end else "buyer", role.start, role.end)


def _days(events: Iterable[EventRow], kind: str) -> list[date]:
    return sorted(event.date for event in events if event.kind == kind and event.date is not None)


def _span(days: Sequence[date]) -> tuple[date | None, date | None]:
    return (days[0], days[-1]) if days else (None, None)


def _car(
    vehicle: VehicleRow, role: str = "", since: date | None = None, until: date | None = None
) -> CarView:
    return CarView(
        title=car_title(vehicle),
        vin=vehicle.vin or vehicle.body_no,
        plate=vehicle.plate,
        role=gettext(_ROLES.get(role, role)),
        since=since,
        until=until,
    )


def car_title(vehicle: VehicleRow) -> str:
    """Make, model and year of a car, else whatever number it has."""
    year = str(vehicle.year) if vehicle.year else ""
    return " ".join(filter(None, (vehicle.make, vehicle.model, year))) or gettext("Car")
