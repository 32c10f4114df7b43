"""The unified base as files: what the dealer takes away."""

import json
from pathlib import Path

import polars as pl

from db import exports, files, journal
from db.engine import Connection, Engine, reading, writing
from matching.dealer import explain
from resources.texts import gettext
from rules import registry
from rules.finding import message
from workflow.progress import Progress, Silent


def export(
    engine: Engine, folder: Path, *, by: str, xlsx: bool = False, progress: Progress | None = None
) -> list[Path]:
    """Write the files of the unified base into a folder; returns their paths.

    Raises:
        KnownError: the folder cannot be written; the files that were there are unharmed.
    """
    progress = progress or Silent()
    progress.stage(gettext("Exporting"))
    with reading(engine) as connection:
        found = frames(connection, progress)
    writers = {f"{name}.csv": files.csv_writer(frame) for name, frame in found.items()}
    if xlsx:
        writers |= {f"{name}.xlsx": files.xlsx_writer(frame) for name, frame in found.items()}
    paths = files.replace_all(folder, writers)
    with writing(engine) as connection:
        rows = {f"{name}_rows": frame.height for name, frame in found.items()}
        journal.append(connection, by, "export", {"files": sorted(writers), **rows})
    return paths


def frames(connection: Connection, progress: Progress) -> dict[str, pl.DataFrame]:
    """The frame of every file by its name without the ending."""
    makers = {
        "clients": exports.clients,
        "links": exports.links,
        "vehicles": exports.vehicles,
        "roles": exports.roles,
        "candidates": _candidates,
        "findings": _findings,
    }
    found: dict[str, pl.DataFrame] = {}
    for name, make in makers.items():
        found[name] = make(connection)
        progress.report(len(found), len(makers))
    return found


def _candidates(connection: Connection) -> pl.DataFrame:
    found = exports.candidates(connection)
    evidence = found.select("evidence").unique()
    reasons = evidence.with_columns(
        pl.Series("reason", [explain.sentence(code) for code in evidence["evidence"]], pl.String)
    )
    order = [*found.columns[: found.columns.index("evidence")], "reason", "relation"]
    return found.join(reasons, on="evidence", how="left", maintain_order="left").select(order)


def _findings(connection: Connection) -> pl.DataFrame:
    found = exports.findings(connection)
    key = ["code", "value", "suggestion", "params"]
    distinct = found.select(key).unique()
    messages = [finding_message(*values) for values in distinct.iter_rows()]
    told = distinct.with_columns(pl.Series("message", messages, pl.String))
    order = [name for name in found.columns if name not in {"params", "state"}]
    return found.join(told, on=key, how="left", maintain_order="left").select(
        *order, "message", "state"
    )


def finding_message(code: str, value: str, suggestion: str, params: str) -> str:
    """The sentence of a finding as the base keeps it."""
    pairs = tuple(json.loads(params).items()) if params else ()
    return message(registry.rule(code), value, suggestion, pairs)
