import pytest

from db.findings import RuleCount
from matching.core.results import Catch, Coverage, KeyReport, Summary
from resources import texts
from ui import told
from workflow.check import Checked
from workflow.propose import Proposed


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


@pytest.fixture
def searched():
    """A search in which phones stand for persons and for companies."""
    keys = (KeyReport("phone", 5, 1, 0, 2), KeyReport("phone", 3, 0, 1, 4))
    coverage = Coverage(40, 2, 4, 9, (Catch("phone", 30, 3), Catch("phone", 2, 1)))
    return Proposed(7, 3, 0.2, Summary(90, 8, keys, (), coverage))


def test_a_search_says_how_much_of_the_duplicates_it_compared(searched):
    said = told.proposed(searched)
    assert "Candidates: 7 in 3 groups" in said
    assert "Pairs compared: 8" in said and "99.2%" in said


def test_a_search_for_what_is_new_says_how_many_cards_were():
    found = Proposed(7, 3, 0.2, Summary(90, 8, (), ()), news=2)
    assert "2 cards are new" in told.proposed(found)


def test_a_key_of_persons_and_companies_is_one_line(searched):
    head, line = told.keys(searched)
    assert line.split("\t") == ["phone", "8", "1", "1", "6", "32", "4"]
    assert len(head.split("\t")) == len(line.split("\t"))
