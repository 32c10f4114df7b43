import pytest

from db.client_search import Query
from workflow.search import understood


def test_nothing_typed_asks_for_all():
    assert understood("  ") is None


def test_letters_are_the_beginnings_of_names():
    assert understood("Пётр ИВА") == Query(names=(("петр", "ива"),))


def test_latin_letters_may_be_russian_ones_in_the_wrong_layout():
    assert understood("Bdfyjd") == Query(names=(("bdfyjd",), ("иванов",)))


def test_an_address_is_looked_for_in_small_letters():
    assert understood("Info@Example.ru") == Query(heads=("info@example.ru",))


@pytest.mark.parametrize("text", ["8 916 123-45-67", "+7 (916) 123 45 67", "79161234567"])
def test_a_whole_phone_is_read_with_any_trunk(text):
    query = understood(text)

    assert "+79161234567" in query.heads
    assert query.tails == ("9161234567",)


def test_the_last_digits_are_the_end_of_a_phone_or_of_a_vin():
    query = understood("456789")

    assert query.tails == query.vin_tails == ("456789",)
    assert not query.inns


def test_fewer_than_four_digits_are_no_phone():
    assert understood("12") == Query(names=(("12",),))


@pytest.mark.parametrize("text", ["7707083893", "500100732259"])
def test_as_many_digits_as_an_inn_has_may_be_one(text):
    assert understood(text).inns == (text,)


def test_a_vin_is_read_through_look_alikes():
    assert understood("хw8аа11в0ск000123").vins == ("XW8AA11B0CK000123",)


@pytest.mark.parametrize("text", ["a123bc77", "А123ВС77", "а 123 вс 77"])
def test_a_plate_is_looked_for_in_russian_letters(text):
    assert "А123ВС77" in understood(text).plates


def test_the_id_of_a_client_is_known_in_either_alphabet():
    assert understood("C0000012").clients == understood("с0000012").clients == (12,)
