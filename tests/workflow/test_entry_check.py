import pytest
from hypothesis import given
from hypothesis import strategies as st

from rules.book import RuleBook
from rules.finding import Severity
from workflow.entry_check import checked, examined
from workflow.entry_form import FIELDS, Draft

texts = st.text(max_size=40)


def codes(remarks):
    return [one.code for one in remarks]


@pytest.mark.parametrize(
    ("field", "text", "shown"),
    [
        ("full_name", "шапошников егор ильич", "Шапошников Егор Ильич"),
        ("phone", "89160001122", "+7 916 000-11-22"),
        ("phone_2", "8 (495) 000-11-22 доб. 3", "+7 495 000-11-22 доб. 3"),
        ("birth_date", "1.2.1980", "01.02.1980"),
        ("plate", "a123bc77", "А123ВС77"),
        ("make_model", "киа рио", "Kia Rio"),
        ("consent_pd", "да", "да"),
        ("comment", "перезвонить", "перезвонить"),
        ("email", "", ""),
    ],
)
def test_a_field_alone_is_shown_in_its_normal_form(field, text, shown):
    assert checked(field, text).shown == shown


def test_a_wrong_text_says_what_is_wrong_and_blocks():
    found = checked("phone", "8 916 123-45-6")

    assert found.blocks
    assert codes(found.remarks) == ["TEL102"]
    assert "+7 and ten digits" in found.remarks[0].message


@pytest.mark.parametrize(
    ("field", "text", "repair"),
    [
        ("full_name", "Ifgjiybrjd Tujh", "Шапошников Егор"),
        ("email", "egor@gmial.com", "egor@gmail.com"),
        ("full_name", "Громов Серггей Иванович", "Громов Сергей Иванович"),
        ("phone", "+7 916 000-11-22", ""),
    ],
)
def test_the_repair_is_the_whole_text_as_it_would_be_right(field, text, repair):
    assert checked(field, text).repair == repair


def test_the_offered_repair_has_nothing_more_to_repair():
    found = checked("full_name", "Ifgjiybrjd Tujh")

    assert checked("full_name", found.repair).repair == ""


def test_a_draft_needs_a_name_and_a_contact():
    assert {"ENT101", "ENT102"} <= set(codes(examined(Draft({"comment": "новый"}))))
    assert codes(examined(Draft({"full_name": "Шапошников Егор"}))) == ["ENT102"]
    assert examined(Draft({"full_name": "Шапошников Егор", "email": "e@example.ru"})) == ()
    assert examined(Draft({"full_name": "ООО «Ромашка-Тест»", "phone": "+74820001122"})) == ()


def test_a_field_that_is_blocked_is_not_told_to_be_missing():
    found = examined(Draft({"full_name": "тест", "phone": "12"}))

    assert [(one.field, one.code[:3]) for one in found if one.blocks] == [
        ("full_name", "CLI"),
        ("phone", "TEL"),
    ]


def test_the_second_phone_is_told_of_at_the_second_phone():
    draft = Draft({"full_name": "Шапошников Егор", "phone": "+79160001122", "phone_2": "8 916 1"})

    assert [one.field for one in examined(draft)] == ["phone_2"]


def test_the_dealers_book_decides_what_is_required_and_how_severe_a_rule_is():
    draft = Draft({"full_name": "Шапошников Егор", "phone": "+79160001122", "year": "2031"})

    assert [(one.field, one.severity) for one in examined(draft)] == [("year", Severity.BLOCK)]
    assert examined(draft, RuleBook(off=frozenset({"YR102"}))) == ()


def test_what_the_dealers_book_requires_blocks_and_takes_the_place_of_what_is_usual():
    draft = Draft({"full_name": "Шапошников Егор"})
    asked = RuleBook(required={"entry": ("full_name", "vin")})

    assert [(one.field, one.severity) for one in examined(draft, asked)] == [
        ("vin", Severity.BLOCK)
    ]
    mild = RuleBook(required=asked.required, severities={"ROW210": Severity.WARN})
    assert [one.blocks for one in examined(draft, mild)] == [False]
    assert examined(draft, RuleBook(required={"entry": ()})) == ()


@given(st.dictionaries(st.sampled_from(FIELDS), texts, max_size=4))
def test_no_text_makes_a_check_fail_and_a_field_alone_agrees_with_the_whole(drawn):
    draft = Draft(drawn)
    whole = {(one.base_field, one.code) for one in examined(draft) if one.blocks}

    for name, text in drawn.items():
        alone = [one for one in checked(name, text).remarks if one.blocks]
        assert {(one.base_field, one.code) for one in alone} <= whole
