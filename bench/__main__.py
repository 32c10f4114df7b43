"""The benches that go into docs/benchmarks.md: ``python -m bench`` runs all, or name one.

``python -m bench rules --examples`` runs ``bench.rules`` alone, with its arguments. Only by name
run ``splink`` and ``public``, which need a peer installed, ``scale``, which takes a case that
``splink`` has kept, and ``errors``, which explains.
"""

import subprocess
import sys

_BENCHES = (
    ("bench.accuracy", "--seeds", "1", "2", "3", "--persons", "20000"),
    ("bench.rules",),
    ("bench.rules", "--cost"),
    ("bench.run_budget",),
    ("bench.window", "--runs", "5"),
    ("bench.lookup",),
    ("bench.kill", "--trials", "60"),
)


def main(arguments: list[str]) -> int:
    """Run the named bench, or all of them; the first failure's exit code."""
    if arguments:
        return _run(f"bench.{arguments[0]}", *arguments[1:])
    codes = []
    for bench in _BENCHES:
        print(f"\n## {' '.join(bench)}\n", flush=True)
        codes.append(_run(*bench))
    return next((code for code in codes if code), 0)


def _run(*command: str) -> int:
    return subprocess.call([sys.executable, "-m", *command])  # noqa: S603 - our own


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
