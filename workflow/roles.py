"""Who was what to a car, and when: buyer, former owner, customer, driver."""

import polars as pl

ROLES: dict[str, pl.DataType] = {
    "client_id": pl.Int64(),
    "vehicle_id": pl.Int64(),
    "role": pl.String(),
    "start": pl.Date(),
    "end": pl.Date(),
    "row_id": pl.Int64(),
}


def roles(events: pl.DataFrame) -> pl.DataFrame:
    """The roles that the events of whole vehicles show, columns as in ``ROLES``.

    A sale makes a buyer. The ownership ends on the day of a later sale to somebody else, or,
    if the buyer himself was not seen later, on another person's first visit after his last one;
    from then on he is a former owner. Orders make a customer, or a driver where a company
    bought the car. Who calls, complains or answers a survey shows nothing of the car.

    Args:
        events: row_id, client_id, client_kind, vehicle_id, kind, date.
    """
    shown = events.filter(pl.col("kind").is_in(_SHOWN))
    dated = shown.sort("vehicle_id", "date", "row_id", nulls_last=False)
    buyers = _buyers(dated)
    former = buyers.filter(pl.col("end").is_not_null()).with_columns(
        pl.lit("former_owner").alias("role"), pl.col("end").alias("start"), _NO_DATE.alias("end")
    )
    return pl.concat(
        [frame.select(list(ROLES)) for frame in (buyers, former, _visitors(dated, buyers))]
    ).sort("vehicle_id", "client_id", "role", "row_id")


_SHOWN = ("sale", "order", "car")
_NO_DATE = pl.lit(None, dtype=pl.Date)
_PAIR = ["vehicle_id", "client_id"]


def _buyers(dated: pl.DataFrame) -> pl.DataFrame:
    """One row for each purchase, with the day the ownership ended if that shows."""
    bought = (
        dated.filter(pl.col("kind") == "sale")
        .group_by(*_PAIR, maintain_order=True)
        .agg(
            pl.col("date").min().alias("start"),
            pl.col("row_id").first(),
            pl.col("client_kind").first(),
        )
        .with_columns(pl.lit("buyer").alias("role"))
    )
    end = pl.min_horizontal("resold", "taken_over")
    return (
        bought.join(_resold(bought), on=["vehicle_id", "start"], how="left")
        .join(_taken_over(dated, bought), on=_PAIR, how="left")
        .with_columns(end.alias("end"))
    )


def _resold(bought: pl.DataFrame) -> pl.DataFrame:
    """vehicle_id, start, resold: the car's next purchase; a client buys a car but once here."""
    days = bought.select("vehicle_id", "start").drop_nulls().unique().sort("vehicle_id", "start")
    return days.with_columns(pl.col("start").shift(-1).over("vehicle_id").alias("resold"))


def _taken_over(dated: pl.DataFrame, bought: pl.DataFrame) -> pl.DataFrame:
    """vehicle_id, client_id, taken_over: another person's first visit after the buyer's last.

    A company's car is driven by others, so their visits do not end its ownership.
    """
    last_seen = dated.group_by(_PAIR).agg(pl.col("date").max().alias("last_seen"))
    buyers = (
        bought.filter(pl.col("client_kind") == "person")
        .select(_PAIR)
        .join(last_seen, on=_PAIR)
        .drop_nulls()
        .sort("vehicle_id", "last_seen")
    )
    # a first visit after the buyer's last is never his own
    first_visits = (
        dated.filter(pl.col("kind") == "order")
        .group_by(_PAIR)
        .agg(pl.col("date").min().alias("taken_over"))
        .drop_nulls()
        .select("vehicle_id", "taken_over")
        .sort("vehicle_id", "taken_over")
    )
    return buyers.join_asof(
        first_visits,
        left_on="last_seen",
        right_on="taken_over",
        by="vehicle_id",
        strategy="forward",
        allow_exact_matches=False,
        coalesce=False,
        check_sortedness=False,
    ).select(*_PAIR, "taken_over")


def _visitors(dated: pl.DataFrame, buyers: pl.DataFrame) -> pl.DataFrame:
    """Customers and drivers, each from the first to the last order."""
    firms = buyers.filter(pl.col("client_kind") == "company").select("vehicle_id").unique()
    driven = pl.col("vehicle_id").is_in(firms["vehicle_id"].implode())
    return (
        dated.filter(pl.col("kind") == "order")
        .group_by(*_PAIR, maintain_order=True)
        .agg(
            pl.col("date").min().alias("start"),
            pl.col("date").max().alias("end"),
            pl.col("row_id").first(),
            pl.col("client_kind").first(),
        )
        .with_columns(
            pl.when(driven & (pl.col("client_kind") == "person"))
            .then(pl.lit("driver"))
            .otherwise(pl.lit("customer"))
            .alias("role")
        )
    )
