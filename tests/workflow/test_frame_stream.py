"""Frames arrive as they were sent; a broken pipe is told from a closed one."""

import io
from datetime import date

import polars as pl
import pytest

from workflow.frame_stream import receive, send

_FRAMES = [
    pl.DataFrame({"id": [1, 2], "day": [date(2024, 2, 29), None], "text": ["ё", ""]}),
    pl.DataFrame(schema={"phones": pl.List(pl.String())}),
]


def _sent(frames: list[pl.DataFrame]) -> bytes:
    stream = io.BytesIO()
    send(stream, frames)
    return stream.getvalue()


def test_frames_arrive_with_their_types_and_values() -> None:
    received = receive(io.BytesIO(_sent(_FRAMES)))
    assert received is not None
    assert all(one.equals(other) for one, other in zip(received, _FRAMES, strict=True))
    assert [frame.schema for frame in received] == [frame.schema for frame in _FRAMES]


def test_a_closed_pipe_has_nothing_more() -> None:
    assert receive(io.BytesIO()) is None


@pytest.mark.parametrize("cut", [3, 11, 40, -1])
def test_an_end_in_the_middle_is_told(cut: int) -> None:
    with pytest.raises(EOFError):
        receive(io.BytesIO(_sent(_FRAMES)[:cut]))
