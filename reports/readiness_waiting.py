"""The checks of what nobody has decided or put right yet, as far as it touches the facts."""

import polars as pl

from reports.content import Check, State
from reports.facts import Facts
from reports.needs import Need
from reports.readiness_counts import Counts
from resources import formats
from resources.texts import gettext, ngettext

LITTLE, MUCH = 0.01, 0.1
"""Up to this share of sales and work orders touched a check is green, and amber."""


def groups(facts: Facts, _counts: Counts) -> Check:
    """The groups of the review queue that hold cards with sales or work orders."""
    told_of = _facts(facts)
    asked = facts.candidates.filter("asked")
    sides = pl.concat(
        asked.select(pl.col(side).alias("card_id"), "group_id") for side in ("left", "right")
    )
    met = sides.join(told_of.select("card_id").unique(), on="card_id", how="semi")
    cards = sides.join(met.select("group_id"), on="group_id", how="semi").select("card_id")
    share = _share(told_of, "card_id", cards)
    count = met["group_id"].n_unique()
    told = ngettext(
        "{count} group waits; its cards have {share} of all sales and work orders.",
        "{count} groups wait; their cards have {share} of all sales and work orders.",
        count,
    ).format(count=formats.number(count), share=formats.hundredths(share))
    to_do = ngettext(
        "Decide {count} group on the page “Review”.",
        "Decide {count} groups on the page “Review”.",
        count,
    ).format(count=formats.number(count))
    return _check(Need.GROUPS, gettext("Undecided duplicates"), count, share, told, to_do)


def cards_out(facts: Facts, _counts: Counts) -> Check:
    """The cards in quarantine that have sales or work orders."""
    told_of = _facts(facts)
    out = told_of.filter("kept_out").select("card_id").unique()
    share, count = _share(told_of, "card_id", out), out.height
    told = ngettext(
        "{count} card waits; it has {share} of all sales and work orders.",
        "{count} cards wait; they have {share} of all sales and work orders.",
        count,
    ).format(count=formats.number(count), share=formats.hundredths(share))
    to_do = ngettext(
        "Put {count} card right on the page “Check”.",
        "Put {count} cards right on the page “Check”.",
        count,
    ).format(count=formats.number(count))
    return _check(Need.CARDS_OUT, gettext("Cards in quarantine"), count, share, told, to_do)


def vins_out(facts: Facts, counts: Counts) -> Check:
    """The sales and work orders whose VIN waits in quarantine."""
    told_of = _facts(facts)
    share = _share(told_of, "row_id", counts.vin_out)
    count = told_of.join(counts.vin_out, on="row_id", how="semi").height
    told = ngettext(
        "{count} sale or work order has a VIN that waits: {share} of all.",
        "{count} sales and work orders have a VIN that waits: {share} of all.",
        count,
    ).format(count=formats.number(count), share=formats.hundredths(share))
    to_do = ngettext(
        "Put {count} VIN right on the page “Check”.",
        "Put {count} VINs right on the page “Check”.",
        count,
    ).format(count=formats.number(count))
    return _check(Need.VINS_OUT, gettext("VINs in quarantine"), count, share, told, to_do)


WAITING = {Need.GROUPS: groups, Need.CARDS_OUT: cards_out, Need.VINS_OUT: vins_out}
"""What makes each of these checks."""


def _facts(facts: Facts) -> pl.DataFrame:
    """row_id, card_id, kept_out of every sale and work order."""
    columns = ["row_id", "card_id", "kept_out"]
    parts = (facts.sales, facts.carless_sales, facts.orders)
    return pl.concat(part.select(columns) for part in parts)


def _share(told_of: pl.DataFrame, key: str, touched: pl.DataFrame) -> float:
    """The share of the facts that are among those touched, 0 where there are no facts."""
    if told_of.is_empty():
        return 0.0
    return told_of.join(touched.select(key).unique(), on=key, how="semi").height / told_of.height


def _check(need: Need, title: str, count: int, share: float, told: str, to_do: str) -> Check:  # noqa: PLR0917 - as a check has them
    if not count:
        return Check(str(need), title, State.GREEN, gettext("None."), share=0.0)
    state = State.RED if share > MUCH else State.AMBER
    return Check(str(need), title, State.GREEN if share <= LITTLE else state, told, to_do, share)
