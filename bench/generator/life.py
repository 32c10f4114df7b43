"""Who buys which car, who drives it to the service, and whom it is sold to in the end."""

from bench.generator.draw import Dice, Weighted
from bench.generator.garage import Garage
from bench.generator.people import FIRST_DAY, LAST_DAY
from bench.generator.world import (
    Car,
    Client,
    Company,
    District,
    Person,
    Sale,
    Trap,
    Visit,
)

_YEAR = 365
_ROLES = Weighted(("buyer", "stranger", "carless"), (52, 30, 18))
_PURCHASES = Weighted((1, 2, 3), (81, 16, 3))
_MIN_SPELL = 200
# The chance that a visit was the last one; it sets how many rows a person brings.
_LEAVES = 0.52


class Fate:
    """Lets the clients of a district live with their cars."""

    def __init__(self, garage: Garage, leasing: list[Company], dice: Dice) -> None:
        self._garage, self._leasing, self._dice = garage, leasing, dice
        self._district = District()
        self._carless: list[Person] = []

    def run(self, district: District) -> None:
        """Adds the sales, the visits and the pairs of former and new owners."""
        self._district = district
        roles = [(person, _ROLES.draw(self._dice)) for person in district.people]
        self._carless = [person for person, role in roles if role == "carless"]
        for person, role in roles:
            if role == "buyer":
                self._buyer(person)
            elif role == "stranger":
                self._stranger(person)
        for company in district.companies:
            self._fleet(company)

    def _buyer(self, person: Person) -> None:
        dice = self._dice
        day = self._start()
        for _ in range(_PURCHASES.draw(dice)):
            if day > LAST_DAY:
                return
            used = dice.chance(0.22)
            maker = self._garage.from_outside if used else self._garage.sold_new
            car = maker(day, person.home)
            lessor = dice.pick(self._leasing) if dice.chance(0.02) else None
            self._sell(car, person, day, used=used, lessor=lessor)
            loyal = dice.chance(0.72 if person.home.local else 0.15)
            end = self._own(car, person, day, comes=loyal)
            day = end + dice.between(-60, 500)

    def _stranger(self, person: Person) -> None:
        day = self._start()
        self._own(self._garage.from_outside(day, person.home), person, day, comes=True)

    def _fleet(self, company: Company) -> None:
        dice = self._dice
        count = len(company.drivers) if company.taxi else dice.between(1, 3)
        bought = dice.chance(0.75)
        start = self._start()
        for _ in range(count):
            day = min(LAST_DAY, start + dice.below(40 if dice.chance(0.6) else 900))
            if bought:
                car = self._garage.sold_new(day, company.home)
                leased = dice.chance(0.22)
                lessor = dice.pick(self._leasing) if leased else None
                self._sell(car, company, day, used=False, lessor=lessor)
            else:
                car = self._garage.from_outside(day, company.home)
            self._own(car, company, day, comes=dice.chance(0.8))

    def _sell(
        self, car: Car, client: Client, day: int, *, used: bool, lessor: Company | None = None
    ) -> None:
        buyer = lessor or client
        self._district.sales.append(Sale(day, buyer, car, used, client if lessor else None))

    def _own(self, car: Car, owner: Client, start: int, *, comes: bool) -> int:
        """Lives one ownership to its end and returns that day; a next owner may follow."""
        dice = self._dice
        end = start + dice.between(_YEAR, 8 * _YEAR)
        if comes:
            self._visits(car, owner, start, min(end, LAST_DAY))
        if end < LAST_DAY - _MIN_SPELL and dice.chance(0.5):
            self._pass_on(car, owner, end)
        return end

    def _pass_on(self, car: Car, owner: Client, day: int) -> None:
        dice = self._dice
        home = owner.household if isinstance(owner, Person) else []
        family = [one for one in home if one is not owner]
        if family and dice.chance(0.35):
            heir = dice.pick(family)
        else:
            likely = self._carless if dice.chance(0.8) else []
            heir = dice.pick(likely or self._district.people)
        if heir is owner:
            return
        if heir not in family:
            self._district.traps.append(Trap("new_owner", owner, heir))
        if dice.chance(0.45):
            self._garage.new_plate(car, day, heir.home)
        if dice.chance(0.3) and heir not in family:
            day += dice.between(20, 90)
            self._sell(car, heir, min(day, LAST_DAY), used=True)
        if dice.chance(0.75):
            self._visits(car, heir, day, min(LAST_DAY, day + dice.between(300, 6 * _YEAR)))

    def _visits(self, car: Car, owner: Client, start: int, end: int) -> None:
        dice = self._dice
        day, number = start, 0
        helper = self._second_driver(owner)
        habit = 0.4 if helper and dice.chance(0.35) else 0.05
        base = (day - _built(car)) * car.daily_km
        while True:
            day += dice.between(120, 420)
            number += 1
            if day > end:
                return
            client: Client = helper if helper and dice.chance(habit) else owner
            driver = helper if helper and isinstance(owner, Company) else None
            mileage = max(10, base + (day - start) * car.daily_km + dice.below(900))
            self._district.visits.append(Visit(day, client, car, number, mileage, driver))
            if dice.chance(0.14):
                again = min(end, day + dice.between(1, 60))
                extra = Visit(again, client, car, 0, mileage + dice.below(600), driver)
                self._district.visits.append(extra)
            if dice.chance(_LEAVES):
                return

    def _second_driver(self, owner: Client) -> Person | None:
        if isinstance(owner, Company):
            return self._dice.pick(owner.drivers) if owner.drivers else None
        others = [one for one in owner.household if one is not owner]
        return self._dice.pick(others) if others and self._dice.chance(0.5) else None

    def _start(self) -> int:
        return self._dice.between(FIRST_DAY, LAST_DAY - 60)


def _built(car: Car) -> int:
    return (car.year - 1) * _YEAR + car.year // 4 + 180
