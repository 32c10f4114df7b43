"""The rule file of a made-up base."""

from ui.pages.check.rule_file_ports import EffectView, TrialView, WrongRuleFileError

TRIAL = TrialView(
    (
        EffectView(
            "PLT204",
            "… fits no Russian plate.",
            "blocks",
            53,
            53,
            52,
            0,
            "«ED073945» «ED073945» fits no Russian plate. Leave it if the plate is foreign.",
        ),
        EffectView(
            "OWN201",
            "The dealer's own rule",
            "warns",
            0,
            1204,
            0,
            0,
            "«K-12» The dealer's own rule: Номер карты пишется K-000000.",
        ),
    ),
    52,
    0,
)


class FakeRuleFile:
    """Takes every file but one with the word «wrong» in its third line."""

    def __init__(self, text="[rules.TEL205]\non = false\n", trial=TRIAL):
        self.kept = text
        self.trial = trial
        self.tried = []

    def text(self):
        return self.kept

    def try_out(self, text, progress):
        self._check(text)
        self.tried.append(text)
        return self.trial

    def put_in_force(self, text, progress):
        self._check(text)
        self.kept = text

    def _check(self, text):
        if "wrong" in text:
            line = next(at for at, one in enumerate(text.splitlines(), 1) if "wrong" in one)
            raise WrongRuleFileError(
                f"The rule file is not taken: line {line}: no such thing.", line
            )
