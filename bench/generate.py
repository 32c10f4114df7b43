"""Writes a dealer's files with the truth: ``python -m bench.generate --persons 1000 --out DIR``.

The levels light, medium and heavy write a sales and a service file, truth.csv and traps.csv, for
accuracy; ``--with-events`` adds bookings, claims and surveys that belong to them. The levels clean
and typed write all five files, and the truth of every funnel beside them.
"""

import time
from pathlib import Path
from typing import Annotated

import typer

from bench.generator.build import Order, describe, generate, usual_forms
from bench.generator.dirt import LEVELS
from bench.generator.service_life import build as service_life

app = typer.Typer(add_completion=False)
_FEWEST, _MOST = 300, 1_000_000


@app.command()
def main(
    out: Annotated[Path, typer.Option(help="Folder to write into.")],
    *,
    persons: Annotated[int, typer.Option(min=_FEWEST, max=_MOST)] = 3000,
    seed: Annotated[int, typer.Option(min=0, max=2**31)] = 1,
    dirt: Annotated[str, typer.Option(help="light, medium, heavy, clean or typed")] = "medium",
    file_format: Annotated[str, typer.Option("--format", help="csv or xlsx")] = "csv",
    with_events: Annotated[bool, typer.Option(help="Bookings, claims and surveys too.")] = False,
) -> None:
    """Write a dealer's files and their truth. Sales and service are about 2.5 rows a person."""
    if dirt not in {*LEVELS, *service_life.LEVELS}:
        raise typer.BadParameter(dirt, param_hint="--dirt")
    if file_format not in {"csv", "xlsx"}:
        raise typer.BadParameter(file_format, param_hint="--format")
    started = time.perf_counter()
    forms = usual_forms(seed, file_format)
    order = Order(persons, seed, dirt, out, forms, extras=with_events)
    summary = generate(order)
    seconds = time.perf_counter() - started
    typer.echo(describe(summary))
    typer.echo(f"{summary.rows.total() / persons:.2f} rows per person, "
               f"{summary.rows.total() / seconds:,.0f} rows/s")  # fmt: skip


if __name__ == "__main__":
    app()
