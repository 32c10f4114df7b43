"""Candidates and groups from the clean cards: everything that may be one client."""

from dataclasses import dataclass
from functools import partial

import polars as pl

from db import decisions, journal, meta, rule_books
from db import queue as base
from db.engine import Connection, Engine, writing
from db.errors import KnownError
from matching.core.progress import Stage
from matching.core.results import Summary, TooManyPairsError
from matching.dealer.encode import Beside, Cards, encode
from matching.dealer.inputs import MatchInput
from matching.dealer.past import Past
from matching.dealer.propose import Searched
from matching.dealer.propose import search as match
from resources.texts import gettext
from workflow import kept, news, queue
from workflow.progress import Progress, Silent
from workflow.unify import closure

THRESHOLD = 0.2  # of candidates as likely as that a third and more are true; below it few are


@dataclass(frozen=True, slots=True)
class Proposed:
    """What matching proposed: all candidates and groups that there are now.

    ``news`` is how many cards were new, changed or gone since the search before, None where
    everything was searched.
    """

    candidates: int
    groups: int
    threshold: float
    summary: Summary
    news: int | None = None


def propose(
    engine: Engine,
    *,
    by: str,
    threshold: float = THRESHOLD,
    everything: bool = False,
    progress: Progress | None = None,
) -> Proposed:
    """Compare the clean cards and write the candidates in place of the old ones.

    What people have judged stays judged: it is neither asked again nor contradicted. Where little
    is new since the last search only that is compared, unless ``everything`` is asked for.

    Raises:
        KnownError: there are more pairs to compare than memory holds.
    """
    progress = progress or Silent()
    with writing(engine) as connection:
        proposed, scope = propose_into(
            connection, by=by, threshold=threshold, everything=everything, progress=progress
        )
        queue.refresh(connection, scope, partial(progress.report, 1, 1))
    return proposed


def propose_into(
    connection: Connection,
    *,
    by: str,
    progress: Progress,
    threshold: float = THRESHOLD,
    everything: bool = False,
) -> tuple[Proposed, set[int] | None]:
    """Propose in the caller's transaction.

    Returns the cards for which the queue is still to be refreshed (None: all), too.

    Raises:
        KnownError: there are more pairs to compare than memory holds.
    """
    progress.stage(gettext("Looking for duplicates"))
    found = None if everything else news.search(connection, threshold, progress)
    if found is None:
        proposed, scope = _everything(connection, threshold, progress), None
    else:
        proposed, scope = _news(found), closure(connection, found.scope)
    meta.put(connection, meta.PROPOSED_AT, str(decisions.count(connection)))
    meta.put(connection, meta.PROPOSED_ROW, str(base.last_row(connection)))
    meta.put(connection, meta.PROPOSED_RULES, str(rule_books.last(connection)))
    details = {"candidates": proposed.candidates, "groups": proposed.groups, "threshold": threshold}
    if proposed.news is not None:
        details["news"] = proposed.news
    journal.append(connection, by, "propose", details)
    return proposed, scope


def _everything(connection: Connection, threshold: float, progress: Progress) -> Proposed:
    """Search everything, and keep what the searches after it go by."""
    searched = _searched(connection, threshold, progress)
    progress.report(1, 1)
    last = kept.keep(connection, searched, threshold)
    progress.report(1, 1)
    meta.put(connection, meta.THRESHOLD, str(threshold))
    meta.put(connection, meta.MODELS, searched.proposal.fitted)
    meta.put(connection, meta.PROPOSED_FOR, kept.printed(searched.cards))
    return Proposed(*last.counted, threshold, searched.proposal.summary)


def _news(found: news.Found) -> Proposed:
    weights = [one for past in found.past.kinds.values() for one in past.model.weights()]
    summary = Summary(found.cards, found.compared, (), tuple(weights))
    return Proposed(*found.last.counted, found.last.threshold, summary, found.news)


def rebuild(connection: Connection, threshold: float, progress: Progress) -> bool:
    """Write the candidates of the cards as they are, by the models and statistics that are kept.

    Returns whether what is kept of the cards is what they give.
    """
    searched = _searched(connection, threshold, progress, kept.past(connection))
    queue.refresh(connection, None)
    return kept.holds(connection, searched)


def _searched(
    connection: Connection, threshold: float, progress: Progress, past: Past | None = None
) -> Searched:
    """Search everything and write the candidates."""
    judged = base.standing(connection, None).sort("left", "right")
    frames = base.match_frames(connection, heard=partial(progress.report, 0, 1))
    inputs = MatchInput(**frames, judged=judged)
    try:
        searched = match(inputs, threshold=threshold, report=progress.report, past=past)
    except TooManyPairsError as error:
        raise KnownError(str(error)) from None
    progress.report(1, 1)
    candidates = searched.proposal.candidates.rename({"group": "group_id"})
    base.replace_candidates(connection, candidates.with_columns(pl.lit("open").alias("state")))
    return searched


def encoded(connection: Connection, progress: Progress) -> Cards:
    """The clean cards as the last search saw them, with the statistics of its time."""
    past = kept.past(connection)
    inputs = MatchInput(**base.match_frames(connection)).fitted()
    return encode(inputs, Stage(progress.report), Beside(past.statistics if past else None))


def stale(connection: Connection) -> bool:
    """Whether cards have changed since candidates were last proposed; reads all of them."""
    if kept.past(connection) is None:
        return True
    cards = encoded(connection, Silent())
    return meta.get(connection, meta.PROPOSED_FOR) != kept.printed(cards)


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
