import re
from importlib import import_module
from pathlib import Path

import pytest

import rules
from rules.finding import Rule, message
from rules.registry import RULES, rule

FOLDER = Path(rules.__file__).parent
MODULES = sorted(
    path.stem
    for path in FOLDER.glob("*.py")
    if path.stem != "registry" and re.search(r"^RULES\b", path.read_text("utf-8"), re.MULTILINE)
)


def test_no_two_rules_share_a_code():
    codes = [entry.code for entry in RULES]

    assert len(set(codes)) == len(codes)


@pytest.mark.parametrize("name", MODULES)
def test_every_rule_of_a_module_is_registered(name):
    listed = set(RULES)

    assert [entry for entry in import_module(f"rules.{name}").RULES if entry not in listed] == []


@pytest.mark.parametrize("name", MODULES)
def test_every_rule_defined_in_a_module_is_in_its_table(name):
    module = import_module(f"rules.{name}")
    defined = {value for value in vars(module).values() if isinstance(value, Rule)}

    assert defined <= set(module.RULES) | set(RULES)


@pytest.mark.parametrize("entry", RULES, ids=lambda entry: entry.code)
def test_a_rule_has_a_code_and_both_sentences(entry):
    assert re.fullmatch(r"[A-Z]{2,3}\d{3}", entry.code)
    assert entry.what.endswith((".", "?")) and entry.how.endswith((".", "?"))
    names = re.findall(r"{(\w+)}", entry.what + entry.how)
    shown = message(entry, "value", "suggestion", tuple((name, name) for name in names))
    assert "{" not in shown


def test_the_number_of_a_code_tells_its_severity():
    told = {"1": "block", "2": "warn", "3": "info"}

    for entry in RULES:
        digit = re.search(r"\d", entry.code)[0]
        assert entry.severity == told[digit], entry.code


def test_finds_a_rule_by_its_code():
    assert rule("TEL101") is next(entry for entry in RULES if entry.code == "TEL101")


def test_an_unknown_code_is_an_error():
    with pytest.raises(KeyError):
        rule("XYZ999")
