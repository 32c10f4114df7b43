"""Findings and what people do about them: accept a repair, edit the text, waive the finding."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import polars as pl

from db import decisions, findings, journal
from db.engine import Connection, Engine, writing
from db.errors import KnownError
from db.findings import FindingRow, RuleCount
from resources.texts import gettext
from rules.fields import MULTIPLE
from workflow import rules_in_force
from workflow.derive import derive, derive_changed
from workflow.progress import Progress, Silent
from workflow.review import Done, new_id
from workflow.unify import unify

Key = tuple[int, int]  # row_id and position of a finding

_CORRECTIONS = {
    "card_id": pl.Int64(),
    "field": pl.String(),
    "raw": pl.String(),
    "code": pl.String(),
    "action": pl.String(),
    "value": pl.String(),
}


@dataclass(frozen=True, slots=True)
class Checked:
    """The findings of a base, counted by rule.

    ``again`` is False where the rules are those that every card was derived by, so that what
    was found before stands.
    """

    rules: tuple[RuleCount, ...]
    again: bool = True

    def total(self, severity: str) -> int:
        """How many findings have a severity."""
        return sum(rule.count for rule in self.rules if rule.severity == severity)


def check(
    engine: Engine, *, by: str, every: bool = False, progress: Progress | None = None
) -> Checked:
    """Bring every card up to the rules in force, and the clients that follow from them.

    Cards are derived when they come in; they are derived anew where the rules have changed
    since, in the program or in the dealer's rule file, or where ``every`` asks for it.
    """
    progress = progress or Silent()
    progress.stage(gettext("Checking the cards"))
    with writing(engine) as connection:
        again = every or not rules_in_force.derived_by_them(connection)
        found = recheck(connection, by, progress) if again else _counted(connection)
        return replace(found, again=again)


def recheck(connection: Connection, by: str, progress: Progress) -> Checked:
    """Run every rule over every card anew in the caller's transaction."""
    touched = derive_changed(connection, progress)
    if touched:
        unify(connection, touched)
    rules_in_force.note(connection)
    found = _counted(connection)
    counts = {severity: found.total(severity) for severity in ("block", "warn", "info")}
    journal.append(connection, by, "check", counts)
    return found


def _counted(connection: Connection) -> Checked:
    return Checked(tuple(findings.by_rule(connection)))


def accept(
    engine: Engine, keys: Sequence[Key], *, by: str, progress: Progress | None = None
) -> Done:
    """Put the proposed repair in place of the text of each finding that has one.

    Raises:
        KnownError: none of the findings proposes a repair.
        Cancelled: the user cancelled.
    """
    return _correct(engine, keys, action="accept", by=by, progress=progress)


def waive(
    engine: Engine, keys: Sequence[Key], *, by: str, progress: Progress | None = None
) -> Done:
    """Let each text in as it stands: the finding no longer keeps it out.

    Raises:
        Cancelled: the user cancelled.
    """
    return _correct(engine, keys, action="waive", by=by, progress=progress)


def edit(engine: Engine, key: Key, text: str, *, by: str) -> Done:
    """Put a text in place of the one a finding speaks of; "" takes it away."""
    return _correct(engine, [key], action="edit", by=by, text=text)


def _correct(
    engine: Engine,
    keys: Sequence[Key],
    *,
    action: str,
    by: str,
    text: str = "",
    progress: Progress | None = None,
) -> Done:
    decision_id = new_id()
    with writing(engine) as connection:
        words = _words(_open(connection, keys), action, text)
        cards = set(words["card_id"])
        details = {"cards": sorted(cards), "codes": sorted(set(words["code"]))}
        decisions.record(connection, decision_id=decision_id, by=by, kind=action, details=details)
        decisions.write_corrections(connection, decision_id, words.unique(maintain_order=True))
        unify(connection, cards | derive(connection, cards, progress or Silent()))
    return Done(decision_id, words.height, frozenset(cards))


def _open(connection: Connection, keys: Sequence[Key]) -> list[FindingRow]:
    """The findings named that are still open; a colleague may have been faster."""
    found = [one for one in findings.named(connection, keys) if one.state == "open"]
    if not found:
        raise KnownError(
            gettext("These findings are no longer open: somebody has dealt with them.")
        )
    return found


def repaired(finding: FindingRow, text: str | None = None) -> str:
    """The whole text of the cell (or another one) with the finding's repair in it."""
    text = finding.raw if text is None else text
    if finding.field in MULTIPLE and finding.value and finding.value in text:
        return text.replace(finding.value, finding.suggestion)  # one of several in the cell
    return finding.suggestion


def _words(found: Sequence[FindingRow], action: str, text: str) -> pl.DataFrame:
    if action == "accept":
        rows = _repairs([one for one in found if one.suggestion])
    else:
        rows = [(one.card_id, one.field, one.raw, one.code, action, text.strip()) for one in found]
    if not rows:
        raise KnownError(
            gettext("None of these findings proposes a repair: edit the text instead.")
        )
    return pl.DataFrame(rows, schema=_CORRECTIONS, orient="row")


def _repairs(found: Sequence[FindingRow]) -> list[tuple[int, str, str, str, str, str]]:
    """One text for each cell, with the repairs of its findings in it.

    Where a repair is of the whole cell, the first one stands; the others are found again.
    """
    texts: dict[tuple[int, str, str], str] = {}
    taken: list[tuple[tuple[int, str, str], str]] = []
    for one in found:
        cell = (one.card_id, one.field, one.raw)
        if cell not in texts or one.field in MULTIPLE:
            texts[cell] = repaired(one, texts.get(cell))
            taken.append((cell, one.code))
    return [(*cell, code, "accept", texts[cell]) for cell, code in taken]
