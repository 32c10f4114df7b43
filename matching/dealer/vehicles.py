"""Vehicles first: which mentions of a car in rows, orders and sales are of the same car."""

from itertools import product

import polars as pl

# Characters a hand confuses, to compare by, never to store; one misread letter elsewhere is no
# evidence: consecutive serials are sold side by side.
_FOLD = {"S": "5", "B": "8", "Z": "2", "G": "6"}
_ALIKE = {digit: letter for letter, digit in _FOLD.items()}
VIN, SHORTEST_TAIL, SHORTEST_HEAD = 17, 6, 11
_TEXTS = ("vin", "body_no", "plate", "make", "model")


def resolve(mentions: pl.DataFrame) -> pl.DataFrame:
    """The key of the vehicle of each mention, "" where it cannot be told.

    ``mentions`` has mention, vin, body_no, plate, make, model (texts in normal form, "" =
    missing) and year. Keys look like "VIN:…", "BODY:…" or "PLATE:…|make|model" and do not
    depend on the order of the rows.
    """
    cars = mentions.select("mention", *(pl.col(text).fill_null("") for text in _TEXTS))
    distinct = cars.select(_TEXTS).unique()
    counted = cars.group_by(_TEXTS).len("times")
    whole = _whole_vins(counted)
    known = _known(counted, whole)
    keyed = distinct.join(whole, on="vin", how="left").with_columns(
        pl.concat_str(pl.lit("VIN:"), "whole").fill_null("").alias("key")
    )
    for step in (_by_body, _by_piece, _by_plate):
        rest = keyed.filter(pl.col("key") == "").drop("key")
        keyed = pl.concat([keyed.filter(pl.col("key") != ""), step(rest, known)], how="diagonal")
    return cars.join(
        keyed.select(*_TEXTS, "key"), on=_TEXTS, how="left", maintain_order="left"
    ).select("mention", "key")


def _whole_vins(counted: pl.DataFrame) -> pl.DataFrame:
    """For each full VIN the spelling that stands for its car (vin, whole).

    Spellings that differ only in look-alikes are one car, unless their models differ; the most
    frequent spelling stands for it.
    """
    vins = counted.filter(pl.col("vin").str.len_chars() == VIN)
    models = vins.filter(pl.col("model") != "").group_by("vin").agg(pl.col("model").unique())
    spelled = (
        vins.group_by("vin")
        .agg(pl.col("times").sum())
        .join(models, on="vin", how="left")
        .with_columns(_folded(pl.col("vin")).alias("fold"))
        .sort(["times", "vin"], descending=[True, False])
    )
    one_model = pl.col("model").explode().drop_nulls().n_unique().over("fold") <= 1
    return spelled.select(
        "vin",
        pl.when(one_model).then(pl.col("vin").first().over("fold")).otherwise("vin").alias("whole"),
    )


def folded(vin: str) -> str:
    """The VIN, or a piece of one, with look-alikes made one.

    >>> folded("XW8ZZZ5NZFG012345")
    'XW82225N2F6012345'
    """
    return vin.translate(_FOLDING)


_FOLDING = str.maketrans(_FOLD)


def spellings(fold: str) -> list[str]:
    """Every text that is this one but for look-alikes.

    >>> spellings("0123")
    ['0123', '01Z3']
    """
    choices = (letter + _ALIKE.get(letter, "") for letter in fold)
    return ["".join(letters) for letters in product(*choices)]


def _folded(vin: pl.Expr) -> pl.Expr:
    return vin.str.replace_many(list(_FOLD), list(_FOLD.values()))


def _known(counted: pl.DataFrame, whole: pl.DataFrame) -> pl.DataFrame:
    """What is known of each full VIN: every body number, plate, make and model seen with it."""
    return counted.join(whole, on="vin").select("whole", *_TEXTS[1:]).unique()


def _by_body(rest: pl.DataFrame, known: pl.DataFrame) -> pl.DataFrame:
    """A body number: the VIN it was seen with if that is one, else the number itself."""
    bodies = known.filter(pl.col("body_no") != "").group_by("body_no")
    owner = _only(bodies.agg(pl.col("whole").unique()), "found")
    own = pl.concat_str(pl.lit("BODY:"), "body_no")
    return (
        rest.join(owner, on="body_no", how="left")
        .with_columns(
            pl.when(pl.col("body_no") == "")
            .then(pl.lit(""))
            .otherwise(pl.concat_str(pl.lit("VIN:"), "found").fill_null(own))
            .alias("key")
        )
        .drop("found")
    )


def _only(groups: pl.DataFrame, name: str) -> pl.DataFrame:
    """The groups of exactly one VIN, with it."""
    return (
        groups.filter(pl.col("whole").list.len() == 1)
        .with_columns(pl.col("whole").list.first().alias(name))
        .drop("whole")
    )


def _by_piece(rest: pl.DataFrame, known: pl.DataFrame) -> pl.DataFrame:
    """A piece of a VIN: the one full VIN it ends or begins, if plate or model agrees."""
    pieces = rest.filter(
        pl.col("vin").str.len_chars().is_between(SHORTEST_TAIL, VIN - 1)
    ).with_columns(_folded(pl.col("vin")).alias("piece"))
    lengths = sorted(pieces["piece"].str.len_chars().unique().to_list())
    vins = known.select("whole").unique().with_columns(_folded(pl.col("whole")).alias("fold"))
    ends = [vins.select("whole", pl.col("fold").str.tail(n).alias("piece")) for n in lengths]
    heads = [
        vins.select("whole", pl.col("fold").str.head(n).alias("piece"))
        for n in lengths
        if n >= SHORTEST_HEAD
    ]
    if not ends:
        return rest.with_columns(pl.lit("").alias("key"))
    matches = pl.concat(ends + heads).unique().join(pieces.select("piece").unique(), on="piece")
    found = _only(matches.group_by("piece").agg(pl.col("whole").unique()), "found")
    agreeing = (
        pieces.join(found, on="piece")
        .join(known, left_on="found", right_on="whole", suffix="_known")
        .filter(_agree("plate") | _agree("model"))
        .select(*_TEXTS, pl.concat_str(pl.lit("VIN:"), "found").alias("key"))
        .unique()
    )
    return rest.join(agreeing, on=_TEXTS, how="left").with_columns(pl.col("key").fill_null(""))


def _agree(text: str) -> pl.Expr:
    return (pl.col(text) == pl.col(f"{text}_known")) & (pl.col(text) != "")


def _by_plate(rest: pl.DataFrame, known: pl.DataFrame) -> pl.DataFrame:
    """A plate: the one VIN it was seen with unless make or model contradicts, else itself."""
    plated = known.filter(pl.col("plate") != "").group_by("plate")
    owner = _only(plated.agg(pl.col("whole").unique()), "found")
    described = known.group_by("whole").agg(
        pl.col("make").unique().alias("makes"), pl.col("model").unique().alias("models")
    )
    filled = _filled(rest)
    fits = _fits("make") & _fits("model") & (pl.col("plate") != "")
    own = pl.concat_str(
        pl.lit("PLATE:"), "plate", pl.lit("|"), "full_make", pl.lit("|"), "full_model"
    )
    return (
        filled.join(owner, on="plate", how="left")
        .join(described, left_on="found", right_on="whole", how="left")
        .with_columns(
            pl.when(pl.col("plate") == "")
            .then(pl.lit(""))
            .when(pl.col("found").is_not_null() & fits)
            .then(pl.concat_str(pl.lit("VIN:"), "found"))
            .otherwise(own)
            .alias("key")
        )
        .select(*_TEXTS, "key")
    )


def _fits(text: str) -> pl.Expr:
    """Whether the mention's text is missing, or among those known of the VIN, or none is."""
    known = pl.col(f"{text}s")
    told = known.list.eval(pl.element().filter(pl.element() != "")).list.len() > 0
    return (pl.col(text) == "") | ~told | known.list.contains(pl.col(text))


def _filled(rest: pl.DataFrame) -> pl.DataFrame:
    """Make and model of each mention, filled in from the plate's others where those agree."""

    def only(text: str) -> pl.Expr:
        told = pl.col(text).filter(pl.col(text) != "")
        one = pl.when(told.n_unique() == 1).then(told.first()).otherwise(pl.lit(""))
        return one.over("plate").alias(f"only_{text}")

    frame = rest.with_columns(only("make"), only("model"))
    return frame.with_columns(
        pl.when(pl.col(text) == "").then(f"only_{text}").otherwise(text).alias(f"full_{text}")
        for text in ("make", "model")
    )
