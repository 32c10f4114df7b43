"""Two departments type what happened: cards, cars on them, sales and orders."""

from collections.abc import Sequence
from dataclasses import dataclass

from bench.generator.cards import (
    SALES,
    SERVICE,
    Card,
    CarText,
    OrderText,
    RowText,
    SaleText,
    Tally,
)
from bench.generator.contacts import (
    address_text,
    car_name,
    company_phones,
    day_text,
    joined,
    money,
    person_phones,
    phone_text,
)
from bench.generator.draw import Dice, Unique, Weighted
from bench.generator.name_styles import company_name, person_name, style_shares, trader_name
from bench.generator.people import LAST_DAY
from bench.generator.staff import ADVISORS, BRANCHES, REASONS, SELLERS, STATES
from bench.generator.world import Car, Client, Company, Person, Sale, Visit

_CARE = (0.2, 0.4, 0.7, 0.9, 1.1, 1.6, 2.1)
_NEW_CARD = {"light": 0.05, "medium": 0.10, "heavy": 0.18}
# Of cards that leave the phone of a wife, a husband, a father; and of those made in a hurry, with
# a name and a phone and nothing else: a call, a lead, a car handed over by whoever drove it.
_FAMILY_PHONE = {"light": 0.04, "medium": 0.08, "heavy": 0.14}
_THIN = {
    "light": {SALES: 0.01, SERVICE: 0.02},
    "medium": {SALES: 0.03, SERVICE: 0.06},
    "heavy": {SALES: 0.06, SERVICE: 0.12},
}
_OLD_CARD = 900
_WARRANTY = 3
# Lower codes belong to the cards every district shares.
_FIRST_CODE = 1000


@dataclass(frozen=True, slots=True)
class Habits:
    """How a department works: what its files look like inside."""

    source: str
    level: str
    date_style: str
    money_style: str
    code_style: str
    two_phone_columns: bool


class Clerk:
    """One department's typist for one district."""

    def __init__(self, habits: Habits, codes: Unique, dice: Dice, tally: Tally) -> None:
        self.habits, self._codes, self._dice, self._tally = habits, codes, dice, tally
        self._styles: Weighted[str] = style_shares(habits.level, habits.source)
        self._cards: dict[str, list[Card]] = {}
        self.cards: list[Card] = []
        self.cars: list[CarText] = []

    def cards_of(self, client: Client) -> Sequence[Card]:
        """Every card the department has of that client."""
        return self._cards.get(client.key, ())

    def add_card(self, card: Card) -> None:
        """Puts a card that exists already (a leasing company's) into the department's books."""
        self.cards.append(card)
        if card.client:
            self._cards.setdefault(card.client.key, []).append(card)

    def sale(self, sale: Sale) -> SaleText:
        """The row the sales department makes of a sale."""
        dice, style = self._dice, self.habits.date_style
        driver = sale.leased_to if isinstance(sale.leased_to, Person) else None
        card = self.card(sale.buyer, sale.day, driver)
        contract = sale.day - dice.between(0, 21)
        return SaleText(
            day=sale.day,
            card=card,
            car=self._car(card, sale.car, sale.day),
            care=dice.pick(_CARE),
            number=f"{dice.pick('АДСП')}-{dice.digits(5)}/{dice.between(1, 31)}",
            date=day_text(sale.day, style),
            contract_date=day_text(contract, style),
            price=money(sale.car.price, self.habits.money_style),
            seller=dice.pick(SELLERS),
            branch=dice.pick(BRANCHES),
            new_used=dice.pick(("Б/У", "с пробегом")) if sale.used else "Новый",
            payment=dice.pick(("наличные", "кредит", "кредит", "безналичный"))
            if not isinstance(sale.buyer, Company)
            else ("лизинг" if sale.leased_to else "безналичный"),
            mileage=str(dice.between(12, 140) * 1000) if sale.used else "",
        )

    def order(self, visit: Visit) -> OrderText:
        """The row the service makes of a visit."""
        dice, style = self._dice, self.habits.date_style
        card = self.card(visit.client, visit.day, visit.driver)
        kind, payer = self._kind_of(visit)
        works = dice.between(4, 160) * 100
        parts = dice.between(0, 400) * 50
        text = OrderText(
            day=visit.day,
            card=card,
            car=self._car(card, visit.car, visit.day),
            care=dice.pick(_CARE),
            opened=day_text(visit.day, style),
            closed=day_text(visit.day + dice.pick((0, 0, 0, 1, 1, 3)), style),
            mileage=str(visit.mileage),
            kind=kind,
            to_no=str(visit.number) if kind == "ТО" else "",
            payer=payer,
            total=money(works + parts, self.habits.money_style),
            works=money(works, self.habits.money_style),
            parts=money(parts, self.habits.money_style),
            advisor=dice.pick(ADVISORS),
            reason=f"ТО-{visit.number}" if kind == "ТО" else dice.pick(REASONS),
            status=dice.pick(STATES),
            branch=dice.pick(BRANCHES),
        )
        if visit.driver and isinstance(visit.client, Company) and dice.chance(0.6):
            phone = phone_text(visit.driver.phone_at(visit.day), dice)
            text.contact = f"{visit.driver.first} {phone}"
        return text

    def _kind_of(self, visit: Visit) -> tuple[str, str]:
        dice = self._dice
        if not visit.number:
            return dice.pick(("Рекламация", "Гарантия", "Слесарный ремонт")), "Клиент"
        if visit.number <= _WARRANTY and dice.chance(0.12):
            return "Гарантия", "Завод"
        return dice.pick(("ТО", "ТО", "ТО", "Слесарный ремонт", "Кузовной ремонт",
                          "Диагностика")), "Клиент"  # fmt: skip

    def card(self, client: Client, day: int, driver: Person | None = None) -> Card:
        """The card that a fact of that day is put on: one the client has, or another one."""
        known = self._cards.setdefault(client.key, [])
        if known:
            last = known[-1]
            share = _NEW_CARD[self.habits.level]
            if client.key[0] == "L" or not self._dice.chance(
                share * (1.7 if day - last.day > _OLD_CARD else 1)
            ):
                return last if self._dice.chance(0.85) else self._dice.pick(known)
        card = self.another(client, day, driver)
        known.append(card)
        return card

    def another(self, client: Client, day: int, driver: Person | None = None) -> Card:
        """A new card, whatever is known of the client."""
        card = self._type(client, day, driver)
        self.cards.append(card)
        return card

    def _type(self, client: Client, day: int, driver: Person | None) -> Card:
        card = Card(self.new_code(), client, day, self._dice.pick(_CARE))
        if isinstance(client, Person):
            self._type_person(card, client, day)
        else:
            self._type_company(card, client, day, driver)
        card.consent = self._dice.pick(("Да", "Да", "Да", "Нет", ""))
        return card

    def _type_person(self, card: Card, person: Person, day: int) -> None:
        dice = self._dice
        trader = person.sole_trader and dice.chance(0.5 if self.habits.source == SALES else 0.3)
        if trader:
            card.name = trader_name(person, day, dice)
            self._tally["name_sole_trader"] += 1
        else:
            card.name = person_name(person, day, dice, styles=self._styles, tally=self._tally)
        card.kind = "ИП" if trader else "Физ. лицо"
        card.inn = person.inn
        card.email = person.email
        card.birth = day_text(person.birth, self.habits.date_style)
        card.gender = "Ж" if person.female else "М"
        card.address = address_text(person.home_at(day), dice)
        thin = dice.chance(_THIN[self.habits.level][self.habits.source])
        family = 0.0 if thin else _FAMILY_PHONE[self.habits.level]
        self._put_phones(card, person_phones(person, day, dice, family=family))
        if thin:
            self._tally["card_thin"] += 1
            card.inn = card.email = card.birth = card.gender = card.address = ""

    def _type_company(self, card: Card, firm: Company, day: int, driver: Person | None) -> None:
        dice = self._dice
        card.name = company_name(firm, self.habits.source, dice, driver=driver)
        card.kind = "Юр. лицо"
        card.inn, card.kpp, card.email = firm.inn, firm.kpp, firm.email
        card.address = address_text(firm.home, dice)
        self._put_phones(card, company_phones(firm, day, dice, driver=driver))

    def _put_phones(self, card: Card, numbers: list[str]) -> None:
        dice = self._dice
        texts = [phone_text(number, dice) for number in numbers]
        card.phone = texts[0]
        if len(texts) > 1:
            self._tally["phone_two_in_cell"] += not self.habits.two_phone_columns
            if self.habits.two_phone_columns:
                card.phone2 = texts[1]
            else:
                card.phone = joined(texts, dice)

    def _car(self, card: Card, car: Car, day: int) -> CarText:
        text = card.cars.get(id(car))
        if text is None:
            text = card.cars[id(car)] = CarText(
                care=self._dice.pick(_CARE),
                name=car_name(car, self._dice),
                make=car.make if self._dice.chance(0.8) else car.make_ru,
                model=car.model if self._dice.chance(0.8) else car.model_ru,
                vin=car.vin,
                plate=car.plate_at(day),
                year=str(car.year),
                colour=car.colour,
                body_no=car.body_no,
            )
            self.cars.append(text)
        return text

    def new_code(self) -> str:
        """A client code nobody else in this department has."""
        return code_text(self._codes.draw() + _FIRST_CODE, self.habits)

    def junk_row(self, card: Card, car: Car, day: int) -> RowText:
        """A row of the dealer's own, on a card that names nobody."""
        day, style = min(day, LAST_DAY), self.habits.date_style
        text = self._car(card, car, day)
        amount = money(self._dice.between(0, 900) * 10, self.habits.money_style)
        if self.habits.source == SALES:
            return SaleText(day, card, text, 1.0, date=day_text(day, style), price=amount)
        return OrderText(
            day, card, text, 1.0, opened=day_text(day, style), closed=day_text(day, style),
            mileage=str(self._dice.between(1, 9000)), kind="Внутренний", payer="Салон",
            total=amount, status="Закрыт",
        )  # fmt: skip


def code_text(number: int, habits: Habits) -> str:
    """A client code in the department's spelling."""
    if habits.code_style == "padded":
        return f"{number:09d}"
    prefix = {SALES: "КЛ", SERVICE: "СЦ"}[habits.source]
    return f"{prefix}-{number:08d}" if habits.code_style == "prefixed" else str(number)
