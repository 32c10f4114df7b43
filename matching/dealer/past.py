"""What a full search leaves for the searches after it: statistics, models, frequent values."""

import io
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Self, TypeAlias, TypeVar

import numpy as np
from numpy.typing import NDArray

from matching.core import content, model_text, search
from matching.core.tally import Tally
from matching.dealer.plans import PLANS
from matching.dealer.statistics import OddDays, Statistics

VERSION = 1
_T = TypeVar("_T")
_Arrays: TypeAlias = dict[str, NDArray[Any]]


@dataclass(frozen=True, slots=True)
class Past:
    """The statistics of the base as it was, and what was learned of each kind of card."""

    statistics: Statistics
    kinds: dict[str, search.Past]

    def dumps(self) -> bytes:
        """All of it as bytes that give exactly the same back."""
        found = self.statistics
        arrays: _Arrays = {"odd": found.odd.days}
        for name, tally in _tallies(found):
            arrays |= {
                f"{name}/hashes": tally.hashes,
                f"{name}/counts": tally.counts,
                f"{name}/shares": tally.shares,
            }
        for kind, past in self.kinds.items():
            arrays |= {f"frequent/{kind}/{name}": of for name, of in past.frequent.items()}
        words = {
            "version": [VERSION, content.VERSION],
            "named": found.named,
            "new_years": found.odd.new_years,
            "cards": found.cards,
            "totals": {name: tally.total for name, tally in _tallies(found)},
            "models": model_text.dumps([past.model for past in self.kinds.values()]),
        }
        arrays["words"] = np.frombuffer(json.dumps(words).encode(), dtype=np.uint8)
        out = io.BytesIO()
        np.savez(out, allow_pickle=False, **arrays)
        return out.getvalue()

    @classmethod
    def loads(cls, data: bytes) -> Self | None:
        """The past that bytes hold, None where another version wrote them."""
        with np.load(io.BytesIO(data), allow_pickle=False) as found:
            arrays = {name: found[name] for name in found.files}
        words = json.loads(arrays["words"].tobytes())
        models = model_text.loads(words["models"], PLANS)
        if words["version"] != [VERSION, content.VERSION] or len(models) != len(PLANS):
            return None
        kinds = {
            kind: search.Past(model, _under(arrays, f"frequent/{kind}/"))
            for kind, model in models.items()
        }
        tallies = {
            name: Tally(
                arrays[f"{name}/hashes"], arrays[f"{name}/counts"], arrays[f"{name}/shares"], total
            )
            for name, total in words["totals"].items()
        }
        statistics = Statistics(
            texts=_under(tallies, "texts/"),
            forms=_under(tallies, "forms/"),
            firms=tallies["firms"],
            named=tuple(words["named"]),
            odd=OddDays(arrays["odd"], words["new_years"]),
            cards=words["cards"],
        )
        return cls(statistics, kinds)


def _tallies(found: Statistics) -> Iterator[tuple[str, Tally]]:
    for part in found.texts:
        yield f"texts/{part}", found.texts[part]
        yield f"forms/{part}", found.forms[part]
    yield "firms", found.firms


def _under(found: Mapping[str, _T], beginning: str) -> dict[str, _T]:
    """What has a name that begins so, by the rest of the name."""
    return {
        name.removeprefix(beginning): one
        for name, one in found.items()
        if name.startswith(beginning)
    }
