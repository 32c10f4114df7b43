"""Logs of bookings, claims and surveys beside the two departments: one event a row."""

# ruff: noqa: E501 - a row of a file stands on one line

from datetime import date

import pytest
from sqlalchemy import func, select

from db import tables
from db.engine import reading
from db.errors import KnownError
from rules.source_kinds import LOGS
from tests.workflow import dealer
from workflow import check, explained
from workflow.load import Order, load
from workflow.propose import propose
from workflow.reconcile import reconcile
from workflow.review import approve
from workflow.verify import verify

BOOKINGS = (
    "Дата звонка;Клиент;Телефон;Автомобиль;VIN;Пробег;Записан на;Результат;Канал;Номер ЗН",
    "01.06.2015 09:15;Соколов Андрей;8 916 555-01-01;Kia Rio;Z94CB41AAER123456;15000;07.06.2015 10:00;Приехал;Звонок;ЗН-10",
    "02.06.2016;;+79165550909;Лада Ларгус;;;01.09.2016;Записан;Сайт;",
    "03.06.2016;-;;;;;;Звонок;Звонок;",
    "04.06.2016;Аноним;89165551111;Kia Ceed;XWEHH812BD0456789;;10.06.2016;Не приехал;;",
    ";;;;;;;;;",
    ";;;Kia Rio;Z94CB41AAER123456;;05.05.2030;Отменён;;",
)
CLAIMS = (
    "Дата претензии;ФИО;Телефон;VIN;Пробег;Вид претензии;№ заказ-наряда;Суть претензии",
    "10.06.2015;Соколов Андрей Викторович;89165550101;Z94CB41AAER123456;15000;Устная;ЗН-10;стучит",
    "20.09.2016;Водянов О.П.;89165550909;XTAKS045LE0345678;1;Суд;ЗН-13;",
    "21.09.2016;;;;;Письменная;ЗН-14;",
)
SURVEYS = (
    "Дата опроса;Клиент;Телефон;Номер ЗН;Дата визита;Оценка",
    "09.06.2015;Соколов Андрей Викторович;89165550101;ЗН-10;07.06.2015;4 из 5",
    ";;;ЗН-13;01.09.2016;9",
    "20.12.2018;;;ЗН-15;;отвратительно",
    "21.12.2018;Тест;;ЗН-16;;85 %",
)
FILES = {"bookings": BOOKINGS, "claims": CLAIMS, "surveys": SURVEYS}


def order(folder, kind):
    header, *rows = FILES[kind]
    return Order(dealer.write(folder / f"{kind}.csv", header, rows), kind=kind)


@pytest.fixture
def logged(empty, tmp_path):
    """The dealer's two files and his three logs, on SQLite and on PostgreSQL."""
    dealer.load_both(empty, tmp_path)
    for kind in LOGS:
        load(empty, order(tmp_path, kind), by="Ольга")
    return empty


def events(engine, kind, *columns):
    """What the events of a kind say, in the order of their rows."""
    event = tables.event.c
    statement = select(*(event[name] for name in columns)).where(event.kind == kind)
    with reading(engine) as connection:
        return [tuple(row) for row in connection.execute(statement.order_by(event.row_id))]


def states(engine, source):
    """The states of a source's cards, in their order."""
    card = tables.card.c
    statement = select(card.state).join_from(tables.card, tables.source)
    mine = statement.where(tables.source.c.name == source).order_by(card.id)
    with reading(engine) as connection:
        return list(connection.execute(mine).scalars())


def findings(engine, source):
    """The codes found on a source's cards."""
    finding, card = tables.finding.c, tables.card.c
    statement = select(finding.code).join_from(
        tables.finding, tables.card, finding.card_id == card.id
    )
    mine = statement.join(tables.source).where(tables.source.c.name == source)
    with reading(engine) as connection:
        return sorted(connection.execute(mine).scalars())


def test_each_row_of_a_call_log_is_a_booking(logged):
    told = events(logged, "booking", "date", "due", "outcome", "channel", "number", "vin")

    assert told == [
        (date(2015, 6, 1), date(2015, 6, 7), "arrived", "Звонок", "ЗН-10", "Z94CB41AAER123456"),
        (date(2016, 6, 2), date(2016, 9, 1), "booked", "Сайт", "", ""),
        (date(2016, 6, 3), None, "wanted", "Звонок", "", ""),
        (date(2016, 6, 4), date(2016, 6, 10), "missed", "", "", "XWEHH812BD0456789"),
        (None, date(2030, 5, 5), "cancelled", "", "", "Z94CB41AAER123456"),
    ]


def test_each_row_of_a_register_of_claims_is_a_claim(logged):
    assert events(logged, "claim", "date", "outcome", "number") == [
        (date(2015, 6, 10), "oral", "ЗН-10"),
        (date(2016, 9, 20), "court", "ЗН-13"),
        (date(2016, 9, 21), "written", "ЗН-14"),
    ]


def test_each_answer_is_a_survey_with_its_mark_and_its_scale(logged):
    assert events(logged, "survey", "date", "number", "score", "scale") == [
        (date(2015, 6, 9), "ЗН-10", 4.0, 5),
        (date(2016, 9, 1), "ЗН-13", 9.0, None),
        (date(2018, 12, 20), "ЗН-15", None, None),
        (date(2018, 12, 21), "ЗН-16", 85.0, 100),
    ]


def test_a_row_of_a_log_need_not_name_a_client(logged):
    assert states(logged, "bookings") == ["clean", "clean", "unnamed", "clean", "unnamed"]
    assert states(logged, "claims") == ["clean", "clean", "unnamed"]
    assert states(logged, "surveys") == ["clean", "unnamed", "unnamed", "junk"]


def test_nobody_is_asked_to_name_the_client_of_a_log(logged):
    found = [code for kind in LOGS for code in findings(logged, kind)]

    assert [code for code in found if code.startswith(("CLI", "CRD"))] == ["CLI103"]


def test_a_mark_that_is_none_is_told(logged):
    assert "CSI101" in findings(logged, "surveys")


def test_a_row_that_names_nobody_is_no_client_and_in_the_list_of_rows(logged):
    ids = dealer.clients(logged)

    assert [ids["bookings", key] for key in ("3", "5")] == ["", ""]
    assert ids["claims", "3"] == ids["surveys", "2"] == ""
    assert "unnamed" in dealer.exported(logged)["links"]


def test_who_calls_complains_and_answers_is_matched_like_any_other(logged):
    propose(logged, by="Ольга")
    approve(logged, at=0.9, by="Ольга")

    ids = dealer.clients(logged)

    assert ids["claims", "1"] == ids["surveys", "1"] == ids["service", "7"] == ids["sales", "101"]
    assert ids["claims", "2"] == ids["service", "9"]
    assert not verify(logged).faults


def test_a_log_makes_nobody_an_owner_a_customer_or_a_driver(empty, tmp_path):
    dealer.load_both(empty, tmp_path)
    before = dealer.exported(empty)["roles"]
    for kind in LOGS:
        load(empty, order(tmp_path, kind), by="Ольга")

    assert dealer.exported(empty)["roles"] == before


def test_the_cars_of_a_log_are_the_cars_that_are_known(logged):
    vehicles = [row[0] for row in events(logged, "booking", "vehicle_id")]
    sold = dict(events(logged, "sale", "vin", "vehicle_id"))

    assert vehicles[0] == vehicles[4] == sold["Z94CB41AAER123456"]
    assert vehicles[3] == sold["XWEHH812BD0456789"]


def test_a_card_that_names_nobody_is_compared_with_nothing_and_says_so(logged):
    propose(logged, by="Ольга")

    with reading(logged) as connection:
        cards = [explained.card_named(connection, name) for name in ("claims:3", "sales:101")]
        told = explained.explain(connection, *cards)

    assert told.outcome == "The card claims:3 names nobody, so it is compared with nothing."


def test_the_base_is_whole_with_logs_and_after_a_check(logged):
    assert not verify(logged).faults
    check.check(logged, by="Ольга", every=True)

    assert not verify(logged).faults


def test_the_whole_job_takes_all_five_files(empty, tmp_path):
    orders = [
        dealer.order(tmp_path, "sales", dealer.SALES),
        dealer.order(tmp_path, "service", dealer.SERVICE),
        *(order(tmp_path, kind) for kind in LOGS),
    ]

    reconcile(empty, orders, by="Ольга", approve_at=0.9)

    ids = dealer.clients(empty)
    assert ids["surveys", "1"] == ids["sales", "101"]
    assert not verify(empty).faults


def test_a_log_alone_is_a_base(empty, tmp_path):
    load(empty, order(tmp_path, "bookings"), by="Ольга")
    propose(empty, by="Ольга")

    with reading(empty) as connection:
        assert connection.execute(select(func.count(tables.client.c.id))).scalar_one() == 3
    assert not verify(empty).faults


NUMBERED = "Номер;Дата;Клиент;Телефон;Записан на;Статус"
BOOKED = "ЗР-7;01.06.2015;Орлова Анна;89165557701;05.06.2015;Записан"


def reloaded(engine, folder, first, second):
    """Outcome and day of the bookings after a log was exported and loaded twice."""
    for name, rows in (("june.csv", first), ("july.csv", second)):
        path = dealer.write(folder / name, NUMBERED, rows)
        load(engine, Order(path, kind="bookings"), by="Ольга")
    assert not verify(engine).faults
    return events(engine, "booking", "outcome", "date")


def test_a_booking_told_again_is_one_booking_and_its_last_word_counts(empty, tmp_path):
    arrived = BOOKED.replace("Записан", "Приехал")
    another = "ЗР-8;02.06.2015;Орлова Анна;89165557701;06.06.2015;Записан"

    found = reloaded(empty, tmp_path, [BOOKED], [arrived, another])

    assert found == [("arrived", date(2015, 6, 1)), ("booked", date(2015, 6, 2))]
    assert states(empty, "bookings") == ["clean", "clean"]


def test_a_number_that_begins_anew_is_another_booking_of_somebody_else(empty, tmp_path):
    next_year = "ЗР-7;01.06.2016;Котов Пётр;89165558802;05.06.2016;Записан"

    found = reloaded(empty, tmp_path, [BOOKED], [BOOKED, next_year])

    assert found == [("booked", date(2015, 6, 1)), ("booked", date(2016, 6, 1))]
    assert len(states(empty, "bookings")) == 2


def test_one_number_at_two_desks_is_of_two_clients(empty, tmp_path):
    other_desk = BOOKED.replace("Орлова Анна;89165557701", "Котов Пётр;89165558802")

    found = reloaded(empty, tmp_path, [BOOKED, other_desk], [BOOKED])

    assert len(found) == 2
    assert len(set(dealer.clients(empty).values())) == 2


def test_without_a_number_each_row_is_a_booking(empty, tmp_path):
    nameless = BOOKED.removeprefix("ЗР-7")

    found = reloaded(empty, tmp_path, [nameless], [nameless.replace("Записан", "Приехал")])

    assert [outcome for outcome, _ in found] == ["booked", "arrived"]


def test_a_repaired_phone_names_the_client_of_a_log(empty, tmp_path):
    path = dealer.write(tmp_path / "a.csv", BOOKINGS[0], ("01.06.2015;;8916555;;;;;Звонок;;",))
    load(empty, Order(path, kind="bookings"), by="Ольга")
    assert states(empty, "bookings") == ["unnamed"]
    finding = tables.finding.c
    with reading(empty) as connection:
        key = connection.execute(select(finding.row_id, finding.position)).one()

    check.edit(empty, tuple(key), "89165550101", by="Ольга")

    assert states(empty, "bookings") == ["clean"]


def test_a_source_has_files_of_one_kind(empty, tmp_path):
    dealer.load_both(empty, tmp_path)
    claims = order(tmp_path, "claims")

    with pytest.raises(KnownError, match="files of the kind “sales”"):
        load(empty, Order(claims.path, kind="claims", source="sales"), by="Ольга")


def test_another_kind_is_refused_with_those_there_are(empty, tmp_path):
    with pytest.raises(KnownError, match="sales, service, bookings, claims, surveys"):
        load(empty, Order(tmp_path / "a.csv", kind="leads"), by="Ольга")
