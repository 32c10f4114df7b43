"""The commands that tell how right a base is: against a truth, and by a blind sample."""

from pathlib import Path
from typing import Annotated

import typer

from db.base import opened
from db.engine import reading
from reports.blind_words import told as estimate_told
from reports.evaluation_words import told as evaluation_told
from resources.texts import gettext
from ui import told
from ui.command_options import BY, Base, By, Json
from ui.terminal import progress, say, say_json
from workflow import blind_answers, blind_sample
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


def sample(
    base: Base,
    file: Annotated[
        Path,
        typer.Argument(metavar="FILE", help=gettext("The file to write: .csv or .xlsx.")),
    ],
    pairs: Annotated[int, typer.Option(help=gettext("How many pairs to draw."))] = 200,
    seed: Annotated[
        int | None, typer.Option(min=0, help=gettext("Draws the same pairs again; else any."))
    ] = None,
    by: By = BY,
) -> None:
    """Write a blind sample of pairs."""
    with opened(base) as engine, progress() as shown:
        written = blind_sample.write(engine, file, by=by, pairs=pairs, seed=seed, progress=shown)
    say(*told.sample(written))


def estimate(
    base: Base,
    file: Annotated[
        Path, typer.Argument(metavar="FILE", help=gettext("The sample with its answers."))
    ],
    as_json: Json = False,
) -> None:
    """Estimate from the answers to a blind sample."""
    with opened(base) as engine, reading(engine) as connection:
        found = blind_answers.estimate(connection, file)
    if as_json:
        say_json(found.as_json())
    else:
        say(*estimate_told(found))


def register(application: typer.Typer) -> None:
    """Give the application these commands."""
    commands = (
        (evaluate, gettext("Compare the base with a file that tells the truth.")),
        (sample, gettext("Write pairs drawn at random for a reviewer who sees the cards alone.")),
        (estimate, gettext("Estimate wrong merges and missed duplicates from such a sample.")),
    )
    for command, text in commands:
        application.command(help=text)(command)
