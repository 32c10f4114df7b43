"""The VIN and the plate that stand inside a car's name.

Why it matters
    Exports often hold one cell «KIA RIO белый № А123ВС77 VIN XW8...»; without the VIN in it
    the sale never meets its service.

>>> extract("KIA RIO, VIN XW8AA11B0CK000123, г/н А123ВС77")
VehicleText(vin='XW8AA11B0CK000123', plate='А123ВС77', rest='KIA RIO')
"""

import re
from dataclasses import dataclass

from rules import plate as plates
from rules import subjects
from rules.blanks import LONGEST_TEXT
from rules.vin import FOLD

_CHARACTER = "[A-Za-z0-9АВЕКМНРСТУХОЗДавекмнрстухозд]"
_VIN = re.compile(rf"(?<![^\W_])(?:VIN|vin|ВИН|вин)?[\s:№.-]*({_CHARACTER}{{17}})(?![^\W_])")
_LETTER = "[АВЕКМНОРСТУХавекмнорстухABEKMHOPCTYXabekmhopctyx]"
_PLATE = re.compile(
    rf"(?<![^\W_])({_LETTER}[\s-]?\d{{3}}[\s-]?{_LETTER}{{2}}[\s/|-]*(\d{{2,3}}))"
    r"(?:\s*(?:RUS|rus))?(?![^\W_])",
    re.ASCII,
)
_LABEL = re.compile(
    r"(?:г\s*[./]\s*н\.?|гос\.?\s*(?:рег\.?\s*)?(?:номер|знак|№)?\.?|(?<!\w)vin(?:[\s-]*код)?|(?<!\w)вин|"
    r"номер|грз|№)[\s:.,]*(?=$|[,;|)])",
    re.IGNORECASE,
)
_GAPS = re.compile(r"\([\s,]*\)|[\s,;|]*[,;|][\s,;|]*|\s{2,}")
_FEWEST_DIGITS = 5
_GOOD_VIN = re.compile(r"[A-HJ-NPR-Z0-9]{17}")


@dataclass(frozen=True, slots=True)
class VehicleText:
    """The raw VIN and the raw plate found in a text, and the text without them."""

    vin: str
    plate: str
    rest: str


def extract(text: str) -> VehicleText:
    """The pieces of a car's name, "" for what is not in it."""
    rest = text[:LONGEST_TEXT]
    vin, rest = _take_vin(rest)
    plate, rest = _take_plate(rest)
    if vin or plate:
        rest = _tidy(rest)
    return VehicleText(vin, plate, rest.strip())


def _take_vin(text: str) -> tuple[str, str]:
    """The first piece that can be a VIN, and the text with a comma in its place."""
    for found in _VIN.finditer(text):
        folded = found[1].upper().translate(FOLD)
        digits = sum(map(str.isdigit, found[1]))
        if _GOOD_VIN.fullmatch(folded) and digits >= _FEWEST_DIGITS and folded[-3:].isdigit():
            return found[1], text[: found.start()] + "," + text[found.end() :]
    return "", text


def _take_plate(text: str) -> tuple[str, str]:
    """The first plate of a known region, and the text with a comma in its place."""
    for found in _PLATE.finditer(text):
        if subjects.by_code(found[2]) and plates.region_of(plates.normalise(found[1]).value or ""):
            return found[1], text[: found.start()] + "," + text[found.end() :]
    return "", text


def _tidy(text: str) -> str:
    """The text without labels that lost what they named and without doubled commas."""
    bare = _LABEL.sub("", _GAPS.sub(_one_gap, text))
    return _GAPS.sub(_one_gap, bare).strip(" ,;|")


def _one_gap(found: re.Match[str]) -> str:
    """One comma or one space for a run of them; nothing for empty brackets."""
    gap = found[0]
    return "" if gap.startswith("(") else ", " if any(map(gap.count, ",;|")) else " "
