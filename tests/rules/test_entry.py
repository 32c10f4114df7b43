import pytest

from rules.entry import RULES, lacking
from tests.rules.findings import assert_renders, blocking


@pytest.mark.parametrize(
    ("name", "contact", "expected"),
    [
        (True, True, []),
        (False, True, ["ENT101"]),
        (True, False, ["ENT102"]),
        (False, False, ["ENT101", "ENT102"]),
    ],
)
def test_an_entered_card_needs_a_name_and_a_contact(name, contact, expected):
    found = lacking(name=name, contact=contact)

    assert blocking(found) == expected
    assert_renders(found, RULES)
