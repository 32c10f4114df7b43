"""An evaluation against the truth in words and small tables."""

from collections.abc import Iterator, Sequence

from reports.evaluation import Clients, Coverage, Cut, Evaluation
from reports.kinds import SURE, Kind
from resources.texts import gettext, ngettext


def told(found: Evaluation) -> list[str]:
    """The evaluation for a person."""
    return [
        *_coverage(found.coverage),
        *_doubts(found),
        "",
        *_scores(found),
        "",
        gettext("Recall at a precision of 0.999: {strict:.4f}; of 0.99: {fair:.4f}").format(
            strict=found.recall_at_999, fair=found.recall_at_99
        ),
        gettext("Pairs of one client: {pairs}; never proposed: {missed}").format(
            pairs=found.true_pairs, missed=found.never_proposed
        ),
        *_errors(found),
    ]


def aligned(rows: Sequence[Sequence[str]]) -> list[str]:
    """The rows as columns, the first to the left and the others to the right."""
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    return [
        "  ".join(
            [row[0].ljust(widths[0])]
            + [cell.rjust(width) for cell, width in zip(row[1:], widths[1:], strict=True)]
        )
        for row in rows
    ]


def _coverage(found: Coverage) -> list[str]:
    lines = [
        gettext(
            "Cards in the file: {named}, {unknown} of them not in the base; cards of the base not "
            "in the file: {strangers}. What only one side knows counts neither as right nor as "
            "wrong."
        ).format(named=found.named, unknown=found.named - found.found, strangers=found.strangers)
    ]
    if found.alone:
        lines.append(
            ngettext(
                "{count} card has no client in the file and is taken for a client of its own.",
                "{count} cards have no client in the file and are taken for clients of their own.",
                found.alone,
            ).format(count=found.alone)
        )
    return lines


def _doubts(found: Evaluation) -> Iterator[str]:
    """What makes the figures say less than they seem to."""
    if found.outdated:
        yield gettext("The base has changed since the last search; search again for fresh figures.")
    if found.unjudged:
        yield gettext(
            "Candidates that the file says nothing of: {count}; they are not counted."
        ).format(count=found.unjudged)
    if not found.coverage.whole and not found.wrong and not found.clients.wrong:
        yield gettext(
            "Only pairs that the file calls different clients can be found wrong; there are none "
            "among the proposed ones."
        )


def _scores(found: Evaluation) -> list[str]:
    header = (
        "",
        gettext("pairs"),
        gettext("wrong"),
        gettext("precision"),
        gettext("recall"),
        "F1",
    )
    from_up = gettext("candidates from {at} up")
    rows = [_row(from_up.format(at=f"{one.at:g}"), one) for one in found.cuts]
    best = gettext("best F1, from {at} up").format(at=f"{found.best.at:.6g}")
    clients = _row(gettext("clients as they are now"), found.clients)
    return aligned([header, *rows, _row(best, found.best), clients])


def _row(name: str, one: Cut | Clients) -> tuple[str, ...]:
    precision = "–" if one.precision is None else f"{one.precision:.4f}"
    return name, str(one.pairs), str(one.wrong), precision, f"{one.recall:.4f}", f"{one.f1:.4f}"


def _errors(found: Evaluation) -> Iterator[str]:
    wrong = gettext("Wrong candidates, by what speaks against them (of them at {sure} or more):")
    yield from _kinds(wrong.format(sure=SURE), found.wrong, sure=True)
    missed = gettext("Pairs of one client never proposed, by where they were lost:")
    hidden = found.never_proposed - sum(one.pairs for one in found.missed)
    yield from _kinds(missed, found.missed)
    if hidden > 0:
        yield gettext("  {looked} pairs were looked into; {more} more were not.").format(
            looked=found.looked, more=hidden
        )
    joined = gettext("Pairs of two clients that are one now, by who joined them:")
    yield from _kinds(joined, found.wrong_clients)
    split = gettext("Pairs of one client that are two now:")
    yield from _kinds(split, found.split_clients)


def _kinds(head: str, kinds: Sequence[Kind], *, sure: bool = False) -> Iterator[str]:
    if not kinds:
        return
    yield ""
    yield head
    for one in kinds:
        of_them = f" ({one.sure})" if sure else ""
        yield f"  {one.pairs:>7}{of_them}  {one.kind}"
        if one.examples:
            yield f"{'':11}{'; '.join(one.examples)}"
