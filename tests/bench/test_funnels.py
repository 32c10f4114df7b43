"""Every figure against what the generator knows of persons and cars."""

import csv
import json
from itertools import pairwise
from pathlib import Path

import polars as pl
import pytest
from sqlalchemy import select

from bench.generator.build import generate
from bench.generator.order import FileForm, Order
from db import decisions, tables
from db.base import open_base
from db.engine import Engine, reading, writing
from reports import catalogue
from reports.content import Bounds
from reports.desk import Desk
from reports.options import Options
from workflow import check, load, propose, review
from workflow.unify import unify

KINDS = ("sales", "service", "bookings", "claims", "surveys")
PERSONS, SEED = 150, 3


def _made(folder: Path, level: str) -> Path:
    forms = {kind: FileForm("csv", "utf-8", ";", titled=False) for kind in KINDS}
    generate(Order(PERSONS, SEED, level, folder, forms))
    return folder


def _loaded(folder: Path, base: Path) -> Engine:
    engine = open_base(str(base), create=True)
    orders = [load.Order(folder / f"{kind}.csv", kind=kind) for kind in KINDS]
    load.load_all(engine, orders, by="test")
    propose.propose(engine, by="test")
    return engine


def _truth(folder: Path) -> dict[str, dict[str, float]]:
    told = json.loads((folder / "funnels.json").read_text(encoding="utf-8"))
    figures: dict[str, dict[str, float]] = told["figures"]
    return figures


def _figures(engine: Engine) -> dict[str, dict[str, Bounds]]:
    options = Options()
    return {
        name: dict(catalogue.report(Desk(engine), name, options).figures)
        for name in catalogue.FUNNELS
    }


def _apart(truth: dict[str, dict[str, float]], told: dict[str, dict[str, Bounds]]) -> list[str]:
    """The figures that are not certain or not the truth."""
    return [
        f"{name} {key}: {value}, told {told[name].get(key)}"
        for name, figures in truth.items()
        for key, value in figures.items()
        if not _is(value, told[name].get(key))
    ]


def _is(value: float, told: Bounds | None) -> bool:
    if told is None:
        return value == 0
    return told.exact and told.best == pytest.approx(value)


def _outside(truth: dict[str, dict[str, float]], told: dict[str, dict[str, Bounds]]) -> list[str]:
    """The figures whose truth lies outside of their bounds."""
    return [
        f"{name} {key}: {value}, told {told[name].get(key)}"
        for name, figures in truth.items()
        for key, value in figures.items()
        if not _within(value, told[name].get(key))
    ]


def _within(value: float, told: Bounds | None) -> bool:
    slack = 1e-6 * max(1, abs(value))
    return value == 0 if told is None else told.low - slack <= value <= told.high + slack


def _rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _mend(engine: Engine, folder: Path) -> int:
    """Put every VIN right that waits for a reviewer who knows it; how many there were."""
    row, source, finding = tables.row, tables.source, tables.finding
    mended = 0
    for told in _rows(folder / "truth_values.csv"):
        place = (source.c.name == told["source"]) & (row.c.no == int(told["row"]))
        waiting = (
            select(finding.c.row_id, finding.c.position)
            .join(row, row.c.id == finding.c.row_id)
            .join(source, source.c.id == row.c.source_id)
            .where(place, finding.c.field == told["field"], finding.c.state == "open")
        )
        with reading(engine) as connection:
            found = connection.execute(waiting).first()
        if found is not None:
            check.edit(engine, (found.row_id, found.position), told["value"], by="test")
            mended += 1
    return mended


def _judge(engine: Engine, folder: Path) -> None:
    """Say of every candidate and of every two cards of one person what the generator knows."""
    card, source = tables.card.c, tables.source.c
    with reading(engine) as connection:
        named = select(source.name, card.source_key, card.id).join_from(tables.card, tables.source)
        ids = {
            (name, key): number
            for name, key, number in connection.execute(named.where(card.state == "clean"))
        }
        pairs = connection.execute(select(tables.candidate.c.left, tables.candidate.c.right)).all()
    who = {
        ids[told["source"], told["source_id"]]: told["person_id"]
        for told in _rows(folder / "truth.csv")
        if (told["source"], told["source_id"]) in ids
    }
    said = {(a, b): "same" if who[a] == who[b] else "different" for a, b in pairs}
    for person in sorted(set(who.values())):
        mine = sorted(one for one, name in who.items() if name == person)
        said |= dict.fromkeys(pairwise(mine), "same")
    words = pl.DataFrame(
        [(*pair, verdict, "") for pair, verdict in sorted(said.items())],
        schema=["left", "right", "verdict", "relation"],
        orient="row",
    )
    with writing(engine) as connection:
        made = review.new_id()
        decisions.record(connection, decision_id=made, by="test", kind="judge", details={})
        decisions.write_judgements(connection, made, words)
        unify(connection, None)


def test_on_clean_data_every_figure_is_the_truth(tmp_path):
    folder = _made(tmp_path / "files", "clean")
    engine = _loaded(folder, tmp_path / "base.sverka")
    truth = _truth(folder)
    assert _outside(truth, _figures(engine)) == []
    _judge(engine, folder)
    assert _apart(truth, _figures(engine)) == []


def test_dirty_data_hold_the_truth_in_their_bounds_and_tell_it_after_review(tmp_path):
    folder = _made(tmp_path / "files", "typed")
    engine = _loaded(folder, tmp_path / "base.sverka")
    truth, before = _truth(folder), _figures(engine)
    assert _outside(truth, before) == []
    assert _apart(truth, before)  # the dirt was worth a review
    assert _mend(engine, folder)
    _judge(engine, folder)
    assert _apart(truth, _figures(engine)) == []
