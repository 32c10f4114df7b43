"""The tables of the quality of a base, each source before and after."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any

import polars as pl

from reports.content import Cell, Column, Table, Unit
from reports.errors import Share
from reports.facts import Facts
from reports.lookup import looked_up
from reports.quality_counts import HAS, Counts
from reports.quality_health import FAULTS, part, whole, with_vin
from resources.texts import gettext

_AUTHORS_SHOWN = 50
_OPEN = pl.col("state") == "open"
_FAULT = pl.col("severity").is_in(FAULTS)


def completeness(facts: Facts, counts: Counts, no_vin: pl.DataFrame) -> Table:
    """What the cards of each source had, and what the clients they became have."""
    cars = with_vin(facts, no_vin)
    cards = whole(counts.cards).with_columns(
        pl.col("card_id").is_in(cars["card_id"].unique().implode()).alias("vin")
    )
    clients = counts.clients.with_columns(
        pl.col("client_id").is_in(cars["decided"].unique().implode()).alias("vin")
    )
    rows: list[tuple[Cell, ...]] = []
    for source_id, source in counts.sources.items():
        mine = cards.filter(pl.col("source_id") == source_id)
        became = clients.join(mine.select("client_id").drop_nulls().unique(), on="client_id")
        rows += [(source, *row) for row in _filled(mine, became)]
    return Table(
        gettext("Completeness"),
        (
            Column("source", gettext("Source")),
            Column("field", gettext("What")),
            Column("cards", gettext("Cards"), Unit.COUNT),
            Column("before", gettext("Cards that have it"), Unit.SHARE),
            Column("clients", gettext("Clients"), Unit.COUNT),
            Column("after", gettext("Clients that have it"), Unit.SHARE),
        ),
        tuple(rows),
    )


def _filled(cards: pl.DataFrame, clients: pl.DataFrame) -> Iterable[tuple[Cell, ...]]:
    """Each field with the share of the cards and of the clients that have it."""
    for name, title in _fields().items():
        asked = pl.col("person") if name == "birth" else pl.lit(value=True)
        of_cards, of_clients = cards.filter(asked), clients.filter(asked)
        yield (
            title,
            of_cards.height,
            part(int(of_cards[name].sum()), of_cards.height),
            of_clients.height,
            part(int(of_clients[name].sum()), of_clients.height),
        )


def _fields() -> dict[str, str]:
    titles = (
        gettext("Surname and first name, or the company"),
        gettext("Phone"),
        gettext("E-mail"),
        gettext("Birth date (of persons)"),
        gettext("Region"),
    )
    return dict(zip(HAS, titles, strict=True)) | {"vin": gettext("Car with a VIN")}


def validity(counts: Counts) -> Table:
    """What the rules found in each source, and what became of it."""
    source = looked_up(counts.findings["card_id"], counts.cards["card_id", "source_id"], "card_id")
    found = counts.findings.with_columns(source)
    by_source = {key: found.filter(pl.col("source_id") == key) for key in counts.sources}
    return Table(
        gettext("Validity"),
        (
            Column("source", gettext("Source")),
            Column("rows", gettext("Rows"), Unit.COUNT),
            Column("before", gettext("Rows without a fault as they came"), Unit.SHARE),
            Column("after", gettext("Rows without a fault now"), Unit.SHARE),
            Column("found", gettext("Findings"), Unit.COUNT),
            Column("repaired", gettext("Repaired by the rules"), Unit.COUNT),
            Column("settled", gettext("Settled by people"), Unit.COUNT),
            Column("doubtful", gettext("Still doubtful"), Unit.COUNT),
            Column("quarantined", gettext("Still in quarantine"), Unit.COUNT),
        ),
        tuple(
            (counts.sources[key], *_became(mine, counts.rows.get(key, 0)))
            for key, mine in by_source.items()
        ),
    )


def _became(found: pl.DataFrame, rows: int) -> tuple[Cell, ...]:
    faults = found.filter(_FAULT)
    before, after = (one["row_id"].n_unique() for one in (faults, faults.filter(_OPEN)))
    counted = [
        found.height,
        found.filter(pl.col("state") == "repaired").height,
        found.filter(pl.col("state").is_in(["accepted", "waived"])).height,
        found.filter(_OPEN, pl.col("severity") == "warn").height,
        found.filter(_OPEN, pl.col("severity") == "block").height,
    ]
    return rows, part(rows - before, rows), part(rows - after, rows), *counted


def duplicates(facts: Facts, counts: Counts) -> Table:
    """How many clients the cards of each source are, and how many of them other sources know."""
    clean = counts.cards.filter(pl.col("client_id").is_not_null())
    asked = facts.candidates.filter("asked")
    doubtful = pl.concat([asked["left"], asked["right"]]).unique().implode()
    sources = clean.group_by("client_id").agg(pl.col("source_id").n_unique().alias("sources"))
    clean = clean.join(sources, on="client_id")
    rows: list[tuple[Cell, ...]] = []
    for source_id, source in counts.sources.items():
        mine = clean.filter(pl.col("source_id") == source_id)
        clients = mine["client_id"].n_unique()
        shared = mine.filter(pl.col("sources") > 1)["client_id"].n_unique()
        asked_of = mine.filter(pl.col("card_id").is_in(doubtful)).height
        rows.append((source, mine.height, clients, mine.height - clients, shared, asked_of))
    return Table(
        gettext("Duplicates"),
        (
            Column("source", gettext("Source")),
            Column("cards", gettext("Cards"), Unit.COUNT),
            Column("clients", gettext("Clients"), Unit.COUNT),
            Column("within", gettext("Duplicates within the source"), Unit.COUNT),
            Column("across", gettext("Clients known to other sources too"), Unit.COUNT),
            Column("asked", gettext("Cards that may have another duplicate"), Unit.COUNT),
        ),
        tuple(rows),
    )


def authors(counts: Counts) -> tuple[tuple[Share, Share], ...]:
    """The rows and findings of each author, as they came and still open; the worst first."""
    found = _shares(counts.authors.rename({"author": "key"}), counts.findings, str)
    worst = sorted(found, key=lambda both: (-both[0].block - both[0].warn, both[0].name))
    return tuple(worst[:_AUTHORS_SHOWN])


def months(facts: Facts, counts: Counts) -> tuple[tuple[Share, Share], ...]:
    """The same of each month that sales and work orders are dated in."""
    parts = (facts.sales, facts.carless_sales, facts.orders)
    dated = pl.concat(one.select("row_id", "date") for one in parts)
    of_month = dated.select("row_id", pl.col("date").dt.month_start().alias("key"))
    found = _shares(of_month, counts.findings, lambda day: f"{day:%Y-%m}")
    return tuple(sorted(found, key=lambda both: both[0].name))


def _shares(
    rows: pl.DataFrame, findings: pl.DataFrame, name: Callable[[Any], str]
) -> list[tuple[Share, Share]]:
    """Rows by their key (row_id, key), each with its findings of every state and the open."""
    met = findings.select("severity", "state").with_columns(
        looked_up(findings["row_id"], rows, "row_id")
    )
    sums = (
        ((pl.col("severity") == kind) & which).sum().alias(f"{kind}{end}")
        for kind in (*FAULTS, "info")
        for end, which in (("", pl.lit(value=True)), (".open", _OPEN))
    )
    tallied = (
        rows.group_by("key")
        .agg(pl.len().alias("rows"))
        .join(met.group_by("key").agg(*sums), on="key", how="left")
    )
    filled = tallied.with_columns(pl.exclude("key").fill_null(0)).iter_rows(named=True)
    named = ({**one, "name": name(one["key"])} for one in filled)
    return [(_share(one, ""), _share(one, ".open")) for one in named]


def _share(told: Mapping[str, Any], end: str) -> Share:
    counts = (told[f"{kind}{end}"] for kind in (*FAULTS, "info"))
    return Share(told["name"], told["rows"], *counts)


def shares_table(title: str, name: str, shares: Iterable[tuple[Share, Share]]) -> Table:
    """Rows, faults and faults on a hundred rows, as they came and still open."""
    return Table(
        title,
        (
            Column("name", name),
            Column("rows", gettext("Rows"), Unit.COUNT),
            Column("before", gettext("Faults as they came"), Unit.COUNT),
            Column("rate_before", gettext("On a hundred rows"), Unit.RATIO),
            Column("after", gettext("Faults still open"), Unit.COUNT),
            Column("rate_after", gettext("On a hundred rows, still open"), Unit.RATIO),
        ),
        tuple(
            (
                *(came.name, came.rows, came.block + came.warn, came.of_a_hundred),
                *(still.block + still.warn, still.of_a_hundred),
            )
            for came, still in shares
        ),
    )
