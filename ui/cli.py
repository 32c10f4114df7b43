"""The command line's frame: the language, the exit code, errors in one sentence."""

import gc
import sys
from collections.abc import Sequence
from io import TextIOWrapper

from db.errors import KnownError
from resources import texts
from resources.texts import gettext
from ui import opening
from workflow.progress import Cancelled

FAILED = 1
CANCELLED = 130
_COLLECT = (100_000, 50, 1_000)  # rows by the ten thousand make no cycles: a sixth of the time


def run(arguments: Sequence[str]) -> int:
    """Run a command; returns the exit code: 0, 1 a known error in one line, 2 wrong usage."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="replace")  # a pipe of Windows knows neither ₽ nor ●
    language, others = _language(arguments)
    texts.use(language or texts.system_language())
    try:
        if not others:
            return opening.window(language)
        return _command(arguments)
    except KnownError as error:
        _complain(str(error))
        return FAILED
    except (KeyboardInterrupt, Cancelled):
        _complain(gettext("Cancelled; the base is as it was."))
        return CANCELLED


def _command(arguments: Sequence[str]) -> int:
    # the commands bring in all that reads and compares, the window paints without it;
    # and their help speaks the language just set
    import typer  # noqa: PLC0415

    from ui import typer_words  # noqa: PLC0415
    from ui.commands import application  # noqa: PLC0415

    typer_words.speak(application)
    gc.freeze()
    gc.set_threshold(*_COLLECT)
    try:
        return int(application(list(arguments), prog_name="sverka", standalone_mode=False) or 0)
    except typer.TyperException as error:
        _complain(typer_words.sentence(error.format_message()))
        return error.exit_code
    except typer.Abort:
        raise KeyboardInterrupt from None


def _complain(sentence: str) -> None:
    """Write an error to stderr, in one line."""
    sys.stderr.write(" ".join(sentence.split()) + "\n")


def _language(arguments: Sequence[str]) -> tuple[str, list[str]]:
    """The language asked for, "" if none that is spoken was; and all other arguments."""
    language, others = "", list(arguments)
    for at, word in enumerate(arguments):
        name, _, value = word.partition("=")
        if name == "--language":
            said = [word] if value else list(arguments[at : at + 2])
            if said[-1].rpartition("=")[2] in texts.LANGUAGES:
                language = said[-1].rpartition("=")[2]
                others = [*arguments[:at], *arguments[at + len(said) :]]
            break
    return language, others
