from rules.known import RULES, placeholder
from tests.rules.findings import assert_renders, blocking

KNOWN = {"+79990000001", "no@dealer.example"}


def test_a_listed_value_is_blocked():
    found = placeholder(["+79162403581", "+79990000001"], KNOWN)

    assert found and found.value == "+79990000001"
    assert blocking([found]) == ["KNW101"]
    assert_renders([found], RULES)


def test_any_other_value_is_let_through():
    assert placeholder(["+79162403581"], KNOWN) is None
    assert placeholder([], KNOWN) is None
    assert placeholder(["+79990000001"], frozenset()) is None
