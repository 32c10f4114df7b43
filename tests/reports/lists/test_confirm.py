from datetime import date

from reports.lists.confirm import confirm
from reports.options import Options
from tests.reports.lists.hand_made import book, client, column, facts, numbers

CLIENTS = book(
    client(1, seen=date(2024, 6, 15)),
    client(2, seen=date(2024, 6, 14)),
    client(3, seen=date(2021, 6, 15)),
    client(4, seen=date(2021, 6, 14)),
    client(5),
)


def test_clients_are_due_for_confirmation_and_for_the_archive_by_their_last_fact():
    report = confirm(facts(), CLIENTS, Options())

    assert column(report, "client", "confirm") == ["C0000002", "C0000003"]
    assert column(report, "client", "archive") == ["C0000004"]
    assert numbers(report) == {"fresh": 1, "confirm": 2, "archive": 1, "undated": 1}


def test_clients_without_any_date_stand_apart():
    assert column(confirm(facts(), CLIENTS, Options()), "client", "undated") == ["C0000005"]


def test_the_list_shows_no_contacts():
    report = confirm(facts(), CLIENTS, Options())

    assert "phones" not in [one.name for one in report.behind("confirm").columns]
