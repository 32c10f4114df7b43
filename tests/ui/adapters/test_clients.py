import re
from datetime import date

import pytest

from db.errors import KnownError
from tests.ui.adapters import town
from tests.ui.adapters.town import (
    ANNA,
    ANNA_SERVICE,
    DENIS,
    DRIVER,
    FIRM,
    JUNK,
    NAMESAKE,
    OLEG,
    OLEG_SERVICE,
    OLEG_SHORT,
    PAVEL,
    PAVEL_SERVICE,
)
from tests.ui.fakes.background import Quiet
from ui.adapters.clients import BaseClients
from ui.adapters.journal import BaseJournal
from ui.pages.journal.ports import JournalQuery
from ui.paging import Sort
from workflow.progress import Cancelled
from workflow.review import Verdict, judge

OLEGS = {OLEG, OLEG_SERVICE, OLEG_SHORT}


@pytest.fixture
def engine(town_engine):
    return town_engine


@pytest.fixture
def port(engine):
    return BaseClients(engine, "Ольга")


def found(port, text):
    """The clients that a text finds."""
    source = port.search(text)
    rows = source.fetch(0, 100, None)
    assert source.count() == len(rows)
    return {row[0] for row in rows}


def test_the_summary_counts_what_is_in_and_what_is_kept_out(port):
    summary = port.summary()

    assert (summary.clients, summary.cards, summary.quarantined) == (11, 12, 1)
    assert summary.vehicles == 4


def test_an_empty_search_finds_everybody_by_name(port):
    names = [row[1] for row in port.search("").fetch(0, 100, None)]

    assert len(names) == 11
    assert names[:2] == ["Водянов Петр Петрович", "Громов Павел"]


@pytest.mark.parametrize(
    "text",
    [
        "шапкин олег игоревич",
        "Олег Шап",
        "игор  ШАПК",
        "Ifgrby Jktu Buj",  # the keyboard in the wrong layout
        "Шaпкин Олeг иг",  # two letters of the other alphabet
    ],
)
def test_beginnings_of_the_words_of_a_name_find_in_any_order(port, text):
    assert found(port, text) == {OLEG, OLEG_SERVICE, NAMESAKE}


def test_a_client_is_found_by_every_name_on_its_cards(engine, port):
    judge(engine, Verdict(((ANNA, ANNA_SERVICE),)), by="Ольга")

    assert found(port, "анна львовна") == {ANNA}
    assert found(port, "шапкина анна") == {ANNA}


@pytest.mark.parametrize(
    "text",
    ["+7 916 555-05-05", "89165550505", "9165550505", "8 (916) 555-05", "+7916555050", "5550505",
     "05-05"],
)  # fmt: skip
def test_a_phone_or_its_end_finds(port, text):
    assert found(port, text) == {PAVEL, PAVEL_SERVICE}


@pytest.mark.parametrize("text", ["oleg@example.ru", "OLEG@ex"])
def test_the_beginning_of_an_address_finds(port, text):
    assert found(port, text) == {OLEG}


@pytest.mark.parametrize(
    "text",
    [town.CEED, town.CEED.lower(), "ХWЕНН812ВD0456789", "456789", "BD0456789", "812bd0456789"],
)
def test_a_vin_or_its_end_finds_all_who_had_the_car(port, text):
    assert found(port, text) == {PAVEL, PAVEL_SERVICE, DENIS}


@pytest.mark.parametrize("text", ["Е456ОР59", "e456op59", "Е 456 ОР 59", "е456ор", "E456"])
def test_a_plate_or_its_beginning_finds(port, text):
    assert found(port, text) == {PAVEL_SERVICE, DENIS}


def test_a_plate_that_the_car_had_before_finds(port):
    assert found(port, "А123ВС59") == {OLEG_SERVICE}


@pytest.mark.parametrize("text", ["ромашка", "ООО Ромашка", "транс", "Ромашка-Транс"])
def test_a_company_is_found_by_its_words(port, text):
    assert found(port, text) == {FIRM}


def test_an_inn_finds(port):
    assert found(port, "7707083893") == {FIRM}


def test_the_id_of_a_client_finds_it(port):
    assert found(port, "C0000009") == {DRIVER}


@pytest.mark.parametrize("text", ["Нетакого", "000000", "Х999ХХ99", "%", "_", "«»", "' OR 1=1"])
def test_what_nobody_has_finds_nobody(port, text):
    assert found(port, text) == set()


def test_a_row_shows_the_client_in_the_columns_of_the_page(port):
    rows = {row[0]: row for row in port.search("").fetch(0, 100, None)}

    assert rows[OLEG] == (
        OLEG,
        "Шапкин Олег Игоревич",
        "+7 916 555-01-01",
        "Kia Rio",
        "Пермь",
        1,
        date(2014, 6, 5),
        "person",
    )
    assert rows[FIRM][1] == "ООО «Ромашка-Транс»"


@pytest.mark.parametrize(("column", "place"), [("name", 1), ("city", 4), ("kind", 7), ("cards", 5)])
def test_pages_follow_one_another_in_the_order_asked_for(port, column, place):
    source = port.search("")
    for descending in (False, True):
        sort = Sort(column, descending)
        rows = [row for at in range(0, 12, 4) for row in source.fetch(at, 4, sort)]

        assert len({row[0] for row in rows}) == 11
        values = [str(row[place]).removeprefix("ООО «").lower() for row in rows]
        assert values == sorted(values, reverse=descending)


def test_those_seen_last_come_first(port):
    rows = port.search("").fetch(0, 2, Sort("last", descending=True))

    assert [row[0] for row in rows] == [DENIS, OLEG_SHORT]


def test_a_page_of_many_found_is_that_of_the_sorted_list(port):
    every = [row[0] for row in port.search("ш").fetch(0, 100, None)]
    source = port.search("ш")
    source.count()

    assert [row[0] for at in range(6) for row in source.fetch(at, 1, None)] == every


def test_a_client_shows_where_each_value_comes_from(engine, port):
    judge(engine, Verdict((tuple(sorted(OLEGS)),)), by="Ольга")

    client = port.client(OLEG)

    lines = {line.title: line for line in client.golden}
    assert client.title == "Шапкин Олег Игоревич"
    assert client.subtitle == "C0000001 · person · Пермь · 3 cards · last seen 2017-06-10"
    assert (lines["Name"].source, lines["Name"].why) == ("Service 7", "the fullest")
    assert (lines["Address"].source, lines["Address"].why) == ("Service 7", "the fullest")
    assert lines["Birth date"].value == "1979-03-12"
    assert lines["Phone"].source == "Sales 101, Service 7, Service 8"
    assert [card.source_id for card in client.cards] == ["101", "7", "8"]


def test_two_spellings_of_one_address_are_no_two_values_and_not_called_one(engine, port, tmp_path):
    row = "14;Шапкина Анна Львовна;89165550101;Пермь, Лесная ул., дом 3;;;;;20.02.2017;ЗН-18;ТО"
    town.load_service(engine, tmp_path, [row])
    judge(engine, Verdict(((ANNA, JUNK + 1),)), by="Ольга")

    (why,) = (line.why for line in port.client(ANNA).golden if line.title == "Address")

    assert why == "one value in several spellings"


def choices(port, client_id, title):
    """The values that a client's field may show."""
    return next(line.choices for line in port.client(client_id).golden if line.title == title)


def test_a_field_of_several_values_offers_them_with_their_cards_and_days(engine, port):
    judge(engine, Verdict((tuple(sorted(OLEGS)),)), by="Ольга")

    offered = choices(port, OLEG, "Address")

    assert [(one.source, one.seen, one.shown) for one in offered] == [
        ("Service 7", date(2016, 6, 9), True),
        ("Sales 101", date(2014, 6, 5), False),
    ]
    assert offered[1].value == "Пермь, ул Лесная, д 3"
    assert [one.value for one in choices(port, OLEG, "Name")] == [
        "Шапкин Олег Игоревич",
        "Шапкин О. И.",
    ]


def test_cards_that_hold_the_same_value_are_one_choice(engine, port):
    judge(engine, Verdict((tuple(sorted(OLEGS)),)), by="Ольга")

    assert choices(port, OLEG, "Name")[0].source == "Sales 101, Service 7"


@pytest.mark.parametrize("title", ["Birth date", "Phone", "E-mail"])
def test_one_value_and_values_that_are_all_kept_offer_no_choice(engine, port, title):
    judge(engine, Verdict((tuple(sorted(OLEGS)),)), by="Ольга")

    assert choices(port, OLEG, title) == ()


def test_a_value_chosen_by_hand_is_shown_and_undo_gives_the_rules_their_say_back(engine, port):
    judge(engine, Verdict((tuple(sorted(OLEGS)),)), by="Ольга")
    (other,) = (one for one in choices(port, OLEG, "Address") if not one.shown)

    port.choose(other.card_id, "address")

    lines = {line.title: line for line in port.client(OLEG).golden}
    assert lines["Address"].value == "Пермь, ул Лесная, д 3"
    assert (lines["Address"].source, lines["Address"].why) == ("Sales 101", "chosen by hand")
    journal = BaseJournal(engine, "Ольга")
    entry = journal.entries(JournalQuery()).fetch(0, 1, None)[0]
    assert entry[3:5] == ("Chose a value of the client", "Card 1 · Address")

    assert journal.undo(entry[5], Quiet()).accepted

    lines = {line.title: line for line in port.client(OLEG).golden}
    assert (lines["Address"].source, lines["Address"].why) == ("Service 7", "the fullest")


def test_a_clients_events_of_all_cards_stand_the_latest_first(engine, port):
    judge(engine, Verdict((tuple(sorted(OLEGS)),)), by="Ольга")

    assert [event.day for event in port.client(OLEG).events] == [
        date(2017, 6, 10),
        date(2016, 6, 9),
        date(2015, 6, 7),
        date(2014, 6, 5),
    ]


def test_a_car_that_changed_hands_shows_both_owners_times(engine, port):
    judge(engine, Verdict(((PAVEL, PAVEL_SERVICE),)), by="Ольга")

    cars = [(car.role, car.since, car.until) for car in port.client(PAVEL).cars]
    later = [(car.role, car.since) for car in port.client(DENIS).cars]

    assert cars == [
        ("former owner", date(2013, 12, 17), date(2018, 12, 18)),
        ("customer", date(2016, 12, 18), date(2016, 12, 18)),
    ]
    assert later == [("customer", date(2018, 12, 18))]


def test_a_companys_car_names_its_driver(port):
    assert [car.role for car in port.client(FIRM).cars] == ["owner"]
    assert [(car.role, car.title) for car in port.client(DRIVER).cars] == [
        ("driver", "Lada Largus 2014")
    ]


def test_a_client_that_is_no_more_is_none(engine, port):
    assert port.client(OLEG_SERVICE) is not None
    judge(engine, Verdict(((OLEG, OLEG_SERVICE),)), by="Ольга")

    assert port.client(OLEG_SERVICE) is None


def test_the_export_tells_how_many_files_it_wrote(port, tmp_path):
    written = port.export(tmp_path / "out", xlsx=False, progress=Quiet())

    assert written == len(list((tmp_path / "out").iterdir())) == 6


def test_a_cancelled_export_writes_nothing(port, tmp_path):
    class Stop(Quiet):
        def report(self, done, total):
            raise Cancelled

    with pytest.raises(Cancelled):
        port.export(tmp_path / "out", xlsx=False, progress=Stop())

    assert not (tmp_path / "out").exists()


def test_a_sample_is_written_answered_and_told(port, tmp_path):
    file = tmp_path / "sample.csv"
    pairs = port.sample(file, Quiet())
    text = file.read_text(encoding="utf-8")
    file.write_text(re.sub(r'(?m)^(\S+-\d{4}),""', r"\1,yes", text), encoding="utf-8")

    lines = port.estimate(file, Quiet())

    assert pairs == text.count("\n") - 1 > 0
    assert lines[0].startswith(f"Answered: {pairs} of {pairs} pairs.")


def test_the_base_is_compared_with_a_truth(port, tmp_path):
    file = tmp_path / "truth.csv"
    file.write_text("source,source_id,person\nsales,101,P\nservice,7,P\n", encoding="utf-8")

    lines = port.evaluate(file, Quiet())

    assert lines[0].startswith("Cards in the file: 2,")
    assert any(line.startswith("clients as they are now") for line in lines)


def test_an_answer_that_is_none_is_an_error_that_the_window_tells(port, tmp_path):
    file = tmp_path / "sample.csv"
    port.sample(file, Quiet())

    with pytest.raises(KnownError, match="holds no answers yet"):
        port.estimate(file, Quiet())
