"""Cars of the town."""

from datetime import date

from bench.generator.draw import Dice, Weighted
from bench.generator.numbers import Registry
from bench.generator.tables import CarModel, car_models, framed_models
from bench.generator.world import Car, Home

_COLOURS = Weighted(
    ("белый", "чёрный", "серый", "серебристый", "синий", "красный", "коричневый", "зелёный"),
    (30, 20, 16, 14, 8, 6, 4, 2),
)
OWN_MAKES = ("KIA", "Hyundai", "LADA", "Chery")


class Garage:
    """Builds cars with plates and frame numbers of their own."""

    def __init__(self, registry: Registry, dice: Dice) -> None:
        self._registry, self._dice = registry, dice

    def sold_new(self, day: int, home: Home) -> Car:
        """A car of one of the dealer's makes, built for a sale on that day."""
        year = date.fromordinal(day).year
        made = year if self._dice.chance(0.75) else year - 1
        return self._build(_on_market(made, own=True), made, home)

    def from_outside(self, day: int, home: Home) -> Car:
        """Any car, one to twelve years old on that day; sometimes one without a VIN."""
        dice = self._dice
        made = date.fromordinal(day).year - dice.between(1, 12)
        if dice.chance(0.03):
            model = dice.pick(framed_models())
            return self._build([model], dice.between(model.first_year, model.last_year), home)
        return self._build(_on_market(made, own=dice.chance(0.6)), made, home)

    def new_plate(self, car: Car, day: int, home: Home) -> None:
        """Gives the car another plate from that day on."""
        if not car.old_plate:
            car.old_plate, car.plate_since = car.plate, day
            car.plate = self._registry.plate(home.plate_code, self._dice)

    def _build(self, models: list[CarModel], year: int, home: Home) -> Car:
        dice, registry = self._dice, self._registry
        model = dice.pick(models)
        code = home.plate_code or "63"
        return Car(
            vin="" if model.framed else registry.vin(model, year, dice),
            body_no=registry.frame(model, dice) if model.framed else "",
            plate=registry.plate(code, dice),
            make=model.make,
            model=model.model,
            make_ru=model.make_ru,
            model_ru=model.model_ru,
            year=year,
            colour=_COLOURS.draw(dice),
            price=int(model.price * (0.85 + 0.4 * dice.unit())) * 1000 + dice.below(10) * 100,
            plate_code=code,
            daily_km=dice.between(18, 75),
        )


_MARKET: dict[tuple[int, bool], list[CarModel]] = {}


def _on_market(year: int, *, own: bool) -> list[CarModel]:
    key = (year, own)
    if key not in _MARKET:
        _MARKET[key] = [
            model
            for model in car_models()
            if model.first_year <= year <= model.last_year and (not own or model.make in OWN_MAKES)
        ] or list(car_models())
    return _MARKET[key]
