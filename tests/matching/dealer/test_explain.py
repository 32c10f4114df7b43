"""Evidence as a sentence."""

import pytest

from matching.dealer.explain import sentence
from matching.dealer.phrases import FIELDS, PARTS
from matching.dealer.plans import FIELDS as COMPARED
from resources import texts


@pytest.mark.parametrize(
    ("evidence", "expected"),
    [
        ("phone=same", "The phone is the same."),
        (
            "last=equal;first=initial;patronymic=initial;phone=same",
            (
                "Surname is the same, first name and patronymic fit the initials, "
                "the phone is the same."
            ),
        ),
        (
            "last=equal;first=equal;patronymic=equal;birth=partly",
            (
                "Surname, first name and patronymic are the same, "
                "but the dates of birth differ in one part."
            ),
        ),
        ("phone=different", "The phones differ."),
        ("", "Nothing in the two cards can be compared."),
        ("unknown=level;last", "Nothing in the two cards can be compared."),
        (
            "last=typo;first=different;car=resold",
            (
                "Surname differs by a misprint, but first name differs, "
                "the car is the same but was sold to another owner in between."
            ),
        ),
    ],
)
def test_sentence(evidence: str, expected: str) -> None:
    assert sentence(evidence) == expected


@pytest.mark.parametrize(
    ("evidence", "expected"),
    [
        (
            "last=equal;first=equal;patronymic=equal;phone=same;car=same",
            (
                "Фамилия, имя и отчество совпадают, телефон совпадает, "
                "автомобиль один и тот же в одно и то же время."
            ),
        ),
        (
            "last=gender;first=diminutive;phone=family",
            (
                "Фамилия совпадает (мужская и женская форма), "
                "имя совпадает (полная и краткая форма), "
                "телефон совпадает (им пользуются несколько человек)."
            ),
        ),
        (
            "last=typo;first=initial;patronymic=initial;phone=different;car=resold",
            (
                "Фамилия отличается опечаткой, имя и отчество подходят к инициалам, но телефоны "
                "разные, автомобиль в промежутке был продан другому владельцу."
            ),
        ),
    ],
)
def test_the_sentence_is_good_russian(evidence: str, expected: str) -> None:
    texts.use("ru")
    assert sentence(evidence) == expected


SILENT = {("order", "straight"), ("gender", "equal"), ("form", "equal"), ("phone", "local")}


@pytest.mark.parametrize(
    ("field", "level"),
    [
        (field, level.name.lower())
        for field, compared in COMPARED.items()
        for level in compared.levels
        if level.name != "MISSING"
    ],
)
def test_every_level_says_something(field: str, level: str) -> None:
    """What is as it should be needs no word, and a phone has no @."""
    spoken = sentence(f"{field}={level}") != sentence("")
    assert spoken is ((field, level) not in SILENT)


def test_no_phrase_is_for_a_level_that_does_not_exist() -> None:
    for field, phrases in FIELDS.items():
        if field in COMPARED:
            assert set(phrases) <= {level.name.lower() for level in COMPARED[field].levels}
    assert set(PARTS) <= set(COMPARED)
