from collections import Counter, defaultdict

import pytest

from bench.generator.draw import Dice
from bench.generator.people import LAST_DAY
from bench.generator.service_life import facts
from bench.generator.service_life.build import lived
from bench.generator.truth.known import known


@pytest.fixture(scope="module")
def ledger():
    return lived(500, 3, Dice(3, 11))[1]


def test_every_kind_of_order_payer_and_state_occurs(ledger):
    kinds = {order.kind for order in ledger.orders}
    assert kinds >= {
        facts.MAINTENANCE, facts.REPAIR, facts.WARRANTY, facts.BODYWORK, facts.PREPARATION,
        facts.INTERNAL, facts.COMEBACK, facts.DIAGNOSTICS,
    }  # fmt: skip
    assert {order.payer for order in ledger.orders} == {"client", "warranty", "internal", "insurer"}
    assert {order.state for order in ledger.orders} == {"closed", "open", "cancelled"}


def test_nothing_happens_after_the_last_day_and_orders_are_numbered_by_day(ledger):
    assert ledger.day <= LAST_DAY
    days = [order.day for order in ledger.orders]
    assert days == sorted(days)
    assert len({order.number for order in ledger.orders}) == len(days)


def test_an_odometer_never_goes_back(ledger):
    seen = {}
    for order in ledger.orders:
        assert order.mileage >= seen.get(order.car.vin, 0)
        seen[order.car.vin] = order.mileage


def test_numbers_of_maintenance_go_on_with_the_car(ledger):
    last = defaultdict(lambda: -1)
    for order in ledger.orders:
        if order.to_no is not None:
            assert order.to_no >= last[order.car.vin]
            last[order.car.vin] = order.to_no


def test_marks_without_pay_and_free_inspections_occur(ledger):
    free = Counter(order.to_no == 0 for order in ledger.orders
                   if order.kind == facts.MAINTENANCE and not order.amount)  # fmt: skip
    assert free[True] and free[False]


def test_orders_of_one_visit_are_of_one_client(ledger):
    visits = known(ledger).visits
    several = [visit for visit in visits if len(visit.orders) > 1]
    assert several
    assert all(len({order.client.key for order in visit.orders}) == 1 for visit in several)


def test_cars_are_sold_again_and_some_were_here_before_under_a_former_owner(ledger):
    counted = known(ledger)
    assert any(len(sales) > 1 for sales in counted.sales_of.values())
    trap = [
        sale
        for sale in counted.sales
        if any(order.day < sale.day and order.client is not sale.buyer
               for order in counted.orders_of[sale.car.vin])
        and all(order.client is not sale.buyer or order.day >= sale.day
                for order in counted.orders)
    ]  # fmt: skip
    assert trap


def test_cars_turn_up_with_somebody_else_without_a_sale(ledger):
    clients = defaultdict(set)
    for order in known(ledger).orders:
        clients[order.car.vin].add(order.client.key)
    sold = Counter(sale.car.vin for sale in ledger.sales)
    assert any(len(keys) > 1 and sold[vin] <= 1 for vin, keys in clients.items())
