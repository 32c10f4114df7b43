"""A generated case, loaded: the clean cards as matching reads them, and the truth about them."""

from dataclasses import dataclass
from pathlib import Path

import polars as pl
from sqlalchemy import select

from bench import evaluate
from bench.generator.build import Order, Summary, generate, usual_forms
from bench.measured import run
from db import bulk, queue, tables
from db.base import opened
from db.engine import reading


@dataclass(frozen=True, slots=True)
class Case:
    """Frames for matching by name, and the truth about their cards.

    ``persons`` has card and person, one row a clean card; ``traps`` kind, left and right.
    ``lost`` is the share of the true pairs whose cards wait in quarantine.
    """

    folder: Path
    rows: int
    frames: dict[str, pl.DataFrame]
    persons: pl.DataFrame
    traps: pl.DataFrame
    lost: float

    @property
    def true_pairs(self) -> int:
        """How many pairs of clean cards are one person."""
        return evaluate.pairs_within(self.persons, "person")


def made(persons: int, seed: int, level: str, folder: Path) -> Case:
    """Generates files, loads them into a new base of the program and reads what is clean.

    Raises:
        FileExistsError: the folder holds a base already.
    """
    summary = generate(Order(persons, seed, level, folder, usual_forms(seed, "csv")))
    base = folder / "base.sverka"
    if base.exists():
        raise FileExistsError(base)
    for source, path in summary.paths.items():
        run(["load", base, path, "--kind", source], folder)
    return _read(base, summary, folder)


def store(case: Case) -> None:
    """Writes the frames beside the files, for a process that is measured."""
    for name, frame in case.frames.items():
        frame.write_parquet(case.folder / f"{name}.parquet")


def _read(base: Path, summary: Summary, folder: Path) -> Case:
    card, source = tables.card.c, tables.source.c
    named = select(card.id.label("id"), source.name.label("source"), card.source_key).join_from(
        tables.card, tables.source
    )
    with opened(str(base)) as engine, reading(engine) as connection:
        frames = queue.match_frames(connection)
        keys = bulk.read(connection, named)
    keys = keys.select("id", key=evaluate.card_key("source", "source_key"))
    everyone = evaluate.persons(evaluate.read_table(folder / "truth.csv"))
    known = (
        frames["cards"]
        .select("card")
        .join(keys, left_on="card", right_on="id")
        .join(everyone.rename({"card": "key"}), on="key", how="left")
        .with_columns(pl.col("person").fill_null(pl.concat_str(pl.lit("unknown "), "key")))
    )
    pairs = evaluate.pairs_within(everyone, "person")
    clean = evaluate.pairs_within(known, "person")
    return Case(
        folder=folder,
        rows=summary.rows.total(),
        frames=frames,
        persons=known.select("card", "person"),
        traps=_traps(folder / "traps.csv", known),
        lost=1 - clean / max(pairs, 1),
    )


def _traps(path: Path, known: pl.DataFrame) -> pl.DataFrame:
    traps = evaluate.read_table(path).select(
        "kind",
        left=evaluate.card_key("left_source", "left_id"),
        right=evaluate.card_key("right_source", "right_id"),
    )
    for side in ("left", "right"):
        place = known.select(pl.col("key").alias(side), pl.col("card").alias(f"{side}_card"))
        traps = traps.join(place, on=side)
    return traps.select("kind", left="left_card", right="right_card")
