"""What the VINs of a base show of their plants' habits, and the cars that break them.

A WMI, the first three characters, stands for a plant. Its habits are learned from this base and
from no table.
"""

import numpy as np
import polars as pl

from rules.across import ENOUGH_OF_THEM, ENOUGH_VINS
from rules.vin import LENGTH

_ALPHABET = b"0123456789ABCDEFGHJKLMNPRSTUVWXYZ"
_VALUES = bytes(map(int, "012345678912345678123457923456789"))
_WEIGHTS = np.array([8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2])
_CHECK_PLACE, _YEAR_PLACE = 8, 9
_YEARS = b"ABCDEFGHJKLMNPRSTVWXY123456789"
_FIRST_YEAR, _CYCLE = 1980, 30
_NEAR = (0, 1, _CYCLE - 1)
_CHECKED_ANYWAY = tuple("12345L")  # VIN303 tells of these markets, whatever the base shows


CENSUS: dict[str, pl.DataType] = {
    "plant": pl.String(),
    "what": pl.String(),
    "key": pl.String(),
    "number": pl.Int64(),
}
"""How many cars of a plant are of a make, keep the check digit or tell their year: table census."""

_MAKE, _DIGIT, _YEAR = "make", "check_digit", "year"
_KEPT, _BROKEN = "kept", "broken"


def with_wmi(vehicles: pl.DataFrame) -> pl.DataFrame:
    """The vehicles with a whole VIN (id, vin, make, year) and their ``wmi``."""
    vin = pl.col("vin")
    whole = vehicles.filter((vin.str.len_bytes() == LENGTH) & (vin.str.len_chars() == LENGTH))
    return whole.with_columns(vin.str.head(3).alias("wmi"))


def counted(cars: pl.DataFrame) -> pl.DataFrame:
    """What the cars (as ``with_wmi`` gives them) show of their plants, columns as ``CENSUS``."""
    named = cars.filter(pl.col("make") != "").select(
        pl.lit(_MAKE).alias("what"), "wmi", pl.col("make").alias("key")
    )
    kept = pl.when("kept").then(pl.lit(_KEPT)).otherwise(pl.lit(_BROKEN)).alias("key")
    judged = [
        frame.select(pl.lit(what).alias("what"), "wmi", kept)
        for what, frame in ((_DIGIT, _digits(cars)), (_YEAR, _years(cars)))
    ]
    return (
        pl.concat([named, *judged])
        .group_by("what", "wmi", "key")
        .agg(pl.len().cast(pl.Int64).alias("number"))
        .rename({"wmi": "plant"})
    )


def habits(census: pl.DataFrame) -> pl.DataFrame:
    """what, wmi, habit, share of what enough cars of a plant have in common.

    ``habit`` is the make of its cars, "kept" for the other two; ``share`` is of 100.
    """
    of_plants = census.filter(pl.col("what").is_in([_MAKE, _DIGIT, _YEAR]))
    best = of_plants.sort(
        "what",
        "plant",
        (pl.col("what") != _MAKE) & (pl.col("key") != _KEPT),
        "number",
        "key",
        descending=[False, False, False, True, False],
    )
    plants = best.group_by("what", pl.col("plant").alias("wmi"), maintain_order=True).agg(
        pl.col("key").first().alias("habit"),
        pl.col("number").first().alias("kept"),
        pl.col("number").sum().alias("cars"),
    )
    share = pl.col("kept") / pl.col("cars")
    enough = (pl.col("cars") >= ENOUGH_VINS) & (share >= ENOUGH_OF_THEM)
    return (
        plants.filter(enough & ((pl.col("what") == _MAKE) | (pl.col("habit") == _KEPT)))
        .with_columns((share * 100).floor().cast(pl.Int64).alias("share"))
        .select("what", "wmi", "habit", "share")
    )


def makes(habits: pl.DataFrame) -> pl.DataFrame:
    """wmi, make, share of the plants whose cars here are of one make."""
    return _of(habits, _MAKE, pl.col("habit").alias("make"))


def check_digits(cars: pl.DataFrame, habits: pl.DataFrame) -> pl.DataFrame:
    """id, vin, wmi, share of the cars whose check digit is wrong where their plant keeps it."""
    return _breaking(_digits(cars), _of(habits, _DIGIT)).select("id", "vin", "wmi", "share")


def years(cars: pl.DataFrame, habits: pl.DataFrame) -> pl.DataFrame:
    """id, vin, wmi, year, vin_year, share of the cars whose VIN names another model year.

    A year more or less is no difference: the model year begins in summer.
    """
    # the letter comes again every 30 years: of its years the one nearest to the card's
    nearest = (
        pl.when(pl.col("apart") > _CYCLE // 2)
        .then(pl.col("year") - pl.col("apart") + _CYCLE)
        .otherwise(pl.col("year") - pl.col("apart"))
    )
    odd = _breaking(_years(cars), _of(habits, _YEAR)).with_columns(nearest.alias("vin_year"))
    return odd.select("id", "vin", "wmi", "year", "vin_year", "share")


def _of(habits: pl.DataFrame, what: str, *more: pl.Expr) -> pl.DataFrame:
    return habits.filter(pl.col("what") == what).select("wmi", *more, "share")


def _digits(cars: pl.DataFrame) -> pl.DataFrame:
    """The cars whose check digit is judged by their plant's, and whether they keep it."""
    mine = cars.filter(~pl.col("wmi").str.head(1).is_in(_CHECKED_ANYWAY))
    return mine.with_columns(pl.Series("kept", check_digits_ok(mine["vin"]), pl.Boolean))


def _years(cars: pl.DataFrame) -> pl.DataFrame:
    """The cars whose VIN tells a model year, how far that is ``apart``, and whether it agrees."""
    dated = cars.filter(pl.col("year").is_not_null())
    places = _places(dated["vin"], _YEAR_PLACE, _YEARS)
    read = dated.with_columns(pl.Series("place", places, pl.Int64)).filter(pl.col("place") >= 0)
    apart = (pl.col("year") - _FIRST_YEAR - pl.col("place")) % _CYCLE
    return read.with_columns(apart.alias("apart")).with_columns(
        pl.col("apart").is_in(_NEAR).alias("kept")
    )


def check_digits_ok(vins: pl.Series) -> pl.Series:
    """Whether the ninth character of each whole VIN is its check digit; as ``rules.vin`` has it."""
    value_of = np.zeros(256, dtype=np.int64)
    value_of[np.frombuffer(_ALPHABET, dtype=np.uint8)] = np.frombuffer(_VALUES, dtype=np.uint8)
    letters = _letters(vins)
    rest = (value_of[letters] @ _WEIGHTS) % 11
    digit = np.frombuffer(b"0123456789X", dtype=np.uint8)[rest]
    return pl.Series(letters[:, _CHECK_PLACE] == digit, dtype=pl.Boolean)


def _letters(vins: pl.Series) -> np.ndarray[tuple[int, int], np.dtype[np.uint8]]:
    text = "".join(vins.to_list()).encode("ascii")
    return np.frombuffer(text, dtype=np.uint8).reshape(-1, LENGTH)


def _places(
    vins: pl.Series, at: int, alphabet: bytes
) -> np.ndarray[tuple[int], np.dtype[np.int64]]:
    """The place in an alphabet of one character of each VIN, -1 where it is not in it."""
    place_of = np.full(256, -1, dtype=np.int64)
    place_of[np.frombuffer(alphabet, dtype=np.uint8)] = np.arange(len(alphabet))
    return place_of[_letters(vins)[:, at]]


def _breaking(judged: pl.DataFrame, habits: pl.DataFrame) -> pl.DataFrame:
    """The cars that do not keep (``kept``) what enough of their plant's cars do."""
    return judged.filter(~pl.col("kept")).join(habits, on="wmi").sort("id")
