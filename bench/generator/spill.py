"""Sorts more rows than memory holds: by half-years into files, then each half-year in memory."""

import marshal
from collections.abc import Iterable, Iterator
from pathlib import Path

from bench.generator.sheet import Cells

_BUCKET_DAYS = 183
_HELD = 60_000


# The day, a number that orders the rows of a day, the cells, the source id, the person.
Stored = tuple[int, int, Cells, str, str]


class Spill:
    """Takes rows in any order and gives them back by day; most of them wait on disk."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._buckets: dict[int, list[Stored]] = {}
        self._files: set[int] = set()
        self._held = 0

    def extend(self, rows: Iterable[Stored]) -> None:
        """Takes rows; most of them wait on disk."""
        for row in rows:
            self._buckets.setdefault(row[0] // _BUCKET_DAYS, []).append(row)
            self._held += 1
        if self._held >= _HELD:
            self._flush()

    def rows(self) -> Iterator[Stored]:
        """Every row, by day."""
        for bucket in sorted(self._files | self._buckets.keys()):
            rows = self._stored(bucket) + self._buckets.pop(bucket, [])
            rows.sort()
            yield from rows

    def _path(self, bucket: int) -> Path:
        return self._folder / f"bucket-{bucket}"

    def _flush(self) -> None:
        for bucket, rows in self._buckets.items():
            with self._path(bucket).open("ab") as file:
                marshal.dump(rows, file)
            self._files.add(bucket)
        self._buckets.clear()
        self._held = 0

    def _stored(self, bucket: int) -> list[Stored]:
        rows: list[Stored] = []
        if bucket not in self._files:
            return rows
        path = self._path(bucket)
        with path.open("rb") as file:
            while file.peek(1):
                rows.extend(marshal.load(file))  # noqa: S302 - written by this process
        path.unlink()
        return rows
