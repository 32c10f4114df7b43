"""A crew gives what one process would give, in the order of the tasks, whatever befalls it."""

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from datetime import date

import polars as pl
import pytest

from db import child
from workflow import crew
from workflow.crew import Crew, size_for
from workflow.derivation import Derived, Task, derived
from workflow.mapping import guess
from workflow.read import Words

_HEADERS = ("Код клиента", "Клиент", "Телефон", "VIN", "Дата продажи")
_ROWS = (
    ("{key}", "Орлова Анна Павловна", "8 (900) 000-{n:02d}-11", "XTA21099{n:09d}", "05.03.2021"),
    ("{key}", "тест", "нет", "", ""),
    ("{key}", 'ООО "Верба"', "9000000{n:03d} доб. 12", "", "31.02.2020"),
)
_NOBODY = Words(
    pl.DataFrame(
        schema=dict.fromkeys(("field", "raw", "value"), pl.String()) | {"card_id": pl.Int64()}
    ),
    pl.DataFrame(
        schema=dict.fromkeys(("field", "raw", "code", "state"), pl.String())
        | {"card_id": pl.Int64()}
    ),
)


def _task(first: int, cards: int = 6) -> Task:
    ids = list(range(first, first + cards))
    cells = [
        [cell.format(key=f"К-{at}", n=at % 100) for cell in _ROWS[at % len(_ROWS)]] for at in ids
    ]
    mapping = guess(_HEADERS, [tuple(row) for row in cells], "sales")
    return Task(
        heads=pl.DataFrame({"id": ids, "source_id": 1, "source_key": [f"К-{at}" for at in ids]}),
        rows=pl.DataFrame(
            {
                "row_id": ids,
                "card_id": ids,
                "load_id": 1,
                "cells": [json.dumps(row, ensure_ascii=False) for row in cells],
            }
        ),
        loads=pl.DataFrame(
            {
                "load_id": [1],
                "source_id": [1],
                "asof": [date(2024, 5, 6)],
                "mapping": [json.dumps(mapping.to_json())],
                "kind": ["sales"],
                "area_code": [""],
            }
        ),
        words=_NOBODY,
    )


def _tasks() -> Iterator[Task]:
    return (_task(first) for first in range(1, 61, 6))


def _same(one: Derived, other: Derived) -> bool:
    return all(a.equals(b) for a, b in zip(one.frames(), other.frames(), strict=True))


@pytest.mark.parametrize("size", [0, 1, 2])
def test_the_result_does_not_depend_on_the_number_of_processes(size: int) -> None:
    with Crew(size) as many:
        found = list(many.derive(_tasks()))
    assert [task.heads["id"][0] for task, _ in found] == list(range(1, 61, 6))
    assert all(_same(made, derived(task)) for task, made in found)


@pytest.mark.parametrize("ahead", [False, True])
def test_work_begun_before_other_work_is_done_gives_the_same(ahead: bool) -> None:  # noqa: FBT001
    with Crew(1) as one:
        first, second = one.begin(_tasks()), one.begin(_tasks())
        if ahead:
            first.go_ahead()
        found = [*first.made(), *second.made()]
    assert [task.heads["id"][0] for task, _ in found] == 2 * list(range(1, 61, 6))
    assert all(_same(made, derived(task)) for task, made in found)


def test_a_process_that_dies_is_done_without(monkeypatch: pytest.MonkeyPatch) -> None:
    def command(_module: str) -> tuple[str, ...]:
        return (sys.executable, "-c", "import sys; sys.stdin.buffer.read(9)")

    monkeypatch.setattr(child, "command", command)
    with Crew(1) as broken:
        found = list(broken.derive(_tasks()))
    assert all(_same(made, derived(task)) for task, made in found)


def test_leaving_early_ends_the_processes() -> None:
    with Crew(1) as left:
        next(left.derive(_tasks()))
        processes = list(left._all)
    assert all(process.poll() is not None for process in processes)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no kill -9")
def test_a_process_ends_when_the_one_that_asked_is_killed() -> None:
    script = (
        "import time\nfrom workflow.crew import Crew\n"
        "with Crew(1) as one:\n    print(one._all[0].pid, flush=True)\n    time.sleep(60)\n"
    )
    asking = subprocess.Popen(  # noqa: S603 - this interpreter
        (sys.executable, "-c", script),
        stdout=subprocess.PIPE,
        text=True,
        env=child.environment(),
    )
    assert asking.stdout is not None
    with asking:
        helper = int(asking.stdout.readline())
        asking.kill()
    for _ in range(200):
        if not _lives(helper):
            return
        time.sleep(0.1)
    os.kill(helper, signal.SIGKILL)
    pytest.fail("the process outlived the one that asked it")


def _lives(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    with open(f"/proc/{pid}/stat") as stat:  # noqa: PTH123 - a zombie waits but for its parent
        return stat.read().rpartition(")")[2].split()[0] != "Z"


def test_few_cards_are_worth_no_process(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(crew.os, "cpu_count", lambda: 2)
    assert size_for(1_000) == 0
    assert size_for(100_000) == 1
    monkeypatch.setattr(crew.os, "cpu_count", lambda: 64)
    assert size_for(100_000) <= 3
