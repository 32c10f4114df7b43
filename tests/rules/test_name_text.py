import pytest

from rules.person import normalise
from tests.rules.findings import codes


@pytest.mark.parametrize(
    ("raw", "parts"),
    [
        ("Нотариус Петрова А.А.", ("Петрова", "А.", "А.")),
        ("Самозанятый Иванов Иван", ("Иванов", "Иван", "")),
        ("Коля сосед", ("", "Коля", "")),
        ("Александр (Саша)", ("", "Александр", "")),
    ],
)
def test_a_calling_or_a_short_form_beside_the_name_is_a_remark(raw, parts):
    outcome = normalise(raw)

    assert outcome.value and outcome.value.parts == parts
    assert "NAM202" in codes(outcome.findings)


@pytest.mark.parametrize(
    ("raw", "parts"),
    [
        ("Ван Дер Бейл Рафаэль", ("Ван дер Бейл", "Рафаэль", "")),
        ("Ли Мин Хо", ("Ли", "Мин Хо", "")),
        ("Ким Ир Сен", ("Ким", "Ир Сен", "")),
        ("Нгуен Ван Тхань", ("Нгуен", "Ван Тхань", "")),
        ("МАМЕДОВ АЛИ ГУСЕЙН-ОГЛЫ", ("Мамедов", "Али", "Гусейн оглы")),
        ("Иванов-И.И.", ("Иванов", "И.", "И.")),
    ],
)
def test_foreign_names_and_loose_hyphens_are_read(raw, parts):
    value = normalise(raw).value

    assert value and value.parts == parts


def test_a_slip_in_a_usual_first_name_is_told_beside_a_patronymic():
    found = normalise("Иванов Алексадр Сергеевич").findings

    assert [(one.code, dict(one.params)["options"]) for one in found] == [("NAM209", "Александр")]
