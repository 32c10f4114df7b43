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
    """The account of the cards at two positions; None where a person meets a company."""
    person = bool(cards.person[left])
    if person != bool(cards.person[right]):
        return None
    records = Persons(cards) if person else Companies(cards)
    return core.account(records, left, right, models[records.plan.kind])
