import json

import pytest

from db import across as base
from db import findings, rule_books
from db.engine import reading, writing
from rules.across import CODES
from tests.workflow import dealer
from workflow import across, check
from workflow.load import Order, load
from workflow.review import undo
from workflow.verify import verify

SURNAMES = "Орлов Волков Зайцев Лисин Котов Белов Чернов Краснов Серов Рыжов Юрьев Ильин".split()
CAR = "Киа Рио;Z94CB41AAER123456;А123ВС77"
SHARED = "+7 916 555-77-01"


def told(engine, code=""):
    with reading(engine) as connection:
        page = findings.page(connection, codes=[code] if code else CODES, limit=1000)
    return [(one.code, one.field, one.raw, one.suggestion, one.state) for one in page]


def all_found(engine):
    with reading(engine) as connection:
        return base.found(connection, CODES)


def visits(*kms, card=7, name="Соколов Андрей Викторович", first=2015):
    """Yearly visits of one car, with their mileage."""
    return [
        f"{card};{name};89165550101;{CAR};{km};07.06.{first + at};ЗН-{at}"
        for at, km in enumerate(kms)
    ]


def strangers(phone):
    """Cards of many clients with one phone, each with another of his own."""
    return [
        f"{at};{name} Игорь Львович;{phone}, +7 916 600-{at:02}-{at + 10};;;;;;ЗН-{at}"
        for at, name in enumerate(SURNAMES, start=20)
    ]


def test_a_mileage_that_does_not_fit_the_cars_others_is_found_with_what_was_meant(empty, tmp_path):
    dealer.load_text(empty, tmp_path, "service", visits(15_010, 310_500, 45_000))

    assert told(empty) == [("BAS203", "mileage", "310500", "31050", "open")]
    assert verify(empty).faults == ()


def test_a_repaired_mileage_fits(empty, tmp_path):
    dealer.load_text(empty, tmp_path, "service", visits(15_010, 310_500, 45_000))
    with reading(empty) as connection:
        (one,) = findings.page(connection, codes=CODES)

    done = check.accept(empty, [(one.row_id, one.position)], by="Ольга")
    assert told(empty) == []

    undo(empty, done.decision_id, by="Ольга")
    assert told(empty) == [("BAS203", "mileage", "310500", "31050", "open")]
    assert verify(empty).faults == ()


def test_what_a_person_waived_stays_waived_when_more_is_loaded(empty, tmp_path):
    dealer.load_text(empty, tmp_path, "service", visits(15_010, 310_500, 45_000))
    with reading(empty) as connection:
        (one,) = findings.page(connection, codes=CODES)
    check.waive(empty, [(one.row_id, one.position)], by="Ольга")

    more = visits(60_000, first=2018)
    dealer.load_text(empty, tmp_path, "service", more, name="more.csv")

    assert told(empty) == [("BAS203", "mileage", "310500", "31050", "waived")]
    assert verify(empty).faults == ()


def test_a_later_load_can_clear_or_make_a_finding_on_an_earlier_row(empty, tmp_path):
    dealer.load_text(empty, tmp_path, "service", visits(15_010, 31_000))
    assert told(empty) == []

    dealer.load_text(empty, tmp_path, "service", visits(16_000, 17_000, first=2017), name="b.csv")

    assert [raw for _, _, raw, _, _ in told(empty)] == ["31000"]
    assert verify(empty).faults == ()


def test_a_new_car_is_not_serviced_before_its_sale(empty, tmp_path):
    dealer.load_text(empty, tmp_path, "service", visits(900, 15_010, first=2013))
    dealer.load_text(empty, tmp_path, "sales", dealer.SALES[:1])

    assert told(empty) == [("BAS201", "ro_open", "07.06.2013", "", "open")]
    assert verify(empty).faults == ()


def test_a_new_car_is_prepared_before_its_sale(empty, tmp_path):
    header = f"{dealer.SERVICE_HEADER};Вид ремонта"
    rows = [f"{visits(5, first=2013)[0]};Предпродажная подготовка"]
    path = dealer.write(tmp_path / "service.csv", header, rows)
    load(empty, Order(path, kind="service"), by="Ольга")
    dealer.load_text(empty, tmp_path, "sales", dealer.SALES[:1])

    assert told(empty) == []


def test_where_all_visits_precede_the_sale_the_sale_is_doubtful(empty, tmp_path):
    dealer.load_text(empty, tmp_path, "service", visits(900, 1_500, 1_600, first=2011))
    dealer.load_text(empty, tmp_path, "sales", dealer.SALES[:1])

    assert told(empty) == [("BAS202", "sale_date", "05.06.2014", "", "open")]


def test_a_used_car_may_have_been_here_before(empty, tmp_path):
    dealer.load_text(empty, tmp_path, "service", visits(15_010, 31_000, first=2010))
    used = dealer.SALES[0].replace(";2014;", ";2009;")
    dealer.load_text(empty, tmp_path, "sales", [used])

    assert told(empty) == []


def test_a_phone_on_the_cards_of_many_different_clients_is_found_on_each(empty, tmp_path):
    dealer.load_text(empty, tmp_path, "service", strangers(SHARED))

    found = told(empty, "BAS204")
    assert len(found) == len(SURNAMES)
    assert {raw.split(",")[0] for _, _, raw, _, _ in found} == {SHARED}
    with reading(empty) as connection:
        (one, *_) = findings.page(connection, codes=["BAS204"])
    assert json.loads(one.params) == {"cards": "12", "people": "12", "usual": "1"}
    assert one.value == "+79165557701"
    assert verify(empty).faults == ()


def test_a_vin_on_the_cards_of_many_different_clients_is_found_on_each(empty, tmp_path):
    rows = [
        f"{at};{name} Игорь Львович;+7 916 600-{at}-{at};{CAR};{at}000;07.06.20{at};ЗН-{at}"
        for at, name in enumerate(SURNAMES, start=10)
    ]
    own = [
        f"9{at};Соловей Лев;;Kia Ceed;XWEHH812BD04567{at};;;07.06.2015;ЗН-9{at}"
        for at in range(10, 99)
    ]
    dealer.load_text(empty, tmp_path, "service", [*rows, *own])

    found = told(empty)
    assert {(code, raw) for code, _, raw, _, _ in found} == {("BAS209", "Z94CB41AAER123456")}
    assert len(found) == len(SURNAMES)
    assert verify(empty).faults == ()


def test_a_family_may_share_a_phone(empty, tmp_path):
    family = [
        f"{at};Орлов{'а' * (at % 2)} {first};{SHARED};;;;;;ЗН-{at}"
        for at, first in enumerate("Пётр Анна Игорь Вера Олег Нина Лев Инна".split(), start=20)
    ]
    dealer.load_text(empty, tmp_path, "service", family)

    assert told(empty) == []


def test_a_typed_number_is_a_placeholder(empty, tmp_path):
    dealer.load_text(empty, tmp_path, "service", strangers("+7 916 123-45-67"))

    assert {code for code, *_ in told(empty)} == {"BAS206"}


@pytest.mark.parametrize("kind", ["sales", "service"])
def test_the_dealers_two_files_have_none(empty, tmp_path, kind):
    rows = dealer.SALES if kind == "sales" else dealer.SERVICE
    dealer.load_text(empty, tmp_path, kind, rows)

    assert told(empty) == []


def test_refreshing_again_changes_nothing(empty, tmp_path):
    dealer.load_text(
        empty, tmp_path, "service", [*visits(15_010, 310_500, 45_000), *strangers(SHARED)]
    )
    before = all_found(empty)
    assert before.height == 1 + len(SURNAMES)

    with writing(empty) as connection:
        across.refresh(connection)
    assert all_found(empty).equals(before)
    check.check(empty, by="Ольга", every=True)
    assert all_found(empty).equals(before)


def test_positions_are_apart_from_those_of_the_cards_own_findings(empty, tmp_path):
    dealer.load_text(empty, tmp_path, "service", strangers(SHARED))

    assert all_found(empty)["position"].min() >= across.FIRST_POSITION


def test_a_rule_that_the_dealers_book_switches_off_finds_nothing(empty, tmp_path):
    dealer.load_text(empty, tmp_path, "service", visits(15_010, 310_500, 45_000))

    with writing(empty) as connection:
        rule_books.add(connection, "[rules.BAS203]\non = false", "Ольга")
        across.refresh(connection)

    assert told(empty) == []
    assert verify(empty).faults == ()


def test_phones_that_the_dealers_book_knows_are_no_news_but_his_own_are(empty, tmp_path):
    book = f'[known]\nshared_phones = ["{SHARED}"]\n[dealer]\nphones = ["+7 916 600-20-30"]'
    with writing(empty) as connection:
        rule_books.add(connection, book, "Ольга")
    dealer.load_text(empty, tmp_path, "service", strangers(SHARED))

    assert [(code, raw) for code, _, raw, _, _ in told(empty)] == [
        ("BAS205", f"{SHARED}, +7 916 600-20-30")
    ]
