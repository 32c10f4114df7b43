"""Frames through a pipe between two processes of ours: Arrow, each after its length."""

import io
import struct
from collections.abc import Sequence
from typing import IO

import polars as pl

_LENGTH = struct.Struct("<Q")


def send(stream: IO[bytes], frames: Sequence[pl.DataFrame]) -> None:
    """Write frames that the other end receives together.

    Raises:
        OSError: the other end is gone.
    """
    stream.write(_LENGTH.pack(len(frames)))
    for frame in frames:
        packed = io.BytesIO()
        frame.write_ipc_stream(packed)
        stream.write(_LENGTH.pack(packed.tell()))
        stream.write(packed.getbuffer())
    stream.flush()


def receive(stream: IO[bytes]) -> list[pl.DataFrame] | None:
    """The next frames sent together; None where the other end has closed its side.

    Raises:
        EOFError: the other end broke off in the middle.
    """
    head = stream.read(_LENGTH.size)
    if not head:
        return None
    count = _number(head)
    return [pl.read_ipc_stream(_exactly(stream, _next_length(stream))) for _ in range(count)]


def _next_length(stream: IO[bytes]) -> int:
    return _number(stream.read(_LENGTH.size))


def _number(packed: bytes) -> int:
    if len(packed) < _LENGTH.size:
        raise EOFError
    (number,) = _LENGTH.unpack(packed)
    return int(number)


def _exactly(stream: IO[bytes], size: int) -> bytes:
    packed = stream.read(size)
    if len(packed) < size:
        raise EOFError
    return packed
