"""Whose region an open candidate could change."""

from dataclasses import replace

import polars as pl

from reports.facts import Facts
from reports.identities import severally_known
from reports.options import Options
from reports.slices import expected


def with_open_regions(sales: pl.DataFrame, facts: Facts, options: Options) -> pl.DataFrame:
    """The sales with ``open_region``: whether they may turn out to be from elsewhere, or from home.

    A card that tells no region is of its client's, and that may be another's with whom he is one;
    in quarantine it may be anybody's.
    """
    if options.other_regions:
        return sales.with_columns(pl.lit(value=False).alias("open_region"))
    several = severally_known(facts.cards)
    named = facts.cards.filter(pl.col("possible").is_in(several))
    told = pl.concat(
        named.select("possible", pl.col(name).cast(pl.String).alias("of_card"))
        for name in ("region", "client_region")
    ).filter(pl.col("of_card") != "")
    home = pl.col("of_card").is_in(list(facts.home))
    sides = told.group_by("possible").agg(home.any().alias("home"), (~home).any().alias("away"))
    found = sales.join(sides, on="possible", how="left", maintain_order="left")
    inside = (pl.col("region") == "") | pl.col("region").is_in(list(facts.home))
    joined = pl.when(inside).then("away").otherwise("home").fill_null(value=False)
    other = joined | (pl.col("kept_out") & (pl.col("region") == ""))
    return found.with_columns(other.alias("open_region")).drop("home", "away")


def open_outside(facts: Facts, options: Options) -> int:
    """How many sales to buyers from other regions may turn out to be from home."""
    if options.other_regions:
        return 0
    every = expected(facts, replace(options, other_regions=True))
    inside = expected(facts, options).select("row_id")
    outside = every.join(inside, on="row_id", how="anti")
    return int(with_open_regions(outside, facts, options)["open_region"].sum())
