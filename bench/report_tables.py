"""The rows of a base's tables from the people, cards, cars and events of a timing base."""

import polars as pl

from bench.report_facts import Block
from db import bulk, tables

COLUMNS = {"full_name": "Клиент", "vin": "VIN"}
"""The fields that a row's cells tell, each with its header."""

_MOST_LIKELY, _LEAST_LIKELY = 0.98, 0.25
_ADMITTED = 0.5
_NAMES = ("last_name", "first_name", "patronymic")
_NO_TEXT = pl.lit("")


def filled(part: Block) -> Block:
    """The rows of every table, ready to be written."""
    people = (
        part["people"]
        .with_row_index("who")
        .with_columns(pl.col("who").cast(pl.Int64), name=pl.concat_str(*_NAMES, separator=" "))
    )
    cards = part["card"].join(people, on="who", maintain_order="left")
    members = cards.filter(~pl.col("kept_out"))
    events = (
        part["event"]
        .join(
            cards.select(card_id="id", client="client", kept_out="kept_out"),
            on="card_id",
            maintain_order="left",
        )
        .join(people.select("who", "name"), on="who", maintain_order="left")
    )
    pairs = _candidates(cards)
    found: Block = {
        "vehicle": _vehicles(part["vehicle"]),
        "card": _cards(cards, events),
        "contact": _contacts(cards),
        "row": _rows(events),
        "event": events,
        "finding": _findings(events),
        "candidate": pairs,
        "review_group": _groups(pairs),
        "membership": members.select(card_id="id", client_id="client"),
        "client": _clients(members),
        "role": _roles(events.filter(~pl.col("kept_out"))),
    }
    return {name: _fitted(name, frame) for name, frame in found.items()}


def _fitted(name: str, frame: pl.DataFrame) -> pl.DataFrame:
    """The columns that the table has, of its types; a text that is not there is empty."""
    table = tables.metadata.tables[name]
    kept = [column for column in table.columns if column.name in frame.columns]
    kinds = {column.name: bulk.dtype(column.type) for column in kept}
    filled_up = {column.name for column in kept if not column.nullable}
    return frame.select(
        pl.col(key).cast(kind).fill_null(_NO_TEXT)
        if kind == pl.String and key in filled_up
        else pl.col(key).cast(kind)
        for key, kind in kinds.items()
    )


def _vehicles(cars: pl.DataFrame) -> pl.DataFrame:
    return cars.with_columns(
        key=pl.lit("VIN:") + pl.col("vin"), vin_tail=pl.col("vin").str.slice(-6)
    )


def _cards(cards: pl.DataFrame, events: pl.DataFrame) -> pl.DataFrame:
    seen = events.group_by("card_id").agg(seen=pl.col("date").max())
    return cards.with_columns(
        source_key=pl.col("id").cast(pl.String),
        state=pl.when("kept_out").then(pl.lit("quarantined")).otherwise(pl.lit("clean")),
        consent_pd=pl.col("consent_ads"),
    ).join(seen, left_on="id", right_on="card_id", how="left", maintain_order="left")


def _contacts(cards: pl.DataFrame) -> pl.DataFrame:
    number = (pl.col("client").fill_null(pl.col("id")) % 10_000_000).cast(pl.String)
    value = pl.lit("+7916") + number.str.zfill(7)
    return cards.select(
        card_id="id",
        kind=pl.lit("phone"),
        value=value,
        tail=value.str.slice(-4),
        position=pl.lit(0),
    )


def _rows(events: pl.DataFrame) -> pl.DataFrame:
    """The rows; their cells are those of ``COLUMNS``."""
    number = pl.col("row_id")
    return events.select(
        id=number,
        load_id="source_id",
        source_id="source_id",
        no=number,
        card_id="card_id",
        digest=number.cast(pl.String).str.zfill(16).cast(pl.Binary),
        cells=pl.format('["{}","{}"]', "name", "vin"),
    )


def _findings(events: pl.DataFrame) -> pl.DataFrame:
    """A lost character keeps the VIN of every order without a car in quarantine."""
    return events.filter(pl.col("vehicle_id").is_null() & (pl.col("kind") == "order")).select(
        "row_id",
        "card_id",
        position=pl.lit(0),
        field=pl.lit("vin"),
        code=pl.lit("VIN101"),
        severity=pl.lit("block"),
        raw=pl.lit("XTA00000000000"),
        value=pl.lit("XTA00000000000"),
        repaired=pl.lit(value=False),
        state=pl.lit("open"),
    )


def _candidates(cards: pl.DataFrame) -> pl.DataFrame:
    """A pair for each undecided card: with its person's first card."""
    firsts = cards.filter(~pl.col("undecided") & ~pl.col("kept_out"))
    firsts = firsts.group_by("who").agg(left=pl.col("id").min())
    doubtful = cards.filter(pl.col("undecided") & ~pl.col("kept_out"))
    spread = _MOST_LIKELY - _LEAST_LIKELY
    likely = _LEAST_LIKELY + spread * (pl.col("id") * 7919 % 1000) / 1000
    return (
        doubtful.join(firsts, on="who")
        .select("left", right="id", probability=likely)
        .with_columns(
            relation=pl.lit("same"),
            admitted=pl.col("probability") >= _ADMITTED,
            group_id="left",
            state=pl.lit("open"),
        )
        .sort("left", "right")
    )


def _groups(pairs: pl.DataFrame) -> pl.DataFrame:
    return (
        pairs.group_by("group_id")
        .agg(cards=pl.len() + 1, open=pl.len(), probability=pl.col("probability").max())
        .rename({"group_id": "id"})
        .sort("id")
    )


def _clients(members: pl.DataFrame) -> pl.DataFrame:
    kept = (*_NAMES, "name", "kind", "region", "birth_date", "consent_ads")
    return (
        members.group_by("client")
        .agg(*(pl.col(name).first() for name in kept), cards=pl.len())
        .rename({"client": "id"})
        .sort("id")
        .with_columns(
            sort_name=pl.col("name").str.to_lowercase(),
            consent_pd=pl.col("consent_ads"),
        )
    )


def _roles(events: pl.DataFrame) -> pl.DataFrame:
    """Who bought a car, and who brought it, each with the first event that shows it."""
    kinds = {"sale": "buyer", "order": "customer"}
    return (
        events.filter(pl.col("vehicle_id").is_not_null() & pl.col("kind").is_in(list(kinds)))
        .group_by("client", "vehicle_id", "kind")
        .agg(row_id=pl.col("row_id").min(), start=pl.col("date").min())
        .with_columns(role=pl.col("kind").replace_strict(kinds))
        .rename({"client": "client_id"})
        .sort("vehicle_id", "client_id", "role")
    )
