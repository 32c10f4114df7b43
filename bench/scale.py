"""How time and memory of matching grow with the base: ``python -m bench scale --case FOLDER``.

Several cases of growing size, as ``bench splink --keep`` stores them, show how a real base grows.
With ``--times`` a case is laid side by side with copies of it: other people with other phones,
e-mails, cars, ИНН and years of birth, under the same names and in the same streets. So every name
stands on as many times more cards, and everybody has a near twin in every copy: a far harder
base than a real one of that size, where new names come in. With ``--splink`` a tuned Splink runs
on the same cards. Each run is a process of its own.
"""

import argparse
import math
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Self

import polars as pl

from bench.frames import FRAMES
from bench.measured import Run, measured
from bench.peer import splink
from bench.peers.dealer_input import peer_cards

MOST = 9
"""Copies differ by a digit, and there are ten."""
_PREFIX = 2  # "+7"
_HEADER = "| case | times | cards | who | seconds | processor | for twice the cards | MB |"


def copied(frames: dict[str, pl.DataFrame], number: int) -> dict[str, pl.DataFrame]:
    """The copy of that number of all frames: what agrees or nearly agrees in them still does."""
    cards = frames["cards"]
    step = number * _span(cards["card"])
    cars = number * _span(frames["events"]["vehicle"])
    own = pl.col("card") + step
    inn = _turned(pl.col("inn"), number)
    return {
        "cards": cards.with_columns(own, inn, pl.col("birth").dt.offset_by(f"{number}y")),
        "phones": frames["phones"].with_columns(own, _phone(number)),
        "emails": frames["emails"].with_columns(
            own, pl.format("{}.{}", pl.lit(number), "email").alias("email")
        ),
        "events": frames["events"].with_columns(own, pl.col("vehicle") + cars),
    }


def _span(ids: pl.Series) -> int:
    return int(ids.to_numpy().max()) + 1


def _phone(number: int) -> pl.Expr:
    phone = pl.col("phone")
    rest = _turned(phone.str.slice(_PREFIX), number)
    return pl.concat_str(phone.str.slice(0, _PREFIX), rest).alias("phone")


def _turned(digits: pl.Expr, number: int) -> pl.Expr:
    """Every digit moved on by as much, in one step each."""
    turned = [str((digit + number) % 10) for digit in range(10)]
    return digits.str.replace_many([str(digit) for digit in range(10)], turned)


def grown(frames: dict[str, pl.DataFrame], times: int) -> dict[str, pl.DataFrame]:
    """The frames and copies of them, ``times`` in all."""
    parts = [frames, *(copied(frames, number) for number in range(1, times))]
    return {name: pl.concat([part[name] for part in parts]) for name in FRAMES}


@dataclass(frozen=True, slots=True)
class Line:
    """One run of one of the two: of how many cards of which case, and what it cost."""

    who: str
    case: str
    times: int
    cards: int
    run: Run

    def text(self, before: Self | None) -> str:
        """The line of the table."""
        other = before and before.cards != self.cards
        growth = f"{self.doubled(before):.2f}" if before and other else "–"
        return (
            f"| {self.case} | {self.times} | {self.cards:,} | {self.who} | {self.run.seconds:.1f} "
            f"| {self.run.processor:.1f} | {growth} | {self.run.peak_mb:,.0f} |"
        )

    def doubled(self, before: Self) -> float:
        """How many times the processor's time twice the cards take, by a smaller base."""
        doublings = math.log2(self.cards / before.cards)
        ratio: float = (self.run.processor / before.run.processor) ** (1 / doublings)
        return ratio


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--case", type=Path, nargs="+", required=True)
    parser.add_argument("--times", type=int, nargs="+", default=[1])
    parser.add_argument("--splink", action="store_true")
    return parser.parse_args()


def main() -> int:
    """Print a line a size; 1 for more copies than there can be."""
    options = _options()
    if max(options.times) > MOST:
        print(f"At most {MOST} times the case.", file=sys.stderr)
        return 1
    print(_HEADER + "\n" + "|---" * (_HEADER.count("|") - 1) + "|")
    before: dict[str, Line] = {}
    for case, times in product(options.case, options.times):
        for line in _lines(case, times, with_splink=options.splink):
            print(line.text(before.get(line.who)), flush=True)
            before[line.who] = line
    return 0


def _lines(case: Path, times: int, *, with_splink: bool) -> Iterator[Line]:
    frames = grown({name: pl.read_parquet(case / f"{name}.parquet") for name in FRAMES}, times)
    with TemporaryDirectory() as name:
        folder = Path(name)
        for key, frame in frames.items():
            frame.write_parquet(folder / f"{key}.parquet")
        for who, run in _runs(folder, frames, with_splink=with_splink):
            yield Line(who, case.name, times, frames["cards"].height, run)


def _runs(
    folder: Path, frames: dict[str, pl.DataFrame], *, with_splink: bool
) -> list[tuple[str, Run]]:
    ours = [sys.executable, "-m", "bench.ours", str(folder), str(folder / "ours.parquet")]
    runs = [("ours", measured(ours, folder))]
    if with_splink:
        peer_cards(frames).write_parquet(folder / "peer.parquet")
        ends = folder / "peer.parquet", folder / "splink.parquet"
        runs.append(("Splink", splink("dealer_splink", "dealer", *ends)))
    return runs


if __name__ == "__main__":
    sys.exit(main())
