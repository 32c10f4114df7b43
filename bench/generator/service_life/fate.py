"""Who buys which car, who brings it to service for what, and with whom it turns up later."""

from dataclasses import dataclass, field

from bench.generator.draw import Dice, Weighted
from bench.generator.garage import Garage
from bench.generator.people import FIRST_DAY, LAST_DAY
from bench.generator.service_life import facts
from bench.generator.service_life.facts import Ledger, WorkOrder
from bench.generator.world import Car, Client, Company, District, Person, Sale

_YEAR = 365
_ADULT = 18 * 366
_ROLES = Weighted(("buyer", "stranger", "stranger_who_buys", "traded_in", "none"),
                  (44, 20, 16, 8, 12))  # fmt: skip
_LAST_NUMBER, _APART = 10, 2

# Shares: of new cars that come to ТО-0, of those that pay for it; of planned maintenances that
# are kept, less with each number; of marks of maintenance that nobody paid; of orders that are
# followed by another one of the same visit, that are still open, that were cancelled.
_TO_0, _PAID_TO_0, _KEPT, _LESS, _UNPAID, _FOLLOWED = 0.55, 0.3, 0.86, 0.05, 0.05, 0.16
_STILL_OPEN, _CALLED_OFF = 0.03, 0.03
_COMES_BACK, _SAME_AGAIN, _BROUGHT_BY_FAMILY = 0.1, 0.08, 0.08
# What else a car comes for, a year, and who pays.
_OTHER = Weighted(
    (
        (facts.REPAIR, facts.BY_CLIENT), (facts.WARRANTY, facts.BY_WARRANTY),
        (facts.BODYWORK, facts.BY_INSURER), (facts.BODYWORK, facts.BY_CLIENT),
        (facts.DIAGNOSTICS, facts.BY_CLIENT), (facts.TYRES, facts.BY_CLIENT),
        (facts.EQUIPMENT, facts.BY_CLIENT), (facts.WASH, facts.BY_CLIENT),
        (facts.RECALL, facts.BY_WARRANTY),
    ),
    (34, 12, 8, 6, 14, 10, 4, 4, 3),
)  # fmt: skip
_REPEATABLE = (facts.REPAIR, facts.WARRANTY, facts.BODYWORK, facts.DIAGNOSTICS)
_FOLLOWING = (facts.REPAIR, facts.TYRES, facts.WASH, facts.DIAGNOSTICS)


@dataclass(slots=True)
class CarLife:
    """A car with the day its odometer began, its next maintenance and the days it was here."""

    car: Car
    zero: int
    number: int = 1
    days: list[int] = field(default_factory=list)


class ServiceFate:
    """Lets the clients of a district buy cars and come to service."""

    def __init__(self, garage: Garage, dealer: Company, leasing: list[Company], dice: Dice) -> None:
        self._garage, self._dealer, self._leasing, self._dice = garage, dealer, leasing, dice
        self._ledger = Ledger()
        self._people: list[Person] = []

    def run(self, district: District) -> Ledger:
        """The sales and the orders, these numbered by day."""
        self._ledger, self._people = Ledger(), district.people
        for person in district.people:
            self._live(person, _ROLES.draw(self._dice))
        for company in district.companies:
            for _ in range(self._dice.between(1, 3)):
                self._buy_new(company, self._start())
        self._ledger.sales.sort(key=lambda sale: sale.day)
        self._ledger.orders.sort(key=lambda order: order.day)
        for place, order in enumerate(self._ledger.orders, start=1):
            order.number = f"ЗН{place:07d}"
        return self._ledger

    def _live(self, person: Person, role: str) -> None:
        day = max(self._start(), person.birth + _ADULT)
        if role == "none" or day > LAST_DAY - _YEAR // 4:
            return
        if role == "buyer":
            self._buy(person, day)
            if self._dice.chance(0.25):
                self._buy(person, day + self._dice.between(_YEAR, 4 * _YEAR))
            return
        life = self._foreign(person, day)
        end = self._serve(life, person, day, day + self._dice.between(_YEAR // 2, 4 * _YEAR))
        if role == "stranger_who_buys":
            self._buy(person, end + self._dice.between(1, 200))
        elif role == "traded_in":
            self._resell(life, end)
        elif self._dice.chance(0.3):
            self._pass_on(life, person, end)

    def _buy(self, person: Person, day: int) -> None:
        if day > LAST_DAY:
            return
        if self._dice.chance(0.78):
            self._buy_new(person, day)
        else:
            self._own_on(self._used(self._foreign(person, day), person, day), person, day)

    def _buy_new(self, client: Client, day: int) -> None:
        dice, car = self._dice, self._garage.sold_new(day, client.home)
        leased = isinstance(client, Company) and dice.chance(0.15)
        buyer = dice.pick(self._leasing) if leased else client
        life = CarLife(car, day)
        if dice.chance(0.6):
            owner = client if dice.chance(0.3) else self._dealer
            self._order(life, owner, day - dice.between(1, 3), facts.PREPARATION, facts.BY_DEALER)
        self._ledger.sales.append(Sale(day, buyer, car, used=False))
        first = day + dice.between(30, 100)
        if first <= LAST_DAY and dice.chance(_TO_0 if client.home.local else 0.2):
            paid = dice.chance(_PAID_TO_0)
            self._maintain(life, client, first, number=0, paid=paid)
        self._own_on(life, client, day)

    def _used(self, life: CarLife, buyer: Person, day: int) -> CarLife:
        self._ledger.sales.append(Sale(day, buyer, life.car, used=True))
        return life

    def _own_on(self, life: CarLife, owner: Client, day: int) -> None:
        """Ownership from that day to its end, and what becomes of the car then."""
        dice = self._dice
        end = day + dice.between(_YEAR, 9 * _YEAR)
        if dice.chance(0.85 if owner.home.local else 0.25):
            self._serve(life, owner, day, end)
        if end > LAST_DAY - _YEAR // 3:
            return
        if dice.chance(0.3):
            self._resell(life, end)
        elif dice.chance(0.5):
            self._pass_on(life, owner, end)

    def _resell(self, life: CarLife, day: int) -> None:
        """The car is traded in, made ready and sold here to somebody else."""
        sold = day + self._dice.between(10, 60)
        buyer = self._somebody(sold)
        if buyer is None or sold > LAST_DAY:
            return
        self._order(life, self._dealer, day + 5, facts.INTERNAL, facts.BY_DEALER)
        self._used(life, buyer, sold)
        if self._dice.chance(0.7):
            self._serve(life, buyer, sold + 1, sold + self._dice.between(_YEAR, 4 * _YEAR))

    def _pass_on(self, life: CarLife, owner: Client, day: int) -> None:
        """The car simply turns up with somebody else."""
        heir = self._somebody(day)
        if heir is None or heir is owner:
            return
        if self._dice.chance(0.5):
            self._garage.new_plate(life.car, day, heir.home)
        self._serve(life, heir, day + 10, day + self._dice.between(_YEAR, 4 * _YEAR))

    def _somebody(self, day: int) -> Person | None:
        person = self._dice.pick(self._people)
        return person if person.birth + _ADULT < day else None

    def _foreign(self, owner: Client, day: int) -> CarLife:
        car = self._garage.from_outside(day, owner.home)
        while not car.vin:
            car = self._garage.from_outside(day, owner.home)
        zero = (car.year - 1) * _YEAR + car.year // 4 + 180
        return CarLife(car, zero, 1 + max(0, day - zero) // _YEAR)

    def _serve(self, life: CarLife, owner: Client, start: int, end: int) -> int:
        """All that the owner comes for up to that day; the last day that is left."""
        end = min(end, LAST_DAY)
        self._planned(life, owner, start, end)
        for _ in range((end - start) // _YEAR + 1):
            if end > start and self._dice.chance(0.5):
                self._other(life, owner, self._dice.between(start + 1, end), end)
        return end

    def _planned(self, life: CarLife, owner: Client, start: int, end: int) -> None:
        dice = self._dice
        while life.number <= _LAST_NUMBER:
            number = life.number
            by_way = number * facts.interval(life.car) // life.car.daily_km
            day = life.zero + min(number * _YEAR, by_way) + dice.between(-25, 70)
            if day > end:
                return
            life.number += 1
            if day <= start or not dice.chance(_KEPT - _LESS * number):
                continue
            client = self._who(owner)
            if dice.chance(_UNPAID):
                self._maintain(life, client, day, number=number, paid=False)
                day += dice.between(20, 60)
            if day <= end:
                self._maintain(life, client, day, number=number, paid=True)

    def _maintain(
        self, life: CarLife, client: Client, day: int, *, number: int, paid: bool
    ) -> None:
        order = self._order(life, client, day, facts.MAINTENANCE, facts.BY_CLIENT)
        if order is None:
            return
        order.to_no = number
        if not paid:
            order.amount = 0
        elif self._dice.chance(_FOLLOWED):
            self._follow(life, client, day)

    def _follow(self, life: CarLife, client: Client, day: int) -> None:
        """Another order of the same visit, on that day or the next."""
        later = min(LAST_DAY, day + self._dice.below(2))
        kind = self._dice.pick(_FOLLOWING)
        self._order(life, client, later, kind, facts.BY_CLIENT, same_visit=True)

    def _other(self, life: CarLife, owner: Client, day: int, end: int) -> None:
        """What else the car comes for, sometimes again before long."""
        dice, client = self._dice, self._who(owner)
        kind, payer = _OTHER.draw(dice)
        if self._order(life, client, day, kind, payer) is None or kind not in _REPEATABLE:
            return
        again = day + dice.between(4, 34)
        if again <= end and dice.chance(_COMES_BACK):
            self._order(life, client, again, facts.COMEBACK, facts.BY_CLIENT)
        elif again <= end and dice.chance(_SAME_AGAIN):
            self._order(life, client, again, kind, payer)

    def _order(
        self, life: CarLife, client: Client, day: int, kind: str, payer: str,
        *, same_visit: bool = False,
    ) -> WorkOrder | None:  # fmt: skip
        """A new order, None where the car was here about that day for something else."""
        if not same_visit and any(abs(day - other) <= _APART for other in life.days):
            return None
        dice = self._dice
        life.days.append(day)
        mileage = max(5, (day - life.zero) * life.car.daily_km)
        order = WorkOrder(day, client, life.car, kind, payer, mileage=mileage)
        order.amount = dice.between(900, 48_000) * 100 + dice.below(2) * 50
        if dice.chance(_STILL_OPEN):
            order.state = facts.OPEN
        elif dice.chance(_CALLED_OFF):
            order.state = facts.CANCELLED
        self._ledger.orders.append(order)
        return order

    def _who(self, owner: Client) -> Client:
        """The owner, now and then a grown-up of the family instead."""
        family = owner.household if isinstance(owner, Person) else []
        others = [one for one in family if one is not owner and one.birth + _ADULT < FIRST_DAY]
        return (
            self._dice.pick(others) if others and self._dice.chance(_BROUGHT_BY_FAMILY) else owner
        )

    def _start(self) -> int:
        return self._dice.between(FIRST_DAY, LAST_DAY - _YEAR // 2)
