from dataclasses import replace

import pytest

from reports.content import Column, Table, Unit
from reports.svg.picture import Picture
from tests.reports.sample_report import funnel, missing, report
from ui.paper import tables
from ui.paper.blocks import Drawing, Gap, Line, Row
from ui.paper.document import blocks, pages
from ui.paper.ink import MARGIN, TEXT_HEIGHT, TEXT_WIDTH, Types


@pytest.fixture(scope="module")
def types(qapp):
    return Types()


def long_table(rows):
    columns = (Column("name", "Name"), Column("count", "Count", Unit.COUNT))
    return Table("People", columns, tuple((f"Вымышленников {at}", at) for at in range(rows)))


def words(block):
    if isinstance(block, Line):
        return block.text
    if isinstance(block, Row):
        return " ".join(line for field in block.fields for line in field.lines)
    return ""


def test_everything_a_report_says_is_printed(types):
    said = "\n".join(map(words, blocks(report(), types)))
    for text in (
        "As of 2026-11-01",
        "Cars sold as new",
        "Sales from 2024-01-01",
        "▲ with care Age of the load: 40 days → Load a new file.",
        "Buyers who came",
        "12 marks do not count.",
        "Group 12 of 3 cards",
    ):
        assert text in said
    assert sum(isinstance(block, Drawing) for block in blocks(report(), types)) == 1


def test_a_report_with_nothing_to_show_says_why(types):
    assert "Load the booking log first." in map(words, blocks(missing(), types))


def test_nothing_is_printed_below_the_page_and_nothing_is_lost(types):
    found = blocks(replace(report(), tables=(long_table(300),), charts=(funnel(),) * 7), types)
    laid = pages(found)
    assert len(laid) > 3
    for page in laid:
        assert page
        assert page[0].top == MARGIN
        assert page[-1].top + page[-1].block.height <= MARGIN + TEXT_HEIGHT
    printed = [placed.block for page in laid for placed in page]
    kept = [block for block in found if not isinstance(block, Gap | Drawing)]
    assert sum(isinstance(block, Drawing) for block in printed) == 7
    assert all(block in printed for block in kept)


def test_a_chart_is_made_a_little_smaller_rather_than_put_on_the_next_page(types):
    tall = Drawing(Picture("<svg/>", 720, 900))
    filled = [Line("line", types.body)]
    while sum(one.height for one in filled) + tall.height < TEXT_HEIGHT * 1.1:
        filled.append(Line("line", types.body))
    (page,) = pages([*filled, tall])
    assert page[-1].block.height < tall.height
    assert page[-1].top + page[-1].block.height <= MARGIN + TEXT_HEIGHT
    assert len(pages([*filled * 3, tall])) == 2


def test_a_tables_head_stands_on_every_page_of_it(types):
    laid = pages(tables.blocks(long_table(300), types))
    assert len(laid) > 2
    heads = [[words(one.block) for one in page].count("Name Count") for page in laid]
    assert heads == [1] * len(laid)


def test_no_heading_is_left_alone_at_the_foot_of_a_page(types):
    for lines in range(30, 60):
        filled = replace(report(), filters=tuple(map(str, range(lines))))
        for page in pages(blocks(filled, types)):
            assert not page[-1].block.keep


@pytest.mark.parametrize("columns", [1, 4, 9, 20])
def test_the_columns_share_the_width_of_the_page(types, columns):
    made = Table(
        "Wide",
        tuple(Column(f"{at}", f"A title of column {at}") for at in range(columns)),
        (tuple("Very-long-words-without-a-space-in-them and others" for _ in range(columns)),),
    )
    for block in tables.blocks(made, types):
        if isinstance(block, Row):
            ends = [field.left + field.width for field in block.fields]
            starts = [field.left for field in block.fields]
            assert ends[-1] <= TEXT_WIDTH
            assert all(end <= start for end, start in zip(ends, starts[1:], strict=False))


def test_a_cell_that_would_fill_a_page_is_cut(types):
    made = Table("T", (Column("a", "A"), Column("b", "B")), (("word " * 5000, "x"),))
    row = tables.blocks(made, types)[-1]
    assert row.height < TEXT_HEIGHT / 2
    assert words(row).rstrip(" x").endswith("…")


def test_a_table_without_columns_or_rows_is_its_title_and_head(types):
    assert [words(one) for one in tables.blocks(Table("Bare", (), ()), types)] == ["Bare"]
    said = [words(one) for one in tables.blocks(long_table(0), types)]
    assert said[0] == "People" and said[-1] == "Name Count"
    assert pages(tables.blocks(long_table(0), types))
