"""The rule file on a real base."""

from db.engine import Engine, reading
from resources.texts import gettext, marked
from rules import registry
from rules.book_toml import BookError
from rules.titles import title
from ui.pages.check.rule_file_ports import EffectView, TrialView, WrongRuleFileError
from workflow import rule_change, rule_file, rule_trial
from workflow.progress import Progress
from workflow.rule_trial import Effect

_SEVERITIES = {
    "block": marked("blocks"),
    "warn": marked("warns"),
    "info": marked("informs"),
    "off": marked("is off"),
}


class BaseRuleFile:
    """Reads, tries and sets the rule file of one base."""

    def __init__(self, engine: Engine, by: str) -> None:
        self._engine = engine
        self._by = by

    def text(self) -> str:
        """The file in force."""
        with reading(self._engine) as connection:
            return rule_file.book(connection).text

    def try_out(self, text: str, progress: Progress) -> TrialView:
        """What a file would change."""
        _check(text)
        found = rule_trial.back_test(self._engine, text, progress=progress)
        return TrialView(
            tuple(_effect(effect) for effect in found.effects), found.stopped, found.freed
        )

    def put_in_force(self, text: str, progress: Progress) -> None:
        """Keep a file in the base."""
        _check(text)
        rule_change.put_in_force(self._engine, text, by=self._by, progress=progress)


def _check(text: str) -> None:
    try:
        rule_file.parsed(text)
    except BookError as error:
        raise WrongRuleFileError(rule_file.told(error), error.line) from None


def _effect(effect: Effect) -> EffectView:
    sample = effect.sample[0] if effect.sample else None
    return EffectView(
        code=effect.code,
        title=title(registry.rule(effect.code)),
        severity=gettext(_SEVERITIES[effect.severity]),
        now=effect.now,
        then=effect.then,
        stopped=effect.stopped,
        freed=effect.freed,
        example=f"«{sample.raw}» {sample.message}" if sample else "",
    )
