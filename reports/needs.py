"""What reports rest on, and which of it each of them does."""

from enum import StrEnum


class Need(StrEnum):
    """One thing that a report may rest on; its value is the name of its check."""

    SALES_CAR = "sales_car"
    SALES_CLIENT = "sales_client"
    SALES_REGION = "sales_region"
    SALES_MODEL = "sales_model"
    ORDERS_CAR = "orders_car"
    ORDERS_VIN = "orders_vin"
    ORDERS_CLIENT = "orders_client"
    ORDERS_KIND = "orders_kind"
    MAINTENANCE_NO = "maintenance_no"
    ORDERS_MILEAGE = "orders_mileage"
    ORDERS_SUM = "orders_sum"
    ORDERS_YEAR = "orders_year"
    SOLD_SEEN = "sold_seen"
    OWNER_CHANGES = "owner_changes"
    BOOKINGS_CAR = "bookings_car"
    CLAIMS_CLIENT = "claims_client"
    SURVEYS_VISIT = "surveys_visit"
    FRESH_SALES = "fresh_sales"
    FRESH_SERVICE = "fresh_service"
    FRESH_BOOKINGS = "fresh_bookings"
    FRESH_CLAIMS = "fresh_claims"
    FRESH_SURVEYS = "fresh_surveys"
    GROUPS = "groups"
    CARDS_OUT = "cards_out"
    VINS_OUT = "vins_out"


_WAITING = {Need.GROUPS, Need.CARDS_OUT}
_SERVICE = {Need.ORDERS_CAR, Need.FRESH_SERVICE, Need.VINS_OUT}
_SALES = {Need.SALES_CAR, Need.FRESH_SALES, Need.VINS_OUT}
_MAINTENANCE = {Need.ORDERS_KIND, Need.MAINTENANCE_NO, Need.ORDERS_SUM}
_SOLD = {Need.SOLD_SEEN, Need.OWNER_CHANGES, Need.SALES_REGION, Need.ORDERS_VIN}
_CLIENTS = {Need.SALES_CLIENT, Need.ORDERS_CLIENT}

NEEDS: dict[str, frozenset[Need]] = {
    name: frozenset(needs)
    for name, needs in {
        "maintenance": _SALES | _SERVICE | _MAINTENANCE | _SOLD | _WAITING | {Need.ORDERS_MILEAGE},
        "satisfaction": _SERVICE | _MAINTENANCE | {Need.SURVEYS_VISIT, Need.FRESH_SURVEYS},
        "own_foreign": _SALES | _SERVICE | {Need.ORDERS_VIN, Need.SOLD_SEEN},
        "models": _SALES | _SERVICE | _MAINTENANCE | _SOLD | {Need.SALES_MODEL},
        "production_years": _SERVICE | {Need.ORDERS_YEAR, Need.ORDERS_SUM, Need.ORDERS_KIND},
        "frequency": _SERVICE | _WAITING | {Need.ORDERS_KIND, Need.ORDERS_CLIENT},
        "bookings": _SERVICE | {Need.BOOKINGS_CAR, Need.FRESH_BOOKINGS},
        "complaints": _SERVICE | {Need.ORDERS_KIND, Need.CLAIMS_CLIENT, Need.FRESH_CLAIMS},
        "reverse": _CLIENTS | _WAITING | {Need.FRESH_SALES, Need.FRESH_SERVICE},
        "geography": _CLIENTS | _WAITING | {Need.SALES_REGION},
        "raw": _SALES | _SERVICE | _CLIENTS | _WAITING,
    }.items()
}
"""What each report rests on, by its name."""

KINDS = ("sales", "service", "bookings", "claims", "surveys")
FRESH: dict[str, Need] = {kind: Need(f"fresh_{kind}") for kind in KINDS}
"""The check of the age of each kind of source."""
