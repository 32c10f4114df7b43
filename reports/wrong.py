"""Pairs taken for one client that are two: what spoke against them, and who joined them."""

from collections.abc import Callable

import polars as pl

from reports.kinds import Kind, Names
from reports.pairs_of_base import BasePairs
from reports.truth import Truth
from resources.texts import gettext

_PAIR = ["left", "right"]


def candidates(
    judged: pl.DataFrame, say: Callable[[str, str], str], names: Names
) -> tuple[Kind, ...]:
    """The wrong ones of the judged candidates by what speaks against them.

    ``say`` puts a pair's evidence and its relation into words.
    """
    wrong = judged.filter(~pl.col("same"))
    codes = wrong.select("evidence", "relation").unique()
    words = [say(*code) for code in codes.iter_rows()]
    codes = codes.with_columns(pl.Series("kind", words, pl.String))
    return names.counted(wrong.join(codes, on=["evidence", "relation"]))


def joined(truth: Truth, base: BasePairs, names: Names) -> tuple[Kind, ...]:
    """The pairs of two clients that are one now, by who joined them."""
    members = base.members.join(truth.people, on="card")
    together = base.joined
    for side in _PAIR:
        together = together.join(
            base.members.rename({"card": side, "client": f"{side}_client"}), on=side
        )
    together = together.filter(pl.col("left_client") == pl.col("right_client"))
    direct = truth.labelled(together).filter(~pl.col("same")).drop("same")
    likely = base.candidates.select(*_PAIR, "probability")
    direct = direct.join(likely, on=_PAIR, how="left").with_columns(
        kind=pl.col("by").replace_strict(_deeds(), default=gettext("joined by a person"))
    )
    kinds = names.counted(direct)
    others = truth.wrong_within(members) - direct.height
    if others <= 0:
        return kinds
    shown = _through_others(truth, members).join(direct, on=_PAIR, how="anti")
    return (*kinds, Kind(gettext("joined through other cards"), others, 0, names.examples(shown)))


def _deeds() -> dict[str, str]:
    return {
        "judge": gettext("joined by a person"),
        "bulk": gettext("approved in bulk"),
    }


def _through_others(truth: Truth, members: pl.DataFrame) -> pl.DataFrame:
    """Of every client that holds two persons or more the first cards of the first two."""
    firsts = members.group_by("client", "person").agg(pl.col("card").min())
    pairs = (
        firsts.sort("client", "card")
        .group_by("client", maintain_order=True)
        .agg(left=pl.col("card").first(), right=pl.col("card").slice(1, 1).first())
        .drop_nulls()
        .select(_PAIR)
    )
    return truth.labelled(pairs).filter(~pl.col("same")).select(_PAIR)
