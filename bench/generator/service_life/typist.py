"""The rows that the departments make of the facts; all but cards and VINs is in plain spelling."""

from collections.abc import Sequence
from typing import Protocol

from bench.generator.cards import (
    BOOKINGS,
    CLAIMS,
    SALES,
    SERVICE,
    SURVEYS,
    BookingText,
    Card,
    CarText,
    ClaimText,
    OrderText,
    RowText,
    SaleText,
    SurveyText,
)
from bench.generator.contacts import day_text
from bench.generator.draw import Dice
from bench.generator.service_life import facts
from bench.generator.service_life.echoes import ONLINE
from bench.generator.service_life.facts import Booking, Claim, Ledger, Survey, WorkOrder
from bench.generator.staff import ADVISORS, BRANCHES, SELLERS
from bench.generator.world import Car, Client, Sale

_STYLE = "dot"
_OPENS_AT, _HOURS = 9, 8
_CARE = (0.2, 0.4, 0.7, 0.9, 1.1, 1.6, 2.1)
_KINDS = {
    facts.MAINTENANCE: "ТО", facts.REPAIR: "Слесарный ремонт", facts.WARRANTY: "Гарантия",
    facts.RECALL: "Отзывная кампания", facts.BODYWORK: "Кузовной ремонт",
    facts.DIAGNOSTICS: "Диагностика", facts.TYRES: "Шиномонтаж",
    facts.EQUIPMENT: "Дополнительное оборудование", facts.WASH: "Мойка",
    facts.PREPARATION: "Предпродажная подготовка", facts.INTERNAL: "Внутренний",
    facts.COMEBACK: "Рекламация",
}  # fmt: skip
_PAYERS = {
    facts.BY_CLIENT: "Клиент", facts.BY_WARRANTY: "Завод", facts.BY_DEALER: "Салон",
    facts.BY_INSURER: "Страховая",
}  # fmt: skip
_STATES = {facts.CLOSED: "Закрыт", facts.OPEN: "В работе", facts.CANCELLED: "Отменён"}
RESULTS = {
    facts.WANTED: "Не записан", facts.BOOKED: "Записан", facts.ARRIVED: "Приехал",
    facts.MISSED: "Не приехал", "cancelled": "Отменил", "": "",
}  # fmt: skip
CLAIM_KINDS = {facts.ORAL: "Устная", facts.WRITTEN: "Письменная", facts.COURT: "Суд"}


class Cards(Protocol):
    """A department's cards."""

    cards: list[Card]

    def card(self, client: Client, day: int) -> Card:
        """The card that a fact of that day is put on."""
        ...

    def another(self, client: Client, day: int) -> Card:
        """A new card, whatever is known of the client."""
        ...

    def cards_of(self, client: Client) -> Sequence[Card]:
        """Every card there is of that client."""
        ...


class Typist:
    """Types the facts of a ledger, each source on its own cards."""

    def __init__(self, cards: dict[str, Cards], dice: Dice) -> None:
        self._cards, self._dice = cards, dice

    def rows(self, ledger: Ledger) -> dict[str, list[RowText]]:
        """The rows of every source in the order of their days."""
        return {
            SALES: [self._sale(sale, no) for no, sale in enumerate(ledger.sales, start=1)],
            SERVICE: [self._order(order) for order in ledger.orders],
            BOOKINGS: [self._booking(booking) for booking in ledger.bookings],
            CLAIMS: [self._claim(claim) for claim in ledger.claims],
            SURVEYS: [self._survey(survey) for survey in ledger.surveys],
        }

    def _sale(self, sale: Sale, number: int) -> SaleText:
        dice, card = self._dice, self._cards[SALES].card(sale.buyer, sale.day)
        return SaleText(
            day=sale.day,
            card=card,
            car=self._car(card, sale.car, sale.day),
            care=0.0,
            number=f"ДКП-{number:06d}",
            date=day_text(sale.day, _STYLE),
            contract_date=day_text(sale.day - dice.between(0, 5), _STYLE),
            price=roubles(sale.car.price * 100),
            seller=dice.pick(SELLERS),
            branch=dice.pick(BRANCHES),
            new_used="Б/У" if sale.used else "Новый",
            payment=dice.pick(("Наличные", "Кредит", "Безналичный расчёт")),
        )

    def _order(self, order: WorkOrder) -> OrderText:
        dice, card = self._dice, self._cards[SERVICE].card(order.client, order.day)
        works = order.amount * 2 // 5
        return OrderText(
            day=order.day,
            card=card,
            car=self._car(card, order.car, order.day),
            care=0.0,
            number=order.number,
            opened=day_text(order.day, _STYLE),
            closed="" if order.state == facts.OPEN else day_text(order.day + dice.below(3), _STYLE),
            mileage=str(order.mileage),
            kind=_KINDS[order.kind],
            to_no="" if order.to_no is None else str(order.to_no),
            payer=_PAYERS[order.payer],
            total=roubles(order.amount),
            works=roubles(works),
            parts=roubles(order.amount - works),
            advisor=dice.pick(ADVISORS),
            status=_STATES[order.state],
            branch=dice.pick(BRANCHES),
        )

    def _booking(self, booking: Booking) -> BookingText:
        card = self._cards[BOOKINGS].another(booking.client, booking.day)
        return booking_text(booking, card, self._car(card, booking.car, booking.day))

    def _claim(self, claim: Claim) -> ClaimText:
        card = self._cards[CLAIMS].another(claim.client, claim.day)
        return claim_text(claim, card, self._car(card, claim.car, claim.day))

    def _survey(self, survey: Survey) -> SurveyText:
        if survey.client is None:
            card = Card("", None, survey.day, 0.0)
        else:
            card = self._cards[SURVEYS].another(survey.client, survey.day)
        return survey_text(survey, card, self._car(card, survey.car, survey.day))

    def _car(self, card: Card, car: Car | None, day: int) -> CarText:
        if car is None:
            return CarText(0.0)
        if id(car) not in card.cars:
            card.cars[id(car)] = CarText(
                care=self._dice.pick(_CARE),
                name=f"{car.make} {car.model}",
                make=car.make,
                model=car.model,
                vin=car.vin,
                plate=car.plate_at(day),
                year=str(car.year),
                colour=car.colour,
            )
        return card.cars[id(car)]


def booking_text(booking: Booking, card: Card, car: CarText) -> BookingText:
    """The row of a call."""
    return BookingText(
        day=booking.day,
        card=card,
        car=car,
        date=day_text(booking.day, _STYLE),
        due=_moment(booking),
        result=RESULTS[booking.outcome],
        channel=booking.channel,
        number=booking.number,
    )


def _moment(booking: Booking) -> str:
    """When a client is expected; the dealer's site asks for the hour as well."""
    if booking.due is None:
        return ""
    day = day_text(booking.due, _STYLE)
    hour = _OPENS_AT + booking.day % _HOURS
    return f"{day} {hour:02d}:30" if booking.channel == ONLINE else day


def claim_text(claim: Claim, card: Card, car: CarText) -> ClaimText:
    """The row of a complaint."""
    date, kind = day_text(claim.day, _STYLE), CLAIM_KINDS[claim.kind]
    return ClaimText(claim.day, card, car, date, kind, claim.number)


def survey_text(survey: Survey, card: Card, car: CarText) -> SurveyText:
    """The row of an answer."""
    date = day_text(survey.day, _STYLE)
    return SurveyText(survey.day, card, car, date, str(survey.mark), survey.number)


def roubles(kopecks: int) -> str:
    """An amount as a file has it."""
    return f"{kopecks // 100},{kopecks % 100:02d}"
