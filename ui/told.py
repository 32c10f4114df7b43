"""What the command line says of work done."""

from collections.abc import Sequence

from matching.dealer.phrases import KEYS
from resources.texts import gettext, ngettext
from rules.field_titles import field_title
from ui import formats
from workflow.blind_sample import Written
from workflow.check import Checked
from workflow.explained import Explained
from workflow.group_ties import GroupTies, Tie
from workflow.propose import Proposed
from workflow.review import Done
from workflow.rule_trial import Effect, Trial

_SURE = 0.9999


def proposed(found: Proposed) -> str:
    """What a search for the same clients found."""
    said = gettext(
        "Candidates: {candidates} in {groups} groups, at a probability of {threshold} or more"
    ).format(candidates=found.candidates, groups=found.groups, threshold=found.threshold)
    if found.news is None:
        return f"{said}. {_covered(found)}" if found.summary.coverage else said
    news = ngettext(
        "{count} card is new since the last search; pairs compared: {pairs}",
        "{count} cards are new since the last search; pairs compared: {pairs}",
        found.news,
    )
    return f"{said}. " + news.format(count=found.news, pairs=found.summary.compared)


def _covered(found: Proposed) -> str:
    """How many pairs were compared, and how much of the duplicates that is."""
    coverage = found.summary.coverage
    share = coverage.recall if coverage else 1.0
    return gettext(
        "Pairs compared: {pairs}; by estimate at most {share} of the duplicates are among them."
    ).format(pairs=found.summary.compared, share=formats.percent(share))


def keys(found: Proposed) -> list[str]:
    """What each blocking key did, a line for each, persons and companies together."""
    coverage = found.summary.coverage
    figures: dict[str, list[int]] = {}
    for one in found.summary.keys:
        _add(figures, one.key, (one.pairs, one.split, one.dropped, one.lost_pairs, 0, 0))
    for catch in coverage.catches if coverage else ():
        _add(figures, catch.key, (0, 0, 0, 0, catch.pairs, catch.alone))
    heads = (
        gettext("key"),
        gettext("pairs compared"),
        gettext("frequent values split"),
        gettext("frequent values passed over"),
        gettext("pairs not compared"),
        gettext("duplicates of a sample"),
        gettext("by this key alone"),
    )
    rows = [[gettext(KEYS[key]), *map(str, row)] for key, row in figures.items()]
    return ["\t".join(row) for row in [list(heads), *rows]]


def _add(figures: dict[str, list[int]], key: str, row: tuple[int, ...]) -> None:
    before = figures.get(key, [0] * len(row))
    figures[key] = [a + b for a, b in zip(before, row, strict=True)]


def groups(found: Sequence[GroupTies]) -> list[str]:
    """What each group hangs on, a few lines for each."""
    lines = []
    for one in found:
        lines.append(
            gettext("Group {id}: {cards}").format(id=one.group, cards=", ".join(one.cards))
        )
        lines.append("  " + gettext("weakest tie: {tie}").format(tie=_tie(one.weakest)))
        if len(one.cards) > len((one.weakest.left, one.weakest.right)):
            bridges = "; ".join(map(_tie, one.bridges)) or "–"
            lines.append("  " + gettext("bridges: {ties}").format(ties=bridges))
        for left, right in one.conflicts:
            lines.append(
                "  " + gettext("{a} and {b} contradict each other").format(a=left, b=right)
            )
    return lines or [gettext("No group waits for a decision.")]


def _tie(tie: Tie) -> str:
    return f"{tie.left} – {tie.right}, {formats.percent(tie.probability)}"


def approved(done: Done, at: float) -> str:
    """What a bulk approval decided, and how it is taken back."""
    if not done.decision_id:
        return gettext("There is nothing to approve at {at} or more.").format(at=at)
    pairs = ngettext("{count} pair approved", "{count} pairs approved", done.count)
    return gettext("{pairs}; take it back with: sverka undo BASE {id}").format(
        pairs=pairs.format(count=done.count), id=done.decision_id
    )


def checked(found: Checked) -> list[str]:
    """The findings of a base, a line for each rule."""
    titles = [field_title(rule.field) for rule in found.rules]
    width = max(map(len, titles), default=0)
    lines = [
        f"{rule.code}  {rule.severity:<5}  {title:<{width}}  {rule.count:>8}"
        for rule, title in zip(found.rules, titles, strict=True)
    ]
    if not found.again:
        lines.append(
            gettext(
                "The rules are those by which the cards were checked when they came in; "
                "--all runs them anew."
            )
        )
    return lines


def explained(found: Explained) -> list[str]:
    """Why two cards are, or are not, proposed as one client."""
    lines = [found.outcome]
    if found.probability is None:
        return lines
    lines += [
        found.reason,
        gettext("Probability: {probability}").format(probability=_shown(found.probability)),
        "",
        gettext("One client rather than {rival}, in bits (one more is twice as likely):").format(
            rival=found.rival
        ),
        f"{found.starting:+8.1f}  " + gettext("any two cards"),
    ]
    for one in found.compared:
        lines.append(f"{one.weight:+8.1f}  {one.said}")
        lines.append(f"{'':10}{one.left} | {one.right}")
    lines.append(f"{found.rarity:+8.1f}  " + gettext("how rare the shared names are"))
    lines.append(f"{found.total:+8.1f}  " + gettext("together"))
    lines.append("")
    shared = ", ".join(gettext(KEYS[one.key]) for one in found.keys if one.compared)
    lines.append(gettext("Brought together by: {keys}").format(keys=shared or "–"))
    return lines


def _shown(probability: float) -> str:
    """A probability that is never rounded to certainty."""
    if probability > _SURE:
        return f"> {_SURE}"
    return f"{probability:.4f}" if probability >= 1 - _SURE else f"< {1 - _SURE:.4f}"


def trial(found: Trial) -> list[str]:
    """What another rule file would change."""
    if not found.effects:
        return [gettext("This rule file changes no finding.")]
    lines = [
        gettext("Cards newly stopped: {stopped}; let in again: {freed}").format(
            stopped=found.stopped, freed=found.freed
        )
    ]
    for effect in found.effects:
        lines += _effect(effect)
    return lines


def _effect(effect: Effect) -> list[str]:
    cards = gettext("cards {now} → {then}").format(now=effect.now, then=effect.then)
    head = f"{effect.code}  {effect.severity:<5}  {field_title(effect.field)}  {cards}"
    return [
        head,
        *(f"    {one.source} {one.source_key}: «{one.raw}» {one.message}" for one in effect.sample),
    ]


def sample(written: Written) -> list[str]:
    """What was drawn for a blind reviewer, and what is to be done with it."""
    return [
        gettext(
            "{count} pairs are in {file}; seed {seed} draws the same ones from this base again."
        ).format(count=written.pairs, file=written.path, seed=written.seed),
        gettext(
            "Let somebody fill the column “same (yes/no)” without looking into the base, then: "
            "sverka estimate BASE {file}"
        ).format(file=written.path),
        gettext(
            "The file holds personal data: keep it as safe as the base, and remove it afterwards."
        ),
    ]
