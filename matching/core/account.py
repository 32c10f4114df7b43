"""The account of one pair: what each field weighs, and whether blocking brings the two together."""

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

from matching.core.book import Mask
from matching.core.content import Hashes
from matching.core.evidence import evidence
from matching.core.grid import grid_of
from matching.core.key import Key
from matching.core.model import Model
from matching.core.patterns import Patterns, pack, patterns
from matching.core.plan import NAMESAKE, RELATED, SAME, STRANGER
from matching.core.records import Records

RIVALS = {RELATED: "related", NAMESAKE: "namesake", STRANGER: "stranger"}


@dataclass(frozen=True, slots=True)
class Term:
    """What fields that are judged together say.

    ``levels`` names the level of each of them that can be compared. ``weight`` is in bits: by
    one more, one client is twice as likely against the rival.
    """

    block: str
    levels: tuple[tuple[str, str], ...]
    weight: float


@dataclass(frozen=True, slots=True)
class SharedKey:
    """A blocking key that both cards have, and on how many cards its value stands.

    ``compared`` is False where the value is so frequent that it brings no pairs together.
    """

    key: str
    cards: int
    compared: bool


@dataclass(frozen=True, slots=True)
class Account:
    """Why two cards are as likely one client as they are.

    ``rival`` is what else they most likely are: "related", "namesake" or "stranger".
    ``prior``, ``rarity`` and the weights of the terms sum to the logarithm, to the base of 2, of
    how much likelier one client is than the rival; ``contradictions`` are fields that rule one
    client out whatever the sum is.
    """

    probability: float
    rival: str
    prior: float
    rarity: float
    terms: tuple[Term, ...]
    contradictions: tuple[str, ...]
    keys: tuple[SharedKey, ...]
    evidence: str


def account(records: Records, left: int, right: int, model: Model) -> Account:
    """The account of the records at two positions."""
    found = _pattern(records, left, right)
    scores = model.scores(found)[:, 0]
    rival = max(RIVALS, key=lambda kind: scores[kind])
    return Account(
        probability=float(model.shares(found)[SAME, 0]),
        rival=RIVALS[rival],
        prior=_bits(model.priors[SAME] - model.priors[rival]),
        rarity=_bits(-model.by_rarity(found)[rival, 0]),
        terms=_terms(model, found, rival),
        contradictions=_contradictions(records, found),
        keys=tuple(_shared(records.keys(), left, right)),
        evidence=evidence(records.plan, found, np.zeros(1, dtype=np.int64), model.cards)[0],
    )


def _contradictions(records: Records, found: Patterns) -> tuple[str, ...]:
    """The fields that contradict in the one pattern."""
    vetoes = records.plan.vetoes(found.levels)
    return tuple(field for field, contradicts in vetoes.items() if contradicts[0])


def _pattern(records: Records, left: int, right: int) -> Patterns:
    """The one pattern that the pair shows, as a search sees it."""
    a, b = np.array([min(left, right)]), np.array([max(left, right)])
    levels = records.compare(a, b)
    packed = pack(records.plan, levels, records.rarities(levels, a, b))
    return patterns(records.plan, packed)


def _terms(model: Model, found: Patterns, rival: int) -> tuple[Term, ...]:
    """What each block says; nothing of those where nothing can be compared."""
    terms = []
    for block, table in zip(model.plan.blocks, model.tables, strict=True):
        code = grid_of(block).code(found.levels)[0]
        levels = [(field, int(found.levels[field.name][0])) for field in block.fields]
        named = tuple(
            (field.name, field.levels(level).name.lower()) for field, level in levels if level
        )
        if named:
            terms.append(Term(block.name, named, _bits(table[SAME, code] - table[rival, code])))
    return tuple(terms)


def _bits(weight: float) -> float:
    return float(weight / np.log(2))


def _shared(keys: Iterable[Key], left: int, right: int) -> Iterable[SharedKey]:
    """The keys that both cards have, each with its least frequent value that they share."""
    for key in keys:
        of_left, of_right = key.owners == left, key.owners == right
        values = np.intersect1d(key.hashes[of_left], key.hashes[of_right])
        found = [_shared_value(key, key.hashes == value, of_left, of_right) for value in values]
        if found:
            yield min(found, key=lambda one: (not one.compared, one.cards))


def _shared_value(key: Key, having: Mask, of_left: Mask, of_right: Mask) -> SharedKey:
    cards = int(having.sum())
    owners, left, right = (
        key.owners[mask] for mask in (having, having & of_left, having & of_right)
    )
    compared = cards <= key.limit or any(
        _together(split[owners], split[left], split[right], key.limit * 2) for split in key.splits
    )
    return SharedKey(key.name, cards, compared)


def _together(split: Hashes, left: Hashes, right: Hashes, limit: int) -> bool:
    """Whether a split of a frequent value has both cards in one part that is small enough."""
    both = np.intersect1d(left[left != 0], right[right != 0])
    return any(int((split == value).sum()) <= limit for value in both)
