"""How right a base is against the truth: candidates at every threshold, clients, and the errors."""

from collections.abc import Callable
from dataclasses import asdict, dataclass
from typing import Any

import polars as pl

from reports import missed, wrong
from reports.kinds import Kind, Names
from reports.pairs_of_base import BasePairs
from reports.scores import Curve, Score, curve, pairs_within
from reports.truth import Truth

CUTS = (0.5, 0.9, 0.99, 0.999)
STRICT, FAIR = 0.999, 0.99

Say = Callable[[str, str], str]
"""What speaks against a pair, of its evidence and its relation."""

Why = Callable[[pl.DataFrame], list[str]]
"""Why each of the pairs (left, right) was not proposed."""


@dataclass(frozen=True, slots=True)
class Coverage:
    """How the cards of the truth and of the base meet.

    ``strangers`` are cards of the base that the truth does not name, ``alone`` cards that it names
    without a client; ``whole`` says that any two of its clients are known to be two.
    """

    named: int
    found: int
    strangers: int
    alone: int
    whole: bool


@dataclass(frozen=True, slots=True)
class Cut:
    """The candidates at or above a probability; no precision where there are none."""

    at: float
    pairs: int
    wrong: int
    precision: float | None
    recall: float
    f1: float


@dataclass(frozen=True, slots=True)
class Clients:
    """The pairs of cards that are one client now."""

    pairs: int
    wrong: int
    precision: float | None
    recall: float
    f1: float


@dataclass(frozen=True, slots=True)
class Evaluation:
    """A base against the truth.

    ``unjudged`` are candidates of which the truth says nothing, ``never_proposed`` pairs of one
    client that are no candidates; ``looked`` of these were looked into for ``missed``.
    """

    coverage: Coverage
    threshold: float
    outdated: bool
    true_pairs: int
    unjudged: int
    best: Cut
    cuts: tuple[Cut, ...]
    recall_at_999: float
    recall_at_99: float
    clients: Clients
    never_proposed: int
    looked: int
    wrong: tuple[Kind, ...]
    missed: tuple[Kind, ...]
    wrong_clients: tuple[Kind, ...]
    split_clients: tuple[Kind, ...]
    curve: Curve

    def as_json(self) -> dict[str, Any]:
        """The same for a script, the curve point by point."""
        points = zip(*(one.tolist() for one in self._columns()), strict=True)
        names = ("at", "precision", "recall")
        listed = [dict(zip(names, point, strict=True)) for point in points]
        return asdict(self) | {"curve": listed}

    def _columns(self) -> tuple[Any, ...]:
        return self.curve.thresholds, self.curve.precision, self.curve.recall


@dataclass(frozen=True, slots=True)
class Asked:
    """What is to be evaluated, and the words for it.

    ``threshold`` is the probability from which candidates are kept, ``examples`` how many pairs
    are named of each kind of error, ``looks`` how many missed pairs are looked into at most.
    """

    coverage: Coverage
    threshold: float
    outdated: bool
    say: Say
    why: Why
    examples: int = 3
    looks: int = 500


def evaluate(truth: Truth, base: BasePairs, asked: Asked) -> Evaluation:
    """The base against the truth."""
    true_pairs = pairs_within(truth.people, "person")
    labelled = truth.labelled(base.candidates)
    judged = labelled.drop_nulls("same")
    found = curve(judged, true_pairs)
    names = Names(base.cards, asked.examples)
    proposed = judged.filter("same")
    hidden = missed.hidden(truth, base, proposed, most=asked.looks)
    best, _ = found.best()
    wanted = sorted({asked.threshold, *(at for at in CUTS if at > asked.threshold)})
    return Evaluation(
        coverage=asked.coverage,
        threshold=asked.threshold,
        outdated=asked.outdated,
        true_pairs=true_pairs,
        unjudged=labelled.height - judged.height,
        best=_cut(judged, true_pairs, best),
        cuts=tuple(_cut(judged, true_pairs, at) for at in wanted),
        recall_at_999=found.recall_at(STRICT),
        recall_at_99=found.recall_at(FAIR),
        clients=_clients(truth, base, true_pairs),
        never_proposed=true_pairs - proposed.height,
        looked=hidden.pairs.height,
        wrong=wrong.candidates(judged, asked.say, names),
        missed=missed.kinds(hidden, asked.why(hidden.pairs), names),
        wrong_clients=wrong.joined(truth, base, names),
        split_clients=missed.split(truth, base, proposed, true_pairs, names),
        curve=found,
    )


def _cut(judged: pl.DataFrame, true_pairs: int, at: float) -> Cut:
    chosen = judged.filter(pl.col("probability") >= at)
    right = int(chosen["same"].sum())
    pairs, precision, score = _scored(right, chosen.height - right, true_pairs)
    return Cut(at, pairs, chosen.height - right, precision, score.recall, score.f1)


def _clients(truth: Truth, base: BasePairs, true_pairs: int) -> Clients:
    members = base.members.join(truth.people, on="card")
    right = pairs_within(members, "client", "person")
    wrong_pairs = truth.wrong_within(members)
    pairs, precision, score = _scored(right, wrong_pairs, true_pairs)
    return Clients(pairs, wrong_pairs, precision, score.recall, score.f1)


def _scored(right: int, wrong_pairs: int, true_pairs: int) -> tuple[int, float | None, Score]:
    """How many pairs there are, their precision if there are any, and the score."""
    pairs = right + wrong_pairs
    precision = right / pairs if pairs else None
    return pairs, precision, Score(precision or 0.0, right / max(true_pairs, 1))
