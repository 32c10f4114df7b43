"""Makes and models and what becomes of them."""

from collections.abc import Callable

from bench.generator.draw import Dice
from bench.generator.tables import CarModel, car_models
from bench.rule_dirt import slips
from bench.rule_dirt.kinds import Dirty, FieldDirt, Floor, Kind, answer
from rules import make_model

_BEHIND = (
    "1.6 AT", "2015", "2.0 MT 2018 г.в.", "седан", "(белый)", "1.6 АКПП 123 л.с.", "4WD",
    "VIN XW8AA11B0CK000123", "CVT", "II", "хэтчбек 5дв", "Comfort", "new",
)  # fmt: skip


# One list for sales and service names the model, not its engine.
_CATALOGUE = {
    "BMW 320i": "BMW|3 Series",
    "Mercedes-Benz E 200": "Mercedes-Benz|E-Class",
    "LADA Niva": "Lada|Niva Legend",
    "УАЗ Патриот": "UAZ|Patriot",
    "ГАЗ ГАЗель Next": "GAZ|ГАЗель Next",
}


def _truth(car: CarModel) -> str:
    found = _CATALOGUE.get(f"{car.make} {car.model}", f"{car.make}|{car.model}")
    return found.casefold()


def _shown(found: make_model.MakeModel) -> str:
    return f"{found.make}|{found.model}".casefold()


Typing = Callable[[CarModel, Dice], str]


def _same(name: str, typing: Typing, floor: Floor = Floor.NONE) -> Kind[CarModel]:
    return Kind(name, lambda car, dice: Dirty(typing(car, dice), _truth(car)), floor)


def _typo(car: CarModel, dice: Dice) -> Dirty | None:
    if len(car.make) < 5:  # noqa: PLR2004 - a slip in «Kia» leaves nothing to know it by
        return None
    at, way = dice.between(1, len(car.make) - 2), dice.below(3)
    slip = (slips.lost, slips.doubled, slips.swapped)[way](car.make, at)
    return Dirty(f"{slip} {car.model}", _truth(car)) if slip != car.make else None


def _layout(car: CarModel, _: Dice) -> Dirty | None:
    if not f"{car.make} {car.model}".isascii():
        return None
    return Dirty(f"{car.make} {car.model}".translate(slips.TYPED_IN_RUSSIAN), _truth(car))


MODELS = FieldDirt(
    "make and model",
    lambda dice: dice.pick(car_models()),
    lambda car, _: Dirty(f"{car.make} {car.model}", _truth(car)),
    lambda text: answer(make_model.normalise(text), _shown),
    (
        _same(
            "capitals and signs",
            lambda car, dice: dice.pick((
                f"{car.make} {car.model}".upper(), f"{car.make} {car.model}".lower(),
                f"{car.make}, {car.model}", f"{car.make}  {car.model} ", f"{car.make}/{car.model}",
                f"{car.make}-{car.model}", f"«{car.make} {car.model}»", f"{car.make}_{car.model}",
            )),
        ),
        _same(
            "Cyrillic spelling",
            lambda car, dice: dice.pick((
                f"{car.make_ru} {car.model_ru}", f"{car.make_ru} {car.model}",
                f"{car.make} {car.model_ru}", f"{car.make_ru} {car.model_ru}".upper(),
            )),
        ),
        _same("equipment behind", lambda car, dice: f"{car.make} {car.model} {dice.pick(_BEHIND)}"),
        _same(
            "look-alike letters",
            lambda car, dice: slips.twins(f"{car.make} {car.model}", dice, slips.CYRILLIC_TWINS),
            Floor.UNDONE,
        ),
        Kind("wrong layout", _layout, Floor.UNDONE),
        Kind("slip in the make", _typo),
        Kind("make missing", lambda car, _: Dirty(car.model, _truth(car))),
    ),
)  # fmt: skip
