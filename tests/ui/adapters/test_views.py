from types import SimpleNamespace

import pytest

from ui.adapters.views import title


@pytest.mark.parametrize(
    ("form", "name", "shown"),
    [
        ("ИП", "Чаусов Иван Иванович", "ИП Чаусов Иван Иванович"),
        ("ООО", "Ромашка", "ООО «Ромашка»"),
        ("", "Автоцентр Север", "Автоцентр Север"),
    ],
)
def test_a_sole_trader_is_called_without_quotes_and_a_company_with_them(form, name, shown):
    card = SimpleNamespace(
        last_name="", first_name="", patronymic="", company=name, legal_form=form
    )

    assert title(card) == shown
