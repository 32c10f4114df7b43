"""Pairs of one client that the base does not have together, and where they were lost."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import polars as pl

from reports.kinds import Kind, Names
from reports.pairs_of_base import BasePairs
from reports.scores import pairs_within
from reports.truth import Truth
from resources.texts import gettext

_PAIR = ["left", "right"]
_SPREAD = 300_000  # pairs written out to draw examples from; a truth of few clients has billions
_SEED = 20_170_301


@dataclass(frozen=True, slots=True)
class Hidden:
    """The pairs of one client that were never proposed.

    ``kept_out`` of them have a card that is kept out, ``rest`` were there to be found; ``pairs``
    (left, right) are those of the rest that are looked into, ``shown`` examples of the others.
    """

    kept_out: int
    rest: int
    pairs: pl.DataFrame
    shown: pl.DataFrame


def hidden(truth: Truth, base: BasePairs, proposed: pl.DataFrame, *, most: int) -> Hidden:
    """The pairs of one client that are not among the proposed ones."""
    people = truth.people.join(base.cards.select("card", "state"), on="card")
    clean = people.filter(pl.col("state") == "clean")
    every, alive = pairs_within(people, "person"), pairs_within(clean, "person")
    kept_out = every - alive - _kept_out(proposed.select(_PAIR), clean).height
    spread = _spread(people.select("card", "person")).join(proposed, on=_PAIR, how="anti")
    shown = _kept_out(spread, clean)
    return Hidden(
        kept_out=kept_out,
        rest=every - proposed.height - kept_out,
        pairs=_drawn(spread.join(shown, on=_PAIR, how="anti"), most),
        shown=shown,
    )


def kinds(found: Hidden, reasons: Sequence[str], names: Names) -> tuple[Kind, ...]:
    """The missed pairs by where they were lost; ``reasons`` has one for each pair looked into."""
    said = found.pairs.with_columns(
        kind=pl.Series(reasons, dtype=pl.String), probability=pl.lit(0.0)
    )
    counted = names.counted(said)
    if not found.kept_out:
        return counted
    word = gettext("a card is kept out of the base")
    return (Kind(word, found.kept_out, 0, names.examples(found.shown)), *counted)


def split(
    truth: Truth, base: BasePairs, proposed: pl.DataFrame, true_pairs: int, names: Names
) -> tuple[Kind, ...]:
    """The pairs of one client that are two clients now, by what became of the candidate."""
    members = base.members.join(truth.people, on="card")
    missing = true_pairs - pairs_within(members, "client", "person")
    clients = base.members
    for side in _PAIR:
        proposed = proposed.join(
            clients.rename({"card": side, "client": f"{side}_client"}), on=side, how="left"
        )
    together = (pl.col("left_client") == pl.col("right_client")).fill_null(value=False)
    apart = proposed.filter(~together)
    found = names.counted(apart.with_columns(kind=pl.col("state").replace_strict(_states())))
    never = missing - apart.height
    if never <= 0:
        return found
    return (*found, Kind(gettext("never proposed"), never, 0, ()))


def _states() -> dict[str, str]:
    return {
        "open": gettext("proposed, and nobody has decided yet"),
        "same": gettext("judged one client, and kept apart by another judgement"),
        "different": gettext("judged different clients"),
        "related": gettext("judged related clients"),
        "unsure": gettext("proposed and postponed"),
        "withdrawn": gettext("proposed once; a card of the two is kept out now"),
    }


def _kept_out(pairs: pl.DataFrame, clean: pl.DataFrame) -> pl.DataFrame:
    """Those of the pairs that have a card which is not clean."""
    for side in _PAIR:
        good = clean.select(pl.col("card").alias(side), pl.lit(value=True).alias(f"{side}_clean"))
        pairs = pairs.join(good, on=side, how="left")
    clear = pl.col("left_clean") & pl.col("right_clean")
    return pairs.filter(clear.fill_null(value=False).not_()).select(_PAIR).sort(_PAIR)


def _spread(people: pl.DataFrame) -> pl.DataFrame:
    """left, right of the pairs of one client; of as many clients as there is room for."""
    sizes = people.group_by("person").agg(cards=pl.len().cast(pl.Int64)).sort("person")
    sizes = sizes.select("person", pairs=pl.col("cards") * (pl.col("cards") - 1) // 2)
    sizes = sizes.filter(pl.col("pairs").is_between(1, _SPREAD))
    order = np.random.default_rng(_SEED).permutation(sizes.height)
    several = sizes[order].with_columns(until=pl.col("pairs").cum_sum())
    chosen = several.filter(pl.col("until") <= _SPREAD).select("person")
    members = people.join(chosen, on="person", how="semi")
    left = members.rename({"card": "left"})
    pairs = left.join(members.rename({"card": "right"}), on="person")
    return pairs.filter(pl.col("left") < pl.col("right")).select(_PAIR).sort(_PAIR)


def _drawn(pairs: pl.DataFrame, most: int) -> pl.DataFrame:
    """So many of the pairs at most, the same each time."""
    if pairs.height <= most:
        return pairs
    places = np.random.default_rng(_SEED).choice(pairs.height, most, replace=False)
    return pairs[np.sort(places)]
