"""What of a ledger counts up to its last day: sales, closed orders of clients, visits."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from bench.generator.service_life import facts
from bench.generator.service_life.facts import Ledger, WorkOrder
from bench.generator.truth.visits import Visit, chained, marked_repeats
from bench.generator.world import Client, Sale

_NOT_OF_CLIENTS = {facts.PREPARATION, facts.INTERNAL}
UNKNOWN = "unknown"


@dataclass(slots=True)
class Known:
    """The facts that count in the order of their days; by car, by client, by order's number."""

    day: int
    home: str
    sales: list[Sale]
    orders: list[WorkOrder]
    visits: list[Visit]
    sales_of: dict[str, list[Sale]] = field(default_factory=lambda: defaultdict(list))
    orders_of: dict[str, list[WorkOrder]] = field(default_factory=lambda: defaultdict(list))
    visits_of: dict[str, list[Visit]] = field(default_factory=lambda: defaultdict(list))
    visits_by: dict[str, list[Visit]] = field(default_factory=lambda: defaultdict(list))
    visit_named: dict[str, Visit] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for sale in self.sales:
            self.sales_of[sale.car.vin].append(sale)
        for order in self.orders:
            self.orders_of[order.car.vin].append(order)
        for visit in self.visits:
            self.visits_of[visit.car.vin].append(visit)
            self.visits_by[visit.client.key].append(visit)
            self.visit_named |= {order.number: visit for order in visit.orders}

    def is_own(self, visit: Visit) -> bool:
        """Whether the car had been sold here by then."""
        return any(sale.day <= visit.day for sale in self.sales_of[visit.car.vin])


def known(ledger: Ledger) -> Known:
    """What counts of a ledger on its last day."""
    sales = list(_units(sorted(ledger.sales, key=lambda sale: sale.day)))
    orders = sorted(
        (one for one in ledger.orders if is_of_client(one)), key=lambda order: order.day
    )
    visits = marked_repeats(chained(orders))
    return Known(ledger.day, _home(sales), sales, orders, visits)


def is_of_client(order: WorkOrder) -> bool:
    """Whether an order is a closed one that is not the dealer's own."""
    own = order.kind in _NOT_OF_CLIENTS or order.payer == facts.BY_DEALER
    return order.state == facts.CLOSED and not own


def number_done(order: WorkOrder) -> int | None:
    """The maintenance that was really done: paid for, but ТО-0 which may be free."""
    paid = order.amount > 0 or order.to_no == 0
    return order.to_no if order.kind == facts.MAINTENANCE and paid else None


def region_of(client: Client) -> str:
    """Where a client lives or has its seat."""
    return client.home.region or UNKNOWN


def _units(sales: Iterable[Sale]) -> Iterable[Sale]:
    """One sale of a car and day."""
    seen = set()
    for sale in sales:
        if (sale.car.vin, sale.day) not in seen:
            seen.add((sale.car.vin, sale.day))
            yield sale


def _home(sales: list[Sale]) -> str:
    regions = Counter(region_of(sale.buyer) for sale in sales)
    regions.pop(UNKNOWN, None)
    return max(regions, key=lambda name: regions[name], default="")
