"""Is the base whole? The journal unbroken, no row lost, everything computed equal to a rebuild."""

from dataclasses import dataclass

from db import decisions, integrity, journal, meta
from db.engine import Connection, Engine, trying
from resources.texts import gettext
from workflow import across, propose
from workflow.derive import derive
from workflow.progress import Progress, Silent
from workflow.unify import unify


@dataclass(frozen=True, slots=True)
class Verified:
    """What a check of the base found; ``faults`` are sentences, none if all is well."""

    faults: tuple[str, ...]
    entries: int
    rows: int
    stale: bool


def verify(engine: Engine, *, progress: Progress | None = None) -> Verified:
    """Check the base; it is as it was afterwards."""
    progress = progress or Silent()
    progress.stage(gettext("Checking the base"))
    with trying(engine) as connection:
        return _checked(connection, progress)


def _checked(connection: Connection, progress: Progress) -> Verified:
    faults: list[str] = []
    if broken := journal.broken_at(connection):
        faults.append(
            gettext("The journal was altered: entry {number} does not fit.").format(number=broken)
        )
    faults += [
        gettext("The database reports damage: {what}").format(what=what)
        for what in integrity.damage(connection)
    ]
    lost = integrity.rows_without_card(connection)
    if lost:
        faults.append(gettext("{count} loaded rows belong to no card.").format(count=lost))
    stale = propose.stale(connection)
    judged_since = meta.get(connection, meta.PROPOSED_AT) != str(decisions.count(connection))
    across.count_if_never(connection)
    before = integrity.digests(connection)
    kept = _rebuild(connection, progress, candidates=not stale and not judged_since)
    after = integrity.digests(connection)
    faults += [
        gettext("“{table}” is not what the rows and judgements give.").format(table=name)
        for name, digest in before.items()
        if after[name] != digest
    ]
    if not kept:
        faults.append(gettext("What the last search left does not fit the cards: search anew."))
    return Verified(
        tuple(faults), integrity.count_journal(connection), integrity.count_rows(connection), stale
    )


def _rebuild(connection: Connection, progress: Progress, *, candidates: bool) -> bool:
    """Compute everything anew; whether what the last search left for the next fits that.

    Candidates are a function of the cards and judgements at the time they were proposed;
    where these have changed since, the pairs stay and only their states are computed.
    """
    integrity.rebuild_standing(connection)
    derive(connection, None, progress)
    kept = True
    if candidates and (threshold := meta.get(connection, meta.THRESHOLD)):
        kept = propose.rebuild(connection, float(threshold), progress)
    unify(connection, None)
    return kept
