from datetime import date

import polars as pl

from workflow.roles import roles

SCHEMA = {
    "row_id": pl.Int64(),
    "client_id": pl.Int64(),
    "client_kind": pl.String(),
    "vehicle_id": pl.Int64(),
    "kind": pl.String(),
    "date": pl.Date(),
}


def told(*events: tuple[int, str, str, date | None]) -> list[tuple[object, ...]]:
    """The roles of one car out of (client, kind of client, kind of event, day)."""
    rows = [
        (at, client, client_kind, 1, kind, day)
        for at, (client, client_kind, kind, day) in enumerate(events, start=1)
    ]
    found = roles(pl.DataFrame(rows, schema=SCHEMA, orient="row"))
    return found.select("client_id", "role", "start", "end").rows()


def test_a_sale_makes_a_buyer_whose_period_stays_open():
    assert [(7, "buyer", date(2020, 5, 1), None)] == told(
        (7, "person", "sale", date(2020, 5, 1)),
    )


def test_a_later_sale_to_somebody_else_makes_the_buyer_a_former_owner():
    assert [
        (7, "buyer", date(2020, 5, 1), date(2023, 6, 2)),
        (7, "former_owner", date(2023, 6, 2), None),
        (8, "buyer", date(2023, 6, 2), None),
    ] == told(
        (7, "person", "sale", date(2020, 5, 1)),
        (8, "person", "sale", date(2023, 6, 2)),
    )


def test_another_persons_visits_after_the_buyers_last_one_end_his_ownership():
    found = told(
        (7, "person", "sale", date(2020, 5, 1)),
        (7, "person", "order", date(2021, 5, 1)),
        (8, "person", "order", date(2022, 3, 3)),
    )

    assert (7, "former_owner", date(2022, 3, 3), None) in found
    assert (8, "customer", date(2022, 3, 3), date(2022, 3, 3)) in found


def test_a_relative_who_came_once_between_the_buyers_visits_ends_nothing():
    found = told(
        (7, "person", "sale", date(2020, 5, 1)),
        (8, "person", "order", date(2021, 5, 1)),
        (7, "person", "order", date(2022, 3, 3)),
    )

    assert not [role for role in found if role[1] == "former_owner"]


def test_who_brings_a_companys_car_is_its_driver_and_the_company_stays_the_buyer():
    found = told(
        (7, "company", "sale", date(2020, 5, 1)),
        (8, "person", "order", date(2021, 5, 1)),
        (8, "person", "order", date(2022, 5, 1)),
    )

    assert [
        (7, "buyer", date(2020, 5, 1), None),
        (8, "driver", date(2021, 5, 1), date(2022, 5, 1)),
    ] == found


def test_events_without_a_date_still_show_a_role():
    assert told((7, "person", "order", None)) == [(7, "customer", None, None)]


def test_no_events_no_roles():
    assert told() == []


def test_who_calls_complains_or_answers_a_survey_has_no_role_and_ends_none():
    assert [(7, "buyer", date(2020, 5, 1), None)] == told(
        (7, "person", "sale", date(2020, 5, 1)),
        (8, "person", "booking", date(2021, 6, 2)),
        (8, "person", "claim", date(2021, 7, 2)),
        (9, "person", "survey", date(2021, 8, 2)),
    )


def test_a_survey_of_the_buyer_does_not_keep_the_car_his():
    later = date(2021, 6, 2)
    assert [
        (7, "buyer", date(2020, 5, 1), later),
        (7, "former_owner", later, None),
        (8, "customer", later, later),
    ] == told(
        (7, "person", "sale", date(2020, 5, 1)),
        (8, "person", "order", later),
        (7, "person", "survey", date(2022, 1, 1)),
    )
