"""Candidates and groups from the clean cards: everything that may be one client."""

from dataclasses import dataclass

import polars as pl

from db import decisions, integrity, journal, meta, rule_books
from db import queue as base
from db.engine import Connection, Engine, writing
from db.errors import KnownError
from matching.core.results import Summary, TooManyPairsError
from matching.dealer.inputs import MatchInput
from matching.dealer.propose import propose as match
from resources.texts import gettext
from workflow import queue
from workflow.progress import Progress, Silent

THRESHOLD = 0.5  # a candidate below it is not worth a reviewer's time


@dataclass(frozen=True, slots=True)
class Proposed:
    """What matching proposed."""

    candidates: int
    groups: int
    threshold: float
    summary: Summary


def propose(
    engine: Engine, *, by: str, threshold: float = THRESHOLD, progress: Progress | None = None
) -> Proposed:
    """Compare the clean cards and write the candidates in place of the old ones.

    What people have judged stays judged: it is neither asked again nor contradicted.
    """
    progress = progress or Silent()
    with writing(engine) as connection:
        proposed = propose_into(connection, by=by, threshold=threshold, progress=progress)
        queue.refresh(connection, None)
    return proposed


def propose_into(
    connection: Connection, *, by: str, progress: Progress, threshold: float = THRESHOLD
) -> Proposed:
    """Propose in the caller's transaction; the queue is still to be refreshed.

    Raises:
        KnownError: there are more pairs to compare than memory holds.
    """
    progress.stage(gettext("Looking for duplicates"))
    frames = base.match_frames(connection)
    proposed = _rebuild(connection, frames, threshold, progress)
    meta.put(connection, meta.THRESHOLD, str(threshold))
    meta.put(connection, meta.PROPOSED_FOR, integrity.fingerprint(frames))
    meta.put(connection, meta.PROPOSED_AT, str(decisions.count(connection)))
    meta.put(connection, meta.PROPOSED_ROW, str(base.last_row(connection)))
    meta.put(connection, meta.PROPOSED_RULES, str(rule_books.last(connection)))
    journal.append(
        connection,
        by,
        "propose",
        {"candidates": proposed.candidates, "groups": proposed.groups, "threshold": threshold},
    )
    return proposed


def rebuild(connection: Connection, threshold: float, progress: Progress) -> Proposed:
    """Write the candidates of the cards as they are."""
    proposed = _rebuild(connection, base.match_frames(connection), threshold, progress)
    queue.refresh(connection, None)
    return proposed


def _rebuild(
    connection: Connection,
    frames: dict[str, pl.DataFrame],
    threshold: float,
    progress: Progress,
) -> Proposed:
    judged = base.standing(connection, None).sort("left", "right")
    try:
        proposal = match(
            MatchInput(**frames, judged=judged), threshold=threshold, report=progress.report
        )
    except TooManyPairsError as error:
        raise KnownError(str(error)) from None
    candidates = proposal.candidates.rename({"group": "group_id"}).with_columns(
        pl.lit("open").alias("state")
    )
    base.replace_candidates(connection, candidates)
    meta.put(connection, meta.MODELS, proposal.fitted)
    groups = candidates["group_id"].n_unique()
    return Proposed(candidates.height, groups, threshold, proposal.summary)


def fingerprint(connection: Connection) -> str:
    """A seal of the cards that candidates are proposed for, and of what hangs on them."""
    return integrity.fingerprint(base.match_frames(connection))


def stale(connection: Connection) -> bool:
    """Whether cards have changed since candidates were last proposed; reads all of them."""
    return meta.get(connection, meta.PROPOSED_FOR) != fingerprint(connection)


def outdated(connection: Connection) -> bool:
    """Whether rows came in, cards were corrected or rules changed since the last proposal.

    A quick look: a correction taken back since counts too, though the cards are as they were.
    """
    if not searched(connection):
        return False
    if str(base.last_row(connection)) != meta.get(connection, meta.PROPOSED_ROW):
        return True
    if str(rule_books.last(connection)) != meta.get(connection, meta.PROPOSED_RULES, "0"):
        return True
    return decisions.corrected_since(connection, int(meta.get(connection, meta.PROPOSED_AT, "0")))


def searched(connection: Connection) -> bool:
    """Whether candidates were ever proposed."""
    return bool(meta.get(connection, meta.PROPOSED_FOR))
