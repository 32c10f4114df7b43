"""Orders of one car a day apart are one visit; a repair soon after its like repeats it."""

from collections.abc import Sequence
from dataclasses import dataclass

from bench.generator.service_life import facts
from bench.generator.service_life.facts import WorkOrder
from bench.generator.world import Car, Client

_DAYS_APART, _REPEAT_DAYS = 1, 30
_FIRST_OF = (
    facts.COMEBACK, facts.MAINTENANCE, facts.WARRANTY, facts.RECALL, facts.BODYWORK, facts.REPAIR,
    facts.DIAGNOSTICS, facts.TYRES, facts.EQUIPMENT, facts.WASH,
)  # fmt: skip
_REPEATABLE = {facts.REPAIR, facts.WARRANTY, facts.BODYWORK, facts.DIAGNOSTICS}
OTHER = "other"


@dataclass(slots=True)
class Visit:
    """Orders that belong together, the first one first."""

    orders: list[WorkOrder]
    repeat: bool = False

    @property
    def day(self) -> int:
        """The day of the first order."""
        return self.orders[0].day

    @property
    def client(self) -> Client:
        """The client of the first order."""
        return self.orders[0].client

    @property
    def car(self) -> Car:
        """The car."""
        return self.orders[0].car

    @property
    def kind(self) -> str:
        """What the visit was for above all."""
        kinds = {order.kind for order in self.orders}
        return next((kind for kind in _FIRST_OF if kind in kinds), OTHER)

    @property
    def amount(self) -> int:
        """What all orders cost, in kopecks."""
        return sum(order.amount for order in self.orders)

    @property
    def mileage(self) -> int:
        """The greatest mileage."""
        return max(order.mileage for order in self.orders)


def chained(orders: Sequence[WorkOrder]) -> list[Visit]:
    """The visits of orders that come by day, in the order of their first ones."""
    visits: list[Visit] = []
    latest: dict[str, Visit] = {}
    for order in orders:
        before = latest.get(order.car.vin)
        if before and order.day - before.orders[-1].day <= _DAYS_APART:
            before.orders.append(order)
        else:
            latest[order.car.vin] = visit = Visit([order])
            visits.append(visit)
    return visits


def marked_repeats(visits: list[Visit]) -> list[Visit]:
    """The same visits, each with whether it repeats one."""
    last: dict[tuple[str, str], int] = {}
    for visit in visits:
        like = (visit.car.vin, visit.kind)
        again = like in last and visit.day - last[like] <= _REPEAT_DAYS
        visit.repeat = visit.kind == facts.COMEBACK or (visit.kind in _REPEATABLE and again)
        last[like] = visit.day
    return visits
