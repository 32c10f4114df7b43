from bench.generator.service_life.facts import Booking, Claim, Survey
from bench.generator.truth.known import known
from bench.generator.truth.voices import bookings, complaints, satisfaction
from tests.bench.generator.truth.hand_made import car, day, ledger, maintained, order, person

ANNA, BORIS = person("anna"), person("boris")
VESTA, RIO = car("VESTA"), car("RIO")


def told(count, facts):
    return count(facts, known(facts))


def test_an_answer_is_followed_by_the_maintenance_of_the_car_it_is_about():
    facts = ledger(
        order("2022-01-10", ANNA, VESTA, number="1"),
        maintained("2023-02-01", ANNA, VESTA, 1),
        order("2022-05-10", BORIS, RIO, number="2"),
        order("2024-01-10", BORIS, RIO, number="3"),
        surveys=[
            Survey(day("2022-01-12"), 5, number="1"),
            Survey(day("2022-05-12"), 3, car=RIO),
            Survey(day("2024-01-11"), 4, client=BORIS),
            Survey(day("2024-01-10"), 4, number="unknown"),
        ],
    )
    found = told(satisfaction, facts)
    assert [found[f"answers.{band}"] for band in ("low", "mid", "high")] == [1, 1, 1]
    assert [found[f"mature.{band}"] for band in ("low", "mid", "high")] == [1, 0, 1]
    assert [found[f"next.{band}"] for band in ("low", "mid", "high")] == [0, 0, 1]


def test_of_ten_nine_is_high_and_six_is_low():
    marks = (6, 7, 8, 9, 10)
    facts = ledger(
        order("2024-01-10", ANNA, VESTA),
        surveys=[Survey(day("2024-01-10"), mark, client=ANNA) for mark in marks],
        greatest=10,
    )
    found = told(satisfaction, facts)
    assert [found[f"answers.{band}"] for band in ("low", "mid", "high")] == [1, 2, 2]


def test_a_client_is_dissatisfied_once_and_a_repeat_is_a_complaint_too():
    facts = ledger(
        order("2024-01-10", ANNA, VESTA),
        order("2024-01-20", ANNA, VESTA),
        order("2024-02-10", BORIS, RIO, "internal"),
        order("2024-03-10", BORIS, RIO),
        claims=[
            Claim(day("2024-01-21"), ANNA, "oral"),
            Claim(day("2024-01-25"), ANNA, "written"),
            Claim(day("2024-02-25"), BORIS, "court"),
            Claim(day("2024-03-11"), person("later"), "court"),
        ],
        surveys=[Survey(day("2024-01-21"), 1, client=ANNA)],
    )
    assert told(complaints, facts) == {
        "dissatisfied": 2, "claims": 3, "written": 1, "court": 1, "orders": 3, "repeats": 1,
        "rate": 4 / 3,
    }  # fmt: skip


def test_who_has_an_order_a_day_from_the_appointment_has_arrived():
    def call(**said):
        return Booking(day("2024-01-05"), ANNA, **said)

    facts = ledger(
        order("2024-01-10", ANNA, VESTA, number="1"),
        order("2024-02-10", BORIS, RIO),
        bookings=[
            call(outcome="wanted"),
            call(due=day("2024-01-09"), car=VESTA),
            call(due=day("2024-01-11"), number="1", outcome="booked"),
            call(due=day("2024-01-12"), car=VESTA, outcome="missed"),
            call(due=day("2024-01-20"), car=VESTA, outcome="cancelled"),
            call(due=day("2024-01-20"), outcome="arrived"),
            call(due=day("2024-01-21"), car=VESTA),
            call(due=day("2024-03-01"), car=VESTA, outcome="booked"),
            Booking(day("2024-02-11"), ANNA, outcome="arrived"),
        ],
    )
    assert told(bookings, facts) == {
        "wanted": 8, "booked": 6, "arrived": 3, "missed": 2, "cancelled": 1
    }  # fmt: skip
