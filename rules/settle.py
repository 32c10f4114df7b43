"""A normal form that is its own: read again, it gives itself.

>>> settled(lambda text: Normal(text.removeprefix("a")), "aaa").value
''
"""

from collections.abc import Callable
from dataclasses import replace

from rules.finding import Finding, Normal

_ROUNDS = 4


def settled(read: Callable[[str], Normal[str]], text: str) -> Normal[str]:
    """What a text is read as, and what that is read as, until it changes nothing.

    Signs that part the characters can hide what they spell: «ТЯ.У141-9134919» is typed in the
    wrong layout no less than «ТЯУ141-9134919».
    """
    outcome = read(text)
    last = text
    for _ in range(_ROUNDS):
        if outcome.value is None or outcome.value == last:
            break
        last = outcome.value
        again = read(last)
        if again.value != last:
            outcome = Normal(again.value, _joined(text, outcome, again))
    return outcome


def _joined(text: str, first: Normal[str], again: Normal[str]) -> tuple[Finding, ...]:
    """The findings of both readings, about the text that was typed; of a block, only that."""
    told = [replace(found, value=text) for found in again.findings]
    if again.value is None:
        return tuple(told)
    kept = [
        replace(found, suggestion=again.value) if found.repaired else found
        for found in first.findings
    ]
    codes = {found.code for found in kept}
    return (*kept, *(found for found in told if found.code not in codes))
