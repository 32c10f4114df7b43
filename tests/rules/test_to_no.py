import pytest
from hypothesis import given
from hypothesis import strategies as st

from rules.to_no import RULES, normalise, of_mileage, of_text
from tests.rules.findings import assert_renders, codes


@pytest.mark.parametrize(
    ("raw", "number"),
    [
        ("2", 2), ("02", 2), ("2.0", 2), ("ТО-2", 2), ("ТО2", 2), ("ТО 2", 2), ("то-2", 2),
        ("TO-2", 2), ("Т.О. 2", 2), ("ТО № 2", 2), ("ТО-2 (30000)", 2), ("2-е ТО", 2),
        ("второе ТО", 2), ("Второе техобслуживание", 2), ("тех. обслуживание 2", 2), ("0", 0),
        ("ТО-0", 0), ("нулевое ТО", 0), ("Инспекционный осмотр", 0), ("ТО-10", 10), ("ТО-12", 12),
    ],
)  # fmt: skip
def test_reads_a_number_however_it_was_typed(raw, number):
    assert normalise(raw).value == number
    assert normalise(raw).findings == ()


@pytest.mark.parametrize(
    ("raw", "number"),
    [
        ("ТО 15000", 1), ("ТО-30 000", 2), ("ТО 30 000 км", 2), ("60 тыс. км", 4), ("45000", 3),
        ("ТО 10000", 1), ("ТО 20000 км", 2), ("30000.0", 2),
    ],
)  # fmt: skip
def test_reads_the_mileage_of_a_maintenance(raw, number):
    assert normalise(raw).value == number
    assert codes(normalise(raw).findings) == ["TNO301"]


@pytest.mark.parametrize(("raw", "number"), [("ТО-15", 1), ("ТО-30", 2), ("60", 4), ("ТО-105", 7)])
def test_a_number_of_thousands_is_read_and_warned_of(raw, number):
    assert normalise(raw).value == number
    assert codes(normalise(raw).findings) == ["TNO202"]


@pytest.mark.parametrize(
    ("raw", "code"), [("масло", "TNO203"), ("ТО-А", "TNO203"), ("17", "TNO201")]
)
def test_what_is_hardly_a_number_is_warned_of(raw, code):
    assert codes(normalise(raw).findings) == [code]


@pytest.mark.parametrize("raw", ["", " ", "-", "нет", "б/н", "не указано"])
def test_an_empty_cell_finds_nothing(raw):
    assert (normalise(raw).value, normalise(raw).findings) == (None, ())


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Замена колодок, ТО-4, мойка", 4), ("ТО 2 и мойка", 2), ("то-4 замена", 4), ("to3", 3),
        ("плановое ТО-60000", 4), ("ТО 60 тыс", 4), ("прохождение третьего ТО", 3),
        ("нулевое ТО, проверка", 0), ("Инспекционный осмотр", 0), ("ТО-1, ТО-2", 1),
        ("что-то 2 раза стучит", None), ("если нет, то 2 колеса", None), ("ТО 2019 года", None),
        ("ТО. 12.03", None), ("АВТО 2", None), ("", None), ("первая передача", None),
    ],
)  # fmt: skip
def test_finds_the_number_in_words(text, number):
    assert of_text(text) == number


@pytest.mark.parametrize(
    ("kilometres", "make", "number"),
    [
        (15_200, "Kia", 1), (29_000, "Kia", 2), (29_000, "Toyota", 3), (900, "Kia", None),
        (7_000, "Kia", 0), (700_000, "Kia", None), (15_200, "", 1),
    ],
)  # fmt: skip
def test_guesses_the_number_by_the_makes_interval(kilometres, make, number):
    assert of_mileage(kilometres, make) == number


@given(st.text(max_size=40) | st.text("ТОто -0123456789.км тыс", max_size=20))
def test_never_raises_and_the_normal_form_is_a_fixed_point(raw):
    outcome = normalise(raw)

    assert_renders(outcome.findings, RULES)
    of_text(raw)
    if outcome.value is not None:
        assert 0 <= outcome.value <= 30
        assert normalise(str(outcome.value)).value == outcome.value or outcome.value > 12


@pytest.mark.parametrize(
    ("raw", "number"), [("ТО-2, замена колодок", 2), ("М ТО-3", 3), ("замена масла, ТО-10", 10)]
)
def test_words_around_one_number_do_not_hide_it(raw, number):
    assert normalise(raw).value == number
    assert normalise(raw).findings == ()


def test_of_two_numbers_none_is_taken():
    assert codes(normalise("ТО-3 ТО-4").findings) == ["TNO203"]
