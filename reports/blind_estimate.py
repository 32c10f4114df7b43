"""Wrong merges and missed duplicates, estimated from the answers to a blind sample."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from reports.intervals import Interval, stratified, wilson
from reports.strata import APART, JOINED, Stratum


@dataclass(frozen=True, slots=True)
class Answered:
    """One stratum: its pairs, how many were drawn and answered, how many are one client."""

    stratum: Stratum
    pairs: int
    drawn: int
    answered: int
    same: int


@dataclass(frozen=True, slots=True)
class Estimate:
    """What the answers say of the whole base.

    ``wrong_merges`` is the share of the pairs of one client that are two, ``missed`` the share of
    the candidates that are two clients and should be one; None where there are no such pairs.
    ``unanswered`` pairs were left empty or unsure, ``missing`` ones are not in the file.
    """

    strata: tuple[Answered, ...]
    wrong_merges: Interval | None
    missed: Interval | None
    joined_pairs: int
    apart_pairs: int
    unanswered: int
    missing: int
    changed: bool
    threshold: float

    def as_json(self) -> dict[str, Any]:
        """The same for a script, with the numbers of pairs beside the shares."""
        shares = {
            "wrong_merges_pairs": (self.wrong_merges, self.joined_pairs),
            "missed_pairs": (self.missed, self.apart_pairs),
        }
        numbers = {
            name: share and asdict(scaled(share, pairs)) for name, (share, pairs) in shares.items()
        }
        return asdict(self) | numbers


@dataclass(frozen=True, slots=True)
class Sample:
    """A sample as it was drawn: the stratum of each pair by its id, and the size of each."""

    strata: Mapping[str, Stratum]
    sizes: Mapping[Stratum, int]


def estimate(
    sample: Sample, answers: Mapping[str, bool | None], *, changed: bool, threshold: float
) -> Estimate:
    """The estimate from the answers by pair: True for one client, None where there is none."""
    counted = tuple(_answered(sample, name, answers) for name in Stratum)
    said = sum(one.answered for one in counted)
    return Estimate(
        strata=counted,
        wrong_merges=_share(counted, JOINED, same=False),
        missed=_share(counted, APART, same=True),
        joined_pairs=sum(sample.sizes[name] for name in JOINED),
        apart_pairs=sum(sample.sizes[name] for name in APART),
        unanswered=len(answers) - said,
        missing=len(sample.strata) - len(answers),
        changed=changed,
        threshold=threshold,
    )


def scaled(share: Interval, pairs: int) -> Interval:
    """A share as a number of pairs."""
    return Interval(share.low * pairs, share.middle * pairs, share.high * pairs)


def _answered(sample: Sample, name: Stratum, answers: Mapping[str, bool | None]) -> Answered:
    drawn = [pair for pair, stratum in sample.strata.items() if stratum is name]
    said = [answer for pair in drawn if (answer := answers.get(pair)) is not None]
    return Answered(name, sample.sizes[name], len(drawn), len(said), sum(said))


def _share(counted: Sequence[Answered], names: Sequence[Stratum], *, same: bool) -> Interval | None:
    parts = [
        (one.pairs, wilson(one.same if same else one.answered - one.same, one.answered, one.pairs))
        for one in counted
        if one.stratum in names and one.pairs
    ]
    return stratified(parts) if parts else None
