"""Who bought a car here, and the day from which he is known to own it no more."""

import polars as pl

from reports.facts import Facts

_PAIR = ["vehicle_id", "client_id"]


def owners(facts: Facts) -> pl.DataFrame:
    """Each sale with ``ended``, null while the buyer may still own the car.

    Columns: vehicle_id, client_id, date, used, model, region, branch, staff, ended. A later sale
    of the car here ends it; so does the first visit of a person's car that another client comes
    with after the buyer's last fact.
    """
    sales = (
        facts.sales.rename({"decided": "client_id"})
        .select(*_PAIR, "date", "used", "person", "model", "region", "branch", "staff")
        .sort("vehicle_id", "date", maintain_order=True)
    )
    next_sale = pl.when(pl.col("vehicle_id") == pl.col("vehicle_id").shift(-1)).then(
        pl.col("date").shift(-1)
    )
    resold = sales.with_columns(resold=next_sale)
    return (
        resold.join(_taken_over(facts, resold), on=[*_PAIR, "date"], how="left")
        .with_columns(ended=pl.min_horizontal("resold", "taken_over"))
        .drop("resold", "taken_over", "person")
    )


def _taken_over(facts: Facts, sales: pl.DataFrame) -> pl.DataFrame:
    """vehicle_id, client_id, date of the sale, taken_over: another client's first visit."""
    orders = (
        facts.orders.rename({"decided": "client_id"})
        .select(*_PAIR, "date", "client_visit")
        .join(sales.select("vehicle_id"), on="vehicle_id", how="semi")
    )
    last_orders = orders.group_by(_PAIR).agg(came=pl.col("date").max())
    buyers = (
        sales.filter("person")
        .join(last_orders, on=_PAIR, how="left")
        .with_columns(last=pl.max_horizontal("date", "came"))
        .select(*_PAIR, "date", "last")
        .sort("last")
    )
    firsts = (
        orders.filter("client_visit")
        .group_by(_PAIR)
        .agg(taken_over=pl.col("date").min())
        .drop("client_id")
        .sort("taken_over")
    )
    # a client who first came after the buyer's last fact is never the buyer himself
    return buyers.join_asof(
        firsts,
        left_on="last",
        right_on="taken_over",
        by="vehicle_id",
        strategy="forward",
        allow_exact_matches=False,
        coalesce=False,
        check_sortedness=False,
    ).select(*_PAIR, "date", "taken_over")
