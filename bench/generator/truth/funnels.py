"""Every funnel of a ledger, as it is written beside the files."""

from datetime import date

from bench.generator.service_life.facts import Ledger
from bench.generator.truth import cars, clients, maintenance, voices, yearly
from bench.generator.truth.known import known as what_counts

Figures = dict[str, dict[str, float]]


def told(ledger: Ledger) -> dict[str, str | Figures]:
    """The day of the truth and its figures, ready to be written as JSON."""
    return {"day": date.fromordinal(ledger.day).isoformat(), "figures": figures(ledger)}


def figures(ledger: Ledger) -> Figures:
    """The figures of each report by their keys, on the ledger's last day."""
    known = what_counts(ledger)
    return {
        "maintenance": maintenance.figures(known),
        "satisfaction": voices.satisfaction(ledger, known),
        "own_foreign": cars.own_foreign(known),
        "models": cars.models(known),
        "production_years": yearly.production_years(known),
        "frequency": yearly.frequency(known),
        "bookings": voices.bookings(ledger, known),
        "complaints": voices.complaints(ledger, known),
        "reverse": clients.reverse(known),
        "geography": clients.geography(known),
    }
