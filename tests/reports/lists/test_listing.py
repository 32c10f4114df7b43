from dataclasses import replace
from datetime import date

import polars as pl
import pytest

from db.errors import KnownError
from reports.content import Column
from reports.lists.listing import MOST, Part, all_rows, cut_off, first_rows, late, no_visits
from tests.reports.lists.hand_made import DAY, book, facts, visit

LONG = Part(
    "listed", "Clients", (Column("client", "Client"),),
    pl.DataFrame({"client_id": range(1, MOST + 6)}, schema={"client_id": pl.Int32}), book(),
)  # fmt: skip


def test_a_table_shows_the_first_rows_and_its_figure_opens_all():
    (table,) = first_rows([LONG])

    assert len(table.rows) == MOST and table.rows[0] == ("C0000001",)
    assert len(all_rows([LONG])("listed").rows) == MOST + 5
    assert cut_off([LONG]) == (
        "“Clients” shows the first 1,000 of 1,005 rows; its figure opens them all.",
    )


def test_a_figure_without_a_list_is_refused_in_a_sentence():
    with pytest.raises(KnownError, match="No clients and cars stand behind “other”"):
        all_rows([LONG])("other")


def test_a_card_that_is_no_client_has_no_number():
    rows = pl.DataFrame({"client_id": [-5, 12]}, schema={"client_id": pl.Int32})
    part = Part("a", "", LONG.columns, rows, book())

    assert part.table().rows == (("",), ("C0000012",))


def test_a_day_after_the_last_load_is_pointed_out():
    told = facts(visits=[visit(1, 1, DAY)])

    assert late(told) == ()
    (line,) = late(replace(told, day=date(2030, 1, 1)))
    assert "after the last load" in line


def test_what_is_missing_names_the_file_or_the_fault():
    assert no_visits(facts(kinds=["sales"])) == (
        "No work orders are loaded yet: load the service file on the page Sources."
    )
    assert no_visits(facts()) == (
        "No work order up to the report’s day is closed, dated and a client’s."
    )
