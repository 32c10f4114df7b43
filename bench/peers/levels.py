"""Short words for what Splink's comparisons are made of."""

import splink.comparison_level_library as levels  # type: ignore[import-not-found, unused-ignore]
import splink.comparison_library as comparisons  # type: ignore[import-not-found, unused-ignore]


def comparison(name: str, *found: object) -> object:
    """A comparison of these levels, the first that holds counts."""
    return comparisons.CustomComparison(output_column_name=name, comparison_levels=list(found))


def missing(column: str) -> object:
    """The level of a missing value."""
    return levels.NullLevel(column)


def equal(column: str, *, rare: bool = False) -> object:
    """The level of equal values; a rare one may weigh more."""
    return levels.ExactMatchLevel(column, term_frequency_adjustments=rare)


def level(sql: str, label: str, *, same: float = 0.0, other: float = 0.0) -> object:
    """A level by an SQL condition; a share among the same or among others may be known before."""
    made = levels.CustomLevel(sql, label)
    if same:
        made = made.configure(m_probability=same, fix_m_probability=True)
    if other:
        made = made.configure(u_probability=other, fix_u_probability=True)
    return made


def rest(*, same: float = 0.0) -> object:
    """The level of everything else."""
    made = levels.ElseLevel()
    return made.configure(m_probability=same, fix_m_probability=True) if same else made


def slip(column: str, most: int = 1) -> object:
    """The level of texts that so many slips of the pen tell apart."""
    return levels.DamerauLevenshteinLevel(column, most)


def near(column: str, least: float) -> object:
    """The level of texts that are alike by Jaro and Winkler."""
    return levels.JaroWinklerLevel(column, least)


def shared(column: str) -> object:
    """The level of two lists with a value in common."""
    return levels.ArrayIntersectLevel(column, 1)
