"""A sum of money in roubles.

What it does
    Reads «12 345,67 руб.», «12,345.67», «(500)» and floats; keeps kopecks.

Why it matters
    Sums of orders and sales carry the funnels' money; a comma taken for a thousand mark
    makes a fortune of a fuse.

Example
    Blocked: ``гарантия``
    Accepted: ``12 345,67 руб.``, kept as ``12345.67``

>>> normalise("12 345,67 руб.").value
Decimal('12345.67')
"""

import re
from decimal import Decimal

from resources.texts import marked
from rules.blanks import LONGEST_NUMBER, is_blank
from rules.finding import Finding, Normal, Rule, Severity

NOT_A_SUM = Rule(
    "SUM101",
    "amount",
    Severity.BLOCK,
    marked("«{value}» is no sum."),
    marked("Write the sum as a number, for example 12345,67."),
    source="402-ФЗ, ст. 9",
    bad=("гарантия", "12-34-56"),
    good=("12345,67", "12 345,67 руб.", "(500)"),
)
TOO_MUCH = Rule(
    "SUM201",
    "amount",
    Severity.WARN,
    marked("The sum {value} is more than a hundred million."),
    marked("Check for digits too many."),
    source="402-ФЗ, ст. 9",
    bad=("1 234 567 890",),
    good=("1 234 567,89",),
)
AMBIGUOUS = Rule(
    "SUM202",
    "amount",
    Severity.WARN,
    marked("In «{value}» the sign may part thousands or kopecks; it was read as {suggestion}."),
    marked("Write thousands with a space and kopecks with a comma."),
    source="402-ФЗ, ст. 9",
    bad=("12,345", "1.500"),
    good=("12 345", "12,34", "12,345.67"),
)
RULES = (NOT_A_SUM, TOO_MUCH, AMBIGUOUS)

_PLAIN = re.compile(r"-?[0-9]{1,12}(?:[.,][0-9]{1,2})?")
_UNIT = re.compile(
    r"\s*(?:руб(?:л\w*)?|р|rub|rur|₽|RUB)\.?(?:\s*[0-9]{2}\s*коп\.?)?\s*$", re.IGNORECASE
)
_SPACES = re.compile(r"[\s'’\xa0\u202f_]+")
_FLOAT = re.compile(r"-?[0-9]{1,15}[.,][0-9]{3,20}|-?[0-9](?:[.,][0-9]+)?[eE][+-]?[0-9]{1,2}")
_GROUPED = re.compile(
    r"-?[1-9][0-9]{0,2}(?P<mark>[.,])[0-9]{3}(?:(?P=mark)[0-9]{3})*"
    r"(?:(?!(?P=mark))[.,][0-9]{1,2})?"
)
# «12345-00»: the bookkeeper's dash between roubles and kopecks.
_DASHED = re.compile(r"^([1-9][0-9\s]{2,})[-=]([0-9]{2})(?=\s*(?:р\w*\.?)?$)")
_KOPECKS = re.compile(r"([0-9])\s*руб\w*\.?\s*([0-9]{2})\s*коп\w*\.?$", re.IGNORECASE)
_CENT = Decimal("0.01")
_MUCH, _MOST = 100_000_000, 10**12


def normalise(text: str) -> Normal[Decimal]:
    """The sum in a cell, None where there is none."""
    value = text.strip()
    if len(value) > LONGEST_NUMBER:
        return Normal(None, (Finding(NOT_A_SUM, value[:LONGEST_NUMBER]),))
    plain = _SPACES.sub("", value)
    if _PLAIN.fullmatch(plain):
        return _judged(value, Decimal(plain.replace(",", ".")))
    dashed = _DASHED.sub(r"\1,\2", value)
    bare = _SPACES.sub("", _UNIT.sub("", _KOPECKS.sub(r"\1,\2", dashed)))
    if bare.startswith("(") and bare.endswith(")"):
        bare = "-" + bare[1:-1]
    bare = bare.replace("−", "-").replace("–", "-")
    if _PLAIN.fullmatch(bare):
        return _judged(value, Decimal(bare.replace(",", ".")))
    if found := _GROUPED.fullmatch(bare):
        return _grouped(value, bare, found["mark"])
    if _FLOAT.fullmatch(bare):
        return _judged(value, Decimal(bare.replace(",", ".")))
    if is_blank(value):
        return Normal(None)
    return Normal(None, (Finding(NOT_A_SUM, value),))


def _grouped(value: str, bare: str, mark: str) -> Normal[Decimal]:
    """A sum whose thousands are parted by commas or dots."""
    sum_ = Decimal(bare.replace(mark, "").replace(",", "."))
    tail = bare.lstrip("-")
    alone = tail.count(mark) == 1 and not any(other in tail for other in ".,".replace(mark, ""))
    if not alone:
        return _judged(value, sum_)
    outcome = _judged(value, sum_)
    finding = Finding(AMBIGUOUS, value, str(outcome.value), repaired=True)
    return Normal(outcome.value, (finding, *outcome.findings))


def _judged(value: str, amount: Decimal) -> Normal[Decimal]:
    """The sum to the kopeck, with a warning when it is out of the common."""
    if abs(amount) >= _MOST:
        return Normal(None, (Finding(NOT_A_SUM, value),))
    kopecks = amount.quantize(_CENT) + 0  # +0 turns -0.00 into 0.00
    if abs(kopecks) > _MUCH:
        return Normal(kopecks, (Finding(TOO_MUCH, value),))
    return Normal(kopecks)
