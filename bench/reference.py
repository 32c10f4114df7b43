"""How fast the machine is just now: what every time is to be read beside."""

import time

ADDITIONS = 3_000_000
OFFICE = 150.0
"""Milliseconds that the additions take on an office PC."""


def reference() -> float:
    """Milliseconds of 3,000,000 additions in Python."""
    started = time.perf_counter()
    total = 0
    for number in range(ADDITIONS):
        total += number
    return (time.perf_counter() - started) * 1000
