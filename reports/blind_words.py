"""The estimate from a blind sample in words and a small table."""

from collections.abc import Iterator

from reports.blind_estimate import Answered, Estimate, scaled
from reports.evaluation_words import aligned
from reports.intervals import Interval
from reports.strata import LIKELY, SURE, Stratum
from resources.texts import gettext


def told(found: Estimate) -> list[str]:
    """The estimate for a person."""
    answered = sum(one.answered for one in found.strata)
    drawn = sum(one.drawn for one in found.strata)
    return [
        gettext(
            "Answered: {answered} of {drawn} pairs. Empty or unsure: {unanswered}, not in the "
            "file: {missing}; they are left out, as if they were like the answered ones."
        ).format(
            answered=answered, drawn=drawn, unanswered=found.unanswered, missing=found.missing
        ),
        *_doubts(found),
        "",
        *_table(found),
        "",
        _wrong(found),
        _missed(found),
        "",
        gettext(
            "What cannot be seen: pairs of one client that were never proposed, because nothing "
            "they share brings them together, their probability is below {threshold}, or a card "
            "of the two is kept out."
        ).format(threshold=f"{found.threshold:g}"),
    ]


def _doubts(found: Estimate) -> Iterator[str]:
    if found.changed:
        yield gettext(
            "The base has changed since the sample was drawn; the estimate is of the base as it "
            "was then."
        )
    for one in found.strata:
        if one.drawn and not one.answered:
            yield gettext(
                "None of the pairs “{stratum}” was answered, so that of them anything may be true."
            ).format(stratum=_names()[one.stratum])


def _table(found: Estimate) -> list[str]:
    header = (
        "",
        gettext("pairs"),
        gettext("drawn"),
        gettext("answered"),
        gettext("one client"),
        gettext("two clients"),
    )
    return aligned([header, *(_row(one) for one in found.strata if one.pairs)])


def _row(one: Answered) -> tuple[str, ...]:
    counts = (one.pairs, one.drawn, one.answered, one.same, one.answered - one.same)
    return _names()[one.stratum], *map(str, counts)


def _names() -> dict[Stratum, str]:
    return {
        Stratum.JOINED_SURE: gettext("one client, proposed at {at} or more").format(at=SURE),
        Stratum.JOINED: gettext("one client, the others"),
        Stratum.APART_LIKELY: gettext("proposed at {at} or more, not joined").format(at=LIKELY),
        Stratum.APART: gettext("proposed below {at}, not joined").format(at=LIKELY),
    }


def _wrong(found: Estimate) -> str:
    if found.wrong_merges is None:
        return gettext("Wrong merges: no two cards are one client yet.")
    return gettext(
        "Wrong merges: {share} of the {pairs} pairs that are one client, some {number} pairs "
        "(95 %: {low} – {high}, or {least} – {most} pairs)."
    ).format(**_said(found.wrong_merges, found.joined_pairs))


def _missed(found: Estimate) -> str:
    if found.missed is None:
        return gettext("Missed duplicates: nothing that was proposed is left apart.")
    return gettext(
        "Missed duplicates: {share} of the {pairs} pairs proposed and not joined, some {number} "
        "pairs (95 %: {low} – {high}, or {least} – {most} pairs)."
    ).format(**_said(found.missed, found.apart_pairs))


def _said(share: Interval, pairs: int) -> dict[str, str | int]:
    number = scaled(share, pairs)
    return {
        "share": f"{share.middle:.2%}",
        "low": f"{share.low:.2%}",
        "high": f"{share.high:.2%}",
        "pairs": pairs,
        "number": round(number.middle),
        "least": round(number.low),
        "most": round(number.high),
    }
