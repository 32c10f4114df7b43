"""What a column holds, told from its cells by cheap tests; the rules judge each value later."""

import re
from collections.abc import Callable, Iterable
from enum import StrEnum

SURE_SHARE = 0.7
"""The share of cells that must pass a test before it says what the column holds."""

MIN_CELLS = 3
"""With fewer filled cells a column says nothing by its content."""


class Content(StrEnum):
    """A kind of text that can be told from its form alone."""

    VIN = "vin"
    PLATE = "plate"
    EMAIL = "email"
    INN = "inn"
    PHONE = "phone"
    DATE = "date"
    NAME = "name"


_SEPARATORS = re.compile(r"[\s\-.]+")
_VIN = re.compile(r"(?=(?:.*\d){3})(?=.*[A-ZА-Я])[0-9A-ZАВЕЗКМНОРСТУХ]{17}", re.IGNORECASE)
_PLATE_LETTER = "[АВЕКМНОРСТУХABEKMHOPCTYX]"
_PLATE = re.compile(rf"{_PLATE_LETTER}\d{{3}}{_PLATE_LETTER}{{2}}\d{{2,3}}(RUS)?", re.IGNORECASE)
_EMAIL = re.compile(r"\s*[^\s@,;]+@[^\s@,;]+\.[^\s@,;.]{2,}(?=[\s,;]|$)")
_INN = re.compile(r"\s*(\d{10}|\d{12})(?:\.0)?\s*(?:/\s*\d{9})?\s*")
_PHONE = re.compile(
    r"(?<!\d)(?:\+?\d[\s(]*)?[(]?\d{3,5}[)]?[\s\-.]*\d{1,3}(?:[\s\-.]*\d{2}){1,2}(?!\d)"
)
_NOT_PHONE = re.compile(r"[^\d+]")
_PHONE_DIGITS = {10: "345689", 11: "78"}
_DATE = re.compile(
    r"\s*(?:(?:0?[1-9]|[12]\d|3[01])[./\-](?:0?[1-9]|1[0-2])[./\-](?:\d{4}|\d{2})(?:\s*г\.?)?"
    r"|\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01]))(?:[T\s]+\d{1,2}:\d{2}(?::\d{2})?(?:\.\d+)?)?\s*"
)
_NAME = re.compile(
    r"\s*(?:ИП\s+)?[А-ЯЁ][а-яёА-ЯЁ-]+(?:\s+[А-ЯЁ][а-яёА-ЯЁ-]+|\s*[А-ЯЁ]\.|\s+(?:оглы|кызы)){1,4}\s*"
)
_PATRONYMIC = re.compile(r"(?:вич|вна|ична|оглы|кызы|[А-ЯЁ]\.\s*[А-ЯЁ]\.)\s*$", re.IGNORECASE)
_NUMBER = re.compile(r"\s*[-+]?\d[\d\s\xa0]*(?:[.,]\d+)?\s*")
_YEAR = re.compile(r"(?:19|20)\d\d")
_LONG_NUMBER = 4


def is_vin(cell: str) -> bool:
    """Whether the cell has the form of a VIN, Cyrillic look-alikes allowed."""
    return bool(_VIN.fullmatch(_SEPARATORS.sub("", cell)))


def is_plate(cell: str) -> bool:
    """Whether the cell has the form of a Russian car's plate."""
    return bool(_PLATE.fullmatch(_SEPARATORS.sub("", cell)))


def is_email(cell: str) -> bool:
    """Whether the cell starts with an e-mail address."""
    return bool(_EMAIL.match(cell))


def is_inn(cell: str) -> bool:
    """Whether the cell is an ИНН with right check digits."""
    match = _INN.fullmatch(cell)
    if not match:
        return False
    digits = [int(char) for char in match[1]]
    if not any(digits):
        return False
    weights = (3, 7, 2, 4, 10, 3, 5, 9, 4, 6, 8)
    places = (9,) if len(digits) == len(weights) - 1 else (10, 11)
    return all(
        sum(w * d for w, d in zip(weights[11 - place :], digits, strict=False)) % 11 % 10
        == digits[place]
        for place in places
    )


def is_phone(cell: str) -> bool:
    """Whether the cell holds a Russian phone number, alone or with a few words."""
    if sum(map(str.isalpha, cell)) > sum(map(str.isdigit, cell)):
        return False
    for match in _PHONE.finditer(cell):
        digits = _NOT_PHONE.sub("", match[0]).removeprefix("+")
        if digits[0] in _PHONE_DIGITS.get(len(digits), ""):
            return True
    return False


def is_date(cell: str) -> bool:
    """Whether the cell is a date, with or without a time."""
    return bool(_DATE.fullmatch(cell))


def is_name(cell: str) -> bool:
    """Whether the cell is a person's name with a patronymic or initials."""
    return bool(_NAME.fullmatch(cell)) and bool(_PATRONYMIC.search(cell))


_TESTS: dict[Content, Callable[[str], bool]] = {
    Content.VIN: is_vin,
    Content.PLATE: is_plate,
    Content.EMAIL: is_email,
    Content.INN: is_inn,
    Content.PHONE: is_phone,
    Content.DATE: is_date,
    Content.NAME: is_name,
}


def share(content: Content, cells: Iterable[str]) -> float:
    """The share of filled cells that are of this content; 0 when none is filled."""
    filled = [cell for cell in cells if cell.strip()]
    return sum(map(_TESTS[content], filled)) / len(filled) if filled else 0.0


def content_of(cells: Iterable[str]) -> tuple[Content | None, float]:
    """What the column surely holds and the share of cells that say so; (None, 0) if unsure."""
    filled = [cell for cell in cells if cell.strip()]
    if len(filled) < MIN_CELLS:
        return None, 0.0
    shares = {content: share(content, filled) for content in Content}
    best = max(shares, key=shares.__getitem__)
    return (best, shares[best]) if shares[best] >= SURE_SHARE else (None, 0.0)


def is_number(cell: str) -> bool:
    """Whether the cell is a number, be it with spaces and a decimal comma."""
    return bool(_NUMBER.fullmatch(cell))


def looks_like_data(cell: str) -> bool:
    """Whether no header would say this: a number, a date, a phone, a VIN …."""
    if not any(map(str.isdigit, cell)):
        return is_email(cell)
    if is_number(cell):
        return True
    return any(test(cell) for test in _TESTS.values())


def years(cells: Iterable[str]) -> list[int]:
    """The years that the cells' dates name."""
    found = (_YEAR.search(cell) for cell in cells if is_date(cell))
    return [int(match[0]) for match in found if match]
