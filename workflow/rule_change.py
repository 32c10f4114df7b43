"""Putting another rule file in force: every card is checked anew in the same transaction."""

import hashlib

from db import journal, rule_books
from db.engine import Engine, writing
from resources.texts import gettext
from workflow.check import Checked, recheck
from workflow.progress import Progress, Silent
from workflow.rule_file import checked


def put_in_force(
    engine: Engine, text: str, *, by: str, progress: Progress | None = None
) -> Checked:
    """Keep a rule file in the base and run every rule anew as it says.

    Raises:
        KnownError: the file is wrong; the rules are as they were.
        Cancelled: the user cancelled; the rules are as they were.
    """
    checked(text)
    progress = progress or Silent()
    progress.stage(gettext("Checking the cards"))
    with writing(engine) as connection:
        number = rule_books.add(connection, text, by)
        journal.append(connection, by, "rules", {"book": number, "sha256": _sha256(text)})
        return recheck(connection, by, progress)


def _sha256(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()
