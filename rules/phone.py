"""A phone number, or several of them in one cell.

What it does
    Brings each number to the international form ``+79161234567``. The ``phonenumbers`` library
    is the judge of what is a number; around it stand what it cannot read: several numbers in a
    cell, extensions, names and remarks, floats of a spreadsheet, letters typed for digits,
    foreign numbers without «+», the city codes before December 2005, local numbers.

Why it matters
    The phone is the key most cards share, between the two bases and within a family.

Example
    Blocked: ``8 916 123-45-6`` (a digit is missing)
    Accepted: ``8 (916) 123-45-67``, kept as ``+79161234567``

>>> normalise("8 (916) 123-45-67").value
(Phone(number='+79161234567', extension='', kind='mobile'),)
>>> [finding.code for finding in normalise("8 916 123-45-6").findings]
['TEL102']
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from rules import phone_split
from rules.blanks import LONGEST_TEXT, is_blank
from rules.excel import unfloat
from rules.finding import Finding, Normal, Rule
from rules.phone_number import (
    NATIONAL_LENGTH,
    Phone,
    foreign,
    plain,
    read,
    unallotted,
    with_new_code,
)
from rules.phone_rules import (
    COMPLETED,
    FLOAT,
    LEFT_OUT,
    LETTERS,
    LOCAL,
    NO_SUCH_NUMBER,
    OLD_CODE,
    PLACEHOLDER,
    PLUS_ADDED,
    PLUS_DROPPED,
    PLUS_GUESSED,
    REMARK,
    ROUNDED,
    RULES,
    SEVERAL,
    SUSPICIOUS,
    UNALLOTTED,
    UNREADABLE,
)
from rules.phone_split import Cell, Run

__all__ = ["RULES", "Phone", "normalise"]

# An input mask that nobody filled: «+7 (___) ___-__-__», «8».
_MASK = re.compile(r"[\W_]*[78]?[\W_]*")
_LOCAL_LENGTHS = frozenset((5, 6, 7))
_LONGEST = 17
_SCRAP = 4
_HOUR = 2
# After the 8 of a Russian call come ten digits; with one too many it is no number of Japan.
_AFTER_EIGHT = 12
# A city number of two digits in turn is often a company's own; a mobile one is seldom real.
_FEW = 2
_SEQUENCES = ("1234567", "2345678", "3456789", "7654321", "9876543", "0123456")


def normalise(text: str, area_code: str = "") -> Normal[tuple[Phone, ...]]:
    """The phones in a cell, in their order and each once.

    ``area_code`` is the city code a local number is completed with.
    """
    if phone := plain(text) or foreign(text):
        findings = tuple(_doubts(phone))
        blocked = any(finding.rule is PLACEHOLDER for finding in findings)
        return Normal(None if blocked else (phone,), findings)
    if is_blank(text) or _MASK.fullmatch(text):
        return Normal(None)
    value = text.strip()[:LONGEST_TEXT]
    number = unfloat(value)
    if number and number.rounded:
        return Normal(None, (Finding(ROUNDED, value),))
    if number and len(number.digits) > _SCRAP:
        return _judged(number.digits, phone_split.split(number.digits), area_code, FLOAT)
    return _judged(value, phone_split.split(value), area_code, None)


def _judged(
    text: str, cell: Cell, area_code: str, repair: Rule | None
) -> Normal[tuple[Phone, ...]]:
    """The phones of a cell that was taken apart, with all that was found on the way."""
    reader = _Reader(area_code)
    for run in cell.runs:
        reader.take(run)
    phones = tuple(dict.fromkeys(reader.phones))
    if not phones:
        return Normal(None, tuple(reader.refusals(text)))
    shown = ", ".join(phone.number for phone in phones)
    findings = list(reader.findings)
    if repair:
        findings.append(Finding(repair, text, shown, repaired=True))
    if len(phones) > 1:
        findings.append(Finding(SEVERAL, text, shown, repaired=True))
    if words := " ".join((cell.words, *reader.scraps)).strip():
        params = (("words", words),)
        findings.append(Finding(REMARK, text, shown, repaired=True, params=params))
    findings.extend(Finding(LEFT_OUT, piece) for piece in reader.left_out())
    return Normal(phones, tuple(findings))


class _Reader:
    """Collects the phones of one cell, run by run."""

    def __init__(self, area_code: str) -> None:
        self.phones: list[Phone] = []
        self.findings: list[Finding] = []
        self._area_code = area_code if area_code.isdecimal() else ""
        self._blocked: list[Finding] = []
        self._locals: list[Finding] = []
        self._odd: list[str] = []
        self.scraps: list[str] = []

    def take(self, run: Run) -> None:
        """Read one run of digits."""
        if len(run.digits) <= _SCRAP:
            self.scraps.append(run.raw)
            return
        before = len(self.phones)
        for place, piece in enumerate(_cut(run)):
            if place == 0 and len(piece.digits) == _HOUR:
                self.scraps.append(piece.raw)
            else:
                self._take_number(piece)
        if run.lettered and (found := self.phones[before:]):
            shown = ", ".join(phone.number for phone in found)
            self.findings.append(Finding(LETTERS, run.raw, shown, repaired=True))

    def refusals(self, text: str) -> Iterator[Finding]:
        """Why a cell without one good number has none."""
        if self._blocked or self._locals:
            yield from self._blocked
            yield from self._locals
        else:
            yield Finding(UNREADABLE, text)

    def left_out(self) -> Iterator[str]:
        """The pieces of a cell with a good number that are none themselves."""
        yield from self._odd
        for finding in (*self._blocked, *self._locals):
            yield finding.value

    def _take_number(self, run: Run) -> None:
        if len(run.digits) <= _SCRAP:
            self._odd.append(run.raw)
            return
        if len(run.digits) in _LOCAL_LENGTHS and not run.plus:
            self._take_local(run)
            return
        phone, finding = _judge(run)
        if phone is None:
            self._blocked.append(finding or _no_such(run))
            return
        doubts = list(_doubts(phone))
        if any(doubt.rule is PLACEHOLDER for doubt in doubts):
            self._blocked.extend(doubts)
            return
        self._keep(phone, run, (finding, *doubts))

    def _take_local(self, run: Run) -> None:
        """Complete a local number with the code typed beside it, before it, or the branch's."""
        code = run.tail or self._code_before(run) or self._area_code
        phone = None
        if len(code) + len(run.digits) == NATIONAL_LENGTH:
            phone = plain(code + run.digits) or read("8" + code + run.digits)
        if phone is None:
            self._locals.append(Finding(LOCAL, run.raw))
            return
        finding = Finding(COMPLETED, run.raw, phone.number, repaired=True)
        self._keep(phone, replace(run, tail=""), (None if run.tail else finding,))

    def _code_before(self, run: Run) -> str:
        """The city code of the fixed number before a local one in the same cell."""
        if not self.phones or self.phones[-1].kind != "fixed":
            return ""
        return self.phones[-1].number[2 : 2 + NATIONAL_LENGTH - len(run.digits)]

    def _keep(self, phone: Phone, run: Run, findings: tuple[Finding | None, ...]) -> None:
        extension = run.extension or run.tail
        self.phones.append(replace(phone, extension=extension) if extension else phone)
        self.findings.extend(finding for finding in findings if finding)


def _cut(run: Run) -> Iterator[Run]:
    """The numbers that were typed one after another without a comma."""
    if len(run.digits) <= NATIONAL_LENGTH + 1 or run.plus or _judge(run)[0]:
        yield run
        return
    if len(run.groups[0]) == _HOUR and len(run.digits) == NATIONAL_LENGTH + 1 + _HOUR:
        whole = run.digits[_HOUR:]
        if plain(whole):  # «с 10 до 18 89162403581», «доб. 12 8 (495) 240-35-81»
            yield Run(run.groups[0], run.groups[0], plus=False, groups=run.groups[:1])
            yield replace(run, digits=whole, groups=run.groups[1:])
            return
    yield from _cut_groups(run) or _cut_digits(run) or (run,)


def _cut_groups(run: Run) -> tuple[Run, ...]:
    """The run cut between its groups into good numbers, () if that does not come out even."""
    taken = ""
    for place, group in enumerate(run.groups, start=1):
        taken += group
        rest = run.groups[place:]
        if len(taken) < NATIONAL_LENGTH or not rest or not plain(taken):
            continue
        tail = replace(run, raw=" ".join(rest), digits="".join(rest), groups=rest)
        if tails := _good_tail(tail):
            return (Run(taken, taken, plus=False, groups=(taken,)), *tails)
    return ()


def _good_tail(run: Run) -> tuple[Run, ...]:
    """What follows a good number, cut further; () if it is no number."""
    length = len(run.digits)
    if length <= _SCRAP or length in _LOCAL_LENGTHS or plain(run.digits):
        return (run,)
    return _cut_groups(run) if len(run.digits) > NATIONAL_LENGTH + 1 else ()


def _cut_digits(run: Run) -> tuple[Run, ...]:
    """The run of 20 to 22 digits cut into two good numbers."""
    for length in (NATIONAL_LENGTH + 1, NATIONAL_LENGTH):
        first, second = run.digits[:length], run.digits[length:]
        if plain(first) and plain(second):
            return (
                Run(first, first, plus=False, groups=(first,)),
                replace(run, raw=second, digits=second, groups=(second,)),
            )
    return ()


def _judge(run: Run) -> tuple[Phone | None, Finding | None]:
    """The phone a run of digits is, with the repair or the doubt it took."""
    for rule, phone in _readings(run):
        if phone and rule:
            return phone, Finding(rule, run.raw, phone.number, repaired=rule is not UNALLOTTED)
        if phone:
            return phone, None
    return None, None


def _readings(run: Run) -> Iterator[tuple[Rule | None, Phone | None]]:
    """What the digits may be, the likeliest first, each with the rule that reports it."""
    digits = run.digits
    if len(digits) > _LONGEST:
        return
    number = "+" + digits if run.plus else digits
    yield None, plain(number)
    yield None, read(number)
    yield OLD_CODE, with_new_code(digits)
    if run.plus:
        yield _without_plus(digits)
    elif digits.startswith("00"):
        yield PLUS_ADDED, read("+" + digits[2:])
    elif len(digits) > (_AFTER_EIGHT if digits[0] == "8" else NATIONAL_LENGTH):
        yield PLUS_ADDED, read("+" + digits)
    yield UNALLOTTED, unallotted(digits)


def _without_plus(digits: str) -> tuple[Rule, Phone | None]:
    """What the digits are if the «+» before them was a slip; seven begins no such slip."""
    if len(digits) == NATIONAL_LENGTH:
        return PLUS_GUESSED, None if digits[0] == "7" else plain(digits)
    return PLUS_DROPPED, read(digits) if digits[0] == "8" else None


def _no_such(run: Run) -> Finding:
    if len(set(run.digits[-NATIONAL_LENGTH:])) == 1:
        return Finding(PLACEHOLDER, run.raw)
    return Finding(NO_SUCH_NUMBER, run.raw, params=(("length", str(len(run.digits))),))


def _doubts(phone: Phone) -> Iterator[Finding]:
    """Whether a valid number was invented: certainly (blocked) or perhaps."""
    number = phone.number
    last = number[-7:]
    if last == "0000000" or len(set(number[2:])) == 1:
        yield Finding(PLACEHOLDER, number)
    elif last in _SEQUENCES or len(set(last)) <= (_FEW if phone.kind == "mobile" else 1):
        yield Finding(SUSPICIOUS, number)
