from datetime import date

import pytest
import typer

from reports.options import Dimension
from ui import report_options as asked


@pytest.mark.parametrize("text", ["2026-01-31", "31.01.2026"])
def test_a_day_is_written_in_either_way(text):
    assert asked.day(text, "--date") == date(2026, 1, 31)


def test_a_day_not_given_is_none():
    assert asked.day("", "--date") is None
    assert asked.period("", "") == (None, None)
    assert asked.dimension("", "--by") is None


@pytest.mark.parametrize("text", ["yesterday", "31.02.2026", "2026", "1.1.1"])
def test_what_is_no_day_is_told_by_its_option(text):
    with pytest.raises(typer.BadParameter, match="is no day; write it as") as raised:
        asked.day(text, "--date")
    assert raised.value.param_hint == "--date"


def test_a_period_must_begin_before_it_ends():
    assert asked.period("01.01.2025", "2025-01-01") == (date(2025, 1, 1), date(2025, 1, 1))
    with pytest.raises(typer.BadParameter, match="ends before it begins"):
        asked.period("2025-02-01", "2025-01-01")


def test_slices_are_those_that_there_are():
    assert asked.dimension("model", "--by") is Dimension.MODEL
    with pytest.raises(typer.BadParameter, match="none of year, month, model"):
        asked.dimension("colour", "--by")


def test_values_are_named_by_their_dimension_quoted_or_not():
    assert asked.only(["model=Kia Rio", "region=«Самарская область»", "staff = a=b"]) == {
        Dimension.MODEL: "Kia Rio",
        Dimension.REGION: "Самарская область",
        Dimension.STAFF: "a=b",
    }


@pytest.mark.parametrize(
    ("given", "said"),
    [
        (["model"], "not of the form"),
        (["model="], "not of the form"),
        (["=Kia"], "not of the form"),
        (["colour=red"], "none of year"),
        (["model=Kia Rio", "model=Lada Vesta"], "Only one value of model"),
    ],
)
def test_a_value_without_a_dimension_is_told(given, said):
    with pytest.raises(typer.BadParameter, match=said):
        asked.only(given)
