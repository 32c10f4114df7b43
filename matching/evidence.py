"""The evidence code of each pair: its levels by name, enough to say why."""

import numpy as np
import polars as pl

from matching.book import Index, Mask
from matching.compare import LEVELS
from matching.defaults import TOWN
from matching.frequency import Floats
from matching.full_name import Compared, Order
from matching.patterns import Patterns
from matching.plain import Same

# A name is rare if a base of this size would hold less than one stranger in twenty of it.
_RARE = np.log(0.05)
_SILENT = {("order", Order.STRAIGHT), ("gender", Same.EQUAL), ("form", Same.EQUAL)}


def evidence(patterns: Patterns, chosen: Index, cards: int) -> pl.Series:
    """The evidence code of the chosen patterns."""
    names = patterns.rarity["surname"] + patterns.rarity["given"]
    rare = _rare(names[chosen], cards)
    levels = {field: patterns.levels[field][chosen] for field in LEVELS}
    return pl.Series("evidence", _codes(levels, rare.tolist()), dtype=pl.Utf8)


def _rare(names: Floats, cards: int) -> Mask:
    rare: Mask = names + np.log(max(cards, TOWN)) < _RARE
    return rare


def _codes(levels: Compared, rare: list[bool]) -> list[str]:
    words = {
        field: [
            "" if not level or (field, level) in _SILENT else f"{field}={kind(level).name.lower()}"
            for level in range(max(kind) + 1)
            if level == 0 or level in kind.__members__.values()
        ]
        for field, kind in LEVELS.items()
    }
    columns = [[words[field][level] for level in column] for field, column in levels.items()]
    columns.append(["rare=name" if one else "" for one in rare])
    return [";".join(word for word in row if word) for row in zip(*columns, strict=True)]
