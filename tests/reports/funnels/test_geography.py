from datetime import date

from tests.reports.funnels.cases import figures
from tests.reports.hand_made import facts

SALE = {"row_id": 1, "who": 1, "vehicle_id": 1, "date": date(2019, 6, 15)}
ORDER = {"row_id": 2, "who": 1, "vehicle_id": 1, "date": date(2019, 7, 15)}
CARD = {"who": 1, "client_region": "A"}


def test_a_client_is_counted_once_where_he_lives():
    orders = [ORDER, ORDER | {"row_id": 3}, ORDER | {"row_id": 4, "who": 2}]
    made = facts(sales=[SALE], orders=orders, cards=[CARD, {"who": 2, "client_region": ""}])

    found = figures("geography", made, "buyers.A", "served.A", "served.unknown")

    assert found == [(1,) * 3] * 3


def test_clients_who_may_be_one_may_live_where_either_does():
    cards = [CARD, {"who": 2, "possible": 1, "client_region": "B"}]
    orders = [ORDER, ORDER | {"row_id": 4, "who": 2, "possible": 1}]

    found = figures("geography", facts(orders=orders, cards=cards), "served.A", "served.B")

    assert found == [(0, 1, 2), (0, 1, 2)]


def test_who_lives_nowhere_known_may_live_where_another_of_his_cards_does():
    cards = [{"who": 1, "client_region": ""}, {"who": 2, "possible": 1, "client_region": "B"}]

    found = figures("geography", facts(orders=[ORDER], cards=cards), "served.unknown")

    assert found == [(0, 1, 1)]
