from dataclasses import replace
from datetime import date

import pytest

from db.card_details import EventRow, VehicleRow
from resources import texts
from ui.adapters.event_views import event_views

EVENT = EventRow(
    card_id=1,
    kind="order",
    date=date(2024, 3, 1),
    number="ЗН-1",
    visit_kind="maintenance",
    to_no="2",
    mileage=30_000,
    amount="9500.00",
    vehicle_id=7,
    due=None,
    outcome="",
    score=None,
    scale=None,
)
LOGGED = replace(EVENT, visit_kind="", to_no="", mileage=None, amount="", vehicle_id=None)
CAR = VehicleRow(7, "Z94CB41AAER123456", "", "", "Kia", "Rio", 2014)


def shown(event):
    (view,) = event_views([event], {7: CAR})
    return view.kind, view.text, view.car


def test_an_order_tells_what_was_done_at_what_mileage_and_for_how_much():
    assert shown(EVENT) == ("work order", "Maintenance 2 · 30,000 km · 9,500 ₽ · ЗН-1", "Kia Rio")


@pytest.mark.parametrize(
    ("changed", "kind", "text"),
    [
        ({"kind": "booking", "outcome": "missed"}, "booking", "Did not come · ЗН-1"),
        (
            {"kind": "booking", "outcome": "booked", "due": date(2024, 3, 5), "number": ""},
            "booking",
            "Booked · for 2024-03-05",
        ),
        ({"kind": "claim", "outcome": "court"}, "claim", "In court · ЗН-1"),
        ({"kind": "survey", "score": 4.5, "scale": 5}, "survey", "4.5 of 5 · ЗН-1"),
        ({"kind": "survey", "score": 9.0}, "survey", "9 · ЗН-1"),
        ({"kind": "survey"}, "survey", "ЗН-1"),
        ({"kind": "sale", "outcome": "used", "number": "А-1"}, "sale", "Used car · А-1"),
        ({"kind": "claim", "number": ""}, "claim", ""),
    ],
)
def test_a_log_tells_how_it_came_out(changed, kind, text):
    assert shown(replace(LOGGED, **changed)) == (kind, text, "")


def test_what_is_told_is_in_the_readers_language():
    texts.use("ru")
    booked = replace(LOGGED, kind="booking", outcome="booked", due=date(2024, 3, 5), number="")
    marked = replace(LOGGED, kind="survey", score=4.5, scale=5, number="")

    assert shown(booked)[:2] == ("запись", "Записан · на 05.03.2024")
    assert shown(marked)[:2] == ("опрос", "4,5 из 5")


def test_the_mere_mention_of_a_car_is_no_event_and_the_latest_comes_first():
    mention = replace(LOGGED, kind="car")
    earlier = replace(LOGGED, date=date(2023, 1, 1), number="ЗН-0")

    assert [view.text for view in event_views([earlier, mention, LOGGED], {})] == ["ЗН-1", "ЗН-0"]
