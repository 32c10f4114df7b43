"""Buyers who were clients of the service before, and where clients are from."""

from bench.generator.truth.known import Known, region_of


def reverse(known: Known) -> dict[str, float]:
    """Sales, those to clients of the service, and how many clients the service has."""
    first: dict[str, int] = {}
    for order in known.orders:
        first.setdefault(order.client.key, order.day)
    came_before = [
        sale for sale in known.sales if first.get(sale.buyer.key, sale.day) < sale.day
    ]  # fmt: skip
    return {
        "sales": len(known.sales),
        "reverse": len(came_before),
        "service_clients": len(first),
    }


def geography(known: Known) -> dict[str, float]:
    """Distinct buyers and distinct clients of the service by region."""
    buyers = {sale.buyer.key: region_of(sale.buyer) for sale in known.sales}
    served = {order.client.key: region_of(order.client) for order in known.orders}
    found: dict[str, float] = {}
    for name, regions in (("buyers", buyers), ("served", served)):
        for region in regions.values():
            found[f"{name}.{region}"] = found.get(f"{name}.{region}", 0) + 1
    return found
