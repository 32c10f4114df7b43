"""The weights: a mixture of classes, same client / related clients / namesakes / strangers.

Fellegi and Sunter's model with more classes than usual. Two people of one household, one car
or one phone agree in much; a model of only two classes takes them for one client.
A missing value is no evidence in any class. The parts of a name are one block, judged jointly.
"""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from matching.core.book import Floats, Index, Mask
from matching.core.grid import Grid, grid_of
from matching.core.model import Model, posterior
from matching.core.patterns import Patterns
from matching.core.plan import RELATED, SAME, STRANGER, Field, Plan
from matching.core.progress import Stage

_ROUNDS, _SETTLED = 30, 1e-3
_NEVER = 1e-30
# Pairs that the defaults weigh as much as: for a field's levels, for a joint level of a block,
# and for a level's share among strangers.
_TRUST, _JOINT_TRUST, _STRANGER_TRUST = 200.0, 50.0, 2000.0


@dataclass(frozen=True, slots=True)
class Population:
    """What the pairs to judge were drawn from: cards, and random pairs of them.

    ``strangers`` counts the levels of every sampled field among those pairs.
    """

    cards: int
    strangers: Mapping[str, Index]
    usual: dict[str, float]


@dataclass(frozen=True, slots=True)
class Labels:
    """For each pattern how many of its pairs people judged to be one client, and to be two."""

    same: Index
    other: Index


def fit(
    plan: Plan,
    patterns: Patterns,
    population: Population,
    stage: Stage,
    labels: Labels | None = None,
) -> Model:
    """The model of the base, by expectation and maximisation from seeds the data give.

    A judged pair counts as what it was judged to be, not as what the model believes of it.
    """
    strangers = _strangers(plan, population)
    seeds = np.zeros((STRANGER + 1, len(patterns)))
    seeds[SAME], seeds[RELATED] = plan.seeds(patterns.levels)
    codes = [grid_of(block).code(patterns.levels) for block in plan.blocks]
    model = _maximised(plan, codes, seeds * patterns.counts, strangers, population)
    read = model.read(patterns)
    before = np.zeros(STRANGER + 1)
    for done in range(_ROUNDS):
        stage.at(done, _ROUNDS)
        shares = _expected(posterior(model.scored(read)), patterns.counts, labels)
        model = _maximised(plan, codes, shares, strangers, population)
        pairs = shares.sum(axis=1)
        if np.allclose(pairs, before, rtol=_SETTLED, atol=_SETTLED):
            break
        before = pairs
    return model


def _expected(belief: Floats, counts: Index, labels: Labels | None) -> Floats:
    """How many pairs of each pattern are in each class."""
    if labels is None:
        return belief * counts
    shares: Floats = belief * np.maximum(counts - labels.same - labels.other, 0)
    shares[SAME] += labels.same
    others = np.delete(belief, SAME, axis=0)
    among = others / np.maximum(others.sum(axis=0), _NEVER)
    shares[np.arange(len(belief)) != SAME] += among * labels.other
    return shares


def _maximised(
    plan: Plan,
    codes: list[Index],
    shares: Floats,
    strangers: list[Floats],
    population: Population,
) -> Model:
    """The model under which the pairs, shared out to the classes so, are likeliest."""
    tables = []
    for block, code, stranger in zip(plan.blocks, codes, strangers, strict=True):
        grid = grid_of(block)
        same = np.log(_learned(grid, code, shares[SAME], SAME))
        related = np.log(_learned(grid, code, shares[RELATED], RELATED))
        namesake = same if block is plan.blocks[0] else stranger
        tables.append(np.stack([same, related, namesake, stranger]))
    seen = shares[:STRANGER].sum(axis=1) + np.array(plan.pairs_per_card) * _TRUST
    per_card = seen / (population.cards + _TRUST)
    prior = per_card / (max(population.cards, plan.town) / 2)
    priors = np.log(np.maximum(np.append(prior, 1 - prior.sum()), _NEVER))
    return Model(plan, priors, tuple(tables), population.usual)


def _learned(grid: Grid, code: Index, share: Floats, kind: int) -> Floats:
    """The share of each joint level in a class, defaults filling in what is rarely seen."""
    joint = np.bincount(code, weights=share, minlength=len(grid.levels)).astype(np.float64)
    fields = []
    for place, field in enumerate(grid.block.fields):
        seen = grid.by_field(joint, place)
        seen[0] = 0
        if kind == RELATED and field.pinned:
            seen = np.zeros_like(seen)
        known = _default(field, kind)
        fields.append((seen + _TRUST * known) / (seen.sum() + _TRUST))
    independent = np.maximum(grid.normalised(grid.product(fields)), _NEVER)
    if len(fields) == 1:
        return independent
    totals = np.bincount(grid.mask, weights=joint)[grid.mask]
    learned: Floats = (joint + _JOINT_TRUST * independent) / (totals + _JOINT_TRUST)
    if kind == SAME:
        return np.where(_of_another(grid), np.minimum(learned, independent), learned)
    return np.where(_by_chance(grid), independent, learned) if kind == RELATED else learned


def _of_another(grid: Grid) -> Mask:
    """The joint levels at which a field is of another: nothing beside it makes that usual."""
    other = np.zeros(len(grid.levels), dtype=np.bool_)
    for place, field in enumerate(grid.block.fields):
        other |= np.isin(grid.levels[:, place], field.other)
    return other


def _by_chance(grid: Grid) -> Mask:
    """The joint levels that related people reach by chance only."""
    chance = np.zeros(len(grid.levels), dtype=np.bool_)
    for place, field in enumerate(grid.block.fields):
        chance |= np.isin(grid.levels[:, place], grid.block.chance.get(field.name, ()))
    return chance


def _default(field: Field, kind: int) -> Floats:
    """The default share of each level of a field in a class."""
    shares = np.zeros(field.size)
    for level, row in field.shares.items():
        shares[level] = row[kind]
    result: Floats = np.maximum(shares, 1e-6) / shares.sum()
    result[0] = 0
    return result


def _strangers(plan: Plan, population: Population) -> list[Floats]:
    """The joint levels' shares among strangers, fixed: the fields of strangers hang on nothing."""
    tables = []
    for block in plan.blocks:
        shares = [_stranger(field, population, plan.town) for field in block.fields]
        tables.append(np.log(np.maximum(grid_of(block).product(shares), _NEVER)))
    return tables


def _stranger(field: Field, population: Population, town: int) -> Floats:
    shares = np.zeros(field.size)
    for level, row in field.shares.items():
        shares[level] = row[-1]
    for level in field.per_card:
        shares[level] = min(shares[level] / max(population.cards, town), 0.5)
    if field.sampled:
        seen = population.strangers[field.name].astype(np.float64)
        seen[0] = 0
        drawn = (seen + _STRANGER_TRUST * shares) / (seen.sum() + _STRANGER_TRUST)
        # A known value's share is its own frequency, which the rarity of the pair brings in.
        shares = np.where(np.isin(np.arange(field.size), field.keyed), shares, drawn)
    return shares
