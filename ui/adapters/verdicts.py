"""What a reviewer ticked and pressed, as the words that are recorded."""

from collections.abc import Mapping

from ui.pages.review.ports import Decision, Verdict
from workflow import review
from workflow.survivorship import PIECES


def spoken(decision: Decision, clients: Mapping[int, int]) -> review.Verdict:
    """The verdict of a decision.

    SAME joins the ticked cards and sets each dropped one apart from them; of the dropped ones
    among themselves it says nothing. The other verdicts speak of the ticked cards only, and
    leave together what is one client by now, unless nothing else was ticked.

    Args:
        decision: what the reviewer decided.
        clients: by card the client that it belongs to by now.
    """
    if decision.verdict is Verdict.SAME:
        return review.Verdict(
            parts=(decision.cards, *((card,) for card in decision.dropped)),
            unsaid=(frozenset(decision.dropped),),
            golden={
                name: card
                for name, card in decision.golden.items()
                if name in PIECES and card in decision.cards
            },
        )
    return review.Verdict(
        parts=tuple((card,) for card in decision.cards),
        between=decision.verdict.value,
        relation=decision.relation,
        unsaid=_together(decision.cards, clients),
    )


def _together(cards: tuple[int, ...], clients: Mapping[int, int]) -> tuple[frozenset[int], ...]:
    """The ticked cards of each client, unless all are of one: then that one is to be split."""
    by_client: dict[int, set[int]] = {}
    for card in cards:
        if card in clients:
            by_client.setdefault(clients[card], set()).add(card)
    if len(by_client) < 2:  # noqa: PLR2004 - one client, to be split
        return ()
    return tuple(frozenset(mates) for mates in by_client.values() if len(mates) > 1)
