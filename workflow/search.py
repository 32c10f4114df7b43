"""What somebody who types into the search box may be looking for."""

import re

from db.client_search import PHONE_TAIL, VIN_TAIL, Query
from rules import body_no, plate, vin
from rules.letters import from_latin_layout, has_cyrillic, has_latin
from workflow.words import typed_words

_PHONE = re.compile(r"[+\d\s().\-–/]+")
_NOT_DIGITS = re.compile(r"\D+", re.ASCII)
_SEPARATORS = re.compile(r"[\W_]+")
_CLIENT_ID = re.compile(r"[CС](\d{7})", re.ASCII)
_INN_LENGTHS = {10, 12}
_WITH_TRUNK = 11
_SHORTEST_BODY_NO = 5
_SHORTEST_PLATE = 4


def understood(text: str) -> Query | None:
    """What a text may stand for: every reading that makes sense at once; None for "".

    Digits are a phone, its end, an ИНН, the end of a VIN; letters with digits are a VIN or its
    end, a body number, a plate or its beginning, a client's id; the rest are names.
    """
    text = text.strip()
    if not text:
        return None
    if "@" in text:
        return Query(heads=(text.lower(),))
    if _PHONE.fullmatch(text):
        return _number(text)
    if any(character.isdigit() for character in text):
        return _code(text)
    return Query(names=_names(text))


def _names(text: str) -> tuple[tuple[str, ...], ...]:
    """The words typed, and those meant if the keyboard was in the wrong layout."""
    readings = [typed_words(text)]
    if has_latin(text) and not has_cyrillic(text):
        readings.append(typed_words(from_latin_layout(text)))
    return tuple(dict.fromkeys(words for words in readings if words))


def _number(text: str) -> Query:
    digits = _NOT_DIGITS.sub("", text)
    if len(digits) < PHONE_TAIL:
        return Query(names=((digits,),) if digits else ())
    national = digits[1:] if digits[0] in "78" else digits
    heads = {"+7" + national, "+" + digits}
    if not text.startswith("+"):
        heads.add("+7" + digits)
    whole = national if len(digits) == _WITH_TRUNK else digits
    return Query(
        names=((digits,),),
        heads=tuple(sorted(heads)),
        tails=(whole,),
        vin_tails=(digits,) if len(digits) >= VIN_TAIL else (),
        inns=(digits,) if len(digits) in _INN_LENGTHS else (),
    )


def _code(text: str) -> Query:
    compact = _SEPARATORS.sub("", text.upper())
    folded = compact.translate(vin.FOLD)
    client = _CLIENT_ID.fullmatch(compact)
    found = vin.normalise(text).value
    whole = found or (folded if len(folded) == vin.LENGTH else "")
    return Query(
        names=_names(text),
        vins=(whole,) if whole else (),
        vin_tails=(folded,) if VIN_TAIL <= len(folded) < vin.LENGTH else (),
        body_nos=(body_no.compact(text),) if len(compact) >= _SHORTEST_BODY_NO else (),
        plates=_plates(text, compact),
        clients=(int(client[1]),) if client else (),
    )


def _plates(text: str, compact: str) -> tuple[str, ...]:
    """The plate typed, and its letters as plates are kept while it is not typed to the end."""
    if len(compact) < _SHORTEST_PLATE:
        return ()
    readings = {compact.translate(plate.TO_CYRILLIC), plate.normalise(text).value or ""}
    return tuple(sorted(readings - {""}))
