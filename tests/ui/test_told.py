import pytest

from db.findings import RuleCount
from resources import texts
from ui import told
from workflow.check import Checked


@pytest.fixture
def checked():
    counts = (
        RuleCount("PAS103", "passport_series", "block", 2, 2),
        RuleCount("TEL101", "phone", "block", 11, 11),
    )
    return Checked(rules=counts)


@pytest.mark.parametrize(
    ("language", "titles"),
    [("en", ["Passport series", "Phone"]), ("ru", ["Серия паспорта", "Телефон"])],
)
def test_a_check_names_its_fields_in_the_language_in_force(checked, language, titles):
    texts.use(language)
    try:
        lines = told.checked(checked)
    finally:
        texts.use("en")

    assert len({len(line) for line in lines}) == 1
    for line, title, code in zip(lines, titles, ("PAS103", "TEL101"), strict=True):
        assert line.startswith(code) and f" {title} " in line


def test_a_check_without_findings_says_nothing():
    assert told.checked(Checked(rules=())) == []
