"""What facts whose car waits in quarantine could change at most."""

from dataclasses import dataclass

import polars as pl

from reports.facts import Facts


@dataclass(frozen=True, slots=True)
class Loose:
    """How many sales and visits are of cars whose VIN waits in quarantine.

    ``carless``: sales of no car yet, which are no unit of any report; ``sales``: all sales;
    ``visits``: all visits.
    """

    carless: int
    sales: int
    visits: int


def loose(facts: Facts) -> Loose:
    """The loose facts of a base."""
    visits = facts.visits.filter("loose")
    carless = int(facts.carless_sales["loose"].sum())
    return Loose(
        carless,
        carless + int(facts.sales["loose"].sum()),
        visits.height,
    )


def most(amounts: pl.Series, number: int) -> float:
    """The sum of the greatest of the amounts, so many of them."""
    return float(amounts.top_k(min(number, amounts.len())).sum()) if number else 0.0
