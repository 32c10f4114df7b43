"""The same files with their rows in another order give the same candidates and groups."""

from pathlib import Path
from random import Random

import pytest
from sqlalchemy import select

from db import bulk, tables
from db.engine import Engine, reading
from tests.workflow import dealer
from tests.workflow.test_news import CARS, DAYS, NAMES, PHONES, serviced, sold
from workflow.propose import propose

SALES = [
    sold(n, (NAMES[n % 10], PHONES[n % 5]), (CARS[n % 4], DAYS[n % 3]), "12.03.1979")
    for n in range(101, 141)
]
SERVICE = [
    serviced(n, (NAMES[n * 3 % 10], PHONES[n * 2 % 5]), (CARS[n * 5 % 4], DAYS[n % 4]))
    for n in range(1, 41)
]


def found(
    engine: Engine, folder: Path, sales: list[str], service: list[str]
) -> tuple[object, object]:
    """The candidates and the groups, cards by source and source id."""
    dealer.load_text(engine, folder, "sales", sales)
    dealer.load_text(engine, folder, "service", service)
    propose(engine, by="Ольга")
    card, source = tables.card.c, tables.source.c
    names = select(card.id, source.name, card.source_key).join_from(tables.card, tables.source)
    with reading(engine) as connection:
        name = {number: (kind, key) for number, kind, key in bulk.read(connection, names).rows()}
        candidates = bulk.read(connection, select(tables.candidate).order_by("left", "right"))
    pairs: dict[frozenset[tuple[str, str]], tuple[object, ...]] = {}
    groups: dict[int, set[frozenset[tuple[str, str]]]] = {}
    for left, right, probability, relation, evidence, admitted, group, _ in candidates.iter_rows():
        pair = frozenset({name[left], name[right]})
        pairs[pair] = probability, relation, evidence, admitted
        groups.setdefault(group, set()).add(pair)
    return pairs, {frozenset(group) for group in groups.values()}


@pytest.mark.parametrize("seed", [1, 2])
def test_rows_in_another_order(opened, tmp_path, seed):
    mixed = [Random(seed).sample(rows, len(rows)) for rows in (SALES, SERVICE)]
    pairs, groups = found(opened(str(tmp_path / "plain.sverka")), tmp_path, SALES, SERVICE)

    assert len(pairs) > 40
    assert found(opened(str(tmp_path / "mixed.sverka")), tmp_path, *mixed) == (pairs, groups)
