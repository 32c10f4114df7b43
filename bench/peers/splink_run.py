"""Runs Splink on a frame, in a process of its own, so that time and memory are its own.

``python -m bench.peers.splink_run MODULE NAME IN OUT``: MODULE is a module of this package, NAME
one of its models. The interpreter needs Splink only, nothing of ours.
"""

import importlib
import logging
import sys
from pathlib import Path

import duckdb  # type: ignore[import-not-found, unused-ignore]
from splink import DuckDBAPI, Linker, SettingsCreator  # type: ignore[import-not-found, unused-ignore]

from bench.peers.model import Model

_LEAST = -10.0
"""The weight below which a pair is not written; 0.001 by probability."""


def run(module: str, named: str, source: Path, target: Path) -> None:
    """Trains and predicts with each model of that name; all pairs go into one file."""
    models: dict[str, tuple[Model, ...]]
    models = importlib.import_module(f"bench.peers.{module}").MODELS
    connection = duckdb.connect()
    connection.execute("SET enable_progress_bar = false")
    connection.read_parquet(str(source)).create("input")
    parts = [_pairs(connection, model, place) for place, model in enumerate(models[named])]
    connection.sql(" UNION ALL ".join(parts)).write_parquet(str(target))


def _pairs(connection: duckdb.DuckDBPyConnection, model: Model, place: int) -> str:
    """The statement that reads the pairs a model predicts."""
    api = DuckDBAPI(connection)
    wheres = ["WHERE source = 1", "WHERE source = 2"] if model.link else [model.where]
    tables = []
    for side, where in enumerate(wheres):
        name = f"cards_{place}_{side}"
        connection.sql(f"SELECT {model.columns} FROM input {where}").create(name)  # noqa: S608
        tables.append(api.register(connection.table(name), dataset_display_name=f"of_{name}"))
    settings = SettingsCreator(
        link_type="link_only" if model.link else "dedupe_only",
        comparisons=model.comparisons,
        blocking_rules_to_generate_predictions=model.blocking,
        retain_matching_columns=False,
        max_iterations=40,
    )
    linker = Linker(tables if model.link else tables[0], settings, log_level=logging.ERROR)
    train = linker.training
    train.estimate_probability_two_random_records_match(model.deterministic, recall=model.recall)
    train.estimate_u_using_random_sampling(max_pairs=model.max_pairs, seed=1)
    for rule in model.training:
        try:
            train.estimate_parameters_using_expectation_maximisation(rule)
        except ValueError as error:  # a share that underflows: the other blocks teach the rest
            print(f"expectation and maximisation on {rule}: {error}", file=sys.stderr)
    predicted = linker.inference.predict(threshold_match_weight=_LEAST)
    return (
        "SELECT unique_id_l AS left_id, unique_id_r AS right_id, match_weight AS weight, "  # noqa: S608
        f"match_probability AS probability FROM {predicted.physical_name}"
    )


if __name__ == "__main__":
    run(sys.argv[1], sys.argv[2], Path(sys.argv[3]), Path(sys.argv[4]))
