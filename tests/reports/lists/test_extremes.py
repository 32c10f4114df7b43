from datetime import date

import polars as pl

from reports.lists.extremes import earliest, latest

ROWS = pl.DataFrame(
    {
        "car": [7, 7, 7, 8, None, 9],
        "date": [date(2025, 1, 1), date(2026, 1, 1), date(2026, 1, 1), date(1960, 1, 1),
                 date(2026, 1, 1), None],
        "told": ["a", "b", "c", "d", "e", "f"],
    }
)  # fmt: skip


def test_the_latest_row_of_each_group_is_given_the_last_of_several():
    assert latest(ROWS, "car")["told"].to_list() == ["c", "d"]


def test_the_earliest_row_of_each_group_is_given_the_first_of_several():
    assert earliest(ROWS, "car")["told"].to_list() == ["a", "d"]


def test_no_rows_give_no_rows():
    assert latest(ROWS.clear(), "car").is_empty()
