"""A rule file read into a book; what is wrong in it is told with its line."""

import re
import tomllib
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from typing import Any, NoReturn

from resources.texts import gettext
from rules import across, email, phone, registry
from rules.book import KINDS, OwnRule, RuleBook
from rules.fields import Field
from rules.finding import Severity

LONGEST_FILE = 200_000
LONGEST_PATTERN = 500
_MOST_OWN = 200
_OWN_CODE = re.compile(r"OWN[0-9]{3}")
_AT_LINE = re.compile(r" \(at line (\d+), column \d+\)$|\(at end of document\)$")
_TABLES = {"rules", "required", "own", "dealer", "known", "entry"}
_RULE_KEYS = {"on", "severity"}
_LISTS = {
    "dealer": {"phones"},
    "known": {"shared_phones", "shared_emails", "placeholders"},
    "entry": {"may_bypass"},
}
_LIMITS = {"shortest": int, "longest": int, "least": float, "most": float}
_OWN_KEYS = {"code", "field", "severity", "say", "pattern", "values", "required_if", *_LIMITS}
_JOINED = {Field.ZIP, Field.REGION, Field.CITY, Field.STREET, Field.HOUSE, Field.FLAT}


class BookError(Exception):
    """What is wrong in a rule file, in the user's words; ``line`` counts from 1, 0 if unknown."""

    def __init__(self, reason: str, line: int = 0) -> None:
        super().__init__(reason)
        self.reason = reason
        self.line = line


@lru_cache(maxsize=4)
def read_book(text: str) -> RuleBook:
    """The book that a TOML file describes.

    Raises:
        BookError: the file is no rule file; nothing of it is taken.
    """
    if len(text) > LONGEST_FILE:
        raise BookError(gettext("The file is longer than a rule file can be."))
    try:
        tables = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise _not_toml(error, text) from None
    return _Reader(text).book(tables)


def _not_toml(error: tomllib.TOMLDecodeError, text: str) -> BookError:
    found = _AT_LINE.search(str(error))
    line = int(found[1]) if found and found[1] else text.count("\n") + 1
    reason = gettext("This line is not TOML: check its quotes, brackets and the = sign.")
    return BookError(reason, line)


class _Reader:
    """Takes the tables of a file one by one and knows where each key stands."""

    def __init__(self, text: str) -> None:
        self._text = text

    def book(self, tables: Mapping[str, Any]) -> RuleBook:
        """The whole book."""
        self._known_keys(tables, _TABLES, "")
        off, severities = self._rules(self._table(tables, "rules"))
        lists = {name: self._lists(tables, name) for name in _LISTS}
        return RuleBook(
            text=self._text,
            off=off,
            severities=severities,
            required=self._required(self._table(tables, "required")),
            own=self._own(tables.get("own", [])),
            dealer_phones=self._phones(lists["dealer"]["phones"]),
            shared_phones=self._phones(lists["known"]["shared_phones"]),
            shared_emails=self._emails(lists["known"]["shared_emails"]),
            placeholders=frozenset(map(_normal, lists["known"]["placeholders"])),
            may_bypass=lists["entry"]["may_bypass"],
        )

    def _rules(self, table: Mapping[str, Any]) -> tuple[frozenset[str], dict[str, Severity]]:
        off: set[str] = set()
        severities: dict[str, Severity] = {}
        for code, said in table.items():
            if code not in registry.codes():
                self._fail(gettext("There is no rule {code}.").format(code=code), code)
            if not isinstance(said, Mapping):
                self._fail(gettext("Write the rule as a table: [rules.{code}]."), code, code=code)
            self._known_keys(said, _RULE_KEYS, code)
            if not isinstance(said.get("on", True), bool):
                self._fail(gettext("“on” is true or false."), code, "on")
            if not said.get("on", True):
                off.add(code)
            if "severity" in said:
                severities[code] = self._severity(said["severity"], code)
            if code in across.CODES and severities.get(code) is Severity.BLOCK:
                reason = gettext("{code} judges many cards together: it can warn, not block.")
                self._fail(reason, code, "severity", code=code)
        return frozenset(off), severities

    def _severity(self, said: object, *place: str) -> Severity:
        if said not in set(Severity):
            self._fail(gettext("A severity is block, warn or info."), *place, "severity")
        return Severity(str(said))

    def _required(self, table: Mapping[str, Any]) -> dict[str, tuple[str, ...]]:
        self._known_keys(table, set(KINDS), "required")
        return {
            kind: tuple(self._field(one, "required", kind) for one in self._texts(said, kind))
            for kind, said in table.items()
        }

    def _own(self, said: object) -> tuple[OwnRule, ...]:
        if not isinstance(said, list) or not all(isinstance(one, Mapping) for one in said):
            self._fail(gettext("Write each rule of your own as a table: [[own]]."), "own")
        if len(said) > _MOST_OWN:
            self._fail(gettext("{most} rules of your own are the most."), "own", most=_MOST_OWN)
        rules = tuple(self._own_rule(one) for one in said)
        codes = [one.code for one in rules]
        for code in codes:
            if codes.count(code) > 1:
                self._fail(gettext("Two rules have the code {code}.").format(code=code), code)
        return rules

    def _own_rule(self, said: Mapping[str, Any]) -> OwnRule:
        code = str(said.get("code", ""))
        if not _OWN_CODE.fullmatch(code):
            self._fail(
                gettext("A rule of your own has a code from OWN100 to OWN399."), code or "own"
            )
        self._known_keys(said, _OWN_KEYS, code)
        if not {"pattern", "values", "required_if", *_LIMITS} & set(said):
            self._fail(gettext("The rule {code} asks for nothing.").format(code=code), code)
        if not isinstance(said.get("say"), str) or not said["say"].strip():
            self._fail(gettext("“say” is the sentence that the rule tells."), code, "say")
        return OwnRule(
            code=code,
            field=self._field(said.get("field"), code, "field"),
            severity=self._severity(said.get("severity", Severity.WARN), code),
            say=said["say"].strip(),
            pattern=self._pattern(said, code),
            values=tuple(self._texts(said["values"], code)) if "values" in said else None,
            required_if=self._required_if(said, code),
            **self._limits(said, code),
        )

    def _pattern(self, said: Mapping[str, Any], code: str) -> str | None:
        pattern = said.get("pattern")
        if pattern is None:
            return None
        if not isinstance(pattern, str) or len(pattern) > LONGEST_PATTERN:
            reason = gettext("A pattern is a text of at most {most} characters.")
            self._fail(reason, code, "pattern", most=LONGEST_PATTERN)
        return pattern

    def _limits(self, said: Mapping[str, Any], code: str) -> dict[str, Any]:
        for name, kind in _LIMITS.items():
            limit = said.get(name, 0)
            if isinstance(limit, bool) or not isinstance(limit, int | kind):
                self._fail(gettext("“{name}” is a number."), code, name, name=name)
        return {name: said.get(name) for name in _LIMITS}

    def _required_if(self, said: Mapping[str, Any], code: str) -> tuple[str, str] | None:
        condition = said.get("required_if")
        if condition is None:
            return None
        if not isinstance(condition, Mapping) or set(condition) != {"field", "is"}:
            reason = gettext("Write required_if = {field = …, is = …}, both texts in quotes.")
            raise BookError(reason, line_of(self._text, code, "required_if"))
        return self._field(condition["field"], code, "required_if"), str(condition["is"])

    def _field(self, said: object, *place: str) -> str:
        if said not in set(Field):
            self._fail(gettext("There is no field “{field}”."), *place, field=said)
        if said in _JOINED:
            reason = gettext("Parts of an address are one field here: write “address”.")
            self._fail(reason, *place)
        return str(said)

    def _lists(self, tables: Mapping[str, Any], name: str) -> dict[str, frozenset[str]]:
        table = self._table(tables, name)
        self._known_keys(table, _LISTS[name], name)
        return {key: frozenset(self._texts(table.get(key, []), key)) for key in _LISTS[name]}

    def _phones(self, texts: Iterable[str]) -> frozenset[str]:
        found: set[str] = set()
        for text in sorted(texts):
            numbers = phone.normalise(text).value
            if not numbers:
                self._fail(gettext("“{text}” is no phone number."), text, text=text)
            found.update(one.number for one in numbers)
        return frozenset(found)

    def _emails(self, texts: Iterable[str]) -> frozenset[str]:
        found: set[str] = set()
        for text in sorted(texts):
            addresses = email.normalise(text).value
            if not addresses:
                self._fail(gettext("“{text}” is no e-mail address."), text, text=text)
            found.update(addresses)
        return frozenset(found)

    def _texts(self, said: object, *place: str) -> list[str]:
        if not isinstance(said, list) or not all(isinstance(one, str) for one in said):
            self._fail(gettext("Write a list: texts in quotes, in square brackets."), *place)
        return [str(one).strip() for one in said if str(one).strip()]

    def _table(self, tables: Mapping[str, Any], name: str) -> Mapping[str, Any]:
        table = tables.get(name, {})
        if not isinstance(table, Mapping):
            self._fail(gettext("“{name}” is a table: [{name}]."), name, name=name)
        return table

    def _known_keys(self, table: Mapping[str, Any], known: Iterable[str], place: str) -> None:
        for key in table:
            if key not in known:
                names = ", ".join(sorted(known))
                reason = gettext("“{key}” is not known here; known are {names}.")
                self._fail(reason, place, key, key=key, names=names)

    def _fail(self, reason: str, *place: str, **names: object) -> NoReturn:
        text = reason.format(**names) if names else reason
        raise BookError(text, line_of(self._text, *place))


def line_of(text: str, *place: str) -> int:
    """The line of the last of these words, the later ones in the table of the first; 0 if none.

    A word that does not stand there leaves the line of the one before it.
    """
    lines = text.splitlines()
    found = 0
    for word in filter(None, place):
        within = _table_around(lines, found) if found else range(1, len(lines) + 1)
        whole = re.compile(rf"(?<!\w){re.escape(word)}(?!\w)")
        found = next((at for at in within if whole.search(lines[at - 1])), found)
    return found


def _table_around(lines: Sequence[str], line: int) -> range:
    """The numbers of the lines of the table that a line belongs to."""
    heads = [at for at, text in enumerate(lines, 1) if text.lstrip().startswith("[")]
    first = max((at for at in heads if at <= line), default=1)
    last = min((at for at in heads if at > line), default=len(lines) + 1)
    return range(first, last)


def _normal(text: str) -> str:
    """A placeholder as its field's rule would write it."""
    numbers = phone.normalise(text).value
    if numbers:
        return numbers[0].number
    return text.lower() if "@" in text else text.upper()
