"""A rule file is taken whole or refused with the line and the reason."""

import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rules.book_toml import LONGEST_FILE, BookError, read_book
from rules.finding import Severity

GOOD = """
[rules.TEL205]
on = false

[rules.PLT204]
severity = "block"

[required]
sales = ["phone", "vin"]

[[own]]
code = "OWN201"
field = "card_no"
severity = "block"
pattern = "K-[0-9]{6}"
say = "Номер карты пишется K-000000."

[[own]]
code = "OWN202"
field = "email"
say = "Корпоративному клиенту нужна почта."
required_if = {field = "client_kind", is = "юр. лицо"}

[dealer]
phones = ["+7 495 123-45-67"]

[known]
placeholders = ["8 903 000-00-01", "Net@Mail.ru"]
shared_phones = ["8 495 765-43-21"]
shared_emails = ["Taxi@Company.ru"]

[entry]
may_bypass = ["Ольга"]
"""


def test_a_good_file_is_taken_whole():
    book = read_book(GOOD)

    assert book.off == {"TEL205"}
    assert book.severities == {"PLT204": Severity.BLOCK}
    assert book.required == {"sales": ("phone", "vin")}
    assert [(own.code, own.field, own.severity) for own in book.own] == [
        ("OWN201", "card_no", Severity.BLOCK),
        ("OWN202", "email", Severity.WARN),
    ]
    assert book.own[1].required_if == ("client_kind", "юр. лицо")
    assert book.dealer_phones == {"+74951234567"}
    assert book.placeholders == {"+79030000001", "net@mail.ru"}
    assert book.shared("phone") == {"+74957654321"}
    assert book.shared("email") == {"taxi@company.ru"}
    assert book.shared("inn") == frozenset()
    assert book.may_bypass == {"Ольга"}
    assert book.text == GOOD


def test_an_empty_file_changes_nothing():
    book = read_book("")

    assert not book.off
    assert not book.own


@pytest.mark.parametrize(
    ("old", "new", "line", "word"),
    [
        ("on = false", "on = no", 3, "TOML"),
        ("on = false", 'on = "false"', 3, "true or false"),
        ("[rules.TEL205]", "[rules.TEL999]", 2, "TEL999"),
        ('severity = "block"\n\n[req', 'severity = "fatal"\n\n[req', 6, "severity"),
        ("PLT204", "BAS203", 6, "many cards"),
        ('"phone", "vin"', '"phone", "vine"', 9, "vine"),
        ("sales =", "sails =", 9, "sails"),
        ('"OWN201"', '"XYZ201"', 12, "OWN100"),
        ('"OWN202"', '"OWN201"', 12, "OWN201"),
        ('pattern = "K-[0-9]{6}"', 'patern = "K-[0-9]{6}"', 15, "patern"),
        ('pattern = "K-[0-9]{6}"\n', "", 12, "OWN201"),
        ('say = "Номер карты пишется K-000000."', "say = 5", 16, "say"),
        ('pattern = "K-[0-9]{6}"', "longest = true", 15, "longest"),
        ('is = "юр. лицо"}', "}", 22, "TOML"),
        ('"+7 495 123-45-67"', '"никогда"', 25, "никогда"),
        ("[dealer]", "[dealers]", 24, "dealers"),
        ("Taxi@Company.ru", "такси", 30, "такси"),
    ],
)
def test_one_mistake_is_told_with_its_line(old, new, line, word):
    assert old in GOOD

    with pytest.raises(BookError) as told:
        read_book(GOOD.replace(old, new, 1))

    assert word in told.value.reason
    assert told.value.line == line


def test_a_pattern_of_a_megabyte_is_refused():
    text = GOOD.replace("K-[0-9]{6}", "a" * 1_000_000)

    with pytest.raises(BookError, match="longer than"):
        read_book(text)

    assert len(text) > LONGEST_FILE


def test_a_pattern_too_long_for_one_line_is_refused():
    with pytest.raises(BookError, match="500 characters") as told:
        read_book(GOOD.replace("K-[0-9]{6}", "a" * 501))

    assert told.value.line == 15


@given(st.text(max_size=60), st.integers(min_value=0, max_value=len(GOOD)))
def test_whatever_is_typed_into_a_file_it_is_taken_or_refused(text, place):
    with contextlib.suppress(BookError):
        read_book(GOOD[:place] + text + GOOD[place:])
