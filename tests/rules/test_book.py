"""A book changes what rules find, and nothing else."""

from rules import phone
from rules.book import EMPTY, RuleBook
from rules.finding import Severity

BLOCKED = "8 916 123-45-6"
DOUBTFUL = "89991111111"


def test_an_empty_book_leaves_everything_as_it_is():
    normal = phone.normalise(BLOCKED)

    assert EMPTY.judged(normal) == (normal, False)


def test_a_rule_that_is_off_finds_nothing_and_frees_the_value():
    book = RuleBook(off=frozenset({"TEL102"}))

    normal, freed = book.judged(phone.normalise(BLOCKED))

    assert normal.findings == ()
    assert freed


def test_a_warning_made_a_block_takes_the_value():
    normal = phone.normalise(DOUBTFUL)
    (code,) = {finding.code for finding in normal.findings}
    book = RuleBook(severities={code: Severity.BLOCK})

    judged, freed = book.judged(normal)

    assert normal.value
    assert judged.value is None
    assert judged.blocked
    assert not freed


def test_a_block_made_a_warning_frees_the_value():
    book = RuleBook(severities={"TEL102": Severity.WARN})

    judged, freed = book.judged(phone.normalise(BLOCKED))

    assert [finding.severity for finding in judged.findings] == [Severity.WARN]
    assert freed
