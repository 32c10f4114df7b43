"""The files of the repository, for the tests that look at the house itself."""

import subprocess
from pathlib import Path

ROOT = Path(__file__).parent.parent


def _committed() -> list[Path]:
    """The files the next commit would hold."""
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],  # noqa: S607
        cwd=ROOT,
        capture_output=True,
        check=True,
    ).stdout.decode()
    return [path for name in listed.split("\0") if name and (path := ROOT / name).is_file()]


FILES = _committed()
