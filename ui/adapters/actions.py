"""Entries of the journal in words: what was done, about what, and what its undoing would change.

The journal holds ids and counts only, so that no sentence here can name a client.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from resources.texts import gettext, marked, ngettext
from ui import formats
from ui.adapters.views import FIELDS
from workflow.entry_reason import REASONS, Reason

_DONE = {
    "load": marked("Loaded a file"),
    "check": marked("Checked all cards"),
    "propose": marked("Searched for the same clients"),
    "export": marked("Exported the unified base"),
    "sample": marked("Drew a blind sample"),
    "bulk": marked("Approved in bulk"),
    "golden": marked("Chose a value of the client"),
    "accept": marked("Accepted repairs"),
    "waive": marked("Let values in as they are"),
    "edit": marked("Corrected a value"),
    "entry": marked("Entered a client"),
    "undo": marked("Took a decision back"),
}
_VERDICTS = {
    "same": marked("Said: the same client"),
    "different": marked("Said: different clients"),
    "related": marked("Said: related"),
    "unsure": marked("Said: unsure"),
}
_CONSEQUENCES = {
    "judge": marked("The group waits for a verdict again, and its clients are computed anew."),
    "bulk": marked("Every pair it approved waits again; what was judged by hand since stays."),
    "golden": marked("The client shows the value that the rules choose again."),
    "accept": marked("The values stand as they were loaded, with their findings."),
    "edit": marked("The value stands as it was loaded, with its findings."),
    "entry": marked("The card is as it was before; a new one is gone from the unified base."),
    "waive": marked("The values wait again; those that are blocked stay out."),
    "undo": marked("The decision that was taken back is in force again."),
}
_SHOWN = 6
Details = Mapping[str, Any]


def done(action: str, details: Details) -> str:
    """What was done."""
    if action == "judge":
        return gettext(_VERDICTS.get(str(details.get("verdict", "")), marked("Judged a group")))
    return gettext(_DONE[action]) if action in _DONE else action


def holding(text: str) -> frozenset[str]:
    """The actions whose words hold a text, in the language in force."""
    wanted = text.casefold()
    if not wanted:
        return frozenset()
    found = {action for action, words in _DONE.items() if wanted in gettext(words).casefold()}
    if any(wanted in gettext(words).casefold() for words in _VERDICTS.values()):
        found.add("judge")
    return frozenset(found)


def consequence(kind: str) -> str:
    """What taking back a decision of this kind changes."""
    return gettext(_CONSEQUENCES.get(kind, ""))


def about(action: str, details: Details, *, file: str = "", undone: str = "") -> str:
    """What it was about; ``file`` is the name of a load's file, ``undone`` what an undo undid."""
    if action == "load":
        rows = _counted(lambda n: ngettext("{count} row", "{count} rows", n), details.get("new"))
        return " · ".join(filter(None, (file, gettext("{rows} new").format(rows=rows))))
    if action == "propose":
        pairs = _counted(
            lambda n: ngettext("{count} candidate", "{count} candidates", n),
            details.get("candidates"),
        )
        groups = _counted(
            lambda n: ngettext("{count} group", "{count} groups", n), details.get("groups")
        )
        return f"{pairs} · {groups}"
    if action == "export":
        return _counted(
            lambda n: ngettext("{count} file", "{count} files", n), len(details.get("files", ()))
        )
    if action == "check":
        parts = (
            _counted(
                lambda n: ngettext("{count} blocked", "{count} blocked", n), details.get("block")
            ),
            _counted(
                lambda n: ngettext("{count} warning", "{count} warnings", n), details.get("warn")
            ),
        )
        return " · ".join(parts)
    if action == "sample":
        return _pairs(details)
    if action == "bulk":
        pairs = _pairs(details)
        share = formats.percent(float(details.get("at", 1)))
        return gettext("{pairs} at {probability} or more").format(pairs=pairs, probability=share)
    if action == "undo":
        return undone
    if action == "entry" and details.get("reason") in REASONS:
        said = gettext(REASONS[Reason(details["reason"])])
        return f"{_cards(details)} · {said}"
    return _cards(details)


def _pairs(details: Details) -> str:
    return _counted(lambda n: ngettext("{count} pair", "{count} pairs", n), details.get("pairs"))


def _cards(details: Details) -> str:
    """The cards by their numbers, and the rules or the field that were spoken of."""
    cards = details.get("cards") or ([details["card"]] if "card" in details else [])
    named = ngettext("Card {numbers}", "Cards {numbers}", len(cards)) if cards else ""
    codes = _first(details.get("codes", ()))
    field = gettext(FIELDS.get(str(details.get("field", "")), ""))
    return " · ".join(filter(None, (named.format(numbers=_first(cards)), codes, field)))


def _first(names: Sequence[object]) -> str:
    """The first few of many, and how many more there are."""
    shown = ", ".join(map(str, names[:_SHOWN]))
    more = len(names) - _SHOWN
    if more <= 0:
        return shown
    text = ngettext("{shown} and {count} more", "{shown} and {count} more", more)
    return text.format(shown=shown, count=formats.number(more))


def _counted(form: Callable[[int], str], count: object) -> str:
    number = count if isinstance(count, int) else 0
    return form(number).format(count=formats.number(number))
