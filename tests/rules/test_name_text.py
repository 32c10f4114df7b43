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


@pytest.mark.parametrize("raw", ["Иванов Ал-др", "Иванов Серг.", "Иванов Алекс-др Сергеевич"])
def test_a_first_name_cut_short_is_told(raw):
    assert "NAM307" in codes(normalise(raw).findings)


@pytest.mark.parametrize("raw", ["Шмидт Анна-Мария", "Ким Ир Сен", "Ыбраев Абай"])
def test_a_rare_or_double_first_name_is_not_cut_short(raw):
    assert "NAM307" not in codes(normalise(raw).findings)


@pytest.mark.parametrize(
    "raw", ["Умер Иванов Иван", "Иванов Иван собственник", "по доверенности Иванов Иван"]
)
def test_what_became_of_the_client_is_a_remark(raw):
    outcome = normalise(raw)

    assert outcome.value and outcome.value.parts == ("Иванов", "Иван", "")
    assert codes(outcome.findings) == ["NAM202"]


def test_an_owner_before_the_name_is_a_form_of_address():
    assert codes(normalise("Собственник Иванов Иван").findings) == ["NAM306"]
