"""Cards, findings and events from the rows of a base: a pure function of rows and corrections."""

from collections.abc import Collection, Iterator

import polars as pl

from db import cards as base
from db.engine import Connection
from workflow import rule_file, vehicles
from workflow.crew import Crew, size_for
from workflow.derivation import Task
from workflow.progress import Progress
from workflow.read import Words

_CARDS_A_BLOCK = 6_000


def derive(
    connection: Connection, card_ids: Collection[int] | None, progress: Progress
) -> set[int]:
    """Write the cards named (None: all of them) anew from their rows, and link the vehicles.

    Returns the cards whose car was resolved to another vehicle by that, or shares one with them.
    """
    derive_cards(connection, base.heads(connection, card_ids), progress)
    return vehicles.link(connection)


def derive_cards(connection: Connection, heads: pl.DataFrame, progress: Progress) -> None:
    """Write cards (id, source_id, source_key) anew from their rows.

    The vehicles of their events are still to be linked.
    """
    done = 0
    with Crew(size_for(heads.height)) as crew:
        for task, made in crew.derive(_tasks(connection, heads)):
            base.replace(
                connection,
                task.heads["id"].to_list(),
                cards=made.cards,
                contacts=made.contacts,
                findings=made.findings,
                events=made.events,
            )
            done += task.heads.height
            progress.report(done, heads.height)


def _tasks(connection: Connection, heads: pl.DataFrame) -> Iterator[Task]:
    loads = base.loads(connection)
    book = rule_file.book(connection)
    for (source_id,), mine in heads.group_by("source_id", maintain_order=True):
        for block in mine.iter_slices(_CARDS_A_BLOCK):
            ids = block["id"].to_list()
            yield Task(
                block,
                base.rows(connection, ids),
                loads.filter(pl.col("source_id") == source_id),
                _words(base.corrections(connection, ids)),
                book,
            )


def _words(corrections: pl.DataFrame) -> Words:
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
