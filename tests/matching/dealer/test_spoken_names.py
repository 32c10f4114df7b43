"""A person's name, or a remark, among the words of a company."""

import pytest

from matching.dealer.spoken_names import company_alone, person_inside

KNOWN = {"ромб", "ромб авто", "заря"}


@pytest.mark.parametrize(
    ("text", "rest", "name"),
    [
        ("заря петров иван", "заря", ("Петров", "Иван", "")),
        ("иван петров заря", "заря", ("Петров", "Иван", "")),
        ("заря петров иван ильич", "заря", ("Петров", "Иван", "Ильич")),
        ("иван ильич петров заря", "заря", ("Петров", "Иван", "Ильич")),
        ("петрова аня ромб авто", "ромб авто", ("Петрова", "Аня", "")),
    ],
)
def test_a_whole_name_is_found(text: str, rest: str, name: tuple[str, str, str]) -> None:
    assert person_inside(text, {}) == (rest, name)


@pytest.mark.parametrize("text", ["петров иван", "заря иван", "ромб авто центр", "надежда плюс"])
def test_half_a_name_and_no_company_are_no_whole_name(text: str) -> None:
    assert person_inside(text, {}) is None


def test_a_word_of_many_companies_is_no_surname() -> None:
    assert person_inside("ромб строева иван", {"строева": 3}) is None


@pytest.mark.parametrize(
    ("text", "alone"),
    [
        ("ромб 2 машины", "ромб"),
        ("г н ромб", "ромб"),
        ("ромб валерия", "ромб"),
        ("ромб авто петров и", "ромб авто"),
        ("ооа ромб", "ромб"),
        ("яяя ромб", "ромб"),
        ("ромб водитель", "ромб"),
        ("общество с огранниченной ответственостью ромб", "ромб"),
    ],
)
def test_a_remark_beside_a_known_company_is_put_aside(text: str, alone: str) -> None:
    assert company_alone(text, KNOWN) == alone


@pytest.mark.parametrize("text", ["ромб м", "ромб авто", "ромб 2", "лес валерия", "ромб сервис"])
def test_what_may_be_another_company_stays_whole(text: str) -> None:
    assert company_alone(text, KNOWN) == text
