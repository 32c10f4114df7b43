"""The VIN, the strongest key between sales and service (ISO 3779).

What it does
    Brings a VIN to 17 characters of ``0-9 A-Z`` without I, O and Q: upper case, no separators,
    Cyrillic and other look-alikes replaced. Blocks what cannot be a VIN.

Why it matters
    A broken VIN merges strangers or hides a returning client. The check digit never blocks:
    it is right in 43 of 100 real VINs here, because outside North America and China
    a plant need not keep it.

Example
    Blocked: ``XW8AA11B0CK00012`` (16 characters)
    Accepted: ``XW8AA11B0CK000123``

>>> normalise("хw8аa 11b0 cк000123").value
'XW8AA11B0CK000123'
>>> [finding.code for finding in normalise("XW8AA11B0CK00012").findings]
['VIN101']
"""

import re
import unicodedata
from operator import mul

from resources.texts import marked
from rules import body_no
from rules.blanks import LONGEST_TEXT, is_blank, is_wordless
from rules.finding import Finding, Normal, Rule, Severity
from rules.letters import from_cyrillic_layout, has_cyrillic, has_latin

LENGTH = 17

WRONG_LENGTH = Rule(
    "VIN101",
    "vin",
    Severity.BLOCK,
    marked("A VIN has 17 characters, here there are {length}."),
    marked("Copy it whole from the registration certificate."),
    source="ISO 3779; ТР ТС 018/2011",
    bad=("XW8AA11B0CK00012", "XW8AA11B0CK0001234"),
    good=("XW8AA11B0CK000123",),
)
WRONG_LETTER = Rule(
    "VIN102",
    "vin",
    Severity.BLOCK,
    marked("A VIN cannot hold {letters}."),
    marked("Write it with Latin letters, without I, O and Q, and digits."),
    source="ISO 3779; ТР ТС 018/2011",
    bad=("XW8AA11Б0CK000123", "XW8AA11$0ЩK000123"),
    good=("XW8AA11B0CK000123", "XW8АА11В0СК000123"),
)
TAIL_ONLY = Rule(
    "VIN103",
    "vin",
    Severity.BLOCK,
    marked("«{value}» is only the end of a VIN, many cars share it."),
    marked("Write all 17 characters."),
    source="ISO 3779; ТР ТС 018/2011",
    bad=("000123", "СK000123"),
    good=("XW8AA11B0CK000123",),
)
TWO_VINS = Rule(
    "VIN104",
    "vin",
    Severity.BLOCK,
    marked("The cell holds several different VINs: {value}."),
    marked("Leave the one of this car."),
    source="ISO 3779; ТР ТС 018/2011",
    bad=("XW8AA11B0CK000123, XW8AA11B0CK000124",),
    good=("XW8AA11B0CK000123", "XW8AA11B0CK000123 XW8AA11B0CK000123"),
)
BODY_NUMBER = Rule(
    "VIN201",
    "vin",
    Severity.WARN,
    marked("«{value}» is a body (frame) number, not a VIN."),
    marked("Move it to the field of the body number: {suggestion}."),
    source="ТР ТС 018/2011",
    bad=("NZE141-9134919",),
    good=("XW8AA11B0CK000123",),
)
TAIL_NOT_DIGITS = Rule(
    "VIN202",
    "vin",
    Severity.WARN,
    marked("The last four characters of a VIN are digits, here they are «{tail}»."),
    marked("Compare it with the registration certificate."),
    source="ISO 3779; ТР ТС 018/2011",
    bad=("XW8AA11B0CK00A12B",),
    good=("XW8AA11B0CK000123",),
)
MONOTONOUS = Rule(
    "VIN203",
    "vin",
    Severity.WARN,
    marked("The VIN {value} looks invented: its last eight characters hardly differ."),
    marked("Compare it with the registration certificate."),
    bad=("XW8AA11B000000000", "XW8AA11B011111111"),
    good=("XW8AA11B0CK000123",),
)
LOOKALIKES = Rule(
    "VIN301",
    "vin",
    Severity.INFO,
    marked("Look-alike characters in the VIN were replaced: {suggestion}."),
    marked("A VIN has Latin letters only and never I, O or Q."),
    source="ISO 3779; ТР ТС 018/2011",
    bad=("ХW8АА11В0СК000123", "XW8AA11BOCK000I23"),
    good=("XW8AA11B0CK000123", "xw8aa11b0ck000123"),
)
PLACEHOLDER = Rule(
    "VIN302",
    "vin",
    Severity.INFO,
    marked("«{value}» stands for a missing VIN."),
    marked("Leave the cell empty."),
    bad=("ОТСУТСТВУЕТ", "11111111111111111", "нет"),
    good=("XW8AA11B0CK000123", ""),
)
CHECK_DIGIT = Rule(
    "VIN303",
    "vin",
    Severity.INFO,
    marked("The check digit of the VIN {value} does not agree."),
    marked("Cars for America and China keep it: compare with the registration certificate."),
    source="49 CFR 565; GB 16735",
    bad=("1AAAA11B0CK000123",),
    good=("1AAAA11B4CK000123", "XW8AA11B0CK000123"),
)
WORDS_AROUND = Rule(
    "VIN304",
    "vin",
    Severity.INFO,
    marked("Other text around the VIN was left out."),
    marked("Keep only the VIN in the cell: {suggestion}."),
    source="ISO 3779; ТР ТС 018/2011",
    bad=("VW TIGUAN VIN XW8AA11B0CK000123",),
    good=("XW8AA11B0CK000123", "VIN XW8AA11B0CK000123"),
)
LAYOUT = Rule(
    "VIN305",
    "vin",
    Severity.INFO,
    marked("«{value}» was typed in the wrong keyboard layout."),
    marked("It reads {suggestion}."),
    source="ISO 3779",
    bad=("ЧЦ8ФФ11И0СЛ000123",),
    good=("XW8AA11B0CK000123",),
)
RULES = (
    WRONG_LENGTH,
    WRONG_LETTER,
    TAIL_ONLY,
    TWO_VINS,
    BODY_NUMBER,
    TAIL_NOT_DIGITS,
    MONOTONOUS,
    LOOKALIKES,
    PLACEHOLDER,
    CHECK_DIGIT,
    WORDS_AROUND,
    LAYOUT,
)

FOLD = str.maketrans("АВЕКМНРСТУХОOQIІЗДЈЅ", "ABEKMHPCTYX000113DJS")
"""What each letter typed instead of a VIN character stands for."""

_VIN = re.compile(r"[A-HJ-NPR-Z0-9]{17}")
_LABEL = re.compile(r"^\W*(?:VIN|ВИН)(?![A-Z0-9])[\s:.\-]*(?:КОД|CODE|НОМЕР|NUMBER|NO\b)?|[№#]")
_PIECES = re.compile(r"[\W_]+")
_TAIL = re.compile(r"(?=.*[0-9]{4})[A-Z0-9]{4,8}")
_PLACEHOLDER_STARTS = ("1234567890", "0123456789", "ABCDEFGH")
_FEW_CHARACTERS = 3
_CHECKED_MARKETS = frozenset("12345L")
_ALPHABET = "0123456789ABCDEFGHJKLMNPRSTUVWXYZ"
_VALUE_OF = dict(zip(_ALPHABET, map(int, "012345678912345678123457923456789"), strict=True))
_WEIGHTS = (8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2)
_CHECK_PLACE = 8


def check_digit_ok(vin: str) -> bool:
    """Whether the ninth character of a normal VIN is the check digit of the others."""
    total = sum(map(mul, _WEIGHTS, map(_VALUE_OF.__getitem__, vin)))
    return vin[_CHECK_PLACE] == "0123456789X"[total % 11]


def normalise(text: str) -> Normal[str]:
    """The VIN in a cell, None where there is none or it is no VIN."""
    raw = text.strip()[:LONGEST_TEXT]
    plain = raw.upper()
    if _VIN.fullmatch(plain):
        return _judged(plain, ())
    if is_blank(plain):
        if is_wordless(plain):
            return Normal(None)
        return Normal(None, (Finding(PLACEHOLDER, raw),))
    return _read(raw)


def _judged(vin: str, repairs: tuple[Finding, ...]) -> Normal[str]:
    """A well-formed VIN with what is doubtful about it, None if it is a placeholder."""
    if len(set(vin)) <= _FEW_CHARACTERS or vin.startswith(_PLACEHOLDER_STARTS):
        return Normal(None, (Finding(PLACEHOLDER, vin),))
    findings = list(repairs)
    if not vin[-4:].isdigit():
        findings.append(Finding(TAIL_NOT_DIGITS, vin, params=(("tail", vin[-4:]),)))
    if len(set(vin[-8:])) <= _FEW_CHARACTERS:
        findings.append(Finding(MONOTONOUS, vin))
    if vin[0] in _CHECKED_MARKETS and not check_digit_ok(vin):
        findings.append(Finding(CHECK_DIGIT, vin))
    return Normal(vin, tuple(findings))


def _read(text: str) -> Normal[str]:
    """The VIN that a cell holds besides separators, labels, look-alikes and other text."""
    bare = _LABEL.sub(" ", unicodedata.normalize("NFKC", text.replace("№", " ")).upper())
    compact = _PIECES.sub("", bare)
    vin = compact.translate(FOLD)
    if _VIN.fullmatch(vin) and not (vin[0] == "0" and has_cyrillic(compact[0])):
        changed = vin != compact
        return _judged(vin, (Finding(LOOKALIKES, text, vin, repaired=True),) if changed else ())
    typed = _PIECES.sub("", from_cyrillic_layout(bare)) if not has_latin(compact) else ""
    if _VIN.fullmatch(typed):
        return _judged(typed, (Finding(LAYOUT, text, typed, repaired=True),))
    pieces = [piece for piece in _PIECES.split(bare) if _VIN.fullmatch(piece.translate(FOLD))]
    vins = dict.fromkeys(piece.translate(FOLD) for piece in pieces)
    if len(vins) > 1:
        return Normal(None, (Finding(TWO_VINS, ", ".join(vins)),))
    if vins:
        vin = next(iter(vins))
        return _judged(vin, (Finding(WORDS_AROUND, text, vin, repaired=True),))
    return Normal(None, _why_not(text, compact, vin))


def _why_not(text: str, compact: str, folded: str) -> tuple[Finding, ...]:
    """The findings on a text that is no VIN."""
    if len(folded) != LENGTH and not any(character.isdigit() for character in compact):
        return (Finding(PLACEHOLDER, text),)
    if body_no.is_frame_number(text):
        return (Finding(BODY_NUMBER, text, body_no.compact(text)),)
    if _TAIL.fullmatch(folded):
        return (Finding(TAIL_ONLY, text),)
    findings = []
    if len(folded) != LENGTH:
        findings.append(Finding(WRONG_LENGTH, text, params=(("length", str(len(folded))),)))
    wrong = dict.fromkeys(character for character in folded if character not in _VALUE_OF)
    if wrong:
        findings.append(Finding(WRONG_LETTER, text, params=(("letters", ", ".join(wrong)),)))
    return tuple(findings)
