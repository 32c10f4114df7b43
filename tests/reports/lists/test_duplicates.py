from reports.lists.duplicates import duplicates
from reports.options import Options
from tests.reports.lists.hand_made import book, client, column, facts, numbers

CARDS = [(11, 1), (12, 1), (13, 1), (21, 2), (31, -31)]
CONTACTS = [
    {"card_id": 11, "kind": "phone", "value": "+79165550101"},
    {"card_id": 12, "kind": "phone", "value": "+79165550101"},
    {"card_id": 13, "kind": "phone", "value": "+79165550102"},
    {"card_id": 21, "kind": "phone", "value": "+79165550103"},
    {"card_id": 31, "kind": "phone", "value": "+79165550104"},
    {"card_id": 11, "kind": "email", "value": "orlov@example.org"},
]
BOOK = book(client(1, cards=3), client(2), contacts=CONTACTS)


def test_a_mailing_by_clients_saves_what_the_cards_of_one_client_would_get():
    found = numbers(duplicates(facts(cards=CARDS), BOOK, Options()))

    assert (found["cards.phone"], found["clients.phone"], found["saved.phone"]) == (4, 2, 2)
    assert found["saved.email"] == 0
    assert found["money"] == 10


def test_a_phone_on_two_cards_of_one_client_is_held_twice():
    assert numbers(duplicates(facts(cards=CARDS), BOOK, Options()))["doubled.phone"] == 1


def test_clients_with_several_cards_are_listed():
    report = duplicates(facts(cards=CARDS), BOOK, Options())

    assert column(report, "client", "clients") == ["C0000001"]
    assert column(report, "cards", "clients") == [3]


def test_the_prices_are_named():
    report = duplicates(facts(cards=CARDS), BOOK, Options())

    assert report.notes[0].startswith("At 5 roubles a message and 0.3 a letter")


def test_a_base_that_nobody_reviewed_says_so():
    report = duplicates(facts(cards=[(11, 1)]), book(1), Options())

    assert report.notes == ("No cards are joined into one client yet: review the groups first.",)
