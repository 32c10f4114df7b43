"""The findings of a made-up base."""

from rules.finding import Severity
from tests.ui.fakes.background import ListSource
from tests.ui.fakes.rule_file import FakeRuleFile
from ui.pages.check.ports import FindingQuery, FindingView, RuleCount

RULES = (
    RuleCount(
        "TEL102",
        Severity.BLOCK,
        "Phone",
        "The phone has too few digits.",
        "Write all ten digits after +7.",
        214,
        0,
    ),
    RuleCount(
        "VIN101",
        Severity.BLOCK,
        "VIN",
        "The VIN is not 17 signs long.",
        "Take it from the registration certificate.",
        87,
        3,
    ),
    RuleCount(
        "CLI101",
        Severity.BLOCK,
        "Client",
        "The card names nobody.",
        "Delete it in the dealer's system, or name the client.",
        41,
        0,
    ),
    RuleCount(
        "PLT103",
        Severity.WARN,
        "Plate",
        "The region of the plate does not exist.",
        "Check the last digits.",
        56,
        0,
    ),
    RuleCount(
        "NAM104",
        Severity.INFO,
        "Name",
        "The name was typed in the wrong keyboard layout.",
        "It is read as if the layout were right.",
        1243,
        1243,
    ),
    RuleCount(
        "EML102",
        Severity.INFO,
        "E-mail",
        "The e-mail has a comma for a dot.",
        "It is read with a dot.",
        31,
        31,
    ),
)


class FakeCheck:
    def __init__(self, rules=RULES):
        self.all = list(rules)
        self.rule_file = FakeRuleFile()
        self.accepted, self.waived, self.edited = [], [], []
        self.older_rules = False
        people = ("Шапкин Олег", "Сорокина Анна Львовна", "ООО «Ромашка-Тест»", "Gerasimov Ilya")
        self.rows = [
            (
                number,
                rule.severity.value,
                people[number % 4],
                ("sales", "service")[number % 2],
                100 + number * 7,
                rule.field,
                f"8916{number:04}",
                f"+7916{number:07}" if rule.repairable else "",
                "open",
                rule.code,
            )
            for number, rule in enumerate(
                rule for rule in self.all for _ in range(min(rule.open, 150))
            )
        ]

    def rules(self, *, settled):
        return self.all

    def outdated(self):
        return self.older_rules

    def check(self, progress):
        self.older_rules = False

    def findings(self, query):
        names = ("severity", "card", "source", "row", "field", "value", "suggestion", "state")
        return ListSource(lambda: self.listed(query), names)

    def listed(self, query):
        return [
            row[:9]
            for row in self.rows
            if query.code in ("", row[9])
            and query.severity in (None, Severity(row[1]))
            and query.text.lower() in f"{row[2]} {row[6]}".lower()
        ]

    def finding(self, finding_id):
        row = next((row for row in self.rows if row[0] == finding_id), None)
        if row is None:
            return None
        rule = next(rule for rule in self.all if rule.code == row[9])
        return FindingView(
            finding_id,
            rule.severity,
            rule.code,
            f"«{row[6]}»: {rule.title} {rule.advice}",
            rule.field,
            row[6],
            row[7],
            row[2],
            row[3],
            row[4],
        )

    def _take(self, findings):
        if isinstance(findings, FindingQuery):
            findings = [row[0] for row in self.listed(findings)]
        self.rows = [row for row in self.rows if row[0] not in set(findings)]
        return list(findings)

    def accept(self, findings, progress):
        self.accepted.append(findings)
        return len(self._take(findings))

    def waive(self, findings, progress):
        self.waived.append(findings)
        return len(self._take(findings))

    def test(self, finding_id, value):
        return [] if len(value) >= 10 else ["The phone has too few digits."]

    def edit(self, finding_id, value):
        said = self.test(finding_id, value)
        if not said:
            self.edited.append((finding_id, value))
            self._take([finding_id])
        return said
