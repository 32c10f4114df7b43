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


def with_wmi(vehicles: pl.DataFrame) -> pl.DataFrame:
    """The vehicles with a whole VIN (id, vin, make, year) and their ``wmi``."""
    whole = vehicles.filter(pl.col("vin").str.len_bytes() == LENGTH)
    return whole.with_columns(pl.col("vin").str.head(3).alias("wmi"))


def makes(cars: pl.DataFrame) -> pl.DataFrame:
    """wmi, make, share of the plants whose cars here are of one make."""
    named = cars.filter(pl.col("make") != "")
    counted = named.group_by("wmi", "make").len("cars")
    best = counted.sort("wmi", "cars", "make", descending=[False, True, False])
    return _enough(
        best.group_by("wmi", maintain_order=True).agg(
            pl.col("make").first(), pl.col("cars").first().alias("kept"), pl.col("cars").sum()
        )
    ).select("wmi", "make", "share")


def check_digits(cars: pl.DataFrame) -> pl.DataFrame:
    """id, vin, wmi, share of the cars whose check digit is wrong where their plant keeps it."""
    mine = cars.filter(~pl.col("wmi").str.head(1).is_in(_CHECKED_ANYWAY))
    judged = mine.with_columns(pl.Series("kept", check_digits_ok(mine["vin"]), pl.Boolean))
    return _breaking(judged).select("id", "vin", "wmi", "share")


def years(cars: pl.DataFrame) -> pl.DataFrame:
    """id, vin, wmi, year, vin_year, share of the cars whose VIN names another model year.

    A year more or less is no difference: the model year begins in summer.
    """
    dated = cars.filter(pl.col("year").is_not_null())
    places = _places(dated["vin"], _YEAR_PLACE, _YEARS)
    read = dated.with_columns(pl.Series("place", places, pl.Int64)).filter(pl.col("place") >= 0)
    apart = (pl.col("year") - _FIRST_YEAR - pl.col("place")) % _CYCLE
    judged = read.with_columns(apart.alias("apart")).with_columns(
        pl.col("apart").is_in(_NEAR).alias("kept")
    )
    # the letter comes again every 30 years: of its years the one nearest to the card's
    nearest = (
        pl.when(pl.col("apart") > _CYCLE // 2)
        .then(pl.col("year") - pl.col("apart") + _CYCLE)
        .otherwise(pl.col("year") - pl.col("apart"))
    )
    odd = _breaking(judged).with_columns(nearest.alias("vin_year"))
    return odd.select("id", "vin", "wmi", "year", "vin_year", "share")


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


def _breaking(judged: pl.DataFrame) -> pl.DataFrame:
    """The cars that do not keep (``kept``) what enough of their plant's cars do."""
    plants = judged.group_by("wmi").agg(pl.col("kept").sum(), pl.len().alias("cars"))
    habits = _enough(plants).select("wmi", "share")
    return judged.filter(~pl.col("kept")).join(habits, on="wmi").sort("id")


def _enough(plants: pl.DataFrame) -> pl.DataFrame:
    """The plants with a habit: wmi, kept and cars, and the ``share`` that keeps it, of 100."""
    kept = pl.col("kept") / pl.col("cars")
    return (
        plants.filter((pl.col("cars") >= ENOUGH_VINS) & (kept >= ENOUGH_OF_THEM))
        .with_columns((kept * 100).floor().cast(pl.Int64).alias("share"))
        .sort("wmi")
    )
