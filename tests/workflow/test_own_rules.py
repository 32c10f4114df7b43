"""A dealer's own rules: what breaks them, and that no pattern takes for ever."""

import polars as pl
import pytest

from rules.book import OwnRule
from rules.finding import Severity
from workflow.entries import ENTRIES, JOINT
from workflow.own_rules import broken, can_match


def entries(*texts: str, field: str = "card_no") -> pl.DataFrame:
    rows = [(at, at, field, 0, text, text) for at, text in enumerate(texts, 1)]
    return pl.DataFrame(rows, schema=ENTRIES, orient="row")


def rule(**asked: object) -> OwnRule:
    base = {"code": "OWN201", "field": "card_no", "severity": Severity.WARN, "say": "Так не пишут."}
    return OwnRule(**(base | asked))


@pytest.mark.parametrize(
    ("asked", "good", "bad"),
    [
        ({"pattern": "K-[0-9]{3}"}, "K-123", "K-1234"),
        ({"pattern": "А|Б"}, "Б", "Бв"),
        ({"values": ("серебро", "золото")}, "золото", "бронза"),
        ({"shortest": 3}, "абв", "аб"),
        ({"longest": 3}, "абв", "абвг"),
        ({"least": 10, "most": 20.5}, "20,5", "21"),
        ({"least": 0}, "1 000", "много"),
    ],
)
def test_a_text_that_breaks_a_rule_is_found(asked, good, bad):
    found = broken(entries(good, bad), [rule(**asked)])

    assert found["text"].to_list() == [bad]
    assert found["code"].to_list() == ["OWN201"]


def test_a_text_is_asked_for_where_another_field_says_so():
    kinds = entries("юр. лицо", "ЮР. ЛИЦО", "физ. лицо", field="client_kind")
    mails = entries("a@b.ru", field="email")

    asked = rule(field="email", required_if=("client_kind", "юр. лицо"))

    found = broken(pl.concat([kinds, mails]), [asked])
    assert found.select("row_id", "field", "raw").rows() == [(2, "email", "")]


def test_a_part_of_a_name_is_one_of_its_fields():
    names = entries(JOINT.join(("Орлова", "Анна", "")), field="name_parts")

    assert broken(names, [rule(field="first_name", pattern="Анна")]).is_empty()
    assert broken(names, [rule(field="last_name", pattern="Анна")]).height == 1


@pytest.mark.parametrize("pattern", ["(", "(?=а)", "(а{1000}){1000}", "\\"])
def test_a_pattern_that_cannot_be_matched_is_known_before(pattern):
    assert not can_match(pattern)


def test_a_catastrophic_pattern_costs_no_more_than_its_text():
    text = "a" * 100_000 + "!"
    assert can_match("(a+)+$")

    assert broken(entries(text), [rule(pattern="(a+)+$")]).height == 1
