"""The options and arguments that several commands have."""

from typing import Annotated

import typer

from resources.texts import gettext
from ui.reviewer import reviewer

BY = reviewer()

Base = Annotated[
    str, typer.Argument(metavar="BASE", help=gettext("The base: a file or a PostgreSQL URL."))
]
Json = Annotated[bool, typer.Option("--json", help=gettext("Write JSON for a script."))]
By = Annotated[str, typer.Option(help=gettext("Who acts; the journal keeps it."))]
