"""The account of a pair, ready to be shown."""

from matching.dealer.phrases import KEYS
from resources.texts import gettext
from ui.pages.review.ports import Account, AccountLine
from workflow.explained import Explained


def account_of(found: Explained) -> Account:
    """The account as lines: where it starts, each field, how rare the names are, the sum."""
    if found.probability is None:
        return Account(found.outcome)
    fields = [
        AccountLine(one.title, one.left, one.right, one.said, one.weight) for one in found.compared
    ]
    lines = (
        _line(gettext("any two cards"), found.starting),
        *fields,
        _line(gettext("how rare the shared names are"), found.rarity),
        _line(gettext("together"), found.total),
    )
    brought = ", ".join(gettext(KEYS[key.key]) for key in found.keys if key.compared)
    return Account(
        found.outcome, found.reason, found.probability, found.rival, brought or "–", lines
    )


def _line(title: str, weight: float) -> AccountLine:
    return AccountLine(title, "", "", "", weight)
