"""The journal: who did what and when; append-only, each entry sealed with the one before.

It holds ids, field names and counts, never a client's data, so that erasing a person
does not break the chain.
"""

import hashlib
import json
from collections.abc import Mapping
from datetime import UTC, datetime

from sqlalchemy import Connection, insert, select

from db import tables

FIRST = "0" * 64

Details = Mapping[str, str | int | float | list[int] | list[str] | None]


def now() -> str:
    """This moment as the base keeps it: UTC, ISO 8601, seconds."""
    return datetime.now(UTC).isoformat(timespec="seconds")


def dumps(details: object) -> str:
    """Canonical JSON: the same content gives the same text."""
    return json.dumps(details, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def append(connection: Connection, by: str, action: str, details: Details) -> int:
    """Seal one more entry; returns its number.

    The caller holds the base's write transaction, so the chain has one writer.
    """
    last = connection.execute(
        select(tables.journal.c.seq, tables.journal.c.hash)
        .order_by(tables.journal.c.seq.desc())
        .limit(1)
    ).one_or_none()
    seq, previous = (last.seq + 1, last.hash) if last else (1, FIRST)
    at, text = now(), dumps(details)
    connection.execute(
        insert(tables.journal).values(
            seq=seq,
            at=at,
            by=by,
            action=action,
            details=text,
            previous=previous,
            hash=seal(str(seq), at, by, action, text, previous),
        )
    )
    return int(seq)


def seal(*parts: str) -> str:
    """The SHA-256 of an entry's parts and of the seal before it, in hexadecimal."""
    content = "\x1f".join(parts)
    return hashlib.sha256(content.encode()).hexdigest()


def broken_at(connection: Connection) -> int | None:
    """The number of the first entry that does not fit the chain, None if all do."""
    previous, expected = FIRST, 1
    for entry in connection.execute(select(tables.journal).order_by(tables.journal.c.seq)):
        sealed = seal(str(entry.seq), entry.at, entry.by, entry.action, entry.details, previous)
        if entry.seq != expected or entry.previous != previous or entry.hash != sealed:
            return int(entry.seq)
        previous, expected = entry.hash, expected + 1
    return None
