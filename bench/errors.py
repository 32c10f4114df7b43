"""What our matching gets wrong, by the evidence that the cards hold: ``python -m bench errors``.

Missed are pairs of one client below the threshold, wrong are pairs of two at or above it. A pair's
evidence is told by field: ``=`` equal, ``i`` an initial that fits, ``x`` different, ``-`` missing
on a side; of phones, e-mails and cars one in common is enough.
"""

import argparse
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import polars as pl

from bench import cases
from bench.cases import Case
from bench.generator.dirt import LEVELS
from bench.measured import measured

_NAMES = ("last", "first", "patronymic")
_PLACE = ("city", "street", "house")
_LISTS = {"phones": "phone", "emails": "email", "events": "vehicle"}
_COLUMNS = {"phone": "phone", "email": "e-mail", "vehicle": "car"}


def missed(case: Case, pairs: pl.DataFrame, at: float) -> pl.DataFrame:
    """left_id, right_id and ``compared`` of the pairs of one client that are not proposed."""
    proposed = _ordered(pairs).select("left_id", "right_id", "probability")
    people = case.persons
    same = people.join(people, on="person").filter(pl.col("card") < pl.col("card_right"))
    same = same.select(left_id="card", right_id="card_right")
    found = same.join(proposed, on=["left_id", "right_id"], how="left")
    low = found.filter(pl.col("probability").fill_null(0) < at)
    return low.with_columns(proposed=pl.col("probability").is_not_null()).drop("probability")


def wrong(case: Case, pairs: pl.DataFrame, at: float) -> pl.DataFrame:
    """left_id, right_id and ``trap`` of the proposed pairs of two clients."""
    people = case.persons
    found = _ordered(pairs.filter(pl.col("probability") >= at))
    for side in ("left", "right"):
        named = people.rename({"card": f"{side}_id", "person": f"{side}_person"})
        found = found.join(named, on=f"{side}_id")
    traps = _ordered(case.traps.rename({"left": "left_id", "right": "right_id"}))
    traps = traps.group_by("left_id", "right_id").agg(trap=pl.col("kind").min())
    other = found.filter(pl.col("left_person") != pl.col("right_person"))
    return (
        other.join(traps, on=["left_id", "right_id"], how="left")
        .select("left_id", "right_id", trap=pl.col("trap").fill_null("none"))
        .sort("left_id", "right_id")
    )


def _ordered(pairs: pl.DataFrame) -> pl.DataFrame:
    ids = ("left_id", "right_id")
    return pairs.with_columns(
        left_id=pl.min_horizontal(ids), right_id=pl.max_horizontal(ids)
    )  # fmt: skip


def evidence(case: Case, pairs: pl.DataFrame) -> pl.Series:
    """The evidence of each pair in a few words."""
    cards = _whole(case)
    for side in ("left", "right"):
        named = {name: f"{side}_{name}" for name in cards.columns if name != "card"}
        pairs = pairs.join(
            cards.rename(named), left_on=f"{side}_id", right_on="card", maintain_order="left"
        )
    texts = [_sentence(row) for row in pairs.iter_rows(named=True)]
    return pl.Series("evidence", texts, dtype=pl.Utf8)


def _whole(case: Case) -> pl.DataFrame:
    cards = case.frames["cards"]
    for frame, column in _LISTS.items():
        values = case.frames[frame].select("card", column).unique()
        cards = cards.join(values.group_by("card").agg(column), on="card", how="left")
    return cards


def _sentence(row: dict[str, object]) -> str:
    kinds = {str(row["left_kind"]), str(row["right_kind"])}
    said = [" and ".join(sorted(kinds))]
    if kinds == {"company"}:
        said.append(f"company {_sign(row, 'company')} form {_sign(row, 'legal_form')}")
    else:
        said.append("name " + "".join(_sign(row, part) for part in _NAMES))
        said.append(f"birth {_sign(row, 'birth')}")
    said += [f"inn {_sign(row, 'inn')}"]
    said += [f"{told} {_common(row, name)}" for name, told in _COLUMNS.items()]
    return ", ".join([*said, "place " + "".join(_sign(row, part) for part in _PLACE)])


def _sign(row: dict[str, object], name: str) -> str:
    left, right = (str(row[f"{side}_{name}"] or "").lower() for side in ("left", "right"))
    if not left or not right:
        return "-"
    if left == right:
        return "="
    short, long = sorted((left, right), key=len)
    return "i" if short.endswith(".") and long.startswith(short[0]) else "x"


def _common(row: dict[str, object], name: str) -> str:
    left, right = row[f"left_{name}"], row[f"right_{name}"]
    if not isinstance(left, list) or not isinstance(right, list):
        return "-"
    return "x" if set(left).isdisjoint(right) else "="


def table(counts: pl.DataFrame, most: int) -> Iterator[str]:
    """The most frequent rows, with a header of the columns."""
    yield "| " + " | ".join(counts.columns) + " |"
    yield "|---" * len(counts.columns) + "|"
    for row in counts.head(most).iter_rows():
        yield "| " + " | ".join(str(cell) for cell in row) + " |"


def _counted(rows: pl.DataFrame, by: str) -> pl.DataFrame:
    counts = rows.group_by(by, "evidence").agg(pairs=pl.len())
    return counts.sort("pairs", by, "evidence", descending=[True, False, False])


def _told(title: str, case: Case, rows: pl.DataFrame, by: str, most: int) -> Iterable[str]:
    rows = rows.with_columns(evidence(case, rows))
    yield f"\n{title}: {rows.height:,} of {case.true_pairs:,} pairs of one client.\n"
    yield from table(rows.group_by(by).agg(pairs=pl.len()).sort("pairs", descending=True), most)
    yield ""
    yield from table(_counted(rows, by), most)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--persons", type=int, default=20000)
    parser.add_argument("--dirt", choices=sorted(LEVELS), default="medium")
    parser.add_argument("--at", type=float, default=0.5, help="the threshold")
    parser.add_argument("--most", type=int, default=25, help="rows of each table")
    return parser.parse_args()


def main() -> int:
    """Generate, load, match, and print the errors by kind."""
    options = _options()
    with TemporaryDirectory() as name:
        folder = Path(name)
        case = cases.made(options.persons, options.seed, options.dirt, folder)
        cases.store(case)
        target = folder / "ours.parquet"
        measured([sys.executable, "-m", "bench.ours", str(folder), str(target)], folder)
        pairs = pl.read_parquet(target)
    print(f"Lost in quarantine: {case.lost:.2%} of the pairs of one client.")
    for line in _told("Missed", case, missed(case, pairs, options.at), "proposed", options.most):
        print(line)
    for line in _told("Wrong", case, wrong(case, pairs, options.at), "trap", options.most):
        print(line)
    return 0


if __name__ == "__main__":
    sys.exit(main())
