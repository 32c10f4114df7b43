from resources import texts
from workflow.doubts import against, doubts


def test_only_what_speaks_against_one_client_is_said():
    evidence = "last=equal;first=different;birth=different;phone=same"

    assert doubts(evidence) == "first name differs, the dates of birth differ"


def test_evidence_without_a_doubt_says_so():
    assert doubts("last=equal;phone=same") == "nothing speaks against it"


def test_an_abbreviation_keeps_its_capitals():
    texts.use("ru")

    assert doubts("inn=different") == "ИНН разные"


def test_what_two_cards_were_taken_for_stands_before_the_doubts():
    assert against("first=different", "spouse") == "Husband and wife: first name differs"
    assert against("first=different", "same") == "first name differs"
