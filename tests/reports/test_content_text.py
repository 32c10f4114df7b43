from dataclasses import replace

from reports.content import Table
from reports.content_text import lines
from tests.reports.sample_report import missing, report


def test_the_table_is_aligned_and_bounds_are_low_best_high():
    told = lines(report())
    at = told.index("By number")
    head, rule, first, second, *_ = told[at + 1 :]
    assert head.startswith("Maintenance") and head.endswith("Last visit")
    assert set(rule) == {"-", " "}
    assert "980 – 1,020 – 1,060" in first
    assert second.rstrip().endswith("–")
    assert first.index("1,060") + len("1,060") == second.index("801") + len("801")


def test_everything_around_the_figures_is_told():
    told = "\n".join(lines(report()))
    for text in (
        "As of 2026-11-01",
        "Sales from 2024-01-01",
        "A second paragraph.",
        "▲ with care: Age of the load: 40 days → Load a new file.",
        "12 marks do not count.",
        "Group 12 of 3 cards",
    ):
        assert text in told


def test_a_report_with_nothing_to_show_says_why():
    assert lines(missing()) == ["Booking", "As of 2026-11-01", "", "Load the booking log first."]


def test_a_table_without_columns_or_rows_is_its_title_and_head():
    (table,) = report().tables
    bare = replace(report(), tables=(Table("Bare", (), ()), replace(table, rows=())))
    told = lines(bare)
    assert "Bare" in told
    assert any(line.startswith("Maintenance  Came") for line in told)
