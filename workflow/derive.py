"""Cards, findings and events from the rows of a base: a pure function of rows and corrections."""

from collections.abc import Callable, Collection, Iterator

import polars as pl

from db import cards as base
from db.bulk import unheard
from db.engine import Connection
from workflow import across, rule_file, traces, vehicles
from workflow.crew import Crew, size_for
from workflow.derivation import Derived, Task
from workflow.progress import Progress
from workflow.read import Words
from workflow.traces import Traces

_CARDS_A_BLOCK = 6_000


def derive(
    connection: Connection, card_ids: Collection[int] | None, progress: Progress
) -> set[int]:
    """Write the cards named (None: all of them) anew from their rows, and link the vehicles.

    Returns the cards whose car was resolved to another vehicle by that, or shares one with them.
    """
    before = traces.before(connection, card_ids)
    derive_cards(connection, base.heads(connection, card_ids), progress)
    return settle(connection, before)


def settle(
    connection: Connection,
    before: Traces | None = None,
    heard: Callable[[], None] = unheard,
) -> set[int]:
    """Link the vehicles and run the rules over the whole base, after cards were written anew.

    Args:
        connection: the base.
        before: the traces of these cards as they were, None where all may have changed.
        heard: called between steps; what it raises stops the work.

    Returns the cards whose car was resolved to another vehicle by that, or shares one with them.
    """
    linked = vehicles.link(connection, before)
    heard()
    across.refresh(connection, before, linked)
    return linked.cards


def derive_changed(connection: Connection, progress: Progress) -> set[int]:
    """Run every rule over every card, and write those cards that come out otherwise.

    Returns the cards to compute clients from anew, as ``derive`` does with those written.
    """
    changed = derive_cards(
        connection, base.heads(connection, None), progress, seals=base.seals(connection)
    )
    if changed:
        changed |= vehicles.link(connection).cards
    across.refresh(connection)  # its rules may be the ones that the book changes
    return changed


def derive_cards(
    connection: Connection,
    heads: pl.DataFrame,
    progress: Progress,
    *,
    seals: pl.DataFrame | None = None,
) -> set[int]:
    """Write cards (id, source_id, source_key) anew from their rows; returns those written.

    Where seals (id, seal) are given, a card whose seal is the same is left as it is.
    The vehicles of the events are still to be linked.
    """
    with Crew(size_for(heads.height)) as crew:
        return Deriving(connection, heads, crew).finish(progress, seals=seals)


class Deriving:
    """Cards (id, source_id, source_key) that a crew has begun to derive from their rows."""

    def __init__(self, connection: Connection, heads: pl.DataFrame, crew: Crew) -> None:
        self._connection = connection
        self._cards = heads.height
        self._work = crew.begin(_tasks(connection, heads))

    def go_ahead(self) -> None:
        """Let the crew go on alone while another file is read."""
        self._work.go_ahead()

    def finish(self, progress: Progress, *, seals: pl.DataFrame | None = None) -> set[int]:
        """Write the cards, but for those that have one of the seals (id, seal) as before.

        Returns those written.
        """
        done = 0
        written: set[int] = set()
        for task, made in self._work.made():
            changed = made if seals is None else made.but(seals)
            written |= write(self._connection, changed)
            done += task.heads.height
            progress.report(done, self._cards)
        return written


def write(connection: Connection, made: Derived) -> set[int]:
    """Put cards derived in place of what they were; returns them."""
    ids = made.cards["id"].to_list()
    if ids:
        base.replace(
            connection,
            ids,
            cards=made.cards,
            contacts=made.contacts,
            findings=made.findings,
            events=made.events,
        )
    return set(ids)


def _tasks(connection: Connection, heads: pl.DataFrame) -> Iterator[Task]:
    book = rule_file.book(connection)
    for _, mine in heads.group_by("source_id", maintain_order=True):
        for block in mine.iter_slices(_CARDS_A_BLOCK):
            ids = block["id"].to_list()
            rows = base.rows(connection, ids)
            yield Task(
                block,
                rows,
                base.loads(connection, rows["load_id"]),
                in_force(base.corrections(connection, ids)),
                book,
            )


def in_force(corrections: pl.DataFrame) -> Words:
    """The corrections in force; of two about one text the later one."""
    key = ["card_id", "field", "raw"]
    waived = pl.col("action") == "waive"
    texts = corrections.filter(~waived).unique(key, keep="last", maintain_order=True)
    # an accepted repair settles its finding even where the repaired text is still unusual
    settled = corrections.filter(pl.col("action") != "edit").with_columns(
        pl.when(waived).then(pl.lit("waived")).otherwise(pl.lit("accepted")).alias("state")
    )
    waives = settled.unique([*key, "code"], keep="last", maintain_order=True)
    return Words(texts.select(*key, "value"), waives.select(*key, "code", "state"))
