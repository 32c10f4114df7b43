"""The search for what is new: only new and changed cards are compared, and groups made anew there.

The end is what a search of everything by the same models and statistics would give.
"""

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
import polars as pl

from db import decisions, meta
from db import queue as base
from db import shelf as shelf_base
from db.engine import Connection
from matching.core.book import Index
from matching.core.progress import Stage
from matching.core.review import Scored
from matching.dealer import added
from matching.dealer.added import News, Overgrown
from matching.dealer.encode import Beside, Cards, encode
from matching.dealer.inputs import MatchInput
from matching.dealer.past import Past
from matching.dealer.propose import groups
from matching.dealer.shelved import CARDS
from workflow.kept import Kept, Last, moved, past
from workflow.progress import Progress

LARGE_SHARE = 0.1
"""Of the cards of the last search of everything: from so many others on, all is searched anew."""
_PAIR = ["left", "right"]


@dataclass(frozen=True, slots=True)
class Found:
    """What a search for new cards did.

    ``news``: how many cards were new, changed or gone; ``compared``: how many pairs were.
    ``scope``: the cards whose candidates may be others now; ``cards``: all that were looked at;
    ``last``: what is known of the searches from now on.
    """

    news: int
    compared: int
    scope: set[int]
    cards: int
    past: Past
    last: Last


def search(connection: Connection, threshold: float, progress: Progress) -> Found | None:
    """Search for what is new; None, and nothing written, where everything is to be searched."""
    last = Last.of(connection)
    if last is None or last.threshold != threshold:
        return None
    most = LARGE_SHARE * last.cards
    if last.since + shelf_base.count_unsearched(connection) > most:
        return None
    kept_past = past(connection)
    if kept_past is None:
        return None
    try:
        return _Search(connection, kept_past, threshold, progress).run(last, int(most))
    except Overgrown:
        return None


class _Clean:
    """The clean cards that one search has to do with, each read once."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._asked: set[int] = set()
        self._found = MatchInput()

    def of(self, cards: Iterable[int]) -> MatchInput:
        """Those of these cards that there are."""
        wanted = set(cards)
        if new := wanted - self._asked:
            found = MatchInput(**base.match_frames(self._connection, new)).fitted()
            self._found = self._found.together(found)
            self._asked |= new
        return self._found.of_cards(wanted)


class _Search:
    """One search for what is new, in the caller's transaction."""

    def __init__(
        self, connection: Connection, kept: Past, threshold: float, progress: Progress
    ) -> None:
        self._connection = connection
        self._past = kept
        self._shelf = Kept(connection)
        self._clean = _Clean(connection)
        self._threshold = threshold
        self._stage = Stage(progress.report)

    def run(self, last: Last, most: int) -> Found:
        """Compare, group and write; ``most`` is how many cards may be compared anew."""
        found = self._news()
        others = added.reached(found, self._shelf)
        if len(others) > most:
            raise Overgrown
        anew = set(found.fresh.tolist()) | set(others.tolist())
        scored, cards, compared = self._compared(found, others, anew)
        fresh = _pairs(scored, cards)
        candidates, scope = self._grouped(fresh, anew | set(found.known.tolist()))
        last = last.more(len(found.ids), *self._write(candidates, scope))
        last.put(self._connection)
        self._note(found)
        self._shelf.add(found.rows, found.known)
        shelf_base.forget_unsearched(self._connection)
        self._stage.at(1, 1)
        return Found(len(found.ids), compared, scope, len(cards), self._past, last)

    def _note(self, found: News) -> None:
        """Note which cards the candidates are for from now on."""
        was = self._shelf.find(CARDS, found.known)
        before = meta.get(self._connection, meta.PROPOSED_FOR)
        now = moved(before, was, found.rows[CARDS])
        meta.put(self._connection, meta.PROPOSED_FOR, now)

    def _news(self) -> News:
        asked = shelf_base.unsearched(self._connection)
        index = np.array(asked, dtype=np.int64)
        inputs = self._clean.of(asked)
        return added.news(inputs, index, self._past, self._shelf, self._stage.part(0, 0.2))

    def _compared(self, found: News, others: Index, anew: set[int]) -> tuple[Scored, Cards, int]:
        """The pairs of the cards to be compared anew, and all the cards of those."""
        rows = found.rows
        if len(others):
            inputs = self._clean.of(others.tolist())
            more = added.rows_of(inputs, self._past, self._stage.part(0.2, 0.3))[1]
            rows = added.together(rows, more)
        pairs = added.partners(rows, found, self._shelf)
        met = anew.union(*(one.left.tolist() + one.right.tolist() for one in pairs))
        inputs = self._clean.of(met)
        sales = base.sales_of(self._connection, inputs.shared_cars())
        around = added.beside(rows, found, self._past, self._shelf, sales)
        cards = encode(inputs, self._stage.part(0.3, 0.5), around)
        part = self._stage.part(0.5, 0.7)
        scored = added.scored(cards, pairs, self._past, self._threshold, part)
        return scored, cards, sum(len(one.left) for one in pairs)

    def _grouped(self, fresh: pl.DataFrame, anew: set[int]) -> tuple[pl.DataFrame, set[int]]:
        """The candidates of every group that has changed, and the cards of those groups."""
        connection = self._connection
        seq = int(meta.get(connection, meta.PROPOSED_AT, "0"))
        judged = decisions.judged_by_hand_since(connection, seq)
        scope = _ends(fresh) | anew | judged
        kept, border = [], scope
        while border:
            found = base.whole_candidates(connection, border)
            same = base.standing(connection, border).filter(pl.col("verdict") == "same")
            kept.append(found)
            border = (_ends(found) | _ends(same)) - scope
            scope |= border
        old = pl.concat(kept).unique(_PAIR) if kept else base.whole_candidates(connection, [])
        out = pl.Series(sorted(anew), dtype=pl.Int64).implode()
        old = old.filter(~pl.col("left").is_in(out), ~pl.col("right").is_in(out))
        return self._regrouped(pl.concat([old.select(fresh.columns), fresh]), scope), scope

    def _regrouped(self, pairs: pl.DataFrame, scope: set[int]) -> pl.DataFrame:
        beside = Beside(self._past.statistics)
        cards = encode(self._clean.of(scope), self._stage.part(0.7, 0.9), beside)
        pairs = pairs.sort(_PAIR)
        left, right = (_places(cards, pairs[side]) for side in _PAIR)
        scored = Scored(
            left,
            right,
            pairs["probability"].to_numpy(),
            pairs["relation"].to_numpy(),
            pairs["evidence"],
        )
        judged = base.standing(self._connection, scope).sort(_PAIR)
        return groups(cards, scored, judged, self._stage.part(0.9, 1))

    def _write(self, candidates: pl.DataFrame, scope: set[int]) -> tuple[int, int]:
        """Write the candidates of the scope; how many more there are, and in how many more groups.

        To count all of them took 0.15 s at 880,000 cards.
        """
        before = base.whole_candidates(self._connection, scope)
        found = candidates.rename({"group": "group_id"}).with_columns(pl.lit("open").alias("state"))
        base.put_candidates(self._connection, scope, found)
        gone = set(before["group_id"]) - set(found["group_id"])
        base.replace_groups(self._connection, gone, base.no_groups())
        was, now = self._counted(before), self._counted(found)
        return now[0] - was[0], now[1] - was[1]

    def _counted(self, candidates: pl.DataFrame) -> tuple[int, int]:
        likely = candidates.filter(pl.col("probability") >= self._threshold)
        return likely.height, likely["group_id"].n_unique()


def _pairs(scored: Scored, cards: Cards) -> pl.DataFrame:
    return pl.DataFrame(
        {
            "left": cards.ids[scored.left],
            "right": cards.ids[scored.right],
            "probability": scored.probability,
            "relation": pl.Series(scored.relation.tolist(), dtype=pl.String),
            "evidence": scored.evidence,
        }
    )


def _ends(pairs: pl.DataFrame) -> set[int]:
    return set(pairs["left"]) | set(pairs["right"])


def _places(cards: Cards, ids: pl.Series) -> Index:
    return np.searchsorted(cards.ids, ids.to_numpy())
