"""Geography: where the buyers and the clients of the service live."""

from functools import partial

import polars as pl

from reports.content import Bounds, Chart, ChartKind, Column, Series, Table, Unit
from reports.facts import Facts
from reports.funnel import Counted, Figures, Funnel, Part, Shown
from reports.options import Options
from reports.slices import chosen
from resources.texts import gettext, marked

_REGIONS_SHOWN = 20
_UNKNOWN = "unknown"
_IDENTITIES = ["decided", "likely", "possible"]


def counted(facts: Facts, options: Options) -> Counted:
    """The clients who bought and those who were served, by region."""
    regions = _regions(facts)
    sales, orders = chosen(facts.sales, options), chosen(facts.orders, options)
    orders = orders.select(*_IDENTITIES, *_OF_ORDER, "client_visit").filter("client_visit")
    parts = [
        Part(units, [], partial(_by_region, key, regions), partial(_of_region, key, regions))
        for key, units in (("buyers", sales), ("served", orders))
    ]
    return Counted(parts)


_OF_ORDER = ("row_id", "card_id", "vehicle_id", "date", "kept_out")


def _regions(facts: Facts) -> pl.DataFrame:
    """decided, possible, region: of each client that is one, "" where none is known."""
    named = facts.cards.filter(pl.col("decided") > 0)
    return named.group_by("decided", "possible").agg(
        pl.col("client_region").first().alias("region")
    )


def _by_region(key: str, regions: pl.DataFrame, units: pl.DataFrame, _figures: Figures) -> Figures:
    strangers = units.filter("kept_out")["card_id"].n_unique()
    clients = (
        units.select(_IDENTITIES)
        .filter(pl.col("decided") > 0)
        .unique("decided")
        .join(regions.select("decided", "region"), on="decided", how="left")
        .with_columns(pl.col("region").cast(pl.String).replace("", None))
    )
    ways = _ways(clients, regions)
    sure = clients.join(ways, on="possible").filter(
        (pl.col("region") == pl.col("ways").list.first()) | (pl.col("ways").list.len() == 0),
        pl.col("ways").list.len() <= 1,
    )
    low = _counts(sure.unique("possible"))
    likely = clients.sort("decided").group_by("likely").agg(pl.col("region").drop_nulls().first())
    may_be = clients.join(ways.explode("ways", empty_as_null=False), on="possible").select(
        "decided", pl.col("ways").alias("region")
    )
    best, high = (
        _counts(likely),
        _counts(pl.concat([clients.select("decided", "region"), may_be]).unique()),
    )
    names = set(low) | set(best) | set(high)
    return {
        f"{key}.{name or _UNKNOWN}": Bounds(
            min(low.get(name, 0), best.get(name, 0)),
            best.get(name, 0),
            max(best.get(name, 0), high.get(name, 0) + strangers),
        )
        for name in names
    }


def _ways(clients: pl.DataFrame, regions: pl.DataFrame) -> pl.DataFrame:
    """possible, ways: the regions of all who may be one client."""
    known = regions.with_columns(pl.col("region").cast(pl.String).replace("", None))
    return (
        known.join(clients.select("possible").unique(), on="possible")
        .group_by("possible")
        .agg(pl.col("region").drop_nulls().unique().alias("ways"))
    )


def _of_region(
    key: str, regions: pl.DataFrame, units: pl.DataFrame, asked: str
) -> pl.DataFrame | None:
    """One unit of each client of a region."""
    head, _, region = asked.partition(".")
    if head != key:
        return None
    known = pl.col("region").cast(pl.String).replace("", None).alias("of_client")
    of = regions.select("decided", known)
    told = units.filter(pl.col("decided") > 0).join(of, on="decided").sort("decided", "date")
    mine = pl.col("of_client").drop_nulls().first().over("likely").fill_null(_UNKNOWN)
    return told.filter(mine == region).unique("likely", keep="first", maintain_order=True)


def _counts(clients: pl.DataFrame) -> dict[str, int]:
    return dict(clients.group_by(pl.col("region").fill_null("")).len().iter_rows())


def _shown(shown: Shown) -> tuple[tuple[Chart, ...], tuple[Table, ...]]:
    figures = shown.figures
    regions = sorted(
        {key.split(".", 1)[1] for key in figures},
        key=lambda region: (-_clients(figures, region), region),
    )
    titles = (("buyers", gettext("Buyers")), ("served", gettext("Clients of the service")))
    few = regions[:_REGIONS_SHOWN]
    chart = Chart(
        ChartKind.BARS,
        gettext("Clients by region"),
        tuple(_name(region) for region in few),
        tuple(
            Series(title, tuple(figures.get(f"{key}.{region}") for region in few))
            for key, title in titles
        ),
    )
    columns = (
        Column("region", gettext("Region")),
        *(Column(key, title, Unit.COUNT) for key, title in titles),
    )
    rows = tuple(
        (_name(region), *(figures.get(f"{key}.{region}") for key, _ in titles))
        for region in regions
    )
    both = tuple([f"{key}.{region}" for key, _ in titles] for region in regions)
    keys = tuple(next((key for key in row if key in figures), "") for row in both)
    return (chart,), (Table(gettext("Figures"), columns, rows, keys),)


def _clients(figures: Figures, region: str) -> float:
    keys = (f"{key}.{region}" for key in ("buyers", "served"))
    return sum(figures[key].best for key in keys if key in figures)


def _name(region: str) -> str:
    return gettext("unknown") if region == _UNKNOWN else region


FUNNEL = Funnel(
    name="geography",
    title=marked("Geography"),
    definition=(
        marked(
            "Where the clients live who bought a car here and those who brought one to the "
            "service, by the region of the client in the unified base."
        ),
    ),
    needs=("service",),
    counted=counted,
    shown=_shown,
)
