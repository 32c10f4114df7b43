"""Errors counted by their kind, each with a few pairs to look at."""

from dataclasses import dataclass

import polars as pl

SURE = 0.99


@dataclass(frozen=True, slots=True)
class Kind:
    """Pairs that are wrong in one way.

    ``sure`` of them are candidates of a probability of 0.99 or more; ``examples`` name a few as
    “source:id – source:id”.
    """

    kind: str
    pairs: int
    sure: int
    examples: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Names:
    """Names cards as people do; ``cards`` has card, source and source_key."""

    cards: pl.DataFrame
    most: int

    def counted(self, pairs: pl.DataFrame) -> tuple[Kind, ...]:
        """The pairs (left, right, kind, probability) by kind, the most frequent first."""
        kinds = pairs.sort("left", "right").group_by("kind", maintain_order=True)
        counts = kinds.agg(pairs=pl.len(), sure=(pl.col("probability") >= SURE).sum())
        return tuple(
            Kind(kind, count, sure, self.examples(pairs.filter(pl.col("kind") == kind)))
            for kind, count, sure in counts.sort(
                "pairs", "kind", descending=[True, False]
            ).iter_rows()
        )

    def examples(self, pairs: pl.DataFrame) -> tuple[str, ...]:
        """The names of the first of these pairs."""
        shown = pairs.sort("left", "right").head(self.most).select("left", "right")
        ids = set(shown["left"]) | set(shown["right"])
        cards = self.cards.filter(pl.col("card").is_in(list(ids)))
        named = {
            card: f"{source}:{key}"
            for card, source, key in cards.select("card", "source", "source_key").iter_rows()
        }
        return tuple(f"{named[left]} – {named[right]}" for left, right in shown.iter_rows())
