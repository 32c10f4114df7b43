"""Fitted models as text, so that a base keeps what its pairs were judged by."""

import json
from collections.abc import Iterable

import numpy as np

from matching.core.grid import grid_of
from matching.core.model import Model
from matching.core.plan import Plan


def dumps(models: Iterable[Model]) -> str:
    """The models as text that gives exactly the same models back."""
    return json.dumps(
        {
            model.plan.kind: {
                "priors": model.priors.tolist(),
                "tables": [table.tolist() for table in model.tables],
                "usual": model.usual,
                "cards": model.cards,
            }
            for model in models
        }
    )


def loads(text: str, plans: Iterable[Plan]) -> dict[str, Model]:
    """The models of the plans by their kind; none where the text is of other fields."""
    by_kind = {plan.kind: plan for plan in plans}
    models = {}
    for kind, found in json.loads(text or "{}").items():
        plan = by_kind[kind]
        tables = tuple(np.array(table, dtype=np.float64) for table in found["tables"])
        wanted = [len(grid_of(block).levels) for block in plan.blocks]
        if [table.shape[1] for table in tables] == wanted:
            priors = np.array(found["priors"], dtype=np.float64)
            models[kind] = Model(plan, priors, tables, found["usual"], found.get("cards", 0))
    return models
