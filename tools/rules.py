"""The pages about the rules, made of the rules themselves: a page for each group of codes.

``python -m tools.rules`` writes ``docs/rules`` anew. The pages hold nothing that is not in the
code: docstrings, definitions, translations, and what the examples come out as today.
"""

import inspect
import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import ModuleType

from resources import texts
from resources.texts import gettext
from rules import registry
from rules.examples import Reader, group, reader
from rules.finding import Finding, Rule, Severity
from rules.registry import RULES
from rules.titles import title

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "docs/rules"
HEADINGS = ("What it does", "Why it matters", "Example")
INDEX = "README.md"

_SEVERITIES = {
    Severity.BLOCK: ("blocks", "блокирует"),
    Severity.WARN: ("warns", "предупреждает"),
    Severity.INFO: ("informs", "сообщает"),
}
_HEADING = re.compile(rf"^({'|'.join(HEADINGS)})\n((?:(?: {{4}}.*)?\n)*)", re.MULTILINE)


def pages() -> dict[str, str]:
    """The text of each page by the name of its file."""
    groups: dict[str, list[Rule]] = {}
    for rule in RULES:
        groups.setdefault(group(rule), []).append(rule)
    told = {f"{name}.md": "\n".join(_page(name, rules)) for name, rules in groups.items()}
    return {INDEX: "\n".join(_index(groups))} | told


def module(rule: Rule) -> ModuleType:
    """The module whose docstring tells of the rule.

    Raises:
        LookupError: no module that the registry imports has the rule in its table.
    """
    for found in vars(registry).values():
        if inspect.ismodule(found) and rule in getattr(found, "RULES", ()):
            return found
    msg = f"{rule.code}: list its module's RULES in rules/registry.py"
    raise LookupError(msg)


def sections(told: ModuleType) -> dict[str, str]:
    """What the docstring of a module says under each of its headings."""
    found = _HEADING.findall((told.__doc__ or "") + "\n")
    return {name: _prose(inspect.cleandoc(text)) for name, text in found}


def _summary(told: ModuleType) -> str:
    """The first sentence of a docstring, without the letters of the codes."""
    first = (told.__doc__ or "").strip().splitlines()[0]
    bare = re.sub(r"^[A-Z]{2,3}: ", "", first)
    return _prose(bare[:1].upper() + bare[1:])


def _prose(text: str) -> str:
    """A docstring's text as Markdown."""
    return text.replace("``", "`")


def _index(groups: dict[str, list[Rule]]) -> Iterator[str]:
    count = len(RULES)
    examples = sum(len(rule.bad) + len(rule.good) for rule in RULES)
    yield "# The rules"
    yield ""
    yield (
        f"Sverka has {count} rules in {len(groups)} groups. "
        f"Their {examples} examples are run as tests at every change."
    )
    yield (
        "The first digit of a code tells the severity: 1 blocks what is certainly wrong, 2 warns "
        "of what is doubtful, 3 tells what was repaired or noticed "
        "([why](../adr/0005-block-warn-info.md)). A dealer may change it in his rule file."
    )
    yield "A code is never given to another rule."
    yield ""
    yield "These pages are made by `python -m tools.rules` from the code."
    yield ""
    yield "| group | about | blocks | warns | informs |"
    yield "|---|---|---|---|---|"
    for name, rules in groups.items():
        counts = (sum(rule.severity is level for rule in rules) for level in Severity)
        cells = " | ".join(str(number or "") for number in counts)
        yield f"| [{name}]({name}.md) | {_cell(_summary(module(rules[0])))} | {cells} |"
    for name, rules in groups.items():
        yield ""
        yield f"## {name}"
        yield ""
        yield "| code | | what is wrong | по-русски |"
        yield "|---|---|---|---|"
        for rule in rules:
            link = f"[{rule.code}]({name}.md#{rule.code.lower()})"
            both = " | ".join(_titled(rule, language) for language in ("en", "ru"))
            yield f"| {link} | {_SEVERITIES[rule.severity][0]} | {both} |"
    yield ""


def _titled(rule: Rule, language: str) -> str:
    """What is wrong, without a value, in a language."""
    with _speaking(language):
        return _cell(title(rule))


def _page(name: str, rules: list[Rule]) -> Iterator[str]:
    told = module(rules[0])
    text = sections(told)
    yield f"# {name}"
    yield ""
    yield _summary(told)
    for heading in HEADINGS[:2]:
        yield ""
        yield f"**{heading}.** {text.get(heading, '')}"
    yield ""
    yield f"[All rules]({INDEX})"
    for rule in rules:
        yield ""
        yield from _rule(rule, reader(rule))
    yield ""


def _rule(rule: Rule, read: Reader) -> Iterator[str]:
    """The part of a page about one rule."""
    yield f"## {rule.code}"
    yield ""
    yield "| | English | по-русски |"
    yield "|---|---|---|"
    english, russian = _SEVERITIES[rule.severity]
    yield f"| severity | {english} | {russian} |"
    found = _first(rule, read)
    for heading, part in (("message", rule.what), ("advice", rule.how)):
        both = " | ".join(_rendered(part, found, language) for language in ("en", "ru"))
        yield f"| {heading} | {both} |"
    norm = rule.source or "none; it rests on what dealers' bases hold"
    yield f"| norm | {_cell(norm)} | |"
    yield ""
    yield from _examples(rule, read)


def _examples(rule: Rule, read: Reader) -> Iterator[str]:
    """The rule's examples with what comes out of them."""
    kept = any(read.read(text).value is not None for text in (*rule.bad, *rule.good))
    yield "| | text | kept as | found |" if kept else "| | text | found |"
    yield "|---|---|---|---|" if kept else "|---|---|---|"
    for kind, examples in (("bad", rule.bad), ("good", rule.good)):
        for text in examples:
            outcome = read.read(text)
            value = "" if outcome.value is None else read.written(outcome.value)
            cells = [kind, _code(text), *([_code(value) if value else "nothing"] if kept else [])]
            codes = ", ".join(dict.fromkeys(found.code for found in outcome.findings))
            yield f"| {' | '.join(cells)} | {codes} |"


def _first(rule: Rule, read: Reader) -> Finding:
    """What the rule finds in its first bad text.

    Raises:
        LookupError: it has none, or finds nothing in it.
    """
    for text in rule.bad:
        for found in read.read(text).findings:
            if found.code == rule.code:
                return found
    msg = f"{rule.code}: give it a bad text in which it finds something"
    raise LookupError(msg)


def _rendered(part: str, found: Finding, language: str) -> str:
    """A sentence of the rule about a finding, in a language."""
    names = dict(found.params) | {"value": found.value, "suggestion": found.suggestion}
    with _speaking(language):
        return _cell(gettext(part).format(**names)) if part else ""


@contextmanager
def _speaking(language: str) -> Iterator[None]:
    """Speak a language for a while."""
    before = texts.language()
    texts.use(language)
    try:
        yield
    finally:
        texts.use(before)


def _cell(text: str) -> str:
    """A text that may stand in a cell of a table."""
    return text.replace("|", "\\|").replace("*", "\\*").replace("\n", " ")


def _code(text: str) -> str:
    """A text as it was typed, in a cell of a table."""
    barred = text.replace("|", "\\|")
    return f"`{barred}`" if text else "an empty cell"


def main() -> None:
    """Write the pages and drop those of groups that are no more."""
    FOLDER.mkdir(exist_ok=True)
    told = pages()
    for old in FOLDER.glob("*.md"):
        if old.name not in told:
            old.unlink()
    for name, text in told.items():
        (FOLDER / name).write_text(text, encoding="utf-8")
    print(f"{len(told)} pages about {len(RULES)} rules in {FOLDER.relative_to(ROOT)}")


if __name__ == "__main__":
    main()
