import re

import pytest

from resources import names


def test_the_tables_hold_folded_words():
    for table in (names.first_names(), names.surnames(), names.patronymics(), names.diminutives()):
        assert [word for word in table if not re.fullmatch(r"[а-я]+(?:-[а-я]+)?", word)] == []


@pytest.mark.parametrize(("name", "gender"), [("александр", "m"), ("мария", "f"), ("илья", "m")])
def test_knows_whose_a_first_name_is(name, gender):
    assert names.first_names()[name].gender == gender


def test_every_full_name_of_a_diminutive_is_a_first_name():
    fulls = {full for fulls in names.diminutives().values() for full, _ in fulls}

    assert [full for full in sorted(fulls) if full not in names.first_names()] == []


def test_no_diminutive_stands_for_itself():
    found = [short for short, fulls in names.diminutives().items() if short in dict(fulls)]

    assert found == []


def test_every_company_form_is_of_a_known_kind():
    kinds = {kind for kind, _ in names.company_forms().values()}

    assert kinds == {"legal", "sole", "farm", "soft"}


def test_frequent_words_come_first():
    assert next(iter(names.surnames())) == "иванов"
    assert names.surnames()["иванов"] > names.surnames()["кузнецов"] > 1000
