"""The rule file without its widgets: read, tried, put in force only as it was tried."""

from collections.abc import Callable

from resources.texts import gettext
from ui.background import Background
from ui.look.colours import Tone
from ui.pages.check.rule_file_ports import RuleFilePort, TrialView, WrongRuleFileError


class RuleFilePresenter:
    """Holds the file in hand; ``changed`` and ``told`` are what the dialog listens to."""

    def __init__(self, port: RuleFilePort, background: Background) -> None:
        self._port = port
        self._background = background
        self.changed: Callable[[], None] = lambda: None
        self.told: Callable[[Tone, str], None] = lambda _tone, _text: None
        self.pointed: Callable[[int], None] = lambda _line: None
        self.taken: Callable[[], None] = lambda: None
        self.text = ""
        self.trial: TrialView | None = None
        self.busy = False
        self._in_force: str | None = None
        self._tried: str | None = None

    @property
    def may_try(self) -> bool:
        """Whether there is another file to try."""
        return not self.busy and self._in_force is not None and self.text != self._in_force

    @property
    def may_take(self) -> bool:
        """Whether the file in hand is the one that was tried."""
        return self.may_try and self.text == self._tried

    def open(self, then: Callable[[str], None]) -> None:
        """Read the file in force."""

        def read(text: str) -> None:
            self._in_force = self.text = text
            then(text)
            self.changed()

        self._background.read(self._port.text, read)

    def type(self, text: str) -> None:
        """Take what stands in the editor; a trial holds for the text it was made of only."""
        self.text = text
        if text != self._tried:
            self.trial = self._tried = None
        self.changed()

    def try_out(self) -> None:
        """Ask what the file in hand would change."""
        if not self.may_try:
            return
        text = self.text

        def done(trial: TrialView) -> None:
            self.busy = False
            self._tried, self.trial = text, trial
            self.changed()

        self._begin()
        self._background.write(
            gettext("Trying the rules"),
            lambda progress: self._port.try_out(text, progress),
            done,
            self._failed,
        )

    def put_in_force(self) -> None:
        """Keep the file in hand in the base."""
        if not self.may_take:
            return
        text = self.text

        def done(_none: None) -> None:
            self.busy = False
            self._in_force, self.trial, self._tried = text, None, None
            self.changed()
            self.taken()

        self._begin()
        self._background.write(
            gettext("Putting the rules in force"),
            lambda progress: self._port.put_in_force(text, progress),
            done,
            self._failed,
        )

    def _begin(self) -> None:
        self.busy = True
        self.changed()

    def _failed(self, error: Exception) -> bool:
        self.busy = False
        self.changed()
        if not isinstance(error, WrongRuleFileError):
            return False
        self.told(Tone.BLOCK, str(error))
        self.pointed(error.line)
        return True


def with_rule(text: str, code: str, severity: str) -> str:
    r"""The file with a table for a rule, so that its severity can be changed at once.

    >>> with_rule("", "TEL205", "warn")
    '[rules.TEL205]\nseverity = "warn"\n'
    """
    if f"[rules.{code}]" in text:
        return text
    gap = "\n" if text and not text.endswith("\n\n") else ""
    end = "\n" if text and not text.endswith("\n") else ""
    return f'{text}{end}{gap}[rules.{code}]\nseverity = "{severity}"\n'
