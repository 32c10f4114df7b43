"""Cards in, candidates and groups out: pure computation on columns, no database, no Qt."""

from matching.core.results import Proposal, TooManyPairsError
from matching.dealer.inputs import MatchInput
from matching.dealer.propose import propose

__all__ = ["MatchInput", "Proposal", "TooManyPairsError", "propose"]
