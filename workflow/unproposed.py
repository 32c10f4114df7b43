"""Why pairs of one client were not proposed, in a phrase for each."""

from functools import cached_property

import polars as pl

from db import meta
from db.engine import Connection
from matching.core.account import Account
from matching.dealer.account import account, models_of
from resources.texts import gettext
from workflow.doubts import doubts
from workflow.explained import contradicting
from workflow.progress import Progress
from workflow.propose import encoded

_WORK, _FEWEST, _MOST = 3_000_000, 25, 500  # a pair takes longer, the more cards there are


def looks(cards: int) -> int:
    """How many pairs are looked into in a base of so many cards."""
    return min(_MOST, max(_FEWEST, _WORK // max(cards, 1)))


class Reasons:
    """Looks into pairs of the base; the cards are read when the first is asked about."""

    def __init__(self, connection: Connection, progress: Progress) -> None:
        self._connection = connection
        self._progress = progress

    def of(self, pairs: pl.DataFrame) -> list[str]:
        """Why each of the pairs (left, right) was not proposed.

        Raises:
            Cancelled: the user cancelled.
        """
        if pairs.is_empty():
            return []
        self._progress.stage(gettext("Looking into the missed pairs"))
        cards = encoded(self._connection, self._progress)
        models = models_of(meta.get(self._connection, meta.MODELS))
        places = [cards.ids.searchsorted(pairs[side].to_numpy()) for side in ("left", "right")]
        reasons = []
        for left, right in zip(*places, strict=True):
            reasons.append(self._reason(account(cards, int(left), int(right), models)))
            self._progress.report(len(reasons), pairs.height)
        return reasons

    def _reason(self, found: Account | None) -> str:
        if found is None:
            return gettext("one card is a person's, the other a company's")
        if found.contradictions:
            fields = ", ".join(contradicting()[field] for field in found.contradictions)
            return gettext("ruled out by what differs: {fields}").format(fields=fields)
        if not any(key.compared for key in found.keys):
            return gettext("never compared: nothing that the two share brings them together")
        if found.probability >= self._threshold:
            return gettext("to be proposed at the next search")
        return gettext("compared, and below the threshold: {doubts}").format(
            doubts=doubts(found.evidence)
        )

    @cached_property
    def _threshold(self) -> float:
        return float(meta.get(self._connection, meta.THRESHOLD))
