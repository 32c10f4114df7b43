"""What the dialog of the rule file needs of the workflow."""

from dataclasses import dataclass
from typing import Protocol

from db.errors import KnownError
from workflow.progress import Progress


class WrongRuleFileError(KnownError):
    """A rule file that is not taken; ``line`` counts from 1, 0 where no line is to blame."""

    def __init__(self, sentence: str, line: int) -> None:
        super().__init__(sentence)
        self.line = line


@dataclass(frozen=True, slots=True)
class EffectView:
    """What a rule would find: its heading, the cards now and then, and an example.

    ``stopped`` cards it would newly keep out, ``freed`` it would let in again.
    """

    code: str
    title: str
    severity: str
    now: int
    then: int
    stopped: int
    freed: int
    example: str


@dataclass(frozen=True, slots=True)
class TrialView:
    """What another rule file would change."""

    effects: tuple[EffectView, ...]
    stopped: int
    freed: int


class RuleFilePort(Protocol):
    """The rule file as the dialog sees it; every method is called on a worker thread."""

    def text(self) -> str:
        """The rule file in force, "" if there is none."""

    def try_out(self, text: str, progress: Progress) -> TrialView:
        """What a file would change; nothing is changed yet.

        Raises:
            WrongRuleFileError: the file has a mistake.
        """

    def put_in_force(self, text: str, progress: Progress) -> None:
        """Keep a file in the base and check every card anew.

        Raises:
            WrongRuleFileError: the file has a mistake; nothing was changed.
        """
