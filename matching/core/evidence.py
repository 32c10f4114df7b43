"""The evidence code of each pair: its levels by name, enough to say why."""

import numpy as np
import polars as pl

from matching.core.book import Floats, Index, Mask
from matching.core.patterns import Patterns
from matching.core.plan import Field, Plan

# Values are rare if a base of this size would hold less than one stranger in twenty of them.
_RARE = np.log(0.05)


def evidence(plan: Plan, patterns: Patterns, chosen: Index, cards: int) -> pl.Series:
    """The evidence code of the chosen patterns."""
    rarity = np.sum([patterns.rarity[of.name][chosen] for of in plan.rarities], axis=0)
    columns = []
    for field in plan.fields:
        words = _words(field)
        columns.append([words[level] for level in patterns.levels[field.name][chosen].tolist()])
    columns.append(
        ["rare=name" if one else "" for one in _rare(rarity, max(cards, plan.town)).tolist()]
    )
    codes = [";".join(word for word in row if word) for row in zip(*columns, strict=True)]
    return pl.Series("evidence", codes, dtype=pl.Utf8)


def _rare(rarity: Floats, cards: int) -> Mask:
    rare: Mask = rarity + np.log(cards) < _RARE
    return rare


def _words(field: Field) -> dict[int, str]:
    """What each level adds to the code."""
    return {
        level: "" if level in field.silent else f"{field.name}={level.name.lower()}"
        for level in field.levels
    } | {0: ""}
