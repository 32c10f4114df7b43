"""The pages about the rules are what the code says, and leave no rule out."""

import importlib
from pathlib import Path

import pytest

import rules
from resources import texts
from rules.examples import group
from rules.finding import Rule
from rules.registry import RULES
from tools.rules import FOLDER, HEADINGS, INDEX, module, pages, sections

TESTS = Path(__file__).resolve().parent.parent / "rules"
GROUPS = {group(rule): rule for rule in RULES}
CODES = [pytest.param(rule, id=rule.code) for rule in RULES]


@pytest.fixture(scope="module")
def told() -> dict[str, str]:
    return pages()


def test_the_pages_are_up_to_date(told: dict[str, str]) -> None:
    written = {path.name: path.read_text("utf-8") for path in FOLDER.glob("*")}
    wrong = sorted(
        name for name in told.keys() | written.keys() if told.get(name) != written.get(name)
    )

    assert wrong == [], "run `make rules` and commit docs/rules"


@pytest.mark.parametrize("rule", CODES)
def test_a_rule_has_its_page_with_all_its_examples(rule: Rule, told: dict[str, str]) -> None:
    page = told[f"{group(rule)}.md"]
    part = page.partition(f"## {rule.code}\n")[2].partition("\n## ")[0]

    rows = part.splitlines()
    assert sum(row.startswith("| bad |") and rule.code in row for row in rows) == len(rule.bad)
    assert sum(row.startswith("| good |") for row in rows) == len(rule.good)
    assert f"({group(rule)}.md#{rule.code.lower()})" in told[INDEX]


@pytest.mark.parametrize("rule", CODES)
def test_a_rule_is_told_in_both_languages(rule: Rule, told: dict[str, str]) -> None:
    part = told[f"{group(rule)}.md"].partition(f"## {rule.code}\n")[2].partition("\n## ")[0]
    message = next(row for row in part.splitlines() if row.startswith("| message |"))
    _, _, english, russian, _ = message.replace("\\|", "").split("|")

    assert english != russian, f"{rule.code}: translate «{rule.what}»"


@pytest.mark.parametrize("rule", GROUPS.values(), ids=GROUPS)
def test_the_module_of_a_rule_says_what_it_does_and_why(rule: Rule) -> None:
    found = module(rule)
    missing = [heading for heading in HEADINGS if not sections(found).get(heading)]

    assert missing == [], f"{found.__name__}: its docstring needs {', '.join(missing)}"


@pytest.mark.parametrize("rule", GROUPS.values(), ids=GROUPS)
def test_the_module_of_a_rule_has_tests(rule: Rule) -> None:
    name = module(rule).__name__.partition(".")[2]

    assert (TESTS / f"test_{name}.py").exists(), f"write tests/rules/test_{name}.py"


def test_every_module_with_rules_is_registered() -> None:
    folder = Path(rules.__file__).parent
    listed = set(RULES)
    for path in sorted(folder.glob("*.py")):
        found = importlib.import_module(f"rules.{path.stem}")
        for rule in getattr(found, "RULES", ()):
            assert rule in listed, f"{rule.code}: list {path.stem}.RULES in rules/registry.py"


def test_the_language_is_given_back() -> None:
    texts.use("ru")
    pages()

    assert texts.language() == "ru"


def test_a_rule_of_no_module_is_named() -> None:
    rule = Rule("AAA101", "vin", RULES[0].severity, "", "")

    with pytest.raises(LookupError, match="AAA101"):
        module(rule)
