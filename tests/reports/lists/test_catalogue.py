import math
from dataclasses import replace
from datetime import date

import pytest

from db.engine import reading
from reports.content import Report
from reports.lists.catalogue import LISTS, names, report
from reports.lists.titles import TITLES, title
from reports.options import Options
from resources import texts
from tests.reports.lists.hand_made import DAY, book, client, facts, maintenance, sale, visit

ONE = facts(
    sales=[sale(1, 7, date(2022, 1, 1), year=2022)],
    visits=[maintenance(1, 7, date(2025, 6, 20), 1, mileage=15_000)],
    cards=[(1, 1)],
)
BARE = facts(
    sales=[sale(1, 7, DAY, model="", amount=None)], visits=[visit(1, None, DAY, amount=None)]
)
ALONE = book(client(1, birth_date=date(1980, 6, 20), seen=date(2020, 1, 1)))

WORLDS = {
    "an empty base": (facts(kinds=[]), book()),
    "clients and no facts": (facts(kinds=[]), ALONE),
    "no sales": (replace(ONE, sales=ONE.sales.clear(), kinds=frozenset({"service"})), ALONE),
    "no visits": (
        replace(ONE, visits=ONE.visits.clear(), orders=ONE.orders.clear()), ALONE
    ),
    "one client": (ONE, ALONE),
    "a future day": (replace(ONE, day=date(2199, 12, 31)), ALONE),
    "an early day": (replace(ONE, day=date(1950, 1, 1)), ALONE),
    "facts that tell little": (BARE, ALONE),
    "cards in quarantine alone": (
        facts(sales=[sale(-1, 7, DAY)], visits=[visit(-1, 7, DAY)]), ALONE
    ),
}  # fmt: skip


def cells(found: Report):
    keys = {key for table in found.tables for key in table.behind if key}
    for table in (*found.tables, *(found.behind(key) for key in keys)):
        for row in table.rows:
            assert len(row) == len(table.columns)
            yield from row
    for chart in found.charts:
        for series in chart.series:
            assert len(series.values) == len(chart.labels)
            yield from series.values
    yield from (bounds.best for bounds in found.figures.values())


@pytest.mark.parametrize("name", LISTS)
@pytest.mark.parametrize("world", WORLDS)
def test_every_list_says_a_sentence_or_honest_numbers(name, world):
    told, whose = WORLDS[world]

    found = LISTS[name].count(told, whose, Options())

    assert found.name == name and found.title and found.definition and found.day == told.day
    if found.missing:
        assert not found.figures and found.missing.endswith(".")
    else:
        assert found.tables and found.filters
    assert not [
        cell for cell in cells(found) if isinstance(cell, float) and not math.isfinite(cell)
    ]


@pytest.mark.parametrize("name", LISTS)
def test_nothing_is_counted_in_an_empty_base(name):
    assert LISTS[name].count(facts(kinds=[]), book(), Options()).missing


@pytest.mark.parametrize("name", LISTS)
def test_every_list_is_told_in_russian(name):
    texts.use("ru")
    found = LISTS[name].count(ONE, ALONE, Options())

    english = [line for line in (found.title, *found.definition) if line.isascii()]
    assert english == [] and found.title == title(name)


def test_every_list_has_a_title():
    assert set(names()) == set(TITLES)


def test_a_list_is_counted_from_the_base(base_url, opened):
    with reading(opened(base_url)) as connection:
        for name in names():
            found = report(connection, name, facts(kinds=[]), Options())
            assert found.missing


def test_a_period_that_does_not_limit_a_list_is_named_in_its_header(base_url, opened):
    options = Options(since=date(2026, 1, 1))
    with reading(opened(base_url)) as connection:
        limited = report(connection, "list-top", facts(), options)
        unlimited = report(connection, "list-confirm", facts(), options)

    assert limited.filters == ()
    assert unlimited.filters[0].startswith("The period does not limit this list")
