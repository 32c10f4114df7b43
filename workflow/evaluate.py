"""A base against the truth: what a file says of its cards, and what the base made of them."""

from pathlib import Path

from db import meta
from db.engine import Connection
from db.errors import KnownError
from reports import pairs_of_base
from reports.evaluation import Asked, Evaluation
from reports.evaluation import evaluate as compared
from resources.texts import gettext
from workflow import propose, truth_cards, truth_file, unproposed
from workflow.doubts import against
from workflow.progress import Progress, Silent

_STAGES = 4


def evaluate(
    connection: Connection, path: Path, *, examples: int, progress: Progress | None = None
) -> Evaluation:
    """The base against what the file says of its cards.

    Raises:
        KnownError: the file is not usable, or nothing was compared yet.
        Cancelled: the user cancelled.
    """
    progress = progress or Silent()
    progress.stage(gettext("Comparing with the truth"))
    if not propose.searched(connection):
        raise KnownError(gettext("Nothing has been compared yet: search for duplicates first."))
    named = truth_file.read(path, progress)
    progress.report(1, _STAGES)
    base = pairs_of_base.read(connection)
    progress.report(2, _STAGES)
    sources = pairs_of_base.sources(connection)
    truth, coverage = truth_cards.found(named, base.cards, sources, path.name)
    asked = Asked(
        coverage=coverage,
        threshold=float(meta.get(connection, meta.THRESHOLD)),
        outdated=propose.outdated(connection),
        say=against,
        why=unproposed.Reasons(connection, progress).of,
        examples=examples,
        looks=unproposed.looks(base.cards.height),
    )
    return compared(truth, base, asked)
