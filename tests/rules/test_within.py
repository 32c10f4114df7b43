from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rules import within
from rules.gender import normalise as read_gender
from tests.rules.findings import assert_renders

DAYS = st.dates(date(1900, 1, 1), date(2030, 12, 31))
WORDS = st.text(max_size=20)


def code(found):
    return found.code if found else ""


@pytest.mark.parametrize(
    ("birth", "day", "expected"),
    [
        (date(2014, 6, 5), date(2014, 6, 5), "ROW101"),
        (date(2014, 6, 6), date(2014, 6, 5), "ROW203"),
        (date(2000, 6, 6), date(2014, 6, 5), "ROW203"),
        (date(2000, 6, 5), date(2014, 6, 5), ""),
        (date(1979, 3, 12), date(2014, 6, 5), ""),
    ],
)
def test_a_birth_date_is_set_beside_the_days_of_its_row(birth, day, expected):
    assert code(within.against_birth(birth, day)) == expected


@pytest.mark.parametrize(
    ("year", "day", "expected"),
    [
        (2015, date(2014, 6, 5), "ROW201"),
        (2015, date(2014, 7, 1), ""),
        (2016, date(2014, 7, 1), "ROW201"),
        (2014, date(2014, 1, 2), ""),
        (1998, date(2014, 1, 2), ""),
    ],
)
def test_a_car_is_not_sold_before_it_is_made_but_for_the_next_model_year(year, day, expected):
    assert code(within.year_against(year, day)) == expected


@pytest.mark.parametrize(
    ("said", "year", "expected"),
    [("Новый", 2010, "ROW202"), ("новая", 2010, "ROW202"), ("Новый", 2011, ""), ("Б/У", 2001, "")],
)
def test_a_car_of_four_years_is_not_new(said, year, expected):
    assert code(within.new_against(said, year, date(2014, 6, 5))) == expected


def test_a_stated_gender_that_contradicts_the_patronymic_is_to_be_turned():
    found = within.gender_against("муж", "m", "f", "Ивановна")

    assert code(found) == "ROW204"
    assert read_gender(found.suggestion) == "f"


@pytest.mark.parametrize(("stated", "of_name"), [("m", "m"), ("", "f"), ("f", "")])
def test_a_gender_that_fits_or_is_not_known_is_let_be(stated, of_name):
    assert within.gender_against("м", stated, of_name, "Иванович") is None


@pytest.mark.parametrize(
    ("inn", "kind", "form", "expected"),
    [
        ("7707083893", "person", "", "ROW205"),
        ("7707083893", "person", "ИП", "ROW205"),
        ("7707083893", "company", "ООО", ""),
        ("500100732259", "company", "ООО", "ROW206"),
        ("500100732259", "company", "КФХ", ""),
        ("500100732259", "person", "ИП", ""),
        ("500100732259", "company", "", ""),
        ("7707083893", "unknown", "", ""),
    ],
)
def test_an_inn_is_set_beside_the_legal_form(inn, kind, form, expected):
    assert code(within.inn_against(inn, kind, form)) == expected


@pytest.mark.parametrize(
    ("region_code", "region", "expected"),
    [
        ("59", "Свердловская область", "ROW301"),
        ("159", "Пермский край", ""),
        ("777", "Московская область", ""),
        ("47", "Санкт-Петербург", ""),
        ("47", "Москва", "ROW301"),
        ("00", "Москва", ""),
        ("77", "Неведомый край", ""),
    ],
)
def test_a_plate_of_another_region_than_the_address_is_worth_knowing(region_code, region, expected):
    assert code(within.region_against("А123ВС", region_code, region)) == expected


@pytest.mark.parametrize(
    ("kind", "number", "expected"),
    [
        ("maintenance", "", "ROW207"),
        ("", "3", "ROW207"),
        ("repair", "3", "ROW207"),
        ("repair", "", ""),
        ("maintenance", "0", ""),
        ("warranty", "3", ""),
        ("internal", "3", ""),
        ("", "", ""),
    ],
)
def test_a_maintenance_mark_without_money_is_the_theft_scheme(kind, number, expected):
    assert code(within.unpaid(kind, number, "Клиент", "Закрыт")) == expected


@pytest.mark.parametrize(
    ("payer", "status"),
    [("Завод", "Закрыт"), ("Гарантия", ""), ("Салон", ""), ("Клиент", "В работе"), ("", "Заявка")],
)
def test_maintenance_that_another_pays_or_that_is_not_done_is_no_theft(payer, status):
    assert within.unpaid("maintenance", "2", payer, status) is None


def test_what_ends_before_it_begins_is_told():
    day = date(2016, 2, 20)

    assert code(within.closed_against(day - timedelta(1), day)) == "ROW208"
    assert within.closed_against(day, day) is None
    assert code(within.handed_over_against(day - timedelta(1), day)) == "ROW209"
    assert within.handed_over_against(day, day) is None


@given(DAYS, DAYS, st.integers(1900, 2031), WORDS, WORDS, WORDS, WORDS)
def test_no_decision_raises_and_every_finding_can_be_said(day, other, year, one, two, three, four):  # noqa: PLR0917
    found = [
        within.against_birth(day, other),
        within.year_against(year, day),
        within.new_against(one, year, day),
        within.gender_against(one, "m", "f", two),
        within.inn_against(one, two, three),
        within.region_against(one, two, three),
        within.unpaid(one, two, three, four),
        within.closed_against(day, other),
        within.handed_over_against(day, other),
    ]

    assert_renders([finding for finding in found if finding], within.RULES)


@given(DAYS, st.integers(0, 14 * 365))
def test_who_is_surely_fourteen_is_never_told_of(birth, spare):
    assert within.against_birth(birth, birth + timedelta(14 * 366 + spare)) is None
