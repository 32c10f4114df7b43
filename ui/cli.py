"""The command line's frame: the language, the exit code, errors in one sentence."""

from collections.abc import Sequence

import typer

from db.errors import KnownError
from resources import texts
from resources.texts import gettext
from ui.terminal import complain
from workflow.progress import Cancelled

FAILED = 1
CANCELLED = 130


def run(arguments: Sequence[str]) -> int:
    """Run a command; returns the exit code: 0, 1 a known error in one line, 2 wrong usage."""
    texts.use(_language(arguments))
    from ui.commands import application  # noqa: PLC0415 - its help speaks the language just set

    try:
        return int(application(list(arguments), prog_name="sverka", standalone_mode=False) or 0)
    except typer.TyperException as error:
        complain(error.format_message())
        return error.exit_code
    except KnownError as error:
        complain(str(error))
        return FAILED
    except (KeyboardInterrupt, Cancelled, typer.Abort):
        complain(gettext("Cancelled; the base is as it was."))
        return CANCELLED


def _language(arguments: Sequence[str]) -> str:
    """The language asked for on the command line, else the system's."""
    for at, word in enumerate(arguments):
        name, _, value = word.partition("=")
        if name == "--language":
            wanted = value or (arguments[at + 1] if at + 1 < len(arguments) else "")
            return wanted if wanted in texts.LANGUAGES else texts.system_language()
    return texts.system_language()
