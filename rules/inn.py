"""The taxpayer's number (ИНН): ten digits of a company, twelve of a person.

What it does
    Keeps the digits, gives back the leading zero that a spreadsheet drops, reads floats and
    «ИНН/КПП», checks the control digits (python-stdnum).

Why it matters
    An equal ИНН is the strongest word for one client, a different one the strongest against.

Example
    Blocked: ``7707083894`` (its control digit is wrong)
    Accepted: ``7707083893.0``, kept as ``7707083893``

>>> normalise("7707083893 / 773601001").value
'7707083893'
"""

import re

from stdnum.by import unp
from stdnum.ru import inn

from resources.texts import marked
from rules.blanks import LONGEST_NUMBER, is_blank
from rules.excel import unfloat, without_tails
from rules.finding import Finding, Normal, Rule, Severity

WRONG_LENGTH = Rule(
    "INN101",
    "inn",
    Severity.BLOCK,
    marked("An ИНН has 10 digits (company) or 12 (person), here there are {length}."),
    marked("Copy it whole from the client's documents."),
    source="НК РФ, ст. 84; приказ ФНС от 29.06.2012 № ММВ-7-6/435@",
    bad=("77070838", "77070838931"),
    good=("7707083893", "500100732259"),
)
WRONG_DIGITS = Rule(
    "INN102",
    "inn",
    Severity.BLOCK,
    marked("The control digits of the ИНН {value} do not agree: a digit is mistyped."),
    marked("Compare it with the client's documents."),
    source="НК РФ, ст. 84; приказ ФНС от 29.06.2012 № ММВ-7-6/435@",
    bad=("7707083894", "500100732258"),
    good=("7707083893", "500100732259"),
)
NOT_DIGITS = Rule(
    "INN103",
    "inn",
    Severity.BLOCK,
    marked("«{value}» is no ИНН."),
    marked("Write its 10 digits (company) or 12 (person) and nothing else."),
    source="НК РФ, ст. 84; приказ ФНС от 29.06.2012 № ММВ-7-6/435@",
    bad=("б/н паспорт", "AB7707083893"),
    good=("7707083893", "ИНН 7707083893"),
)
ROUNDED = Rule(
    "INN104",
    "inn",
    Severity.BLOCK,
    marked("The spreadsheet has rounded the ИНН «{value}», its last digits are lost."),
    marked("Give the column the text format and export it again."),
    source="ECMA-376",
    bad=("7.7E+09", "5,001E+11"),
    good=("7707083893.0", "7.707083893E9"),
)
FOREIGN = Rule(
    "INN201",
    "inn",
    Severity.WARN,
    marked("{value} is no Russian ИНН but may be a tax number of {country}."),
    marked("Check that the client is foreign."),
    source="УНП (Беларусь); ИИН и БИН (Казахстан)",
    bad=("200988541",),
    good=("7707083893",),
)
SEVERAL = Rule(
    "INN202",
    "inn",
    Severity.WARN,
    marked("The cell holds several ИНН: {value}."),
    marked("Only the first was taken: {suggestion}. Leave the client's own."),
    source="НК РФ, ст. 84; приказ ФНС от 29.06.2012 № ММВ-7-6/435@",
    bad=("7707083893 / 500100732259",),
    good=("7707083893", "7707083893 / 773601001"),
)
PADDED = Rule(
    "INN301",
    "inn",
    Severity.INFO,
    marked("The leading zero of the ИНН was lost and was given back: {suggestion}."),
    marked("Give the column the text format."),
    source="ECMA-376",
    bad=("105001001",),
    good=("0105001001",),
)
FLOAT = Rule(
    "INN302",
    "inn",
    Severity.INFO,
    marked("The ИНН was a spreadsheet's float: {suggestion}."),
    marked("Give the column the text format."),
    source="ECMA-376",
    bad=("7707083893.0", "7707083893.0/773601001"),
    good=("7707083893",),
)
LETTERS = Rule(
    "INN303",
    "inn",
    Severity.INFO,
    marked("Letters typed for digits in the ИНН were replaced: {suggestion}."),
    marked("Write 0 and 1, not O and l."),
    source="НК РФ, ст. 84; приказ ФНС от 29.06.2012 № ММВ-7-6/435@",
    bad=("77О7О83893",),
    good=("7707083893",),
)
PLACEHOLDER = Rule(
    "INN304",
    "inn",
    Severity.INFO,
    marked("«{value}» stands for a missing ИНН."),
    marked("Leave the cell empty."),
    bad=("1111111111", "9999999999"),
    good=("7707083893", "0000000000"),
)
RULES = (
    WRONG_LENGTH,
    WRONG_DIGITS,
    NOT_DIGITS,
    ROUNDED,
    FOREIGN,
    SEVERAL,
    PADDED,
    FLOAT,
    LETTERS,
    PLACEHOLDER,
)

_COMPANY, _PERSON = 10, 12
_PADDED_LENGTHS = (9, 11)
_PLAIN = re.compile(r"[0-9]{10}(?:[0-9]{2})?")
_LABEL = re.compile(r"^\W*(?:ИНН|INN|УНП|БИН|ИИН)(?:\s*/\s*КПП)?[\s:№.-]*", re.IGNORECASE)
_KPP = re.compile(r"\s*(?:[/\\,;|]|\bКПП\b).*$", re.IGNORECASE | re.DOTALL)
_BREAK = re.compile(r"(?:[\s/\\,;|]|\b(?:ИНН|КПП|ОГРН(?:ИП)?)\b[:.№]?)+", re.IGNORECASE)
_NEIGHBOUR = re.compile(r"[0-9]{4}[0-9A-Z]{2}[0-9]{3}|[0-9]{8}|[0-9]{13}|[0-9]{15}", re.IGNORECASE)
_SEPARATORS = re.compile(r"[\s\-.'’_]+")
_TO_DIGIT = str.maketrans("OОoоlIіІЗз", "0000111133")


def normalise(text: str) -> Normal[str]:
    """The ИНН in a cell, None where there is none or it is wrong."""
    value = text.strip()
    if _PLAIN.fullmatch(value) and inn.is_valid(value) and len(set(value)) > 1:
        return Normal(value)
    if is_blank(value):
        return Normal(None)
    if len(value) > LONGEST_NUMBER:
        return Normal(None, (Finding(NOT_DIGITS, value[:LONGEST_NUMBER]),))
    whole = without_tails(value)
    bare = _KPP.sub("", _LABEL.sub("", whole, count=1))
    if number := unfloat(value) or unfloat(bare):
        if number.rounded:
            return Normal(None, (Finding(ROUNDED, value),))
        return _checked(value, number.digits, FLOAT)
    float_ = FLOAT if whole != value else None
    if numbers := _among_others(whole):
        return _first_of(value, numbers, float_)
    bare = _SEPARATORS.sub("", bare)
    digits = bare.translate(_TO_DIGIT)
    if not (digits.isascii() and digits.isdecimal()) or not any(map(str.isdigit, bare)):
        return Normal(None, (Finding(NOT_DIGITS, value),))
    return _checked(value, digits, float_ or (LETTERS if digits != bare else None))


def _among_others(text: str) -> tuple[str, ...]:
    """The valid ИНН of a cell that holds nothing else but a КПП and an ОГРН, each once."""
    pieces = [piece for piece in _BREAK.split(text) if piece]
    numbers = [one for one in pieces if _PLAIN.fullmatch(one) and inn.is_valid(one)]
    others = [one for one in pieces if one not in numbers]
    if len(pieces) < 2 or not all(map(_NEIGHBOUR.fullmatch, others)):  # noqa: PLR2004
        return ()
    return tuple(dict.fromkeys(numbers))


def _first_of(value: str, numbers: tuple[str, ...], repair: Rule | None) -> Normal[str]:
    """The first ИНН of a cell, with a warning if there is another one."""
    outcome = _checked(value, numbers[0], repair)
    if len(numbers) == 1:
        return outcome
    return Normal(
        outcome.value, (Finding(SEVERAL, value, numbers[0], repaired=True), *outcome.findings)
    )


def _checked(value: str, digits: str, repair: Rule | None) -> Normal[str]:
    """The digits if their control digits agree, else why they are no ИНН."""
    if len(set(digits)) == 1:
        return Normal(None, (Finding(PLACEHOLDER, value),))
    padded = digits.zfill(len(digits) + 1) if len(digits) in _PADDED_LENGTHS else digits
    if inn.is_valid(padded):
        rules = [repair] if repair else []
        if padded != digits:
            rules.append(PADDED)
        return Normal(padded, tuple(Finding(rule, value, padded, repaired=True) for rule in rules))
    if country := _country(digits):
        return Normal(digits, (Finding(FOREIGN, digits, params=(("country", country),)),))
    if len(digits) in (_COMPANY, _PERSON):
        return Normal(None, (Finding(WRONG_DIGITS, value),))
    return Normal(None, (Finding(WRONG_LENGTH, value, params=(("length", str(len(digits))),)),))


def _country(digits: str) -> str:
    """The neighbour whose tax number the digits are, "" if none fits."""
    if len(digits) == _PERSON and _is_kazakh(digits):
        return "Казахстан"
    if unp.is_valid(digits):
        return "Беларусь"
    return ""


def _is_kazakh(digits: str) -> bool:
    """Whether the twelve digits are a number of Kazakhstan (ИИН, БИН) with its control digit."""
    for shift in (0, 2):
        weights = ((place + shift) % 11 + 1 for place in range(11))
        control = (
            sum(int(digit) * weight for digit, weight in zip(digits, weights, strict=False)) % 11
        )
        if control < 10:  # noqa: PLR2004 - ten asks for the second row of weights
            return control == int(digits[-1])
    return False
