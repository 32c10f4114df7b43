"""What a department has typed: a client's card, a car as it stands there, a sale, an order."""

from collections import Counter
from dataclasses import dataclass, field

from bench.generator.world import Client

SALES, SERVICE = "sales", "service"
SOURCES = (SALES, SERVICE)
BOOKINGS, CLAIMS, SURVEYS = "bookings", "claims", "surveys"
EXTRAS = (BOOKINGS, CLAIMS, SURVEYS)
"""The files that a dealer may or may not have."""

Tally = Counter[str]


@dataclass(slots=True)
class CarText:
    """A car as a department wrote it down."""

    care: float
    name: str = ""
    make: str = ""
    model: str = ""
    vin: str = ""
    plate: str = ""
    year: str = ""
    colour: str = ""
    body_no: str = ""


@dataclass(slots=True)
class Card:
    """A client as a department wrote him down; ``client`` is None for junk."""

    code: str
    client: Client | None
    day: int
    care: float
    name: str = ""
    phone: str = ""
    phone2: str = ""
    email: str = ""
    inn: str = ""
    birth: str = ""
    address: str = ""
    kind: str = ""
    gender: str = ""
    consent: str = ""
    comment: str = ""
    kpp: str = ""
    cars: dict[int, CarText] = field(default_factory=dict)

    @property
    def truth(self) -> str:
        """Who this is, "" for junk."""
        return self.client.key if self.client else ""


@dataclass(slots=True)
class SaleText:
    """A sale as the sales department wrote it down."""

    day: int
    card: Card
    car: CarText
    care: float
    number: str = ""
    date: str = ""
    contract_date: str = ""
    price: str = ""
    seller: str = ""
    branch: str = ""
    new_used: str = ""
    payment: str = ""
    mileage: str = ""


@dataclass(slots=True)
class OrderText:
    """A work order as the service wrote it down."""

    day: int
    card: Card
    car: CarText
    care: float
    number: str = ""
    opened: str = ""
    closed: str = ""
    mileage: str = ""
    kind: str = ""
    to_no: str = ""
    payer: str = ""
    total: str = ""
    works: str = ""
    parts: str = ""
    advisor: str = ""
    reason: str = ""
    status: str = ""
    contact: str = ""
    branch: str = ""


@dataclass(slots=True)
class BookingText:
    """A call as the call centre wrote it down."""

    day: int
    card: Card
    car: CarText
    date: str = ""
    due: str = ""
    result: str = ""
    channel: str = ""
    number: str = ""


@dataclass(slots=True)
class ClaimText:
    """A complaint as it was registered."""

    day: int
    card: Card
    car: CarText
    date: str = ""
    kind: str = ""
    number: str = ""


@dataclass(slots=True)
class SurveyText:
    """An answer as the survey's file has it."""

    day: int
    card: Card
    car: CarText
    date: str = ""
    mark: str = ""
    number: str = ""


RowText = SaleText | OrderText | BookingText | ClaimText | SurveyText
