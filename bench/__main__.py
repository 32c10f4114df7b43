"""The benches that go into docs/benchmarks.md, one after the other: ``python -m bench``."""

import subprocess
import sys

_BENCHES = (
    ("bench.accuracy", "--seeds", "1", "2", "3", "--persons", "20000"),
    ("bench.run_budget",),
    ("bench.kill", "--trials", "60"),
)


def main() -> int:
    """Run them all; the first failure's exit code."""
    codes = []
    for bench in _BENCHES:
        print(f"\n## {' '.join(bench)}\n", flush=True)
        codes.append(subprocess.call([sys.executable, "-m", *bench]))  # noqa: S603 - our own
    return next((code for code in codes if code), 0)


if __name__ == "__main__":
    sys.exit(main())
