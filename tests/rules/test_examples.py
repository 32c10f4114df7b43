"""Every rule's own examples are its tests: bad texts are found, good ones are let through."""

import pytest

from rules.examples import READERS, findings, group, reader, shown
from rules.finding import Finding, Rule, Severity
from rules.registry import RULES
from tests.rules.findings import assert_renders, blocking, codes

BAD = [pytest.param(rule, text, id=f"{rule.code} {text}") for rule in RULES for text in rule.bad]
GOOD = [pytest.param(rule, text, id=f"{rule.code} {text}") for rule in RULES for text in rule.good]


def read(rule: Rule, text: str) -> tuple[Finding, ...]:
    try:
        return reader(rule).read(text).findings
    except KeyError:
        pytest.fail(
            f"{rule.code}: nothing reads the texts of «{rule.field}» or of the group "
            f"{group(rule)}: add a Reader to READERS in rules/examples.py"
        )


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_a_rule_carries_examples(rule: Rule) -> None:
    where = f"{rule.code} ({rule.field}): give its Rule(...)"

    assert rule.bad, f"{where} `bad`, raw texts on which it finds something"
    assert rule.good, f"{where} `good`, raw texts on which it finds nothing"


@pytest.mark.parametrize(("rule", "text"), BAD)
def test_a_bad_text_is_found(rule: Rule, text: str) -> None:
    found = read(rule, text)

    assert rule.code in codes(found), f"{rule.code} finds nothing in its bad text «{text}»"
    assert_renders(found, RULES)


@pytest.mark.parametrize(("rule", "text"), GOOD)
def test_a_good_text_is_let_through(rule: Rule, text: str) -> None:
    found = read(rule, text)

    assert rule.code not in codes(found), f"{rule.code} finds something in its good text «{text}»"
    assert blocking(found) == [], f"the good text «{text}» of {rule.code} is blocked"


@pytest.mark.parametrize(("rule", "text"), BAD)
def test_what_blocks_a_text_leaves_no_value(rule: Rule, text: str) -> None:
    if rule.severity is Severity.BLOCK and rule.field not in ("card", "client", "entry"):
        assert reader(rule).read(text).value is None


@pytest.mark.parametrize(
    ("field", "text", "code"),
    [
        ("name", "Иван | Иванов | ", "NAM211"),
        ("make_model", "Kia | Ракета", "MDL201"),
        ("date", "12.03.2030 г.р.", "DAT103"),
        ("date", "12.03.2030", "DAT202"),
        ("card", "нет | | 123 | ", "CRD101"),
        ("entry", "Иванов Иван | | ", "ENT102"),
    ],
)
def test_columns_and_births_are_told_by_the_text(field: str, text: str, code: str) -> None:
    assert codes(findings(field, text)) == [code]


@pytest.mark.parametrize(
    ("field", "text", "normal"),
    [
        ("vin", "xw8 aa11b0ck000123", "XW8AA11B0CK000123"),
        ("phone", "8 (495) 240-35-81 доб. 12", "+74952403581 доб. 12"),
        ("date", "12 марта 2015 г.", "12.03.2015"),
        ("client", "ИП Иванов Иван", "ИП Иванов Иван"),
        ("amount", "1 500 руб.", "1500.00"),
        ("vin", "нет", ""),
    ],
)
def test_a_normal_form_is_written_as_a_text(field: str, text: str, normal: str) -> None:
    assert shown(field, text) == normal


def test_an_unknown_field_is_an_error() -> None:
    with pytest.raises(KeyError):
        findings("nothing", "text")


def test_every_reader_reads_a_registered_rule() -> None:
    known = {rule.field for rule in RULES} | {group(rule) for rule in RULES}

    assert set(READERS) <= known
