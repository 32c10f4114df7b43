"""What a peer reads: one row a clean card, in the normal forms that our own matching reads.

DuckDB compares bytes, so that Cyrillic letters count twice; names stand in Latin keys as well,
the very keys our matching compares.
"""

from collections.abc import Callable

import polars as pl

from rules import name_forms

_KEYED = ("last", "first", "patronymic", "company")
_FEW = 6
"""A phone or an e-mail on more cards than that is an office's, and no evidence to an expert."""


def peer_cards(frames: dict[str, pl.DataFrame]) -> pl.DataFrame:
    """The cards with their phones, e-mails and cars as lists; missing values are null."""
    cards = frames["cards"].with_columns(
        _keyed(frames["cards"][name], form).alias(f"{name}_{label}")
        for name in _KEYED
        for label, form in (("key", name_forms.latin), ("bones", name_forms.skeleton))
    )
    lists = {
        "phones": _few(frames["phones"].rename({"phone": "value"})),
        "emails": _few(frames["emails"].rename({"email": "value"})),
        "cars": frames["events"].select("card", value=pl.col("vehicle").cast(pl.Utf8)).unique(),
    }
    for name, values in lists.items():
        gathered = values.group_by("card").agg(pl.col("value").sort().alias(name))
        cards = cards.join(gathered, on="card", how="left")
    texts = [name for name, kind in cards.schema.items() if kind == pl.Utf8]
    return cards.with_columns(
        pl.when(pl.col(name) != "").then(pl.col(name)).alias(name) for name in texts
    ).rename({"card": "unique_id"}).sort("unique_id")  # fmt: skip


def _keyed(column: pl.Series, form: Callable[[str], str]) -> pl.Series:
    texts = column.unique().drop_nulls()
    keys = pl.Series([form(text) for text in texts.to_list()], dtype=pl.Utf8)
    return column.replace_strict(texts, keys, default="")


def _few(values: pl.DataFrame) -> pl.DataFrame:
    return values.unique().filter(pl.len().over("value") <= _FEW)
