"""What the command line says of work done."""

from resources.texts import gettext, ngettext
from workflow.propose import Proposed
from workflow.review import Done


def proposed(found: Proposed) -> str:
    """What a search for the same clients found."""
    return gettext(
        "Candidates: {candidates} in {groups} groups, at a probability of {threshold} or more"
    ).format(candidates=found.candidates, groups=found.groups, threshold=found.threshold)


def approved(done: Done, at: float) -> str:
    """What a bulk approval decided, and how it is taken back."""
    if not done.decision_id:
        return gettext("There is nothing to approve at {at} or more.").format(at=at)
    pairs = ngettext("{count} pair approved", "{count} pairs approved", done.count)
    return gettext("{pairs}; take it back with: sverka undo BASE {id}").format(
        pairs=pairs.format(count=done.count), id=done.decision_id
    )
