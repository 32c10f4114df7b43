"""Writes a pair of dealer files with the truth: ``python -m bench.generate --persons 1000``."""

import time
from pathlib import Path
from typing import Annotated

import typer

from bench.generator.build import Order, describe, generate, usual_forms
from bench.generator.dirt import LEVELS

app = typer.Typer(add_completion=False)
_FEWEST, _MOST = 300, 1_000_000


@app.command()
def main(
    out: Annotated[Path, typer.Option(help="Folder to write into.")],
    persons: Annotated[int, typer.Option(min=_FEWEST, max=_MOST)] = 3000,
    seed: Annotated[int, typer.Option(min=0, max=2**31)] = 1,
    dirt: Annotated[str, typer.Option(help="light, medium or heavy")] = "medium",
    file_format: Annotated[str, typer.Option("--format", help="csv or xlsx")] = "csv",
) -> None:
    """Write sales and service files, truth.csv and traps.csv. Rows are about 2.5 x persons."""
    if dirt not in LEVELS:
        raise typer.BadParameter(dirt, param_hint="--dirt")
    if file_format not in {"csv", "xlsx"}:
        raise typer.BadParameter(file_format, param_hint="--format")
    started = time.perf_counter()
    order = Order(persons, seed, dirt, out, usual_forms(seed, file_format))
    summary = generate(order)
    seconds = time.perf_counter() - started
    typer.echo(describe(summary))
    typer.echo(f"{summary.rows.total() / persons:.2f} rows per person, "
               f"{summary.rows.total() / seconds:,.0f} rows/s")  # fmt: skip


if __name__ == "__main__":
    app()
