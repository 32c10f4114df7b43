"""The number of a person's pension account (СНИЛС).

What it does
    Writes eleven digits as ``112-233-445 95`` and checks the last two, which control the others.

Why it matters
    A mistyped СНИЛС sends a credit or leasing request back. It is checked only: no export and
    no comparison of cards ever uses it.

Example
    Blocked: ``112-233-445 96`` (its control digits are wrong)
    Accepted: ``11223344595``, kept as ``112-233-445 95``

>>> normalise("11223344595").value
'112-233-445 95'
"""

from resources.texts import marked
from rules import digit_number
from rules.blanks import LONGEST_NUMBER, is_blank
from rules.finding import Finding, Normal, Rule, Severity

_NORM = "Федеральный закон от 01.04.1996 № 27-ФЗ"

WRONG_LENGTH = Rule(
    "SNL101",
    "snils",
    Severity.BLOCK,
    marked("A СНИЛС has 11 digits, here there are {length}."),
    marked("Copy it whole from the client's documents."),
    _NORM,
    ("112-233-445", "112-233-445 955"),
    ("112-233-445 95",),
)
WRONG_DIGITS = Rule(
    "SNL102",
    "snils",
    Severity.BLOCK,
    marked("The control digits of the СНИЛС {value} do not agree: a digit is mistyped."),
    marked("Compare it with the client's documents."),
    _NORM,
    ("112-233-445 96", "112-233-454 95"),
    ("112-233-445 95", "001-001-998 00"),
)
NOT_DIGITS = Rule(
    "SNL103",
    "snils",
    Severity.BLOCK,
    marked("«{value}» is no СНИЛС."),
    marked("A СНИЛС consists of digits only, for example 112-233-445 95."),
    _NORM,
    ("не выдан ещё",),
    ("СНИЛС 112-233-445 95",),
)
PLACEHOLDER = Rule(
    "SNL104",
    "snils",
    Severity.BLOCK,
    marked("«{value}» is an invented СНИЛС."),
    marked("Write the client's own number or leave the cell empty."),
    _NORM,
    ("000-000-000 01", "111-111-111 11"),
    ("112-233-445 95",),
)
PADDED = Rule(
    "SNL301",
    "snils",
    Severity.INFO,
    marked("The leading zeros of the СНИЛС were lost and were given back: {suggestion}."),
    marked("Give the column the text format."),
    "",
    ("8765430300",),
    ("087-654-303 00",),
)
REPAIRED = Rule(
    "SNL302",
    "snils",
    Severity.INFO,
    marked("The СНИЛС held letters for digits or was a spreadsheet's float: {suggestion}."),
    marked("Give the column the text format and write digits."),
    "",
    ("11223344595.0", "112-2ЗЗ-445 95"),
    ("112-233-445 95",),
)
RULES = (WRONG_LENGTH, WRONG_DIGITS, NOT_DIGITS, PLACEHOLDER, PADDED, REPAIRED)

_LENGTH, _SHORTEST = 11, 9
_UNCHECKED = 1001998
_MODULUS, _OVERFLOW = 101, 100


def control_digits(head: str) -> str:
    """The two digits that control the first nine."""
    total = sum(int(digit) * (9 - place) for place, digit in enumerate(head))
    return f"{total % _MODULUS % _OVERFLOW:02}"


def normalise(text: str) -> Normal[str]:
    """The СНИЛС in a cell, None where there is none or it is wrong."""
    value = text.strip()
    if is_blank(value):
        return Normal(None)
    if len(value) > LONGEST_NUMBER:
        return Normal(None, (Finding(NOT_DIGITS, value[:LONGEST_NUMBER]),))
    number = digit_number.read(value, label="СНИЛС|SNILS|СТРАХОВОЙ НОМЕР")
    if not number.digits or number.rounded:
        return Normal(None, (Finding(NOT_DIGITS, value),))
    return _judged(value, number)


def _judged(value: str, number: digit_number.DigitNumber) -> Normal[str]:
    digits = number.digits
    padded = digits.zfill(_LENGTH) if _SHORTEST <= len(digits) < _LENGTH else digits
    if len(set(padded[:9])) == 1 or len(set(digits)) == 1:
        return Normal(None, (Finding(PLACEHOLDER, value),))
    restored = padded != digits and _agrees(padded)
    if len(digits) != _LENGTH and not restored:
        length = (("length", str(len(digits))),)
        return Normal(None, (Finding(WRONG_LENGTH, value, params=length),))
    if not _agrees(padded):
        return Normal(None, (Finding(WRONG_DIGITS, value),))
    shown = f"{padded[:3]}-{padded[3:6]}-{padded[6:9]} {padded[9:]}"
    rules = [PADDED] * restored + [REPAIRED] * (number.floated or number.lettered)
    return Normal(shown, tuple(Finding(one, value, shown, repaired=True) for one in rules))


def _agrees(digits: str) -> bool:
    """Whether the last two digits control the others; the oldest numbers have no control."""
    return int(digits[:9]) <= _UNCHECKED or control_digits(digits[:9]) == digits[9:]
