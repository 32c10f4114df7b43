"""Records of any fields in, candidates and clusters out."""

from collections.abc import Mapping

import numpy as np
import polars as pl

from matching.core import model_text
from matching.core.book import Floats, Index
from matching.core.grouping import downwards, review_groups
from matching.core.linkage import clusters
from matching.core.model import Model
from matching.core.patterns import pack, patterns
from matching.core.plan import SAME
from matching.core.progress import Stage
from matching.core.results import CANDIDATES, Proposal, Report, Summary
from matching.core.search import search
from matching.general.kinds import Kind
from matching.general.records import AnyRecords, records_of


def propose(
    frame: pl.DataFrame, fields: Mapping[str, Kind], *, threshold: float, report: Report
) -> Proposal:
    """The pairs of records that are one entity with at least the threshold's probability.

    ``frame`` has a whole number ``id`` and a text column for each of the ``fields``, missing
    values null or "". Admitted pairs are those inside one cluster.

    Raises:
        ValueError: there are more fields than a pattern holds.
        TooManyPairsError: the records share too many values for the machine.
    """
    whole = Stage(report)
    frame = frame.sort("id")
    records = records_of(frame, fields)
    found = search(records, records.size, threshold, whole.part(0, 0.8))
    scored, ids = found.scored, frame["id"].to_numpy()

    def odds(left: Index, right: Index) -> Floats:
        return _odds(records, found.model, left, right)

    part = clusters(scored, odds, records.size, whole.part(0.8, 1))
    order = downwards(scored.left, scored.right, scored.probability)
    candidates = pl.DataFrame(
        {
            "left": ids[scored.left],
            "right": ids[scored.right],
            "probability": scored.probability,
            "relation": scored.relation.tolist(),
            "evidence": scored.evidence,
            "admitted": part[scored.left] == part[scored.right],
            "group": review_groups(
                ids, scored.left, scored.right, order, np.ones(len(order), dtype=np.bool_)
            ),
        }
    )
    whole.at(1, 1)
    return Proposal(
        candidates.cast(pl.Schema(CANDIDATES)),
        Summary(len(ids), found.compared, found.keys, found.model.weights()),
        model_text.dumps([found.model]),
    )


def _odds(records: AnyRecords, model: Model, left: Index, right: Index) -> Floats:
    """The log odds of each pair of positions that they are one."""
    levels = records.compare(left, right)
    seen = patterns(records.plan, pack(records.plan, levels, records.rarities(levels, left, right)))
    scores = model.scores(seen)
    rest = np.logaddexp.reduce(np.delete(scores, SAME, axis=0), axis=0)
    odds: Floats = (scores[SAME] - rest)[seen.where]
    return odds
