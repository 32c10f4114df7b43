"""Events of the base as the window shows them in a list."""

import re
from collections.abc import Callable, Iterable, Mapping
from datetime import date

from db.card_details import EventRow, VehicleRow
from resources.texts import gettext, language, marked
from rules import booking_result, claim_kind, new_used, visit_kind
from ui import formats
from ui.compare.cards import EventView

_KINDS = {
    "sale": marked("sale"),
    "order": marked("work order"),
    "booking": marked("booking"),
    "claim": marked("claim"),
    "survey": marked("survey"),
}
_OUTCOMES: dict[str, Callable[[str], str]] = {
    "sale": new_used.title,
    "booking": booking_result.title,
    "claim": claim_kind.title,
}
_NO_CENTS = re.compile(r"[.,]0+$")


def event_views(
    events: Iterable[EventRow], vehicles: Mapping[int, VehicleRow]
) -> tuple[EventView, ...]:
    """What happened, the latest first; a mere mention of a car is no event to show."""
    shown = [event for event in events if event.kind in _KINDS]
    shown.sort(key=lambda event: event.date or date.min, reverse=True)
    return tuple(
        EventView(
            day=event.date,
            kind=gettext(_KINDS[event.kind]),
            text=_about(event),
            car=_short(vehicles.get(event.vehicle_id)) if event.vehicle_id is not None else "",
        )
        for event in shown
    )


def _short(vehicle: VehicleRow | None) -> str:
    return " ".join(filter(None, (vehicle.make, vehicle.model))) if vehicle else ""


def _about(event: EventRow) -> str:
    """What an event was about: how it came out, kind of visit, mileage, sum, number."""
    visit = visit_kind.title(event.visit_kind)
    if event.to_no and event.to_no not in visit:
        visit = f"{visit} {event.to_no}".strip()
    mileage = (
        gettext("{mileage} km").format(mileage=formats.number(event.mileage))
        if event.mileage
        else ""
    )
    told = (*_outcome(event), visit, mileage, _money(event.amount), event.number)
    return " · ".join(filter(None, told))


def _outcome(event: EventRow) -> tuple[str, ...]:
    """How a booking, a claim or a survey came out, and whether a car was sold new."""
    title = _OUTCOMES.get(event.kind)
    due = gettext("for {day}").format(day=formats.day(event.due)) if event.due else ""
    return (title(event.outcome) if title else "", due, _mark(event.score, event.scale))


def _mark(score: float | None, scale: int | None) -> str:
    """A survey's mark, of so many where that is known."""
    if score is None:
        return ""
    mark = f"{score:g}".replace(".", "," if language() == "ru" else ".")
    return gettext("{mark} of {scale}").format(mark=mark, scale=scale) if scale else mark


def _money(amount: str) -> str:
    """A sum in roubles, whole if it is, "" for none."""
    whole = _NO_CENTS.sub("", amount)
    if not whole or whole == "0":
        return ""
    shown = formats.number(int(whole)) if whole.isdigit() else whole
    return gettext("{sum} ₽").format(sum=shown)
