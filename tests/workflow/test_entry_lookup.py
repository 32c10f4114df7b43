import pytest

from db.engine import reading
from rules.book import EMPTY, RuleBook
from tests.workflow import dealer
from workflow.entry_lookup import similar, sought


@pytest.fixture
def engine(empty, tmp_path):
    dealer.load_both(empty, tmp_path)
    return empty


def found(engine, book=EMPTY, but=(), **texts):
    with reading(engine) as connection:
        return [(hit.client_id, hit.way) for hit in similar(connection, texts, book, but=but)]


def test_a_phone_finds_all_who_have_it_the_moment_it_is_whole_enough(engine):
    on_the_phone = (1, 2, 6, 7)

    whole = found(engine, phone="8 916 555-01-01")
    assert whole == [(client, "phone") for client in on_the_phone]
    begun = found(engine, phone="+7 916 555-01-0")
    assert begun == [(client, "phone_head") for client in on_the_phone]
    assert found(engine, phone="+7 916") == []


def test_of_all_on_one_phone_the_namesakes_come_first(engine):
    hits = found(engine, phone="8 916 555-01-01", full_name="Соколова Мария")

    assert next(client for client, _way in hits) == 2
    assert {client for client, _way in hits} == {1, 2, 6, 7}


def test_a_vin_and_a_name_find_too_the_surest_first(engine):
    hits = found(engine, vin="XWEHH812BD0456789", full_name="Громов Пав")

    assert {way for _client, way in hits} == {"vin"}
    assert found(engine, full_name="Громов Пав") == [(5, "name"), (9, "name")]
    assert found(engine, full_name="uhjvjd gfdtk") == [(5, "name"), (9, "name")]
    assert found(engine, full_name="Громов") == [(5, "name"), (9, "name")]
    assert found(engine, full_name="Гром") == []


def test_the_client_in_hand_is_not_his_own_duplicate(engine):
    assert found(engine, but={5}, full_name="Громов Павел") == [(9, "name")]


def test_a_number_of_the_dealer_finds_nobody(engine):
    book = RuleBook(dealer_phones=frozenset({"+79165550101"}))

    assert found(engine, book, phone="8 916 555-01-01") == []


def test_plate_and_company_find(engine):
    assert found(engine, plate="а123вс77") == [(6, "plate")]
    assert (3, "name") in found(engine, full_name="ооо ромашка")


def test_nothing_is_sought_by_nothing():
    empty = sought({})

    assert not any(getattr(empty, name) for name in empty.__slots__)
