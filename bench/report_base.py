"""Fills a base for timing reports: ``python -m bench report_base /tmp/big.sverka``.

No file is read and nothing is matched: the tables are written as a run would leave them, with
1,000,000 clients, 5,000,000 orders and 1,000,000 sales unless other numbers are asked for. A few
cards are undecided or in quarantine and a few orders have no car, so that a report has bounds to
find. The same seed gives the same base.
"""

import argparse
import json
import time
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import numpy as np
import polars as pl

from bench.report_facts import Block, Counters, Sizes, block
from bench.report_tables import COLUMNS, filled
from db import bulk, tables
from db.base import opened
from db.engine import Connection, writing

_BLOCK = 50_000  # clients
_SOURCES = ("sales", "service", "bookings", "claims", "surveys")
_LOADED = date(2026, 1, 1)
_TABLES = (
    tables.vehicle, tables.card, tables.contact, tables.row, tables.event, tables.finding,
    tables.candidate, tables.review_group, tables.membership, tables.client, tables.role,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Written:
    """How many rows of each table were written, and how long it took."""

    rows: dict[str, int]
    seconds: float


def write(target: Path, sizes: Sizes, seed: int) -> Written:
    """Writes a new base of that size.

    Raises:
        FileExistsError: there is such a file already.
    """
    if target.exists():
        raise FileExistsError(target)
    started = time.perf_counter()
    rows = {table.name: 0 for table in _TABLES}
    with opened(str(target), create=True) as engine:
        with writing(engine, new=True) as connection:
            _write_sources(connection)
            for part in blocks(sizes, seed):
                for table in _TABLES:
                    frame = part[table.name]
                    bulk.write(connection, table, frame)
                    rows[table.name] += frame.height
        with engine.connect() as connection:
            connection.exec_driver_sql("ANALYZE")
            connection.commit()
    return Written(rows, time.perf_counter() - started)


def blocks(sizes: Sizes, seed: int) -> Iterator[Block]:
    """The rows of the tables, so many clients at a time."""
    rng = np.random.Generator(np.random.PCG64((seed, 71)))
    count = max(1, -(-sizes.clients // _BLOCK))
    counters = Counters()
    for number in range(count):
        yield filled(block(rng, sizes.part(number, count), counters))


def _write_sources(connection: Connection) -> None:
    at = f"{_LOADED.isoformat()}T08:00:00+00:00"
    numbers = range(1, len(_SOURCES) + 1)
    sources = pl.DataFrame({"id": numbers, "name": _SOURCES, "kind": _SOURCES})
    bulk.write(connection, tables.source, sources)
    loads = pl.DataFrame(
        {
            "id": numbers,
            "source_id": numbers,
            "at": [at] * len(numbers),
            "file_name": [f"{name}.csv" for name in _SOURCES],
            "sha256": [f"{number:064d}" for number in numbers],
            "asof": [_LOADED] * len(numbers),
            "layout": ["{}"] * len(numbers),
            "headers": [json.dumps(list(COLUMNS.values()))] * len(numbers),
            "mapping": [json.dumps({"columns": _mapping(), "kind": kind}) for kind in _SOURCES],
            "tally": [json.dumps({"rows": 0, "records": 0, "new": 0})] * len(numbers),
        }
    )
    bulk.write(connection, tables.load, loads)


def _mapping() -> list[dict[str, str | float]]:
    """The columns as a load keeps them."""
    return [
        {"chosen": "header", "field": field, "header": header, "note": "", "share": 0.0}
        for field, header in COLUMNS.items()
    ]


def main() -> None:
    """Write a base and say what is in it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("target", type=Path)
    parser.add_argument("--clients", type=int, default=1_000_000)
    parser.add_argument("--orders", type=int, default=5_000_000)
    parser.add_argument("--sales", type=int, default=1_000_000)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    sizes = Sizes(options.clients, options.sales, options.orders)
    done = write(options.target, sizes, options.seed)
    print("\n".join(f"{name}: {count:,}" for name, count in done.rows.items()))
    print(f"{done.seconds:.0f} s")


if __name__ == "__main__":
    main()
