"""A hidden folder where files are made before they take their names."""

import os
import shutil
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

_PREFIX = ".writing-"
_LOCK = ".lock"


@contextmanager
def workshop(folder: Path) -> Iterator[Path]:
    """A new hidden folder in the folder, gone afterwards; those of killed programs go first.

    A living program holds a lock on a file in its workshop, and the system lets go of the lock
    when the program dies, however it dies. Where there are no locks, nothing is taken for dead.

    Raises:
        OSError: it cannot be made.
    """
    _clear(folder)
    path, lock = _made(folder)
    try:
        yield path
    finally:
        _remove(path, lock)


def _clear(folder: Path) -> None:
    """Remove the workshops that no living program holds."""
    for path in folder.glob(f"{_PREFIX}*"):
        with suppress(OSError):
            lock = (path / _LOCK).open("ab")
            if _locked(lock):
                _remove(path, lock)
            else:
                lock.close()


def _made(folder: Path) -> tuple[Path, BinaryIO]:
    """A new workshop and its lock, held; another program may have cleared it just before that."""
    while True:
        path = Path(tempfile.mkdtemp(prefix=_PREFIX, dir=folder))
        with suppress(FileNotFoundError):
            lock = (path / _LOCK).open("ab")
            if _locked(lock) is not False and _is_at(path / _LOCK, lock):
                return path, lock
            lock.close()


def _is_at(path: Path, file: BinaryIO) -> bool:
    """Whether the open file still stands at the path."""
    try:
        return os.path.samestat(path.stat(), os.fstat(file.fileno()))
    except FileNotFoundError:
        return False


def _remove(path: Path, lock: BinaryIO) -> None:
    shutil.rmtree(path, ignore_errors=True)
    lock.close()
    shutil.rmtree(path, ignore_errors=True)  # Windows keeps an open file, and so its folder


def _locked(file: BinaryIO) -> bool | None:
    """Whether this program holds the file's lock now; None where the disk knows no locks."""
    try:
        if sys.platform == "win32":
            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        else:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except (BlockingIOError, PermissionError):
        return False
    except OSError:
        return None
    return True
