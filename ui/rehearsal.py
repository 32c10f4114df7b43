"""An hour at the desk, done at once: so that the pictures show a base that people work on."""

from pathlib import Path

from db.base import copy_base, opened
from ui.pages.check.ports import FindingQuery
from ui.pages.journal.ports import JournalQuery
from ui.pages.journal.presenter import DECISION
from ui.pages.review.ports import Decision, QueueOrder, Verdict
from ui.window.bases import Bases, Workspace
from workflow.progress import Silent
from workflow.review import new_id

_REPAIRED, _LET_IN = "NAM208", "KM101"
_VERDICTS = (Verdict.SAME, Verdict.DIFFERENT, Verdict.SAME, Verdict.RELATED, Verdict.UNSURE)


def rehearse(base: Path, copy: Path, bases: Bases) -> None:
    """Copy a base and make a few decisions of every kind on the copy, one of them taken back."""
    with opened(str(base)) as engine:
        copy_base(engine, copy)
    workspace = bases.open(str(copy))
    try:
        _check(workspace)
        _judge(workspace)
        _take_back(workspace)
    finally:
        bases.close(workspace)


def _check(workspace: Workspace) -> None:
    check = workspace.check
    repairs = check.findings(FindingQuery(code=_REPAIRED)).fetch(0, 3, None)
    check.accept([key for key, *_ in repairs if isinstance(key, int)], Silent())
    doubtful = check.findings(FindingQuery(code=_LET_IN)).fetch(0, 2, None)
    check.waive([key for key, *_ in doubtful if isinstance(key, int)], Silent())
    workspace.review.propose(Silent())


def _judge(workspace: Workspace) -> None:
    """Speak about the last groups of the queue, the first ones stay for the picture."""
    review = workspace.review
    queue = review.queue(QueueOrder.LIKELY, 200)
    for item, verdict in zip(reversed(queue), _VERDICTS, strict=False):
        group = review.group(item.group_id)
        if group is not None:
            cards = tuple(card.card_id for card in group.cards)
            relation = "other" if verdict is Verdict.RELATED else ""
            review.decide(
                Decision(new_id(), group.group_id, group.version, verdict, cards, relation=relation)
            )


def _take_back(workspace: Workspace) -> None:
    entries = workspace.journal.entries(JournalQuery(undoable=True)).fetch(0, 2, None)
    for entry in entries[1:]:
        workspace.journal.undo(str(entry[DECISION]), Silent())
