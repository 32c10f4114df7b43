"""Addresses and what becomes of them."""

from collections.abc import Callable
from dataclasses import dataclass

from bench.generator.draw import Dice
from bench.generator.tables import streets
from bench.rule_dirt import slips
from bench.rule_dirt.kinds import Dirty, FieldDirt, Floor, Kind, answer
from rules import address

_TOWNS = (
    ("Самара", "Самарская область", "443", "Самарская обл"),
    ("Тольятти", "Самарская область", "445", "Самарская обл."),
    ("Уфа", "Республика Башкортостан", "450", "Башкортостан Респ"),
    ("Казань", "Республика Татарстан", "420", "Респ. Татарстан"),
    ("Екатеринбург", "Свердловская область", "620", "Свердловская обл"),
    ("Химки", "Московская область", "141", "МО"),
    ("Краснодар", "Краснодарский край", "350", "Краснодарский кр."),
    ("Пермь", "Пермский край", "614", "Пермский край"),
    ("Воронеж", "Воронежская область", "394", "обл Воронежская"),
    ("Москва", "Москва", "101", "г. Москва"),
    ("Санкт-Петербург", "Санкт-Петербург", "190", "СПб"),
    ("Ижевск", "Удмуртская Республика", "426", "Удмуртия"),
)


@dataclass(frozen=True, slots=True)
class Home:
    """A flat in a house in a street in a town."""

    town: str
    region: str
    short_region: str
    index: str
    street: str
    house: str
    flat: str

    @property
    def truth(self) -> str:
        """The fields as this bench compares them."""
        street = f"ул. {self.street}".casefold().replace("ё", "е")
        return f"{self.region}|{self.town}|{street}|{self.house}|{self.flat}"


def draw(dice: Dice) -> Home:
    """An address in one of a dozen towns."""
    town, region, index, short = dice.pick(_TOWNS)
    house = str(dice.between(1, 180)) + (dice.pick(("А", "к2", "")) if dice.chance(0.2) else "")
    flat = str(dice.between(1, 320))
    return Home(town, region, short, index + dice.digits(3), dice.pick(streets()), house, flat)


def _shown(found: address.Address) -> str:
    street = found.street.casefold().replace("ё", "е")
    return f"{found.region}|{found.city}|{street}|{found.house}|{found.flat}"


def _write(home: Home, _: Dice) -> Dirty:
    region = "" if home.town == home.region else f"{home.region}, "
    text = (
        f"{home.index}, {region}г. {home.town}, ул. {home.street}, д. {home.house}, кв. {home.flat}"
    )
    return Dirty(text, home.truth)


Typing = Callable[[Home, Dice], str]


def _same(name: str, typing: Typing, floor: Floor = Floor.NONE) -> Kind[Home]:
    return Kind(name, lambda home, dice: Dirty(typing(home, dice), home.truth), floor)


def _styled(home: Home, dice: Dice) -> str:
    town, street, house, flat = home.town, home.street, home.house, home.flat
    return dice.pick((
        f"{home.short_region}, {town} г, {street} ул, дом № {house}, кв.{flat}",
        f"{home.index},{home.short_region},г.{town},ул.{street},д.{house},кв.{flat}",
        f"г.{town} ул.{street} д.{house} кв.{flat}",
        f"г {town}, улица {street}, дом {house}, квартира {flat}",
        f"{town}, {street} ул., {house}-{flat}",
        f"{town}, ул {street} {house}, {flat}",
        f"Россия, {home.index}, {home.short_region}, г. {town}, ул. {street}, {house}, кв {flat}",
        f"ул. {street}, д. {house}, кв. {flat}, г. {town}, {home.index}",
        f"{home.index}.0, {town} г., {street} ул., д.{house}, кв.{flat}",
    ))  # fmt: skip


def _clean(home: Home) -> str:
    return (
        f"{home.short_region}, г. {home.town}, ул. {home.street}, д. {home.house}, кв. {home.flat}"
    )


def _with_contact(home: Home, dice: Dice) -> str:
    return _clean(home) + dice.pick((", тел. 8 916 234-65-78", " +79162346578", "; a.b@mail.ru"))


def _layout(home: Home, _: Dice) -> Dirty:
    return Dirty(_clean(home).translate(slips.TYPED_IN_LATIN), home.truth)


ADDRESSES = FieldDirt(
    "address",
    draw,
    _write,
    lambda text: answer(address.normalise(text), _shown),
    (
        _same("another style", _styled),
        _same(
            "capitals wrong",
            lambda home, dice: dice.pick((str.upper, str.lower))(_write(home, dice).text),
        ),
        _same(
            "look-alike letters",
            lambda home, dice: slips.twins(_clean(home), dice, slips.LATIN_TWINS, 4),
            Floor.UNDONE,
        ),
        Kind("wrong layout", _layout, Floor.UNDONE),
        _same("phone or e-mail inside", _with_contact),
    ),
)
