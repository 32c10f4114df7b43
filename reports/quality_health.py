"""The health of a base: four shares, as the rows came and as the unified base stands now."""

from collections.abc import Sequence
from dataclasses import dataclass

import polars as pl

from reports.facts import Facts
from reports.quality_counts import Counts
from resources.texts import gettext, marked

FAULTS = ("block", "warn")
"""The severities that count as a fault; the third one only tells what was noticed."""

TITLES = {
    "complete": marked("Complete"),
    "valid": marked("Valid"),
    "unique": marked("Unique"),
    "usable": marked("Usable"),
}


@dataclass(frozen=True, slots=True)
class Health:
    """One part of the health: its share before and after, None where there is nothing to count."""

    name: str
    before: float | None
    after: float | None

    @property
    def title(self) -> str:
        """Its name in the language in force."""
        return gettext(TITLES[self.name])


def health(facts: Facts, counts: Counts, no_vin: pl.DataFrame) -> tuple[Health, ...]:
    """The four parts of the health of a base."""
    return (
        _complete(facts, counts, no_vin),
        _valid(counts),
        _unique(facts),
        _usable(counts),
    )


def score(shares: Sequence[float | None]) -> float | None:
    """The mean of the parts that there are, 0 to 100; None where there are none."""
    known = [share for share in shares if share is not None]
    return round(100 * sum(known) / len(known), 1) if known else None


def with_vin(facts: Facts, no_vin: pl.DataFrame) -> pl.DataFrame:
    """card_id, decided: whose sales and work orders tell of a car that is known by its VIN."""
    columns = ["card_id", "decided", "vehicle_id"]
    told = pl.concat([facts.sales.select(columns), facts.orders.select(columns)])
    known = told.filter(pl.col("vehicle_id").is_not_null())
    return known.join(no_vin, on="vehicle_id", how="anti").select("card_id", "decided").unique()


def whole(cards: pl.DataFrame) -> pl.DataFrame:
    """The cards that are somebody's: not junk, nor taken back."""
    return cards.filter(pl.col("state").is_in(["clean", "quarantined"]))


def _complete(facts: Facts, counts: Counts, no_vin: pl.DataFrame) -> Health:
    """Those that have a name, a contact and a car with a VIN: cards before, clients after."""
    cars = with_vin(facts, no_vin)
    cards, enough = whole(counts.cards), pl.col("name") & (pl.col("phone") | pl.col("email"))
    full_cards = cards.filter(enough).join(cars, on="card_id", how="semi").height
    full = counts.clients.filter(enough).join(
        cars, left_on="client_id", right_on="decided", how="semi"
    )
    return Health(
        "complete", part(full_cards, cards.height), part(full.height, counts.clients.height)
    )


def _valid(counts: Counts) -> Health:
    """The rows without a fault: without any before, without an open one after."""
    rows = sum(counts.rows.values())
    faults = counts.findings.filter(pl.col("severity").is_in(FAULTS))
    still = faults.filter(pl.col("state") == "open")
    before, after = (one["row_id"].n_unique() for one in (faults, still))
    return Health("valid", part(rows - before, rows), part(rows - after, rows))


def _unique(facts: Facts) -> Health:
    """The clients that there are at least, to an entry: of cards before, of clients after."""
    known = facts.cards.filter(pl.col("decided") > 0)
    least = known["possible"].n_unique()
    return Health("unique", part(least, known.height), part(least, known["decided"].n_unique()))


def _usable(counts: Counts) -> Health:
    """The cards without a value that was kept out before, and those that have a client after."""
    cards = whole(counts.cards)
    kept_out = counts.findings.filter(pl.col("severity") == "block").select("card_id").unique()
    before = cards.join(kept_out, on="card_id", how="anti").height
    after = cards["client_id"].count()
    return Health("usable", part(before, cards.height), part(after, cards.height))


def part(count: int, of: int) -> float | None:
    """A share, None of nothing."""
    return count / of if of else None
