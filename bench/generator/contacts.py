"""The ways a clerk writes phones, addresses, dates and cars down, before any mistake."""

from datetime import date
from functools import cache

from bench.generator.draw import Dice, Weighted
from bench.generator.world import Car, Company, Home, Person

_PHONE_STYLES = Weighted(
    (
        "8{a}{b}{c}{d}", "+7{a}{b}{c}{d}", "8 ({a}) {b}-{c}-{d}", "+7 ({a}) {b}-{c}-{d}",
        "8-{a}-{b}-{c}-{d}", "{a}{b}{c}{d}", "7{a}{b}{c}{d}", "8 {a} {b} {c} {d}",
        "8({a}){b}{c}{d}", "+7 {a} {b}-{c}-{d}",
    ),
    (26, 14, 12, 14, 8, 6, 6, 6, 3, 5),
)  # fmt: skip
_JOINTS = (", ", ", ", ", ", "; ", "; ", " / ", "/", " ", " ", ",", "\n")


def phone_text(number: str, dice: Dice) -> str:
    """Ten digits in one of the usual spellings."""
    return _PHONE_STYLES.draw(dice).format(a=number[:3], b=number[3:6], c=number[6:8], d=number[8:])


def joined(phones: list[str], dice: Dice) -> str:
    """Several phones in one cell."""
    return dice.pick(_JOINTS).join(phones)


def person_phones(person: Person, day: int, dice: Dice, *, family: float) -> list[str]:
    """The numbers a person leaves on that day: one's own or, by that share, the family's."""
    first = person.phone_at(day)
    if len(person.household) > 1 and dice.chance(family):
        first = dice.pick(person.household).phone_at(day)
    phones = [first]
    if first != person.phone_at(day) and dice.chance(0.5):
        phones.append(person.phone_at(day))
    if person.home_phone and dice.chance(0.35):
        phones.append(person.home_phone)
    if person.second_phone and dice.chance(0.5):
        phones.append(person.second_phone)
        if dice.chance(0.3):
            phones.reverse()
    return phones[:2]


def company_phones(firm: Company, day: int, dice: Dice, *, driver: Person | None) -> list[str]:
    """The numbers left for a company: the office's, and often the driver's."""
    phones = [firm.phone]
    if firm.second_phone and dice.chance(0.4):
        phones.append(firm.second_phone)
    if driver and dice.chance(0.35):
        phones.insert(0, driver.phone_at(day))
    return phones[:2] if dice.chance(0.7) else phones[:1]


_ADDRESSES = Weighted(
    (
        "{index}, {region}, г. {city}, ул. {street}, д. {house}{flat}",
        "{region}, г {city}, ул {street}, д {house}{flat}",
        "г. {city}, ул. {street}, д.{house}{flat}",
        "г.{city} ул.{street} {house}{bare}",
        "{city}, {street} {house}{bare}",
        "{index}, г. {city}, {street} ул, дом {house}{flat}",
        "{city}",
        "{region}, {city}",
    ),
    (22, 20, 22, 12, 12, 6, 4, 2),
)


def address_text(home: Home, dice: Dice) -> str:
    """An address in one of the usual spellings."""
    office = home.flat.startswith("оф")
    flat = f", {home.flat}" if office else f", кв. {home.flat}" if home.flat else ""
    bare = f"-{home.flat}" if home.flat and not office else ""
    return _ADDRESSES.draw(dice).format(
        index=home.index, region=home.region, city=home.city, street=home.street,
        house=home.house, flat=flat, bare=bare,
    )  # fmt: skip


@cache
def day_text(day: int, style: str) -> str:
    """A day in the spelling of a file: "dot", "time", "iso" or "slash"."""
    moment = date.fromordinal(day)
    if style == "iso":
        return moment.isoformat()
    text = f"{moment.day:02d}.{moment.month:02d}.{moment.year}"
    if style == "slash":
        return text.replace(".", "/")
    return f"{text} 0:00:00" if style == "time" else text


def plain_address(home: Home) -> str:
    """An address in full, in the plain spelling."""
    office = home.flat.startswith("оф")
    flat = f", {home.flat}" if office else f", кв. {home.flat}" if home.flat else ""
    place = f"{home.index}, {home.region}, г. {home.city}"
    return f"{place}, ул. {home.street}, д. {home.house}{flat}"


_CAR_STYLES = Weighted(
    ("{make} {model}", "{make} {model}", "{make_ru} {model_ru}", "{MAKE} {MODEL}",
     "{make} {model} {year} г.в.", "{model}", "{make} {model} {colour}"),
    (40, 10, 14, 18, 6, 6, 6),
)  # fmt: skip


def car_name(car: Car, dice: Dice) -> str:
    """A car's name in one of the usual spellings."""
    return _CAR_STYLES.draw(dice).format(
        make=car.make, model=car.model, make_ru=car.make_ru, model_ru=car.model_ru,
        MAKE=car.make.upper(), MODEL=car.model.upper(), year=car.year, colour=car.colour,
    )  # fmt: skip


def money(amount: int, style: str) -> str:
    """An amount in roubles in the spelling of a file: "plain", "comma" or "spaced"."""
    if style == "plain":
        return str(amount)
    if style == "comma":
        return f"{amount},00"
    return f"{amount:,}".replace(",", " ") + ",00"
