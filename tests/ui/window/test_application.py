import subprocess
import sys

HEAVY = {"alembic", "numpy", "polars", "scipy", "sqlalchemy"}


def test_the_window_is_painted_before_heavy_libraries_are_loaded():
    program = "import sys, ui.window.application, ui.adapters.bases; print(*sys.modules)"
    command = [sys.executable, "-c", program]
    done = subprocess.run(command, capture_output=True, check=True)  # noqa: S603 - our own
    assert HEAVY & set(done.stdout.decode().split()) == set()
