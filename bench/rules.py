"""Corrupts clean values by each kind of dirt and counts what the rules make of them.

``python -m bench rules`` prints a table and exits with 1 when the floor is broken;
``--cost`` prints what a value costs instead.
"""

import argparse
import sys

from bench.rule_dirt.cost import cost, reference
from bench.rule_dirt.fields import FIELDS
from bench.rule_dirt.kinds import Floor, Verdict
from bench.rule_dirt.score import CLEAN, Score, scores

_SUM = (
    "field", "clean", "blocked", "read otherwise", "kinds", "dirty", "right", "flagged", "missed",
    "wrong", "undetectable",
)  # fmt: skip
_FLOOR = (
    "Floor, each kind by itself: phones and VINs repaired or flagged ≥ 99 %; names in the right "
    "parts ≥ 98 %,\nof two words ≥ 95 %; wrong layout and look-alikes undone ≥ 98 %; valid values "
    "blocked ≤ 0.05 %;\nsilently changed to something wrong: 0. Shares leave out the undetectable: "
    "another valid value by the letter."
)


def _row(score: Score) -> str:
    count = score.count
    cells = [
        score.name,
        score.kind,
        f"{score.total:,}",
        f"{score.share(Verdict.RIGHT):.2%}",
        f"{score.share(Verdict.FLAGGED):.2%}",
        f"{score.share(Verdict.MISSED):.2%}",
        str(count[Verdict.WRONG]),
        str(count[Verdict.UNDETECTABLE]),
        str(score.blocked) if score.kind == CLEAN else "",
        score.floor.value + (" **broken**" if any(score.faults()) else ""),
    ]
    return f"| {' | '.join(cells)} |"


def _sum(found: list[Score]) -> str:
    """The row of a field: its clean values, then all its dirt together."""
    clean = found[0]
    dirt = Score(clean.name, "", Floor.NONE)
    for score in found[1:]:
        dirt.count += score.count
    count = dirt.count
    cells = (
        clean.name,
        f"{clean.total:,}",
        str(clean.blocked),
        str(clean.total - clean.count[Verdict.RIGHT]),
        str(len(found) - 1),
        f"{dirt.total:,}",
        f"{dirt.share(Verdict.RIGHT):.1%}",
        f"{dirt.share(Verdict.FLAGGED):.1%}",
        f"{dirt.share(Verdict.MISSED):.2%}",
        str(count[Verdict.WRONG]),
        f"{count[Verdict.UNDETECTABLE]:,}",
    )
    return f"| {' | '.join(cells)} |"


def _print_dirt(options: argparse.Namespace) -> int:
    head = (
        "field", "dirt", "values", "repaired right", "flagged", "missed", "wrong", "undetectable",
        "blocked", "floor",
    )  # fmt: skip
    print(f"| {' | '.join(head)} |\n{'|---' * len(head)}|")
    faults = []
    sums = []
    for dirt in FIELDS:
        if options.field and dirt.name not in options.field:
            continue
        found = list(scores(dirt, options.values, options.seed))
        sums.append(_sum(found))
        for score in found:
            print(_row(score))
            faults += [(score, fault) for fault in score.faults()]
            if options.examples:
                _print_examples(score)
    print(f"\n| {' | '.join(_SUM)} |\n{'|---' * len(_SUM)}|")
    print("\n".join(sums))
    print(f"\n{_FLOOR}\n")
    for score, fault in faults:
        print(f"BROKEN {score.name}, {score.kind}: {fault}")
    print("The floor is broken." if faults else "The floor holds.")
    return int(bool(faults))


def _print_examples(score: Score) -> None:
    for found, dirty, said in score.examples:
        print(f"    {found}: {dirty.text!r} is {dirty.truth!r}, read {said.value!r}")


def _print_cost(options: argparse.Namespace) -> int:
    hundred = reference()
    print(f"A hundred turns of an empty loop: {hundred:.2f} µs.\n")
    print("| field | clean, µs | dirty, µs | clean, loops | dirty, loops |\n|---|---|---|---|---|")
    for dirt in FIELDS:
        if options.field and dirt.name not in options.field:
            continue
        found = cost(dirt, options.values, options.seed)
        print(
            f"| {found.field} | {found.clean:.1f} | {found.dirty:.1f} "
            f"| {found.clean / hundred:.1f} | {found.dirty / hundred:.1f} |"
        )
    return 0


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m bench rules", description=__doc__)
    parser.add_argument("--values", type=int, default=2000, help="values of each kind")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--field", nargs="+", help="only these fields")
    parser.add_argument("--examples", action="store_true", help="show what went wrong")
    parser.add_argument("--cost", action="store_true", help="time the rules instead")
    return parser.parse_args()


def main() -> int:
    """Spoil, read, count, print; 1 if the floor is broken."""
    options = _options()
    return _print_cost(options) if options.cost else _print_dirt(options)


if __name__ == "__main__":
    sys.exit(main())
