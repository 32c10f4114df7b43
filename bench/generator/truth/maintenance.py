"""Who bought a new car and came to its planned maintenances, and what those who did not cost."""

from dataclasses import dataclass

from bench.generator.service_life.facts import interval
from bench.generator.truth.calendar import months_later
from bench.generator.truth.known import Known, number_done, region_of
from bench.generator.world import Person, Sale

NUMBERS = range(11)


@dataclass(frozen=True, slots=True)
class Step:
    """One sale and one maintenance: whether it should have come, came, and what it paid first."""

    due: bool
    came: bool
    paid: int | None


def figures(known: Known) -> dict[str, float]:
    """``sold``, and by number ``due``, ``came``, ``bill``, ``lost``."""
    sales = new_at_home(known)
    found: dict[str, float] = {"sold": len(sales)}
    for number in NUMBERS:
        steps = [step(known, sale, number) for sale in sales]
        due = sum(one.due for one in steps)
        came = sum(one.came for one in steps)
        paid = [one.paid for one in steps if one.paid]
        found |= {f"due.{number}": due, f"came.{number}": came}
        if paid:
            bill = sum(paid) / len(paid) / 100
            found[f"bill.{number}"] = round(bill, 2)
            found[f"lost.{number}"] = round(bill * (due - came), 2)
    return found


def new_at_home(known: Known) -> list[Sale]:
    """The sales of new cars to buyers of the home region."""
    return [
        sale for sale in known.sales if not sale.used and region_of(sale.buyer) == known.home
    ]  # fmt: skip


def step(known: Known, sale: Sale, number: int) -> Step:
    """How a sale stands to the maintenance of that number."""
    end = changed_on(known, sale) or known.day + 1
    done = [
        order
        for order in known.orders_of[sale.car.vin]
        if number_done(order) == number and sale.day <= order.day < end
    ]
    due = due_on(known, sale, number) <= min(known.day, end)
    paid = next((order.amount for order in done if order.amount), None)
    return Step(due or bool(done), bool(done), paid)


def due_on(known: Known, sale: Sale, number: int) -> int:
    """The day that a maintenance is due by time or by mileage, whichever comes first."""
    if number == 0:
        return months_later(sale.day, 3)
    by_time = months_later(sale.day, 12 * number)
    least = number * interval(sale.car)
    reached = (
        visit.day
        for visit in known.visits_of[sale.car.vin]
        if visit.day > sale.day and visit.mileage >= least
    )
    return min(by_time, next(reached, by_time))


def changed_on(known: Known, sale: Sale) -> int | None:
    """The day from which the buyer is not expected with the car, None if he is still."""
    later = (other.day for other in known.sales_of[sale.car.vin] if other.day > sale.day)
    days = [next(later, None), _taken_over(known, sale)]
    return min((day for day in days if day is not None), default=None)


def _taken_over(known: Known, sale: Sale) -> int | None:
    """The first day of somebody who was never seen with the car while its buyer came."""
    if not isinstance(sale.buyer, Person):
        return None
    first: dict[str, int] = {}
    last = sale.day
    for order in known.orders_of[sale.car.vin]:
        first.setdefault(order.client.key, order.day)
        if order.client.key == sale.buyer.key:
            last = max(last, order.day)
    return min((day for day in first.values() if day > last), default=None)
