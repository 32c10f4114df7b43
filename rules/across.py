"""BAS: what only the whole base can tell, from many cards and from a car's whole life.

What it does
    Sets the visits and sales of one car side by side, finds the mileage that does not fit the
    others, phones and other values that stand on the cards of many different clients, and VINs
    that break a habit which their plant keeps everywhere else in this base.

Why it matters
    A phone on the cards of a hundred clients is a dispatcher's or the dealer's own and glues
    strangers together. What a plant's VINs look like is learned here and not taken from a table:
    the tables that can be found contradict each other for the plants of Russia.

Example
    Warned: 15,000 km in 2015, 310,000 km in 2016, 45,000 km in 2017
"""

import re
from datetime import date

from resources.texts import marked
from rules.finding import Rule, Severity

VISIT_BEFORE_SALE = Rule(
    "BAS201",
    "ro_open",
    Severity.WARN,
    marked("The car came to service on {value}, before it was sold new on {day}."),
    marked("Compare both dates with the documents; only its preparation comes before a sale."),
    bad=("продан: 05.06.2014 | год: 2014 | визит: 07.06.2013 | визит: 08.06.2015",),
    good=("продан: 05.06.2014 | год: 2009 | визит: 07.06.2013 | визит: 08.06.2015",),
)
SALE_AFTER_VISITS = Rule(
    "BAS202",
    "sale_date",
    Severity.WARN,
    marked("All {count} visits of the car are older than its sale as new on {value}."),
    marked("Compare the date of the sale with the contract."),
    bad=(
        "продан: 05.06.2014 | год: 2014 | визит: 01.02.2011 | визит: 01.02.2012 | визит: 1.2.2013",
    ),
    good=("продан: 05.06.2014 | год: 2014 | визит: 01.02.2015 | визит: 01.02.2016",),
)
MILEAGE_MISFIT = Rule(
    "BAS203",
    "mileage",
    Severity.WARN,
    marked("The mileage {value} does not fit the car's others: {before} before, {after} after."),
    marked("Compare it with the work order."),
    bad=(
        "пробег: 07.06.2015 15010 | пробег: 07.06.2016 310500 | пробег: 07.06.2017 45000",
        "пробег: 07.06.2015 15010 | пробег: 08.06.2015 480000",
    ),
    good=("пробег: 07.06.2015 15010 | пробег: 07.06.2016 31050 | пробег: 07.06.2017 45000",),
)
SHARED_CONTACT = Rule(
    "BAS204",
    "phone",
    Severity.WARN,
    marked(
        "{value} stands on {cards} cards of {people} different clients; of a hundred such values "
        "here ninety-five stand on no more than {usual}."
    ),
    marked("Write the client's own one; a number that many share leads to none of them."),
    bad=("телефон: +7 916 555-77-01 | клиентов: 12 | обычно: 2 | карточек в базе: 20000",),
    good=("телефон: +7 916 555-77-01 | клиентов: 4 | обычно: 2 | карточек в базе: 20000",),
)
DEALER_PHONE = Rule(
    "BAS205",
    "phone",
    Severity.WARN,
    marked("{value} stands on {cards} cards: it looks like the dealer's own number."),
    marked("Write the client's own phone."),
    bad=("телефон: +7 495 755-77-01 | клиентов: 400 | обычно: 2 | карточек в базе: 20000",),
    good=("телефон: +7 495 755-77-01 | клиентов: 2 | обычно: 2 | карточек в базе: 20000",),
)
COMMON_VALUE = Rule(
    "BAS206",
    "card",
    Severity.WARN,
    marked("{value} stands on {cards} cards of {people} different clients: it is a placeholder."),
    marked("Write the client's own value or leave the cell empty."),
    bad=(
        "телефон: +7 916 123-45-67 | клиентов: 12 | обычно: 2 | карточек в базе: 20000",
        "дата рождения: 01.01.1980 | клиентов: 92 | обычно: 4",
    ),
    good=("дата рождения: 12.03.1980 | клиентов: 9 | обычно: 4",),
)
OTHER_MAKE = Rule(
    "BAS207",
    "make_model",
    Severity.WARN,
    marked("The car is called {value}, but {share} of 100 VINs here that begin {wmi} are {make}."),
    marked("Compare the make and the VIN with the registration certificate."),
    bad=("VIN: XWEHH812BD0456789 | марка: Audi | марка завода: Kia | так у: 39 из 40",),
    good=(
        "VIN: XWEHH812BD0456789 | марка: Audi | марка завода: Kia | так у: 30 из 40",
        "VIN: XWEHH812BD0456789 | марка: Kia | марка завода: Kia | так у: 39 из 40",
    ),
)
CHECK_DIGIT = Rule(
    "BAS208",
    "vin",
    Severity.WARN,
    marked(
        "The check digit of the VIN {value} does not agree, although {share} of 100 VINs here "
        "that begin {wmi} keep it: a character is mistyped."
    ),
    marked("Compare it with the registration certificate."),
    source="ISO 3779",
    bad=("VIN: XWEHH812BD0456789 | контрольный знак: верен | так у: 39 из 40",),
    good=(
        "VIN: XWEHH812BD0456789 | контрольный знак: верен | так у: 12 из 40",
        "VIN: XWEHH812BD0456789 | контрольный знак: верен | так у: 18 из 18",
    ),
)
CROWDED_VIN = Rule(
    "BAS209",
    "vin",
    Severity.WARN,
    marked("The VIN {value} stands on {cards} cards of {people} different clients."),
    marked("A car has few owners: copy this car's VIN from its registration certificate."),
    bad=("VIN: XWEHH812BD0456789 | клиентов: 9 | обычно: 2",),
    good=("VIN: XWEHH812BD0456789 | клиентов: 4 | обычно: 2",),
)
YEAR_OF_VIN = Rule(
    "BAS301",
    "year",
    Severity.INFO,
    marked("The VIN says the model year {vin_year}, the card {value}; VINs from {wmi} tell it."),
    marked("Compare the year with the registration certificate."),
    source="ISO 3779",
    bad=("VIN: XWEHH812BD0456789 | год: 2017 | год по VIN: 2013 | так у: 39 из 40",),
    good=("VIN: XWEHH812BD0456789 | год: 2014 | год по VIN: 2013 | так у: 39 из 40",),
)
RULES = (
    VISIT_BEFORE_SALE,
    SALE_AFTER_VISITS,
    MILEAGE_MISFIT,
    SHARED_CONTACT,
    DEALER_PHONE,
    COMMON_VALUE,
    OTHER_MAKE,
    CHECK_DIGIT,
    CROWDED_VIN,
    YEAR_OF_VIN,
)
CODES = tuple(rule.code for rule in RULES)
CODES_OF_CARS = tuple(
    rule.code for rule in RULES if rule not in {SHARED_CONTACT, DEALER_PHONE, COMMON_VALUE}
)

ENOUGH_VINS, ENOUGH_OF_THEM = 20, 0.95
"""A habit of a plant is learned from so many VINs, if so large a part of them keeps it."""

FEWEST_CLIENTS = 5
"""Relatives and colleagues share a phone; on more cards of different clients it is shared."""

_TIMES_THE_USUAL = 3
_DEALERS_SHARE, _DEALERS_LEAST = 500, 30
_ALL_VISITS = 3
_NEW_FOR_YEARS = 1
_FEW_DIGITS = 3
_RUNS = "01234567890 9876543210"
_TAIL, _RUN = 7, 6


def is_habit(kept: int, cars: int) -> bool:
    """Whether so many of a plant's cars keep something that it is the plant's habit."""
    return cars >= ENOUGH_VINS and kept >= ENOUGH_OF_THEM * cars


def most_clients(usual: int) -> int:
    """How many different clients may have one value before it counts as shared.

    Args:
        usual: the number of cards that ninety-five of a hundred values do not exceed.
    """
    return max(FEWEST_CLIENTS, _TIMES_THE_USUAL * usual)


def contact_rule(kind: str, value: str, *, people: int, cards_of_base: int) -> Rule:
    """What a phone or an e-mail is that stands on the cards of too many clients."""
    if kind != "phone":
        return SHARED_CONTACT
    if looks_typed(value):
        return COMMON_VALUE
    if people >= fewest_of_dealer(cards_of_base):
        return DEALER_PHONE
    return SHARED_CONTACT


def fewest_of_dealer(cards_of_base: int) -> int:
    """The clients from whose number on a phone that they share is taken for the dealer's own."""
    return max(_DEALERS_LEAST, cards_of_base // _DEALERS_SHARE)


def looks_typed(phone: str) -> bool:
    """Whether the end of a number is what a hand types that has no number to type.

    >>> looks_typed("+79123456789"), looks_typed("+79160005050"), looks_typed("+79165550103")
    (True, True, False)
    """
    tail = re.sub(r"\D", "", phone)[-_TAIL:]
    runs = (tail[at : at + _RUN] for at in range(len(tail) - _RUN + 1))
    return len(set(tail)) < _FEW_DIGITS or any(run in _RUNS for run in runs)


def sold_new(year: int | None, sale: date) -> bool:
    """Whether a car of that year was new when it was sold; an unknown year tells nothing."""
    return year is not None and 0 <= sale.year - year <= _NEW_FOR_YEARS


def against_sale(visits: int, before: int) -> Rule | None:
    """What is wrong where so many of a new car's visits lie before its sale."""
    if not before:
        return None
    return SALE_AFTER_VISITS if before == visits >= _ALL_VISITS else VISIT_BEFORE_SALE
