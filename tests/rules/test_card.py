import pytest

from rules.card import RULES
from rules.examples import findings
from tests.rules.findings import assert_renders, codes


@pytest.mark.parametrize(
    "text", ["Розничный покупатель | | | ", "тест | 123 | 000 | нет", " | | | ", "ааа"]
)
def test_a_card_that_can_name_nobody_is_blocked(text):
    found = findings("card", text)

    assert codes(found) == ["CRD101"]
    assert_renders(found, RULES)


@pytest.mark.parametrize(
    "text",
    [
        "Иванов Иван | | | ",
        "Розничный покупатель | 7707083893 | | ",
        "Розничный покупатель | | 8 916 240-35-81 | ",
        " | | | ivan@mail.ru",
    ],
)
def test_one_usable_value_names_a_client(text):
    assert findings("card", text) == ()
