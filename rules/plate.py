"""The state registration plate (ГОСТ Р 50577).

What it does
    Brings a plate to upper-case Cyrillic without separators and «RUS»: ``А123ВС777``.
    Puts letters and digits right where the format leaves no choice (О and 0, З and 3).

Why it matters
    A plate finds a car whose VIN was cut or never typed. It is no key by itself:
    it stays or moves when a car is sold, so no plate ever blocks for its format alone.

Example
    Blocked: ``XW8AA11B0CK000123`` (a VIN)
    Accepted: ``a 123 bc 777 rus``, kept as ``А123ВС777``

>>> normalise("a 123 bc 777 rus").value, region_of("А123ВС777")
('А123ВС777', 'Москва')
"""

import re
import unicodedata

from resources.texts import marked
from rules import subjects
from rules.blanks import LONGEST_TEXT, is_blank, is_wordless
from rules.finding import Finding, Normal, Rule, Severity
from rules.letters import from_latin_layout
from rules.settle import settled

NOT_A_PLATE = Rule(
    "PLT101",
    "plate",
    Severity.BLOCK,
    marked("«{value}» is no registration plate."),
    marked("Write letters, digits and region as on the plate, for example А123ВС77."),
    source="ГОСТ Р 50577-2018",
    bad=("ABC", "1234567890123"),
    good=("А123ВС77", "а 123 вс 777 rus"),
)
IS_VIN = Rule(
    "PLT102",
    "plate",
    Severity.BLOCK,
    marked("«{value}» is a VIN, not a registration plate."),
    marked("Move it to the field of the VIN."),
    source="ISO 3779; ТР ТС 018/2011",
    bad=("XW8AA11B0CK000123",),
    good=("А123ВС77",),
)
NO_REGION = Rule(
    "PLT201",
    "plate",
    Severity.WARN,
    marked("The plate {value} has no region."),
    marked("Add the two or three digits of the region."),
    source="ГОСТ Р 50577-2018",
    bad=("А123ВС",),
    good=("А123ВС77",),
)
UNKNOWN_REGION = Rule(
    "PLT202",
    "plate",
    Severity.WARN,
    marked("The region {region} of the plate {value} is not known."),
    marked("Compare it with the plate; new regions appear now and then."),
    source="коды регионов МВД России",
    bad=("А123ВС00", "А123ВС600"),
    good=("А123ВС77", "А123ВС977"),
)
ZEROS = Rule(
    "PLT203",
    "plate",
    Severity.WARN,
    marked("The plate {value} looks invented: the number 000 is never issued."),
    marked("Compare it with the registration certificate."),
    source="ГОСТ Р 50577-2018",
    bad=("А000АА77",),
    good=("А001АА77",),
)
FOREIGN = Rule(
    "PLT204",
    "plate",
    Severity.WARN,
    marked("«{value}» fits no Russian plate."),
    marked("Leave it if the plate is foreign, otherwise write it like А123ВС77."),
    source="ГОСТ Р 50577-2018",
    bad=("1234 АВ-7", "01KG123ABC"),
    good=("А123ВС77", "АВ123477"),
)
SEVERAL = Rule(
    "PLT205",
    "plate",
    Severity.WARN,
    marked("The cell holds several plates: {value}."),
    marked("Only the first was taken: {suggestion}. Leave the one the car has."),
    source="ГОСТ Р 50577-2018",
    bad=("А123ВС77, В456ЕК99",),
    good=("А123ВС77", "А123ВС77, А123ВС77"),
)
DIPLOMATIC = Rule(
    "PLT206",
    "plate",
    Severity.WARN,
    marked("{value} is a diplomatic plate."),
    marked("Check that it was not mistyped."),
    source="ГОСТ Р 50577-2018",
    bad=("001CD177", "004D00177"),
    good=("А123ВС77",),
)
LOOKALIKES = Rule(
    "PLT301",
    "plate",
    Severity.INFO,
    marked("Letters and digits mixed up in the plate were put right: {suggestion}."),
    marked("The letters are А, В, Е, К, М, Н, О, Р, С, Т, У, Х."),
    source="ГОСТ Р 50577-2018",
    bad=("А12ЗВС77", "А12OВС7б"),
    good=("А123ВС77", "A123BC77"),
)
PLACEHOLDER = Rule(
    "PLT302",
    "plate",
    Severity.INFO,
    marked("«{value}» stands for a missing plate."),
    marked("Leave the cell empty."),
    bad=("без номера", "транзит", "новая"),
    good=("А123ВС77", ""),
)
LAYOUT = Rule(
    "PLT303",
    "plate",
    Severity.INFO,
    marked("«{value}» was typed in the wrong keyboard layout."),
    marked("It reads {suggestion}."),
    source="ГОСТ Р 50577-2018",
    bad=("F123DC77", "f 123 dc 77"),
    good=("А123ВС77",),
)
REMARK = Rule(
    "PLT304",
    "plate",
    Severity.INFO,
    marked("The words beside the plate were left out: «{words}»."),
    marked("Keep remarks in the comment."),
    bad=("А123ВС77 Тойота", "А123ВС77 (транзит)"),
    good=("А123ВС77", "А123ВС 77 (РФ)"),
)
RULES = (
    NOT_A_PLATE,
    IS_VIN,
    NO_REGION,
    UNKNOWN_REGION,
    ZEROS,
    FOREIGN,
    SEVERAL,
    DIPLOMATIC,
    LOOKALIKES,
    PLACEHOLDER,
    LAYOUT,
    REMARK,
)

TO_CYRILLIC = str.maketrans("ABEKMHOPCTYX", "АВЕКМНОРСТУХ")
"""The twelve letters of a plate, from Latin to Cyrillic."""

_TO_LATIN = str.maketrans("АВЕКМНОРСТУХ", "ABEKMHOPCTYX")
_L = "[АВЕКМНОРСТУХ]"
_CAR = re.compile(rf"{_L}(\d{{3}}){_L}{{2}}(\d{{2,3}})", re.ASCII)
_OTHERS = tuple(
    re.compile(pattern, re.ASCII)
    for pattern in (
        rf"{_L}{{2}}(\d{{3}})(\d{{2,3}})",  # taxi, bus
        rf"{_L}{{2}}(\d{{4}})(\d{{2,3}})",  # trailer
        rf"(\d{{4}}){_L}{{2}}(\d{{2,3}})",  # motorcycle, tractor, military
        rf"{_L}{{2}}(\d{{3}}){_L}(\d{{2,3}})",  # transit
        rf"{_L}(\d{{4}})(\d{{2,3}})",  # police
        rf"(\d{{3}}){_L}(\d{{2,3}})",  # police trailer
        rf"(\d{{4}}){_L}(\d{{2,3}})",  # police motorcycle
        rf"(\d{{3}}){_L}{{2}}(\d{{2,3}})",  # retro motorcycle
    )
)
_DIPLOMATIC = re.compile(r"\d{3}(?:СD\d|D\d{3}|Т\d{3})(\d{2,3})", re.ASCII)
_NO_REGION = re.compile(rf"{_L}\d{{3}}{_L}{{2}}", re.ASCII)
# Keys of the letters А, В, К, М, О, Т and Х that are no look-alikes of a plate's letters.
_TELLING_KEY = re.compile(r"[FDRVJN\[{]", re.IGNORECASE)
_SPACE = re.compile(r"[\s-]+")
_LOOSE_CAR = re.compile(r"([А-ЯA-Z0-9])([0-9ОOЗIІБ]{3})([А-ЯA-Z0-9]{2})([0-9ОOЗIІБ]{2,3})")
_TO_DIGIT = str.maketrans("ОOЗIІБ", "003116")
_TO_LETTER = str.maketrans("0", "О")
_NOISE = re.compile(r"RUS|РУС|[\W_]+")
_COUNTRY = re.compile("RUS|РУС")
_LABEL = re.compile(
    r"^\W*(?:ГОС\w*\W*(?:РЕГ\w*\W*)?(?:ЗНАК|НОМЕР|№)?|Г\s*[./]\s*Н|ГРЗ|НОМЕР|РЕГ\w*)\W+(?=\S*\d)",
    re.IGNORECASE,
)
# «77 (РФ)», «77RU», «77 регион»: what says no more than that the plate is Russian.
_TAIL = re.compile(
    r"(?<=[^A-ZА-ЯЁ])(?:[\W_]*(?:RUSSIA|RUS|RU|РОССИЯ|РУС|РФ|РЕГ(?:ИОН)?)(?![A-ZА-ЯЁ0-9]))+[\W_]*$",
    re.IGNORECASE,
)
_ANY_L = "[АВЕКМНОРСТУХABEKMHOPCTYX]"
_AMONG_WORDS = re.compile(
    rf"(?<![^\W_]){_ANY_L}[\s-]?[0-9]{{3}}[\s-]?{_ANY_L}{{2}}[\s/|-]*\(?[0-9]{{2,3}}\)?"
    rf"(?:\s*(?:RUS|РУС))?(?![^\W_])|(?<![^\W_])(?:{_ANY_L}{{2}}[0-9]{{5,7}}|[0-9]{{4}}{_ANY_L}{{2}}[0-9]{{2,3}})(?![^\W_])",
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\W\d_][\w./-]*")
_SPLIT = re.compile(r"[,;/|\n]+")
_NO_PLATE = re.compile(
    r"\W*(?:ТРАНЗИТ\w*|НОВ[ЫА][ЙЯ]\w*|БЕЗ\s.*|НЕ\s\D*|Б\W?Н|НЕТ\s.*|НА\s+УЧ[ЕЁ]Т\D*)\W*"
)
_VIN_LENGTH = 17
_SHORTEST, _LONGEST = 4, 12


def region_of(plate: str) -> str:
    """The subject of the federation whose code stands on a normal plate, "" if unknown."""
    found = _regions(plate)
    names = {subjects.by_code(code) for code in found} - {""}
    return names.pop() if len(names) == 1 else ""


def normalise(text: str) -> Normal[str]:
    """The plate in a cell, None where there is none or it is no plate."""
    value = text.strip()[:LONGEST_TEXT]
    return _plain(value) or settled(_read, value)


def _plain(value: str) -> Normal[str] | None:
    """What the long way gives for a car's plate that is no wrong layout's, None for any other."""
    if _TELLING_KEY.search(value):
        return None
    plate = _NOISE.sub("", value.upper()).translate(TO_CYRILLIC)
    found = _CAR.fullmatch(plate)
    return Normal(plate, _doubts(plate, found[1], (found[2],))) if found else None


def _read(value: str) -> Normal[str]:
    """The plate that a text gives at the first reading."""
    upper = value.upper()
    plate = _NOISE.sub("", upper).translate(TO_CYRILLIC)
    if typed := _typed_in_latin(value):
        repair = Finding(LAYOUT, value, typed, repaired=True)
        return Normal(typed, (repair, *_all_doubts(typed)))
    if found := _CAR.fullmatch(plate):
        return Normal(plate, _doubts(plate, found[1], (found[2],)))
    if is_blank(value) or _NO_PLATE.fullmatch(upper):
        return Normal(None) if is_wordless(value) else Normal(None, (Finding(PLACEHOLDER, value),))
    parts = [part for part in _SPLIT.split(value) if not is_blank(part)]
    if len(parts) > 1 and all(_is_russian(_compact(part)) for part in parts):
        return _several(value, parts)
    return (not _is_russian(_compact(value)) and _among_words(value)) or _one(value)


def _among_words(value: str) -> Normal[str] | None:
    """The car's plates in a text that says more, None where it holds none or is one whole."""
    found = [_compact(one[0]) for one in _AMONG_WORDS.finditer(value)]
    plates = tuple(dict.fromkeys(one for one in found if region_of(one) or _CAR.fullmatch(one)))
    bare = _LABEL.sub("", _TAIL.sub("", value), count=1)
    words = " ".join(_WORD.findall(_AMONG_WORDS.sub(" ", bare)))
    if not (words or len(found) > 1) or not plates or not all(map(_is_russian, plates)):
        return None
    first = plates[0]
    findings = [Finding(SEVERAL, value, first, repaired=True)] * (len(plates) > 1)
    if words:
        findings.append(Finding(REMARK, value, first, repaired=True, params=(("words", words),)))
    return Normal(first, (*findings, *_all_doubts(first)))


def _typed_in_latin(value: str) -> str:
    """A car's plate typed with the keyboard left in Latin, "" unless only that makes sense."""
    if not _TELLING_KEY.search(value):
        return ""
    bare = from_latin_layout(_SPACE.sub("", value)).upper()
    return bare if _CAR.fullmatch(bare) else ""


def _several(value: str, parts: list[str]) -> Normal[str]:
    """The first of several plates, with a warning unless all are the same."""
    plates = dict.fromkeys(_compact(part) for part in parts)
    first = _one(parts[0].strip())
    if len(plates) == 1:
        return first
    finding = Finding(SEVERAL, value, first.value or "", repaired=True)
    return Normal(first.value, (finding, *first.findings))


def _compact(text: str) -> str:
    """A plate's letters and digits in upper-case Cyrillic, without labels and «RUS»."""
    upper = unicodedata.normalize("NFKC", text.replace("№", " ").strip()).upper()
    bare = upper if upper[-1:].isdigit() else _TAIL.sub("", upper)
    whole = _LABEL.sub("", bare, count=1)
    plate = _NOISE.sub("", whole).translate(TO_CYRILLIC)
    while (bare := _COUNTRY.sub("", plate)) != plate:  # «R-US», «RRUSUS»
        plate = bare
    return plate


def _one(value: str) -> Normal[str]:
    """The plate in a text that holds one."""
    plate = _compact(value)
    if not _is_russian(plate) and (fixed := _fixed(plate)):
        findings = (Finding(LOOKALIKES, value, fixed, repaired=True), *_all_doubts(fixed))
        return Normal(fixed, findings)
    if _is_russian(plate):
        return Normal(plate, _all_doubts(plate))
    if len(plate) == _VIN_LENGTH and any(map(str.isdigit, plate)):
        return Normal(None, (Finding(IS_VIN, value),))
    if not _SHORTEST <= len(plate) <= _LONGEST or not any(map(str.isdigit, plate)):
        return Normal(None, (Finding(NOT_A_PLATE, value),))
    if _NO_PLATE.fullmatch(plate):
        return Normal(None, (Finding(PLACEHOLDER, value),))
    return Normal(_foreign(plate), (Finding(FOREIGN, value),))


def _foreign(plate: str) -> str:
    """A plate of no Russian format, all in Latin if a letter of it is Latin only."""
    latin = plate.translate(_TO_LATIN)
    return latin if latin.isascii() else plate


def _fixed(plate: str) -> str:
    """A car's plate with letters and digits in their places, "" if that takes guessing."""
    found = _LOOSE_CAR.fullmatch(plate)
    if not found:
        return ""
    first, number, series, region = found.groups()
    fixed = (
        first.translate(_TO_LETTER)
        + number.translate(_TO_DIGIT)
        + series.translate(_TO_LETTER)
        + region.translate(_TO_DIGIT)
    )
    return fixed if _CAR.fullmatch(fixed) else ""


def _is_russian(plate: str) -> bool:
    return bool(_regions(plate) or _NO_REGION.fullmatch(plate))


def _regions(plate: str) -> tuple[str, ...]:
    """The region codes a plate may carry; two where the format does not tell."""
    if found := _CAR.fullmatch(plate):
        return (found[2],)
    if found := _DIPLOMATIC.fullmatch(plate):
        return (found[1],)
    return tuple(found[2] for form in _OTHERS if (found := form.fullmatch(plate)))


def _all_doubts(plate: str) -> tuple[Finding, ...]:
    """What is doubtful about a Russian plate of any type."""
    if _NO_REGION.fullmatch(plate):
        return (Finding(NO_REGION, plate),)
    number = re.search(r"\d{3,4}", plate, re.ASCII)
    findings = _doubts(plate, number[0] if number else "", _regions(plate))
    if _DIPLOMATIC.fullmatch(plate):
        return (Finding(DIPLOMATIC, plate), *findings)
    return findings


def _doubts(plate: str, number: str, codes: tuple[str, ...]) -> tuple[Finding, ...]:
    """What is doubtful about the number and the region of a plate."""
    findings: tuple[Finding, ...] = ()
    if not number.strip("0"):
        findings = (Finding(ZEROS, plate),)
    if not any(subjects.by_code(code) for code in codes):
        params = (("region", codes[0]),)
        findings = (*findings, Finding(UNKNOWN_REGION, plate, params=params))
    return findings
