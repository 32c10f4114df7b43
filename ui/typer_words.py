"""What typer itself says: the headings of the help, and a sentence on wrong usage.

Typer translates some of its words when it is imported and the others not at all, so the help is
given ours when it is shown, and of its sentences the known ones are said anew.
"""

import re
from typing import TYPE_CHECKING

import typer
from typer.core import TyperCommand, TyperGroup, TyperOption
from typing_extensions import override

from resources.texts import gettext, marked

if TYPE_CHECKING:  # typer keeps its part of click without public names
    from typer._click.core import Command as _Base
    from typer._click.core import Context
else:
    _Base = object

_USAGE = "Usage:"
_MANY = marked("[OPTIONS]"), marked("COMMAND [ARGS]...")
_NAME = r"'?(?P<name>[^':]+)'?"
_SENTENCES = (
    (
        re.compile(r"No such option: (?P<name>\S+) \(Possible options: (?P<near>.+)\)"),
        marked("There is no option {name}; did you mean {near}?"),
    ),
    (re.compile(r"No such option: (?P<name>.+)"), marked("There is no option {name}.")),
    (
        re.compile(rf"No such command {_NAME}\. Did you mean (?P<near>.+)\?"),
        marked("There is no command {name}; did you mean {near}?"),
    ),
    (re.compile(rf"No such command {_NAME}\."), marked("There is no command {name}.")),
    (re.compile(rf"Missing argument {_NAME}\."), marked("{name} is missing.")),
    (re.compile(rf"Missing option {_NAME}\."), marked("The option {name} is missing.")),
    (
        re.compile(rf"Option {_NAME} requires an argument\."),
        marked("The option {name} needs a value."),
    ),
    (
        re.compile(rf"Option {_NAME} does not take a value\."),
        marked("The option {name} takes no value."),
    ),
    (
        re.compile(r"Got unexpected extra argument\(s\) \((?P<name>.+)\)"),
        marked("These words are too many: {name}."),
    ),
    (
        re.compile(rf"Invalid value for {_NAME}: Input should be a valid number.*"),
        marked("The value of {name} must be a number, for example 0.99."),
    ),
    (re.compile(rf"Invalid value for {_NAME}: (?P<why>.+)"), marked("{name}: {why}")),
)


def sentence(said: str) -> str:
    """What typer said of wrong usage in the language in force; as it is where it is not known."""
    for pattern, text in _SENTENCES:
        if found := pattern.fullmatch(said):
            pieces = found.groupdict()
            if near := pieces.get("near"):
                pieces["near"] = near.replace("'", "")
            return gettext(text).format(**pieces)
    return said


def speak(application: typer.Typer) -> None:
    """Let the help of every command be in the language in force when it is shown."""
    application.info.cls = Group
    for command in application.registered_commands:
        command.cls = Command


class _Speaking(_Base):
    """Says in our language what typer says in English."""

    @override
    def get_usage(self, ctx: "Context") -> str:
        return super().get_usage(ctx).replace(_USAGE, gettext("Usage:"), 1)

    @override
    def collect_usage_pieces(self, ctx: "Context") -> list[str]:
        return [
            gettext(piece) if piece in _MANY else piece
            for piece in super().collect_usage_pieces(ctx)
        ]

    @override
    def get_help_option(self, ctx: "Context") -> TyperOption | None:
        option = super().get_help_option(ctx)
        if option is not None:
            option.help = gettext("Show this message and exit.")
        return option

    @override
    def get_help(self, ctx: "Context") -> str:
        from typer import rich_utils  # noqa: PLC0415 - as typer does: heavy, and for the help only

        rich_utils.ARGUMENTS_PANEL_TITLE = gettext("Arguments")
        rich_utils.OPTIONS_PANEL_TITLE = gettext("Options")
        rich_utils.COMMANDS_PANEL_TITLE = gettext("Commands")
        rich_utils.REQUIRED_LONG_STRING = gettext("[required]")
        rich_utils.DEFAULT_STRING = gettext("[default: {value}]").format(value="{}")
        return super().get_help(ctx)


class Command(_Speaking, TyperCommand):
    """A command whose help is in the language in force."""


class Group(_Speaking, TyperGroup):
    """The program, whose help is in the language in force."""
