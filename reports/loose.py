"""What facts whose car waits in quarantine could change at most."""

from dataclasses import dataclass

import polars as pl

from reports.facts import Facts


@dataclass(frozen=True, slots=True)
class Loose:
    """How many sales and visits are of cars whose VIN waits in quarantine.

    ``carless``: sales of no car yet, which are no unit of any report; ``placed``: sales of a car
    that they may not be of; ``visits``: all visits.
    """

    carless: int
    placed: int
    visits: int

    @property
    def sales(self) -> int:
        """All sales."""
        return self.carless + self.placed


def loose(facts: Facts) -> Loose:
    """The loose facts of a base."""
    visits = facts.visits.filter("loose")
    return Loose(
        int(facts.carless_sales["loose"].sum()),
        int(facts.sales["loose"].sum()),
        visits.height,
    )


def most(amounts: pl.Series, number: int) -> float:
    """The sum of the greatest of the amounts, so many of them."""
    return float(amounts.top_k(min(number, amounts.len())).sum()) if number else 0.0


def turned(visits: pl.DataFrame, facts: Facts) -> tuple[int, int, tuple[float, float]]:
    """How many foreign visits loose sales could make own, how many own ones foreign; the money.

    A sale whose car may be any can be that of any one foreign car; a car that only such a sale
    made own may be foreign.
    """
    sales = loose(facts).sales
    if not sales:
        return 0, 0, (0.0, 0.0)
    placed = facts.sales.filter("loose")["vehicle_id"].unique().implode()
    told = visits.select("vehicle_id", "amount", "own", "loose").filter(
        ~pl.col("loose"), pl.col("vehicle_id").is_not_null()
    )
    away = told.filter(pl.col("own"), pl.col("vehicle_id").is_in(placed))
    cars = (
        told.filter(~pl.col("own"))
        .group_by("vehicle_id")
        .agg(pl.len().alias("visits"), pl.col("amount").fill_null(0).sum())
    )
    return (
        int(most(cars["visits"], sales)),
        away.height,
        (most(cars["amount"], sales), float(away["amount"].fill_null(0).sum())),
    )
