"""A funnel told as a report: what is missing, what was in force, and whom to review first."""

from dataclasses import replace
from datetime import date

import polars as pl
import pytest

from reports.catalogue import FUNNELS
from reports.content import Narrowing
from reports.options import Dimension, Options
from reports.telling import exclusions, filters, narrowing, told
from tests.reports.hand_made import DAY, facts

SALE = {"row_id": 1, "who": 1, "vehicle_id": 1, "date": date(2019, 5, 1), "region": "A"}
ORDER = {"row_id": 2, "who": 1, "vehicle_id": 1, "date": date(2020, 5, 1)}


def report(name, made, **options):
    return told(FUNNELS[name], made, Options(**options))[0]


@pytest.mark.parametrize(
    ("name", "kinds", "words"),
    [
        ("reverse", ("service",), "Load the sales file"),
        ("reverse", ("sales",), "Load the file of work orders"),
        ("bookings", ("sales", "service"), "Load the booking log"),
        ("complaints", ("sales", "service"), "Load the file of claims"),
        ("satisfaction", ("sales", "service"), "Load the file of surveys"),
    ],
)
def test_a_funnel_whose_file_is_not_loaded_says_which_it_needs(name, kinds, words):
    found = report(name, facts(sales=[SALE], orders=[ORDER], kinds=kinds))

    assert found.missing.startswith(words)
    assert (found.figures, found.charts, found.tables) == ({}, (), ())


def test_what_there_is_not_is_said_and_not_counted_as_nought():
    assert report("reverse", facts(orders=[ORDER])).missing == (
        "The base holds no dated sale of a known car up to 2020-12-31."
    )
    assert report("reverse", facts(sales=[SALE])).missing == (
        "The base holds no closed and dated work order up to 2020-12-31."
    )


def test_a_period_must_begin_before_it_ends_and_hold_something():
    made = facts(sales=[SALE], orders=[ORDER])

    ends = {"since": date(2020, 2, 1), "until": date(2020, 1, 1)}
    assert report("reverse", made, **ends).missing == "The period ends before it begins."
    assert report("reverse", made, since=DAY).missing == (
        "Nothing falls into this period and filter."
    )


def test_visits_a_year_are_those_of_the_last_twelve_months():
    early = ORDER | {"row_id": 3, "date": date(2019, 12, 31)}

    found = report("frequency", facts(orders=[ORDER, early]))

    assert found.figures["visits"].best == 1
    assert any("2020-01-01" in line for line in found.filters)


def test_the_filters_and_the_exclusions_say_what_was_in_force():
    made = replace(facts(sales=[SALE]), home=("A", "B"))
    every = Options(
        only={Dimension.BRANCH: "Юг"}, other_regions=True, changed_owners=True, used_cars=True
    )

    assert exclusions(Options(), made) == (
        "Buyers from outside A, B left out",
        "Cars left out from the day their owner changed",
        "Cars not sold as new left out",
    )
    assert exclusions(every, made) == ()
    assert filters(every, made) == ("As of 2020-12-31", "Branch: Юг")


def test_the_groups_that_settle_most_stand_first():
    made = facts(
        cards=[{"who": 1}, {"who": 2, "possible": 1}, {"who": 3}, {"who": 4, "possible": 3}],
        candidates=[
            {"left": 1, "right": 2, "probability": 0.7, "group_id": 10},
            {"left": 3, "right": 4, "probability": 0.7, "group_id": 20},
        ],
    )
    uncertain = pl.DataFrame(
        {"possible": [1, 3], "gain": [2, 5]}, schema={"possible": pl.Int32, "gain": pl.UInt32}
    )

    assert narrowing(made, uncertain) == (Narrowing(20, 2, 5.0), Narrowing(10, 2, 2.0))
    assert narrowing(made, uncertain.clear()) == ()
    assert narrowing(facts(), uncertain) == ()


def test_what_waits_and_what_tells_no_car_is_noted():
    waiting = ORDER | {"row_id": 3, "vehicle_id": None, "loose": True}
    carless = ORDER | {"row_id": 4, "vehicle_id": None}

    notes = report("frequency", facts(orders=[ORDER, waiting, carless])).notes

    assert [note.split(":")[0] for note in notes] == [
        "The VIN of 1 visit or sale waits on the Check page",
        "1 visit or sale tells no car at all",
    ]
