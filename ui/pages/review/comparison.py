"""What of a group stands side by side, and why it is proposed, in words."""

from collections.abc import Sequence
from datetime import date

from resources.texts import gettext, ngettext
from ui import formats
from ui.compare.cards import CARS, EVENTS, CarView, CompareRow, EventView, compare, compare_lists
from ui.pages.review.ports import GroupView

_EVENTS = 6


def rows(group: GroupView) -> list[CompareRow]:
    """The comparison of a group's cards, cars and events last."""
    cards = group.cards
    found = [
        compare(name, title, [card.fields.get(name, ()) for card in cards])
        for name, title in group.fields
        if any(card.fields.get(name) for card in cards)
    ]
    if any(card.cars for card in cards):
        cars = [[(car.vin or car.plate, _car_line(car)) for car in card.cars] for card in cards]
        found.append(compare_lists(CARS, gettext("Cars"), cars))
    if any(card.events for card in cards):
        events = [_events(card.events) for card in cards]
        found.append(compare_lists(EVENTS, gettext("Events"), events))
    return found


def reasons(group: GroupView) -> list[str]:
    """Why a group is proposed: its sentence, or one for each pair if there are more."""
    number = {card.card_id: place for place, card in enumerate(group.cards, 1)}
    if len(group.cards) <= 2:  # noqa: PLR2004 - one pair says it all
        return [group.reason]
    pairs = sorted(group.pairs, key=lambda pair: -pair.probability)
    return [
        gettext("{left} and {right}: {reason}").format(
            left=number[pair.left], right=number[pair.right], reason=pair.sentence
        )
        for pair in pairs
        if pair.left in number and pair.right in number
    ] or [group.reason]


def weakest_tie(group: GroupView) -> str:
    """What the group hangs on, "" where it is of two cards."""
    number = {card.card_id: place for place, card in enumerate(group.cards, 1)}
    if group.weakest is None or not {*group.weakest[:2]} <= number.keys():
        return ""
    left, right, probability = group.weakest
    return gettext("The group hangs on its weakest tie: {left} and {right}, {share}").format(
        left=number[left], right=number[right], share=formats.percent(probability)
    )


def _car_line(car: CarView) -> str:
    """One car in one line: what it is, whose it was and when."""
    span = formats.period(car.since, car.until)
    parts = (car.title, car.plate, car.vin, " ".join(filter(None, (car.role, span))))
    return " · ".join(filter(None, parts))


def _event_line(event: EventView) -> str:
    """One event in one line."""
    return " · ".join(filter(None, (formats.day(event.day), event.kind, event.text, event.car)))


def _events(events: Sequence[EventView]) -> list[tuple[str, str]]:
    """The latest events; how many more there are."""
    ordered = sorted(events, key=lambda event: event.day or date.min, reverse=True)
    lines = [(_event_line(event), _event_line(event)) for event in ordered[:_EVENTS]]
    more = len(ordered) - _EVENTS
    if more > 0:
        text = ngettext("and {count} more", "and {count} more", more).format(count=more)
        lines.append(("", text))
    return lines
