"""Phones, addresses, VINs, plates and other figures typed into a name."""

import re

from rules.name_draft import Draft
from rules.name_rules import CONTACT, REMARK

_LABEL = r"(?:(?<!\w)(?:тел\w{0,6}|моб\w{0,7}|сот\w{0,6}|раб|дом|т|т/ф|phone|tel|mob)[.:\s]{1,3})?"
_PHONE = re.compile(
    rf"{_LABEL}\+?\(?\d[\d\s().\u2010-\u2015-]{{3,}}\d(?:[,\s]*(?:доб|вн|ext)\.?\s*\d+)?",
    re.IGNORECASE,
)
_EMAIL = re.compile(r"(?:e-?mail|почта)?[:\s]*[\w.+-]+@[\w.-]*\w|\S*@\S*", re.IGNORECASE)
_VIN = re.compile(
    r"(?:(?<!\w)(?:vin|вин)\b[:\s№]*)?(?<!\w)(?=[^\W_]{0,16}\d)(?=[^\W_]{0,16}[^\W\d_])[^\W_]{17}(?!\w)",
    re.IGNORECASE,
)
_L = "[АВЕКМНОРСТУХABEKMHOPCTYX]"
_PLATE = re.compile(
    rf"(?<!\w)(?:г/?н\W{{0,2}})?{_L}\s?\d{{3}}\s?{_L}{{2}}\s?\d{{2,3}}(?:\s?rus)?(?!\w)",
    re.IGNORECASE,
)
_DATE = re.compile(r"(?<!\d)\d{1,2}[./-]\d{1,2}[./-]\d{2,4}(?:\s*г(?:\.\s*р|ода?)?\b\.?)?")
_DIGIT = re.compile(r"\d")
_CONTACTS = (_EMAIL, _VIN, _PLATE, _DATE, _PHONE)
_FIGURE = re.compile(r"[(\[]?[№#]?\s?[^\s()\[\],;/]*\d[^\s()\[\],;/]*[)\]]?")
_LETTERS = re.compile(r"[^\W\d_]")
# A zero or a three inside a Russian word was meant as the letter it looks like.
_ZERO = re.compile("(?<=[А-Яа-яЁё])0|0(?=[а-яё]{2})")
_THREE = re.compile("(?<![\\dА-Яа-яЁё])3(?=[а-яА-Я]{2})|(?<=[а-яА-Я])3(?=[а-яА-Я])")
_EDGES = " ,;:.-–—()[]/\\"


def take_contacts(draft: Draft, least: int = 5) -> None:
    """Move what belongs to other fields from the draft's text to its spare pieces.

    A number of fewer digits than ``least`` is no phone and stays.
    """
    if "@" not in draft.text and not _DIGIT.search(draft.text):
        return

    def take(match: re.Match[str]) -> str:
        piece = match[0].strip(_EDGES)
        if not piece or (sum(map(str.isdigit, piece)) < least and "@" not in piece):
            return match[0]
        draft.spare.append(piece)
        draft.note(CONTACT, piece)
        return " "

    for pattern in _CONTACTS:
        draft.text = pattern.sub(take, draft.text)


def fold_digits(text: str) -> str:
    """The text with «0» and «3» inside Russian words read as «О» and «З».

    >>> fold_digits("Иван0в"), fold_digits("3ахаров"), fold_digits("Иванов 03")
    ('Иванов', 'Захаров', 'Иванов 03')
    """
    if "0" not in text and "3" not in text:
        return text
    text = _ZERO.sub(lambda found: _as_case(found, "о"), text)
    return _THREE.sub(lambda found: _as_case(found, "з"), text)


def _as_case(found: re.Match[str], letter: str) -> str:
    """The letter, capital where the word begins or is all capitals."""
    text, at = found.string, found.start()
    before = text[at - 1] if at else " "
    after = text[at + 1] if at + 1 < len(text) else " "
    small = before.islower() or (before.isalpha() and after.islower())
    return letter if small else letter.upper()


def take_figures(draft: Draft) -> None:
    """Set aside the words with digits that are left, as remarks."""
    for piece in _FIGURE.findall(draft.text):
        draft.set_aside(REMARK, piece)
    draft.text = _FIGURE.sub(" ", draft.text)
