"""Commercial orders by the cars' production years, and visits of the last twelve months."""

from collections import Counter

from bench.generator.service_life import facts
from bench.generator.service_life.facts import WorkOrder
from bench.generator.truth.calendar import months_later
from bench.generator.truth.known import UNKNOWN, Known

_NOT_SOLD = {facts.WARRANTY, facts.RECALL}


def production_years(known: Known) -> dict[str, float]:
    """``orders`` and ``money`` of each year."""
    pieces: Counter[str] = Counter()
    kopecks: Counter[str] = Counter()
    for order in filter(is_commercial, known.orders):
        year = str(order.car.year or UNKNOWN)
        pieces[year] += 1
        kopecks[year] += order.amount
    found: dict[str, float] = {f"orders.{year}": count for year, count in pieces.items()}
    return found | {f"money.{year}": amount / 100 for year, amount in kopecks.items()}


def is_commercial(order: WorkOrder) -> bool:
    """Whether a client's order is paid by the client or the insurer."""
    return order.payer != facts.BY_WARRANTY and order.kind not in _NOT_SOLD


def frequency(known: Known) -> dict[str, float]:
    """Visits without repeats, by kind, and how many that is of each car and client that came."""
    since = months_later(known.day, -12)
    recent = [visit for visit in known.visits if visit.day > since]
    visits = [visit for visit in recent if not visit.repeat]
    cars = len({visit.car.vin for visit in recent})
    clients = len({visit.client.key for visit in recent})
    found: dict[str, float] = {
        "visits": len(visits),
        "repeats": len(recent) - len(visits),
        "cars": cars,
        "clients": clients,
    }
    found |= Counter(f"visits.{visit.kind}" for visit in visits)
    if recent:
        found |= {"a_car": len(visits) / cars, "a_client": len(visits) / clients}
    return found
