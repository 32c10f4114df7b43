"""A rule's two sentences without a value: for headings that stand over many findings."""

import re

from resources.texts import gettext
from rules.finding import Rule

_TAIL = re.compile(r"\s*[:;—][^:;—.?]*\{\w+\}[^:;—.?]*(?=[.?]|$)")
_PIECE = re.compile(r"\{\w+\}")


def title(rule: Rule) -> str:
    """What is wrong, with … where a finding names its value."""
    return _PIECE.sub("…", _TAIL.sub("", gettext(rule.what))).replace("….", "…")


def advice(rule: Rule) -> str:
    """How to write it right, "" where that cannot be said without a value."""
    said = _TAIL.sub("", gettext(rule.how))
    return "" if _PIECE.search(said) else said
