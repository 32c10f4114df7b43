"""What clients say around their visits: calls for an appointment, claims, answers to surveys."""

from collections.abc import Sequence

from bench.generator.draw import Dice, Weighted
from bench.generator.service_life import facts
from bench.generator.service_life.facts import Booking, Claim, Ledger, Survey, WorkOrder

ONLINE = "Сайт"
CHANNELS = ("Телефон", ONLINE, "Мессенджер", "Визит")
# Of the clients' orders: those that were booked; calls that led to nothing, no-shows and
# cancelled appointments; claims and answers.
_BOOKED, _LED_NOWHERE, _CLAIMED, _ANSWERED = 0.3, 0.12, 0.02, 0.25
_SAID = Weighted((facts.ARRIVED, facts.BOOKED, ""), (50, 20, 30))
_NOWHERE = Weighted(("wanted", "missed", "cancelled", "booked", ""), (45, 20, 20, 10, 5))
_KINDS = Weighted((facts.ORAL, facts.WRITTEN, facts.COURT), (76, 20, 4))
_MARKS = {5: Weighted((1, 2, 3, 4, 5), (3, 4, 10, 30, 53)),
          10: Weighted(tuple(range(1, 11)), (2, 1, 2, 2, 4, 5, 8, 16, 25, 35))}  # fmt: skip
_AFTER_THE_END = 4


def add(ledger: Ledger, dice: Dice) -> None:
    """Adds bookings, claims and surveys about the orders of a ledger."""
    ledger.greatest = dice.pick((5, 10))
    visits = [order for order in ledger.orders if _of_client(order)]
    for order in visits:
        if dice.chance(_BOOKED):
            ledger.bookings.append(kept(order, dice))
        if dice.chance(_LED_NOWHERE):
            ledger.bookings.append(nowhere(order, ledger.day, dice))
        if dice.chance(_CLAIMED):
            ledger.claims.append(claim(order, dice))
        if dice.chance(_ANSWERED):
            ledger.surveys.append(survey(order, ledger.greatest, dice))
    ledger.bookings += _latest(visits, ledger.day, dice)
    if visits and all(one.mark < ledger.greatest for one in ledger.surveys):
        # one best mark at least, or nobody could tell the scale
        last = visits[-1]
        ledger.surveys.append(Survey(last.day + 1, ledger.greatest, last.client, last.car))
    ledger.bookings.sort(key=lambda one: one.day)
    ledger.claims.sort(key=lambda one: one.day)
    ledger.surveys.sort(key=lambda one: one.day)


def _of_client(order: WorkOrder) -> bool:
    return order.state == facts.CLOSED and order.payer != facts.BY_DEALER


def kept(order: WorkOrder, dice: Dice) -> Booking:
    """An appointment that was kept, if not always to the day."""
    outcome = _SAID.draw(dice)
    by_number = dice.chance(0.3)
    nameless_car = outcome == facts.ARRIVED and dice.chance(0.3)
    return Booking(
        day=order.day - dice.between(2, 12),
        client=order.client,
        car=None if by_number or nameless_car else order.car,
        number=order.number if by_number else "",
        due=order.day + dice.pick((0, 0, 0, 0, 1, -1)),
        outcome=outcome,
        channel=dice.pick(CHANNELS),
    )


def nowhere(order: WorkOrder, end: int, dice: Dice) -> Booking:
    """A call of the same client at another time, after which nobody came."""
    outcome = _NOWHERE.draw(dice)
    day = min(end - 1, order.day + dice.between(40, 120))
    wanted = outcome == facts.WANTED
    return Booking(
        day=day,
        client=order.client,
        car=None if wanted and dice.chance(0.5) else order.car,
        due=None if wanted else day + dice.between(1, 9),
        outcome=outcome,
        channel=dice.pick(CHANNELS),
    )


def _latest(visits: Sequence[WorkOrder], end: int, dice: Dice) -> list[Booking]:
    """Calls of the last days for a day that is still to come, and some after the last order."""
    late = [dice.pick(visits) for _ in range(min(len(visits), 6))]
    return [
        Booking(
            day=end + place - _AFTER_THE_END,
            client=order.client,
            car=order.car,
            due=end + 2 + place,
            outcome=facts.BOOKED,
            channel=dice.pick(CHANNELS),
        )
        for place, order in enumerate(late)
    ]


def claim(order: WorkOrder, dice: Dice) -> Claim:
    """A complaint about an order."""
    by_number = dice.chance(0.5)
    return Claim(
        day=order.day + dice.between(1, 40),
        client=order.client,
        kind=_KINDS.draw(dice),
        car=None if by_number else order.car,
        number=order.number if by_number else "",
    )


def survey(order: WorkOrder, greatest: int, dice: Dice) -> Survey:
    """An answer that names the order, the car or the client; a bad mark bears a name always."""
    mark = _MARKS[greatest].draw(dice)
    way = dice.pick(("number", "number", "car", "client"))
    bad = mark * 10 <= greatest * 6
    nameless = way == "number" and not bad and dice.chance(0.3)
    return Survey(
        day=order.day + dice.between(1, 9),
        mark=mark,
        client=None if nameless else order.client,
        car=order.car if way == "car" else None,
        number=order.number if way == "number" else "",
    )
