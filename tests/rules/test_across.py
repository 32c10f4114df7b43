from datetime import date

import pytest

from rules import across


@pytest.mark.parametrize(("usual", "most"), [(1, 5), (2, 6), (3, 9), (10, 30)])
def test_relatives_may_share_a_phone_and_more_where_that_is_usual(usual, most):
    assert across.most_clients(usual) == most


@pytest.mark.parametrize(
    ("kind", "value", "people", "rule"),
    [
        ("phone", "+79165550103", 12, across.SHARED_CONTACT),
        ("phone", "+79165550103", 400, across.DEALER_PHONE),
        ("phone", "+79123456789", 400, across.COMMON_VALUE),
        ("phone", "+79160005050", 12, across.COMMON_VALUE),
        ("email", "info@dealer.example", 400, across.SHARED_CONTACT),
    ],
)
def test_what_stands_on_many_cards_is_shared_typed_or_the_dealers_own(kind, value, people, rule):
    assert across.contact_rule(kind, value, people=people, cards_of_base=20_000) is rule


def test_in_a_small_base_nothing_is_the_dealers_own_by_a_few_cards():
    found = across.contact_rule("phone", "+79165550103", people=12, cards_of_base=100)

    assert found is across.SHARED_CONTACT


@pytest.mark.parametrize(
    ("year", "new"), [(2014, True), (2013, True), (2012, False), (2015, False), (None, False)]
)
def test_a_car_is_new_in_the_year_it_was_made_and_the_next(year, new):
    assert across.sold_new(year, date(2014, 6, 5)) is new


@pytest.mark.parametrize(
    ("visits", "before", "rule"),
    [
        (4, 0, None),
        (4, 1, across.VISIT_BEFORE_SALE),
        (2, 2, across.VISIT_BEFORE_SALE),
        (3, 3, across.SALE_AFTER_VISITS),
    ],
)
def test_where_all_visits_precede_the_sale_the_sale_is_doubtful(visits, before, rule):
    assert across.against_sale(visits, before) is rule
