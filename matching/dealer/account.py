"""The account of one pair of a dealer's cards."""

from collections.abc import Mapping

from matching.core import account as core
from matching.core import model_text
from matching.core.account import Account
from matching.core.model import Model
from matching.dealer.encode import Cards
from matching.dealer.plans import PLANS
from matching.dealer.records import Companies, Persons


def models_of(text: str) -> dict[str, Model]:
    """The models that a proposal gave as text, by the kind of card they judge."""
    return model_text.loads(text, PLANS)


def account(cards: Cards, left: int, right: int, models: Mapping[str, Model]) -> Account | None:
    """The account of the cards at two positions; None where a person meets a company.

    Of two cards that name a person and a company each it is the likelier of both accounts.
    """
    kinds = (
        (Persons(cards), cards.person[left] and cards.person[right]),
        (Companies(cards), cards.firm[left] and cards.firm[right]),
    )
    found = [
        core.account(records, left, right, models[records.plan.kind])
        for records, both in kinds
        if both
    ]
    return max(found, key=lambda one: one.probability, default=None)
