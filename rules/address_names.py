"""The names in an address: known towns and subjects, short forms of towns, capital letters.

>>> written_out("Ростов н/Д")
'Ростов-на-Дону '
>>> town_length(["Набережные", "Челны", "Мира"]), titled(["ЛЕНИНА"])
(2, 'Ленина')
"""

import re
from functools import lru_cache

from rules import subjects
from rules.letters import capital

# «городской округ», «Ростов н/Д», «Комсомольск-н-А»
_OKRUG = re.compile(r"городско(?:й|го)\s+округа?(?![^\W_])", re.IGNORECASE)
_ON_RIVER = re.compile(
    r"(?<![^\W_])([^\W\d_]{5,})[\s-]*-?на?[/-]\s?([дако])(?![^\W_])\.?", re.IGNORECASE
)
# «М.О.», «р.п.», «п.г.т.»
_DOTTED = (
    (re.compile(r"(?<![^\W_])М\.\s?О\.?(?![^\W_])"), "МО "),
    (re.compile(r"(?<![^\W_])р\.\s?п\.?(?![^\W_])", re.IGNORECASE), "рп "),
    (re.compile(r"(?<![^\W_])п\.\s?г\.\s?т\.?(?![^\W_])", re.IGNORECASE), "пгт "),
)
# «643, 445000, 63, , Тольятти г»: the code of Russia, the index, the code of the subject.
_MACHINE = re.compile(r"^\s*643\s*,\s*(\d{6})?\s*,\s*(\d{2})\s*,", re.ASCII)
_RIVERS = {"д": "на-Дону", "а": "на-Амуре", "к": "на-Кубани", "о": "на-Оби"}
_LOWER_PARTS = frozenset(("на", "и", "по", "в", "де", "лет", "года", "им"))


def written_out(text: str) -> str:
    """The text with «городской округ» as «г.о.» and «Ростов н/Д» with its river."""
    if "." in text:
        for pattern, short in _DOTTED:
            text = pattern.sub(short, text)
    if "643" in text:
        text = _MACHINE.sub(_without_country, text)
    text = _OKRUG.sub("г.о.", text)
    return _ON_RIVER.sub(_with_river, text) if "-" in text or "/" in text else text


def _without_country(found: re.Match[str]) -> str:
    """The index and the subject that the numbers of a tax office's address begin with."""
    return f"{found[1] or ''}, {subjects.by_code(found[2])}, "


def _with_river(found: re.Match[str]) -> str:
    """The town with its river written out, if there is such a town."""
    town = f"{found[1]}-{_RIVERS[found[2].lower()]}"
    return f"{town} " if subjects.town_name(town) else found[0]


def names_a_subject(words: list[str]) -> bool:
    """Whether the words name a subject and no town («РТ г Казань»)."""
    name = " ".join(words)
    return bool(subjects.by_name(name)) and not subjects.town_name(name)


def subject_length(words: list[str]) -> int:
    """How many of the first words name a subject before a known town («ХМАО-Югра Сургут»)."""
    for length in range(min(3, len(words) - 1), 0, -1):
        if names_a_subject(words[:length]) and town_length(words[length:]):
            return length
    return 0


def town_length(words: list[str]) -> int:
    """How many of the first words name a known town."""
    for length in range(min(3, len(words)), 0, -1):
        if subjects.town_name(" ".join(words[:length])):
            return length
    return 0


def titled(words: list[str]) -> str:
    """The words joined, capital letters first unless they were typed with care."""
    return " ".join(_titled(word, first=place == 0) for place, word in enumerate(words))


@lru_cache(maxsize=65536)
def _titled(word: str, *, first: bool) -> str:
    lower = word.lower()
    if lower[0].isdigit() or (not first and lower in _LOWER_PARTS):
        return lower
    if not (word.isupper() or word.islower()) or (len(word) == 2 and word[1] == "."):  # noqa: PLR2004
        shown = capital(word)
        if not shown.isupper():  # «aA» would be read as «Aa» the next time
            return shown
    parts = lower.split("-")
    return "-".join(part if part in _LOWER_PARTS else capital(part) for part in parts)
