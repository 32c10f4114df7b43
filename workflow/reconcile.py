"""The whole job in one transaction: files in, candidates proposed, the sure ones approved."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from db import decisions, loads
from db.engine import Connection, Engine, reading, writing
from resources.texts import gettext
from workflow import queue
from workflow.load import Loaded, Order, load_into
from workflow.progress import Progress, Silent
from workflow.propose import Proposed, propose_into
from workflow.review import Done, approve_into, check_probability, new_id
from workflow.unify import unify


@dataclass(frozen=True, slots=True)
class Reconciled:
    """What the files held, what was proposed, and what was approved of it (None: not asked)."""

    loaded: list[Loaded]
    proposed: Proposed
    approved: Done | None


def reconcile(
    engine: Engine,
    orders: Sequence[Order],
    *,
    by: str,
    approve_at: float | None = None,
    progress: Progress | None = None,
) -> Reconciled:
    """Load the files, propose candidates and approve those of ``approve_at`` or more.

    The base ends as it would by the three steps one after another, or stays as it was.

    Raises:
        KnownError: a file or its mapping cannot be read, or ``approve_at`` is no probability.
        Cancelled: the user cancelled.
    """
    if approve_at is not None:
        check_probability(approve_at)
    progress = progress or Silent()
    with reading(engine) as connection:
        new = loads.nothing(connection)
    with writing(engine, new=new) as connection:
        heard = partial(progress.report, 1, 1)
        once = approve_at is not None and not decisions.count(connection)
        loaded, touched = load_into(connection, orders, by=by, progress=progress)
        if touched and not once:
            unify(connection, touched, heard)
        proposed, scope = propose_into(connection, by=by, progress=progress)
        if not once:
            queue.refresh(connection, scope, heard)
        if approve_at is None:
            return Reconciled(loaded, proposed, None)
        progress.stage(gettext("Approving"))
        approved = _approve(connection, approve_at, by, once=once, heard=heard)
    return Reconciled(loaded, proposed, approved)


def _approve(
    connection: Connection, at: float, by: str, *, once: bool, heard: Callable[[], None]
) -> Done:
    """Approve, and compute the clients: of all cards where nobody has decided anything yet.

    There every card is a client of its own until now, so that computing the clients of the load
    first would change nothing but the time.
    """
    approved = approve_into(connection, at=at, by=by, decision_id=new_id())
    if once:
        unify(connection, None, heard)
    elif approved.cards:
        unify(connection, approved.cards, heard)
    return approved
