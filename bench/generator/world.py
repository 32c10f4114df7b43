"""What there is before anybody types it: people, companies, cars and what happened to them."""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Home:
    """A postal address."""

    index: str
    region: str
    city: str
    street: str
    house: str
    flat: str
    plate_code: str
    local: bool


@dataclass(slots=True)
class Person:
    """A human being. Days are proleptic ordinals; an empty text is something he has not got."""

    key: str
    last: str
    first: str
    patronymic: str
    female: bool
    birth: int
    home: Home
    phone: str
    email: str = ""
    inn: str = ""
    sole_trader: bool = False
    second_phone: str = ""
    home_phone: str = ""
    old_phone: str = ""
    phone_since: int = 0
    old_last: str = ""
    last_since: int = 0
    old_home: Home | None = None
    home_since: int = 0
    household: list["Person"] = field(default_factory=list)

    def surname_at(self, day: int) -> str:
        """The surname on that day."""
        return self.old_last if day < self.last_since else self.last

    def phone_at(self, day: int) -> str:
        """The own mobile number on that day, ten digits."""
        return self.old_phone if day < self.phone_since else self.phone

    def home_at(self, day: int) -> Home:
        """The address on that day."""
        return self.old_home if self.old_home and day < self.home_since else self.home


@dataclass(slots=True)
class Company:
    """A legal entity."""

    key: str
    name: str
    form: str
    inn: str
    kpp: str
    home: Home
    phone: str
    email: str = ""
    second_phone: str = ""
    drivers: list[Person] = field(default_factory=list)
    taxi: bool = False


Client = Person | Company


@dataclass(slots=True)
class Car:
    """One car; ``vin`` is empty where only a frame number exists."""

    vin: str
    body_no: str
    plate: str
    make: str
    model: str
    make_ru: str
    model_ru: str
    year: int
    colour: str
    price: int
    plate_code: str
    old_plate: str = ""
    plate_since: int = 0
    daily_km: int = 40

    def plate_at(self, day: int) -> str:
        """The state plate on that day."""
        return self.old_plate if day < self.plate_since else self.plate


@dataclass(frozen=True, slots=True)
class Sale:
    """The dealer sold a car to a client."""

    day: int
    buyer: Client
    car: Car
    used: bool
    leased_to: Client | None = None


@dataclass(frozen=True, slots=True)
class Visit:
    """Somebody brought a car to the service."""

    day: int
    client: Client
    car: Car
    number: int
    mileage: int
    driver: Person | None = None


@dataclass(frozen=True, slots=True)
class Trap:
    """Two clients who look alike and are not the same."""

    kind: str
    left: Client
    right: Client


@dataclass(slots=True)
class District:
    """A part of the town, small enough to be held at once."""

    people: list[Person] = field(default_factory=list)
    companies: list[Company] = field(default_factory=list)
    sales: list[Sale] = field(default_factory=list)
    visits: list[Visit] = field(default_factory=list)
    traps: list[Trap] = field(default_factory=list)
