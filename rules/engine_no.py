"""The model and the number of an engine.

What it does
    Joins model and number, upper case, without separators; twins become Latin unless a letter
    exists in Cyrillic only. Tells a volume, a power or a fuel typed there.

Why it matters
    It proves a contract engine, and tells apart cars whose VIN was typed wrong.

Example
    Blocked: ``1.6 л`` (a volume)
    Accepted: ``21126, 3456789``, kept as ``211263456789``

>>> normalise("G4FC  ВW123456").value
'G4FCBW123456'
"""

import re

from resources.texts import marked
from rules.blanks import LONGEST_TEXT, is_blank, is_wordless
from rules.finding import Finding, Normal, Rule, Severity
from rules.settle import settled

NOT_A_NUMBER = Rule(
    "ENG101",
    "engine_no",
    Severity.BLOCK,
    marked("«{value}» is no number of an engine."),
    marked("Copy model and number from the registration certificate, for example 21126 3456789."),
    "",
    ("бензин", "турбо"),
    ("21126, 3456789",),
)
OTHER_FIELD = Rule(
    "ENG102",
    "engine_no",
    Severity.BLOCK,
    marked("«{value}» is the volume or the power of an engine, not its number."),
    marked("Move it to its own field."),
    "",
    ("1.6 л", "1596 куб.см", "123 л.с."),
    ("21126, 3456789",),
)
UNUSUAL = Rule(
    "ENG201",
    "engine_no",
    Severity.WARN,
    marked("«{value}» does not look like the number of an engine."),
    marked("A number has 5 to 20 letters and digits: compare it with the certificate."),
    "",
    ("G4FC", "1234"),
    ("21126, 3456789",),
)
LOOKALIKES = Rule(
    "ENG301",
    "engine_no",
    Severity.INFO,
    marked("Look-alike characters in the engine number were replaced: {suggestion}."),
    marked("Write it in one alphabet."),
    "",
    ("G4FC ВW123456",),
    ("G4FC BW123456",),
)
PLACEHOLDER = Rule(
    "ENG302",
    "engine_no",
    Severity.INFO,
    marked("«{value}» stands for a missing engine number."),
    marked("Leave the cell empty."),
    "",
    ("ОТСУТСТВУЕТ", "0000000"),
    ("21126, 3456789",),
)
RULES = (NOT_A_NUMBER, OTHER_FIELD, UNUSUAL, LOOKALIKES, PLACEHOLDER)

_SHORTEST, _LONGEST, _FEWEST_DIGITS = 5, 20, 4
_LABEL = re.compile(
    r"^\W*(?:дв(?:игател\w*|иг)?|двс|модель\w*|engine|мотор)\W*(?:и\s+)?(?:номер|№|no)?\W*(?=\S*\d)",
    re.IGNORECASE,
)
_OTHER_FIELD = re.compile(
    r"\d[.,]\d{1,2}(?:\s*(?:л|l|i|т|t|литр\w*))?\.?"
    r"|\d{2,4}\s*(?:куб\.?\s*см|см3|см³|cc|л\.?\s?с\.?|hp|квт|kw)\.?",
    re.IGNORECASE,
)
_SEPARATORS = re.compile(r"[\W_]+")
_CYRILLIC_ONLY = re.compile(r"[БГДЁЖЗИЙЛПФЦЧШЩЪЫЬЭЮЯ]")
_TO_LATIN = str.maketrans("АВЕКМНОРСТУХ", "ABEKMHOPCTYX")
_TO_CYRILLIC = str.maketrans("ABEKMHOPCTYX", "АВЕКМНОРСТУХ")


def normalise(text: str) -> Normal[str]:
    """Model and number of an engine in a cell, None where there is none."""
    return settled(_read, text.strip()[:LONGEST_TEXT])


def _read(value: str) -> Normal[str]:
    """Model and number of an engine that a text gives at the first reading."""
    if is_blank(value):
        return Normal(None) if is_wordless(value) else Normal(None, (Finding(PLACEHOLDER, value),))
    if _OTHER_FIELD.fullmatch(value):
        return Normal(None, (Finding(OTHER_FIELD, value),))
    bare = _SEPARATORS.sub("", _LABEL.sub("", value.replace("№", " "), count=1)).upper()
    if not any(map(str.isdecimal, bare)) or len(bare) > 2 * _LONGEST:
        return Normal(None, (Finding(NOT_A_NUMBER, value),))
    if len(set(bare)) == 1:
        return Normal(None, (Finding(PLACEHOLDER, value),))
    number = bare.translate(_TO_CYRILLIC if _CYRILLIC_ONLY.search(bare) else _TO_LATIN)
    findings = [Finding(LOOKALIKES, value, number, repaired=True)] if number != bare else []
    usual = _SHORTEST <= len(number) <= _LONGEST
    if not usual or sum(map(str.isdecimal, number)) < _FEWEST_DIGITS:
        findings.append(Finding(UNUSUAL, value))
    return Normal(number, tuple(findings))
