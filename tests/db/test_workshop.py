import subprocess
import sys
from contextlib import suppress

import pytest

from db import child
from db.workshop import workshop

HOLD = """
import sys
from pathlib import Path
from db.workshop import workshop

with workshop(Path(sys.argv[1])) as place:
    (place / "half.xlsx").write_bytes(b"half")
    print(place, flush=True)
    sys.stdin.read()
"""


@pytest.fixture
def program(tmp_path):
    """Another program that is at work in the folder, and its workshop."""
    running = subprocess.Popen(  # noqa: S603 - our own words
        [sys.executable, "-c", HOLD, str(tmp_path)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        env=child.environment(),
        text=True,
    )
    assert running.stdout
    running.stdout.readline()
    yield running
    running.kill()
    running.communicate()


def names(folder):
    return sorted(path.name for path in folder.iterdir())


def test_a_workshop_is_gone_afterwards_whatever_happened(tmp_path):
    with suppress(ZeroDivisionError), workshop(tmp_path) as place:
        (place / "half.xlsx").write_bytes(b"half")
        raise ZeroDivisionError

    assert names(tmp_path) == []


def test_what_a_killed_program_left_goes_with_the_next_workshop(tmp_path, program):
    program.kill()
    program.wait()
    assert len(names(tmp_path)) == 1

    with workshop(tmp_path) as place:
        assert names(tmp_path) == [place.name]

    assert names(tmp_path) == []


def test_a_living_programs_workshop_stays_as_it_is(tmp_path, program):
    (living,) = tmp_path.iterdir()

    with workshop(tmp_path) as place:
        assert names(tmp_path) == sorted((living.name, place.name))
        assert (living / "half.xlsx").read_bytes() == b"half"

    assert names(tmp_path) == [living.name]


def test_a_workshop_without_its_lock_is_one_of_a_killed_program(tmp_path):
    (tmp_path / ".writing-old").mkdir()

    with workshop(tmp_path) as place:
        assert names(tmp_path) == [place.name]


def test_where_there_are_no_locks_files_are_made_and_nothing_is_taken_for_dead(
    tmp_path, monkeypatch
):
    monkeypatch.setattr("db.workshop._locked", lambda _file: None)
    (tmp_path / ".writing-other").mkdir()

    with workshop(tmp_path) as place:
        assert place.is_dir()

    assert names(tmp_path) == [".writing-other"]


def test_files_of_the_user_with_such_a_name_are_left_alone(tmp_path):
    (tmp_path / ".writing-notes.txt").write_text("mine")

    with workshop(tmp_path):
        pass

    assert names(tmp_path) == [".writing-notes.txt"]
