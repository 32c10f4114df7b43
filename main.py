"""Sverka: opens the window, or runs a command."""

import sys


def main() -> int:
    """Run the program; returns its exit code."""
    from ui.cli import run  # noqa: PLC0415 - a child process of a reader must not load it

    return run(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
