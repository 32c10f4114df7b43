from datetime import date

import pytest

from db.engine import reading
from reports import readiness, readiness_counts
from reports.content import State
from reports.desk import Desk
from reports.ledger import facts as read
from reports.needs import NEEDS, Need
from reports.options import Options
from tests.reports.hand_made import DAY, counts, facts
from tests.workflow import dealer


def sale(row_id, car, who, day=date(2019, 3, 1), **told):
    return {"row_id": row_id, "vehicle_id": car, "who": who, "date": day, **told}


def order(row_id, car, who, day=date(2020, 12, 1), **told):
    return {"row_id": row_id, "vehicle_id": car, "who": who, "date": day, **told}


def check(name, *arguments):
    found = {one.name: one for one in readiness.checks(*arguments, frozenset(Need))}
    return found[name]


def test_a_share_tells_how_many_of_how_many_and_what_to_do():
    orders = [order(1, 1, 7, kind="repair"), order(2, 1, 7), order(3, 2, 8), order(4, 2, 8)]
    found = check("orders_kind", facts(orders=orders), counts())

    assert found.told == "1 of 4 (25.0%)"
    assert (found.state, found.share) == (State.RED, 0.25)
    assert found.to_do


def test_a_full_share_is_green_and_asks_for_nothing():
    found = check("orders_car", facts(orders=[order(1, 1, 7)]), counts())

    assert (found.state, found.share, found.to_do) == (State.GREEN, 1.0, "")


def test_orders_of_the_house_are_not_looked_at():
    orders = [order(1, 1, 7, kind="repair"), order(2, 2, 8, client_visit=False)]

    assert check("orders_kind", facts(orders=orders), counts()).told == "1 of 1 (100%)"


def test_a_car_without_vin_is_a_car_but_not_one_known_by_its_vin():
    made = facts(orders=[order(1, 1, 7), order(2, 2, 8), order(3, None, 9)])

    assert check("orders_car", made, counts(no_vin=[2])).told == "2 of 3 (66.7%)"
    assert check("orders_vin", made, counts(no_vin=[2])).told == "1 of 3 (33.3%)"


def test_maintenance_that_was_not_paid_has_its_number_none_the_less():
    orders = [
        order(1, 1, 7, kind="maintenance", to_no=1),
        order(2, 1, 7, kind="maintenance", unpaid=True),
        order(3, 1, 7, kind="maintenance"),
        order(4, 1, 7, kind="repair"),
    ]

    assert check("maintenance_no", facts(orders=orders), counts()).told == "2 of 3 (66.7%)"


def test_a_car_sold_less_than_a_year_ago_need_not_have_come():
    sales = [sale(1, 1, 7), sale(2, 2, 8), sale(3, 3, 9, date(2020, 6, 1))]
    orders = [order(4, 1, 7), order(5, 2, 8, date(2018, 1, 1))]

    assert check("sold_seen", facts(sales=sales, orders=orders), counts()).told == "1 of 2 (50.0%)"


def test_an_owner_changed_where_several_clients_are_known_of_an_old_car():
    old = date(2015, 5, 5)
    sales = [sale(1, 1, 7, old), sale(2, 2, 8, old), sale(3, 3, 9)]
    orders = [order(4, 1, 10), order(5, 2, 8), order(6, 3, 11)]
    found = check("owner_changes", facts(sales=sales, orders=orders), counts())

    assert found.told == "1 of 2 (50.0%)"


def test_sales_without_a_car_are_told():
    made = facts(sales=[sale(1, 1, 7)], carless=[sale(2, None, 8)])

    assert check("sales_car", made, counts()).told == "1 of 2 (50.0%)"


@pytest.mark.parametrize(
    ("newest", "state"),
    [
        (date(2020, 12, 1), State.GREEN),
        (date(2020, 11, 1), State.AMBER),
        (date(2020, 1, 1), State.RED),
    ],
)
def test_a_source_is_as_fresh_as_its_newest_fact(newest, state):
    found = check("fresh_sales", facts(sales=[sale(1, 1, 7, newest)]), counts())

    assert found.state is state
    assert bool(found.to_do) == (state is not State.GREEN)
    assert f"{newest}" in found.told


def test_claims_are_as_fresh_as_their_last_load():
    claims = [{"row_id": 1, "date": date(2019, 1, 1), "who": 7}]
    kinds = ("sales", "service", "claims")

    assert check("fresh_claims", facts(claims=claims, kinds=kinds), counts()).state is State.GREEN


def test_a_source_that_is_not_loaded_asks_for_its_file():
    found = check("fresh_surveys", facts(), counts())

    assert (found.state, found.told) == (State.RED, "Nothing is loaded.")
    assert found.to_do == "Load the file of surveys."


def test_groups_count_where_their_cards_have_sales_or_orders():
    made = facts(
        sales=[sale(1, 1, 7)],
        orders=[order(2, 1, 8), order(3, 2, 9), order(4, 2, 9)],
        candidates=[
            {"left": 7, "right": 8, "group_id": 1},
            {"left": 20, "right": 21, "group_id": 2},
            {"left": 9, "right": 22, "group_id": 3, "asked": False},
        ],
    )
    found = check("groups", made, counts())

    assert found.told == "1 group waits; its cards have 50.0% of all sales and work orders."
    assert (found.state, found.to_do) == (State.RED, "Decide 1 group on the page “Review”.")


def test_cards_and_vins_in_quarantine_count_where_they_touch_the_facts():
    made = facts(
        sales=[sale(1, 1, 7)],
        orders=[order(2, 1, 8, kept_out=True), order(3, 1, 8, kept_out=True), order(4, 2, 9)],
    )

    assert check("cards_out", made, counts()).told.startswith("1 card waits; it has 50.0%")
    found = check("vins_out", made, counts(vin_out=[4, 99]))
    assert found.told == "1 sale or work order has a VIN that waits: 25.0% of all."


def test_a_report_is_shown_what_it_rests_on_and_nothing_else():
    made = facts(sales=[sale(1, 1, 7)], orders=[order(2, 1, 7)])
    names = {one.name for one in readiness.checks_of("production_years", made, counts())}

    assert names == NEEDS["production_years"]
    assert "orders_year" in names and "surveys_visit" not in names
    assert readiness.checks_of("quality", made, counts()) == ()


def test_the_worst_comes_first():
    orders = [order(1, 1, 7, kind="repair"), order(2, 1, 7)]
    found = readiness.checks(facts(orders=orders), counts(), frozenset(Need))
    states = [one.state for one in found]

    assert states == sorted(states, key=[State.RED, State.AMBER, State.GREEN].index)


def test_the_report_has_every_check_of_what_is_loaded():
    made = facts(sales=[sale(1, 1, 7)], orders=[order(2, 1, 7)])
    found = readiness.report(made, counts())

    assert found.missing == ""
    assert not {one.name for one in found.checks} & {"fresh_surveys", "surveys_visit"}
    assert found.figures["orders_car"].best == 1
    assert sum(found.figures[f"checks.{state}"].best for state in State) == len(found.checks)


def test_an_empty_base_asks_for_files():
    assert "Load the files" in readiness.report(facts(kinds=()), counts()).missing


def test_a_base_without_facts_up_to_the_day_is_told_so():
    found = readiness.report(facts(day=date(1990, 1, 1)), counts())

    assert all(one.share is None or one.share == one.share for one in found.checks)
    assert any("nothing to count" in one.told for one in found.checks)


def test_the_example_of_the_documentation_adds_up():
    old = date(2015, 5, 5)
    made = facts(
        sales=[sale(1, 1, 7, old), sale(2, 2, 8, old), sale(3, 3, 9)],
        orders=[order(4, 1, 10, kind="repair"), order(5, 2, 8), order(6, 3, 11)],
    )
    names = ("owner_changes", "orders_kind", "sold_seen", "fresh_sales", "fresh_service")
    found = {name: check(name, made, counts()) for name in names}

    assert [(one.share, str(one.state)) for one in found.values()] == [
        (1 / 2, "green"),
        (1 / 3, "red"),
        (1, "green"),
        (None, "red"),
        (None, "green"),
    ]


def test_counts_come_from_the_base(base_url, opened, tmp_path):
    engine = opened(base_url)
    pieces = {"Z94CB41AAER123456": "Z94CB41AAER12", "XTAKS045LE0345678": ""}
    rows = [dealer.SERVICE[0], *dealer.SERVICE[2:]]
    for whole, piece in pieces.items():
        rows = [row.replace(whole, piece) for row in rows]
    dealer.load_text(engine, tmp_path, "sales", dealer.SALES)
    dealer.load_text(engine, tmp_path, "service", rows)
    with reading(engine) as connection:
        made = read(connection, Options(day=DAY))
        found = readiness_counts.counts(connection)

    assert readiness.of_base(Desk(engine), Options(day=DAY)) == readiness.report(made, found)
    assert found.vin_out.height == 1
    assert check("vins_out", made, found).told.startswith("1 sale or work order")
    assert check("orders_car", made, found).told == "5 of 5 (100%)"
    assert check("orders_vin", made, found).told == "3 of 5 (60.0%)"
