"""What truly happened at a dealer's, and what clients said of it."""

from dataclasses import dataclass, field

from bench.generator.world import Car, Client, Sale

MAINTENANCE, REPAIR, WARRANTY, RECALL = "maintenance", "repair", "warranty", "recall"
BODYWORK, DIAGNOSTICS, TYRES, EQUIPMENT = "bodywork", "diagnostics", "tyres", "equipment"
WASH, PREPARATION, INTERNAL, COMEBACK = "wash", "preparation", "internal", "comeback"
BY_CLIENT, BY_WARRANTY, BY_DEALER, BY_INSURER = "client", "warranty", "internal", "insurer"
CLOSED, OPEN, CANCELLED = "closed", "open", "cancelled"
WANTED, BOOKED, ARRIVED, MISSED = "wanted", "booked", "arrived", "missed"
ORAL, WRITTEN, COURT = "oral", "written", "court"
_INTERVALS = {"Chery": 10_000, "Haval": 10_000, "Geely": 10_000, "Toyota": 10_000, "Mazda": 10_000}
_INTERVAL = 15_000


def interval(car: Car) -> int:
    """Kilometres from one planned maintenance of a car to the next."""
    return _INTERVALS.get(car.make, _INTERVAL)


@dataclass(slots=True)
class WorkOrder:
    """A work order; days are ordinals, the amount is in kopecks."""

    day: int
    client: Client
    car: Car
    kind: str
    payer: str = BY_CLIENT
    state: str = CLOSED
    amount: int = 0
    mileage: int = 0
    to_no: int | None = None
    number: str = ""


@dataclass(frozen=True, slots=True)
class Booking:
    """A call; ``car`` and ``number`` are what the log tells of the car and of the order."""

    day: int
    client: Client
    car: Car | None = None
    number: str = ""
    due: int | None = None
    outcome: str = ""
    channel: str = ""


@dataclass(frozen=True, slots=True)
class Claim:
    """A complaint; ``car`` and ``number`` are what the file tells of them."""

    day: int
    client: Client
    kind: str
    car: Car | None = None
    number: str = ""


@dataclass(frozen=True, slots=True)
class Survey:
    """An answer; the file tells the client, the car or the order, or some of them."""

    day: int
    mark: int
    client: Client | None = None
    car: Car | None = None
    number: str = ""


@dataclass(slots=True)
class Ledger:
    """All facts of one dealer; ``greatest`` is the best mark of its surveys."""

    sales: list[Sale] = field(default_factory=list)
    orders: list[WorkOrder] = field(default_factory=list)
    bookings: list[Booking] = field(default_factory=list)
    claims: list[Claim] = field(default_factory=list)
    surveys: list[Survey] = field(default_factory=list)
    greatest: int = 5

    @property
    def day(self) -> int:
        """The last day of a sale or an order."""
        return max([one.day for one in self.sales] + [one.day for one in self.orders])
