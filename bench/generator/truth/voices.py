"""What clients said: satisfaction and the next maintenance, complaints, booking."""

from bench.generator.service_life import facts
from bench.generator.service_life.facts import Booking, Ledger, Survey
from bench.generator.truth.calendar import months_later
from bench.generator.truth.known import Known, number_done
from bench.generator.truth.visits import Visit

_BANDS = ("low", "mid", "high")
_NEXT_MONTHS = 15
_APPOINTED = {facts.BOOKED, facts.ARRIVED, facts.MISSED, facts.CANCELLED}


def satisfaction(ledger: Ledger, known: Known) -> dict[str, float]:
    """Answers by band, those old enough, and those whose car came to its next maintenance."""
    found: dict[str, float] = {
        f"{name}.{band}": 0 for name in ("answers", "mature", "next") for band in _BANDS
    }
    for survey in ledger.surveys:
        if survey.day > known.day:
            continue
        band = band_of(survey, ledger.greatest)
        found[f"answers.{band}"] += 1
        visit = _visit_of(survey, known)
        if visit is None:
            continue
        end = months_later(visit.day, _NEXT_MONTHS)
        came = any(
            number_done(order) is not None and visit.day < order.day <= end
            for order in known.orders_of[visit.car.vin]
        )
        found[f"mature.{band}"] += came or end <= known.day
        found[f"next.{band}"] += came
    return found


def band_of(survey: Survey, greatest: int) -> str:
    """How good a mark is."""
    if survey.mark * 10 <= greatest * 6:
        return "low"
    return "mid" if survey.mark * 10 < greatest * 9 else "high"


def _visit_of(survey: Survey, known: Known) -> Visit | None:
    """The visit that an answer is about, by the best that it tells."""
    if survey.number:
        return known.visit_named.get(survey.number)
    if survey.car:
        visits = known.visits_of[survey.car.vin]
    else:
        visits = known.visits_by[survey.client.key] if survey.client else []
    before = [visit for visit in visits if visit.day <= survey.day]
    return before[-1] if before else None


def complaints(ledger: Ledger, known: Known) -> dict[str, float]:
    """Dissatisfied clients, claims and repeat visits against orders."""
    claims = [claim for claim in ledger.claims if claim.day <= known.day]
    unhappy = {claim.client.key for claim in claims}
    unhappy |= {
        survey.client.key
        for survey in ledger.surveys
        if survey.client and survey.day <= known.day and band_of(survey, ledger.greatest) == "low"
    }
    repeats = sum(visit.repeat for visit in known.visits)
    found: dict[str, float] = {
        "dissatisfied": len(unhappy),
        "claims": len(claims),
        "written": sum(claim.kind == facts.WRITTEN for claim in claims),
        "court": sum(claim.kind == facts.COURT for claim in claims),
        "orders": len(known.orders),
        "repeats": repeats,
    }
    if known.orders:
        found["rate"] = (len(claims) + repeats) / len(known.orders)
    return found


def bookings(ledger: Ledger, known: Known) -> dict[str, float]:
    """Calls, appointments and arrivals."""
    calls = [call for call in ledger.bookings if call.day <= known.day]
    due = [
        call
        for call in calls
        if (call.outcome in _APPOINTED or call.due) and (call.due or 0) <= known.day
    ]
    arrived = [call for call in due if _arrived(call, known)]
    rest = [call for call in due if not _arrived(call, known)]
    return {
        "wanted": len(calls),
        "booked": len(due),
        "arrived": len(arrived),
        "missed": sum(call.outcome != facts.CANCELLED for call in rest),
        "cancelled": sum(call.outcome == facts.CANCELLED for call in rest),
    }


def _arrived(call: Booking, known: Known) -> bool:
    if call.outcome == facts.ARRIVED:
        return True
    if call.due is None:
        return False
    if call.car:
        orders = known.orders_of[call.car.vin]
    else:
        named = known.visit_named.get(call.number)
        orders = [one for one in named.orders if one.number == call.number] if named else []
    return any(abs(order.day - call.due) <= 1 for order in orders)
