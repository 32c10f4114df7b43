"""How a process of our own is started, for work that may fail or that would hold up a window."""

import os
import subprocess
import sys
from pathlib import Path

_ROOT = Path(__file__).parents[1]
if sys.platform == "win32":
    FLAGS = subprocess.CREATE_NO_WINDOW
else:
    FLAGS = 0


def command(module: str) -> tuple[str, ...]:
    """The command that runs a module, without its arguments; the one place that knows it."""
    return (sys.executable, "-P", "-m", module)


def environment() -> dict[str, str]:
    """The variables of this process, with our modules where the child finds them."""
    path = os.pathsep.join(filter(None, (str(_ROOT), os.environ.get("PYTHONPATH", ""))))
    return os.environ | {"PYTHONPATH": path}
