"""Cards in, candidates and groups out: pure computation on columns, no database, no Qt."""

from matching.inputs import MatchInput, Proposal, TooManyPairsError
from matching.propose import propose

__all__ = ["MatchInput", "Proposal", "TooManyPairsError", "propose"]
