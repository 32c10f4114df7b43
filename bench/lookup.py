"""How fast possible duplicates are found while somebody types: ``python -m bench lookup``.

``python -m bench lookup BASE --clients 1000000`` multiplies the clients of a SQLite base (never
touched itself) until there are so many, with other phones, e-mails and VINs but the names as
frequent as they are, and types some of them in. Without a base, files are generated and loaded.
"""

import argparse
import random
import time
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from statistics import median, quantiles
from tempfile import TemporaryDirectory

from bench.generator.build import Order, generate, usual_forms
from bench.measured import run, whole_job
from db.base import opened
from db.engine import Connection, Engine, reading
from ui.adapters.entry import BaseEntry

_SHIFT = 1_234_567  # of the last digits from copy to copy
_BUDGET_MS = 100
# what a copy of a row differs in: its ids, and what tells one client from another
_IDS = {
    "client": ("id",),
    "client_word": ("client_id",),
    "membership": ("card_id", "client_id"),
    "card": ("id",),
    "contact": ("card_id",),
    "event": ("row_id", "card_id", "vehicle_id"),
    "vehicle": ("id",),
}
_TEXTS = {
    ("contact", "value"): "CASE kind WHEN 'phone' THEN {phone} ELSE 'k{copy}.' || value END",
    ("card", "source_key"): "source_key || '-{copy}'",
    ("card", "inn"): "CASE WHEN inn = '' THEN '' ELSE '{copy}-' || inn END",
    ("vehicle", "key"): "key || '-{copy}'",
    ("vehicle", "vin"): "CASE WHEN vin = '' THEN '' ELSE {vin} END",
    ("client", "phones"): "''",
}
_PHONE = (
    "substr(value, 1, 5) || "
    "printf('%07d', (CAST(substr(value, 6) AS INTEGER) + {shift}) % 10000000)"
)
_VIN = (
    "substr(vin, 1, 11) || printf('%06d', (CAST(substr(vin, 12) AS INTEGER) + {shift}) % 1000000)"
)


def multiply(source: Path, target: Path, wanted: int) -> int:
    """Write a base with at least so many clients; returns how many there are."""
    with opened(str(target), create=True) as engine:
        with engine.connect() as connection:
            ask = connection.exec_driver_sql
            connection.rollback()
            plain = connection.connection.cursor()
            plain.execute("PRAGMA foreign_keys=OFF")
            plain.execute("ATTACH ? AS source", (str(source),))
            count = _number(connection, "SELECT count(*) FROM source.client")
            step = 1 + max(
                _number(connection, f"SELECT max({ids[0]}) FROM source.{name}")  # noqa: S608
                for name, ids in _IDS.items()
            )
            for copy in range(-(-wanted // count)):
                for name in _IDS:
                    ask(_copying(connection, name, copy, step))
            connection.commit()
            ask("ANALYZE")
            connection.commit()
        with reading(engine) as connection:
            return _number(connection, "SELECT count(*) FROM client")


def _number(connection: Connection, statement: str) -> int:
    return int(connection.exec_driver_sql(statement).scalar_one())


def _copying(connection: Connection, name: str, copy: int, step: int) -> str:
    """The statement that writes one copy of a table."""
    here, there = (
        [line[1] for line in connection.exec_driver_sql(f"PRAGMA {base}.table_info({name})")]
        for base in ("main", "source")
    )
    columns = [column for column in here if column in there]
    values = ", ".join(_value(name, column, copy, step) for column in columns)
    names = ", ".join(f'"{column}"' for column in columns)
    return f"INSERT INTO main.{name} ({names}) SELECT {values} FROM source.{name}"  # noqa: S608


def _value(name: str, column: str, copy: int, step: int) -> str:
    if column in _IDS[name]:
        return f'"{column}" + {copy * step}'
    if copy and (name, column) in _TEXTS:
        shift = copy * _SHIFT
        phone, vin = _PHONE.format(shift=shift), _VIN.format(shift=shift)
        return _TEXTS[name, column].format(phone=phone, vin=vin, copy=copy)
    return f'"{column}"'


def typed(engine: Engine, count: int, seed: int) -> Iterator[tuple[str, Mapping[str, str]]]:
    """What is typed, keystroke by keystroke: phones, VINs, names of the base and made-up ones."""
    draw = random.Random(seed)
    with reading(engine) as connection:
        ask = connection.exec_driver_sql
        top = int(ask("SELECT max(id) FROM client").scalar_one())
        tables = {
            "phone": "SELECT value FROM contact WHERE kind = 'phone' AND card_id >= {at} LIMIT 1",
            "vin": "SELECT vin FROM vehicle WHERE vin <> '' AND id >= {at} LIMIT 1",
            "name": "SELECT last_name, first_name, patronymic FROM client "
            "WHERE kind = 'person' AND patronymic <> '' AND id >= {at} LIMIT 1",
        }
        found = {
            kind: [
                row
                for _ in range(count)
                if (row := ask(select.format(at=draw.randrange(top))).first())
            ]
            for kind, select in tables.items()
        }
    for (phone,) in found["phone"]:
        yield from (("phone", {"phone": phone[:end]}) for end in range(9, len(phone) + 1))
    for (vin,) in found["vin"]:
        yield from (("VIN", {"vin": vin[:end]}) for end in range(13, len(vin) + 1))
    for parts in found["name"]:
        yield from _spelled("name in the base", parts)
    columns = list(zip(*found["name"], strict=True))
    for _ in found["name"]:
        yield from _spelled("name made up", [draw.choice(column) for column in columns])
    for parts, (phone,) in zip(found["name"], found["phone"], strict=False):
        yield "whole form", {"full_name": " ".join(parts), "phone": phone}


def _spelled(kind: str, parts: Sequence[str]) -> Iterator[tuple[str, Mapping[str, str]]]:
    """A name at some of its keystrokes: a whole word, a letter more, and the end."""
    last, first, patronymic = parts
    for text in (
        last,
        f"{last} {first[:1]}",
        f"{last} {first}",
        f"{last} {first} {patronymic[:1]}",
        f"{last} {first} {patronymic}",
    ):
        yield kind, {"full_name": text}


def measure(engine: Engine, count: int, seed: int) -> dict[str, list[float]]:
    """Milliseconds of every look-up, by what is typed."""
    port = BaseEntry(engine, "bench")
    spent: dict[str, list[float]] = defaultdict(list)
    for kind, texts in typed(engine, count, seed):
        began = time.perf_counter()
        port.alike(texts, ())
        spent[kind].append((time.perf_counter() - began) * 1000)
    return spent


def table(spent: Mapping[str, list[float]]) -> str:
    """The figures for the documents."""
    lines = ["| typed | look-ups | median ms | p95 ms | worst ms |", "|---|---|---|---|---|"]
    for kind, times in spent.items():
        p95 = quantiles(times, n=20)[-1]
        lines.append(
            f"| {kind} | {len(times):,} | {median(times):.1f} | {p95:.1f} | {max(times):.1f} |"
        )
    return "\n".join(lines)


def main() -> int:
    """Build or take a base, look up, print; 1 where the p95 of a kind is over the budget."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("base", type=Path, nargs="?", help="a SQLite base to multiply")
    parser.add_argument("--clients", type=int, default=1_000_000)
    parser.add_argument("--each", type=int, default=60, help="clients typed in of each kind")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--large", type=Path, help="where to keep the large base, or find it")
    chosen = parser.parse_args()
    if chosen.base and not chosen.base.is_file():
        parser.error(f"there is no base {chosen.base}")
    with TemporaryDirectory() as name:
        folder = Path(name)
        large = chosen.large or folder / "large.sverka"
        if not large.exists():
            small = chosen.base or _loaded(folder, chosen.seed)
            print(f"{multiply(small, large, chosen.clients):,} clients", flush=True)
        with opened(str(large)) as engine:
            spent = measure(engine, chosen.each, chosen.seed)
    print(table(spent))
    return int(any(quantiles(times, n=20)[-1] > _BUDGET_MS for times in spent.values()))


def _loaded(folder: Path, seed: int) -> Path:
    """A base of generated files."""
    summary = generate(Order(20_000, seed, "medium", folder, usual_forms(seed, "csv")))
    run(whole_job(summary, folder, folder / "export", approve_at=0.99), folder)
    return folder / "base.sverka"


if __name__ == "__main__":
    raise SystemExit(main())
