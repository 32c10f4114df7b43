"""The body (frame) number of a car that has no VIN, or one beside the VIN.

What it does
    Drops hyphens and spaces, upper case; Cyrillic look-alikes become Latin unless a letter
    of the number exists in Cyrillic only. O, I and З between digits become 0, 1 and 3.

Why it matters
    Japanese right-hand-drive cars have no VIN; the frame number is the only strong key they have.

Example
    Blocked: ``КУЗОВ`` (no digit)
    Accepted: ``NZE141-9134919``, kept as ``NZE1419134919``

>>> normalise("nzе141-9134919").value
'NZE1419134919'
"""

import re
import unicodedata

from resources.texts import marked
from rules.blanks import LONGEST_TEXT, is_blank, is_wordless
from rules.finding import Finding, Normal, Rule, Severity
from rules.letters import from_cyrillic_layout
from rules.settle import settled

NO_NUMBER = Rule(
    "BOD101",
    "body_no",
    Severity.BLOCK,
    marked("«{value}» is no body number: it has no digits."),
    marked("Copy the body number from the registration certificate."),
    source="ТР ТС 018/2011",
    bad=("КУЗОВ", "ABCDEF"),
    good=("NZE141-9134919",),
)
WRONG_LENGTH = Rule(
    "BOD102",
    "body_no",
    Severity.BLOCK,
    marked("A body number has 5 to 17 characters, here there are {length}."),
    marked("Copy it whole from the registration certificate."),
    source="ТР ТС 018/2011",
    bad=("1234", "NZE141-91349191234567"),
    good=("NZE141-9134919",),
)
UNUSUAL = Rule(
    "BOD201",
    "body_no",
    Severity.WARN,
    marked("«{value}» does not look like a body number."),
    marked("A body number is letters, then digits, for example NZE141-9134919."),
    source="ТР ТС 018/2011",
    bad=("AB1C2D3E",),
    good=("NZE141-9134919", "0123456"),
)
LOOKALIKES = Rule(
    "BOD301",
    "body_no",
    Severity.INFO,
    marked("Look-alike characters in the body number were replaced: {suggestion}."),
    marked("Write it in one alphabet."),
    source="ТР ТС 018/2011",
    bad=("NZЕ141-91З4919",),
    good=("NZE141-9134919",),
)
PLACEHOLDER = Rule(
    "BOD302",
    "body_no",
    Severity.INFO,
    marked("«{value}» stands for a missing body number."),
    marked("Leave the cell empty."),
    bad=("ОТСУТСТВУЕТ", "0000000", "нет"),
    good=("NZE141-9134919", ""),
)
LAYOUT = Rule(
    "BOD303",
    "body_no",
    Severity.INFO,
    marked("«{value}» was typed in the wrong keyboard layout."),
    marked("It reads {suggestion}."),
    source="ТР ТС 018/2011",
    bad=("ТЯУ141-9134919",),
    good=("NZE141-9134919",),
)
RULES = (NO_NUMBER, WRONG_LENGTH, UNUSUAL, LOOKALIKES, PLACEHOLDER, LAYOUT)

_TO_LATIN = str.maketrans("АВЕКМНОРСТУХІЅЈ", "ABEKMHOPCTYXISJ")
_TO_CYRILLIC = str.maketrans("ABEKMHOPCTYX", "АВЕКМНОРСТУХ")
_CYRILLIC_ONLY = re.compile(r"[БГДЁЖЗИЙЛПФЦЧШЩЪЫЬЭЮЯ]")
_TO_DIGIT = str.maketrans("OОIІЗ", "00113")
_AMONG_DIGITS = re.compile(r"(?<=[0-9])[OОIІЗ]+(?=[0-9]|$)")
_SEPARATORS = re.compile(r"[\W_]+")
_LABEL = re.compile(r"^\W*(?:НОМЕР\s+)?(?:КУЗОВА?|РАМА|РАМЫ|FRAME|BODY|ШАССИ)\b(?:\s*(?:NO|№))?\W*")

_FRAME = re.compile(
    r"[A-Z]{1,6}[0-9]{1,3}[A-Z]{0,3}-[0-9]{6,7}"  # NZE141-9134919: the hyphen says it all
    r"|(?!X)[A-Z]{1,5}[0-9]{1,3}[A-Z]{0,2}[0-9]{6,7}"  # X.. without a hyphen is a cut Russian VIN
)
_USUAL = re.compile(
    r"[A-ZА-ЯЁ0-9]{2,}[0-9]{4,}"  # avoids nothing but words and scraps
)
_SHORTEST, _LONGEST = 5, 17
_SHORTEST_FRAME, _LONGEST_FRAME = 8, 15


def compact(text: str) -> str:
    """The one form of a body number that is stored and compared."""
    upper = unicodedata.normalize("NFKC", text.replace("№", " ")).upper()
    return _fold(_SEPARATORS.sub("", _LABEL.sub("", upper, count=1)))


def is_frame_number(text: str) -> bool:
    """Whether the text is a frame number such as ``NZE141-9134919`` and not a piece of a VIN."""
    upper = _LABEL.sub("", text.strip().upper(), count=1).translate(_TO_LATIN)
    joined = re.sub(r"\s*[-–—]\s*|\s+", "-", upper)
    if not _SHORTEST_FRAME <= len(joined.replace("-", "")) <= _LONGEST_FRAME:
        return False
    return _FRAME.fullmatch(joined) is not None


def normalise(text: str) -> Normal[str]:
    """The body number in a cell, None where there is none."""
    return settled(_read, text.strip()[:LONGEST_TEXT])


def _read(value: str) -> Normal[str]:
    """The body number that a text gives at the first reading."""
    if is_blank(value):
        return Normal(None) if is_wordless(value) else Normal(None, (Finding(PLACEHOLDER, value),))
    upper = unicodedata.normalize("NFKC", value.replace("№", " ")).upper()
    joined = _SEPARATORS.sub("", _LABEL.sub("", upper, count=1))
    if _CYRILLIC_ONLY.search(joined) and is_frame_number(typed := from_cyrillic_layout(upper)):
        number = _SEPARATORS.sub("", typed)
        return Normal(number, (Finding(LAYOUT, value, number, repaired=True),))
    number = _fold(joined)
    if not any(character.isdigit() for character in number):
        return Normal(None, (Finding(NO_NUMBER, value),))
    if not _SHORTEST <= len(number) <= _LONGEST:
        length = (("length", str(len(number))),)
        return Normal(None, (Finding(WRONG_LENGTH, value, params=length),))
    if len(set(number)) == 1:
        return Normal(None, (Finding(PLACEHOLDER, value),))
    findings = []
    if number != joined:
        findings.append(Finding(LOOKALIKES, value, number, repaired=True))
    if not _USUAL.fullmatch(number):
        findings.append(Finding(UNUSUAL, value))
    return Normal(number, tuple(findings))


def _fold(joined: str) -> str:
    """The joined upper-case number in one alphabet, with digits for the letters among digits."""
    number = _AMONG_DIGITS.sub(lambda found: found[0].translate(_TO_DIGIT), joined)
    table = _TO_CYRILLIC if _CYRILLIC_ONLY.search(number) else _TO_LATIN
    return number.translate(table)
