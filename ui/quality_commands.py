"""The commands that tell how right a base is: against a truth, and by a blind sample."""

from pathlib import Path
from typing import Annotated

import typer

from db.base import opened
from db.engine import reading
from reports.evaluation_words import told as evaluation_told
from resources.texts import gettext
from ui.command_options import Base, Json
from ui.terminal import progress, say, say_json
from workflow import evaluate as evaluating


def evaluate(
    base: Base,
    truth: Annotated[
        Path,
        typer.Option(
            help=gettext("A CSV or XLSX file that tells which cards are one client, or two.")
        ),
    ],
    examples: Annotated[
        int, typer.Option(min=0, help=gettext("How many pairs to name of each kind of error."))
    ] = 3,
    as_json: Json = False,
) -> None:
    """Compare a base with the truth."""
    with opened(base) as engine, reading(engine) as connection, progress() as shown:
        found = evaluating.evaluate(connection, truth, examples=examples, progress=shown)
    if as_json:
        say_json(found.as_json())
    else:
        say(*evaluation_told(found))


def register(application: typer.Typer) -> None:
    """Give the application these commands."""
    application.command(help=gettext("Compare the base with a file that tells the truth."))(
        evaluate
    )
