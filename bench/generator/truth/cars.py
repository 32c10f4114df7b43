"""Own and foreign cars, and what each model does."""

from collections import Counter

from bench.generator.truth.calendar import month_of, months_later
from bench.generator.truth.known import Known
from bench.generator.truth.maintenance import new_at_home, step
from bench.generator.truth.visits import Visit
from bench.generator.world import Car
from rules import make_model

_YEARS = range(1, 6)
_OWN, _FOREIGN = "own", "foreign"
_DUE_NUMBERS = (1, 3)


def own_foreign(known: Known) -> dict[str, float]:
    """Visits, cars and money of own and foreign cars, by month, and who is still kept."""
    found: Counter[str] = Counter()
    cars: dict[str, set[str]] = {_OWN: set(), _FOREIGN: set()}
    bought: dict[str, int] = {}
    for sale in known.sales:
        bought.setdefault(sale.buyer.key, sale.day)
    for visit in known.visits:
        side = _side(known, visit)
        found[f"visits.{side}"] += 1
        found[f"visits.{side}.{month_of(visit.day)}"] += 1
        found[f"money.{side}"] += visit.amount
        cars[side].add(visit.car.vin)
        buyer = bought.get(visit.client.key, known.day + 1) <= visit.day
        found[f"clients.{_OWN if buyer else _FOREIGN}"] += 1
    figures: dict[str, float] = {
        f"{name}.{side}": found[f"{name}.{side}"]
        for name in ("visits", "clients")
        for side in (_OWN, _FOREIGN)
    }
    figures |= {name: count for name, count in found.items() if name.startswith("visits.")}
    figures |= {f"cars.{side}": len(seen) for side, seen in cars.items()}
    figures |= {f"money.{side}": found[f"money.{side}"] / 100 for side in (_OWN, _FOREIGN)}
    return figures | _retention(known)


def _retention(known: Known) -> dict[str, float]:
    found: dict[str, float] = {
        f"{name}.{side}.{year}": 0
        for name in ("base", "kept")
        for side in (_OWN, _FOREIGN)
        for year in _YEARS
    }
    for visits in known.visits_of.values():
        if not visits:
            continue
        side, entry = _side(known, visits[0]), visits[0].day
        for year in _YEARS:
            start, end = (months_later(entry, 12 * count) for count in (year - 1, year))
            if end <= known.day:
                found[f"base.{side}.{year}"] += 1
                found[f"kept.{side}.{year}"] += any(start < one.day <= end for one in visits)
    return found


def models(known: Known) -> dict[str, float]:
    """Sales, visits and planned maintenances by make and model."""
    found: Counter[str] = Counter()
    for sale in new_at_home(known):
        name = model_of(sale.car)
        found[f"sold|{name}"] += 1
        for number in _DUE_NUMBERS:
            one = step(known, sale, number)
            found[f"due.{number}|{name}"] += one.due
            found[f"came.{number}|{name}"] += one.came
    for visits in known.visits_of.values():
        if not visits:
            continue
        name = model_of(visits[0].car)
        found[f"cars|{name}"] += 1
        found[f"visits|{name}"] += len(visits)
        found[f"own|{name}"] += sum(known.is_own(visit) for visit in visits)
    return dict(found)


def model_of(car: Car) -> str:
    """Make and model as the catalogue spells them."""
    value = make_model.normalise(f"{car.make} {car.model}").value
    return f"{value.make} {value.model}" if value else f"{car.make} {car.model}"


def _side(known: Known, visit: Visit) -> str:
    return _OWN if known.is_own(visit) else _FOREIGN
