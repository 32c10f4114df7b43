"""Forms of a name that stay equal where its spellings differ; for comparing, never for showing.

They take names already normalised by ``rules.person``; a stray sign does no harm.
"""

import re
import unicodedata
from functools import lru_cache

from resources import names
from rules.letters import has_cyrillic

_CYRILLIC = str.maketrans(
    dict(zip("абвгдеёзийклмнопрстуфыэіїєґў", "abvgdeeziiklmnoprstufieiiegu", strict=True))
    | {"ж": "zh", "х": "kh", "ц": "ts", "ч": "ch", "ш": "sh", "щ": "shch"}
    | {"ю": "iu", "я": "ia", "ъ": "", "ь": ""}
)
_ACCENTS = str.maketrans(
    dict(zip("ëèéėêáàãāíìĭïîóòõøúùůñłý", "eeeeeaaaaiiiiioooouuunly", strict=True))
    | {"č": "ch", "š": "sh", "ž": "zh", "ŝ": "shch", "û": "iu", "â": "ia", "ö": "e", "ü": "iu"}
    | {"ä": "e", "ı": "i", "ş": "sh", "ç": "ch", "ğ": "g", "ə": "a"}
    | dict.fromkeys("’”ʹʺʼ·\u0361", "")
)
_PLAIN = str.maketrans({"y": "i", "j": "i", "'": "", "`": "", '"': ""})
# One letter for what every scheme writes in its own way; read in one pass, so that «skh» (сх)
# cannot turn into «sh» (ш).
_SOUNDS = {
    "shch": "w", "stch": "w", "schtsch": "w", "tsch": "q", "sch": "w", "shh": "w", "sh": "w",
    "tch": "q", "ch": "q", "zh": "x", "kh": "h",
    "ts": "c", "tz": "c", "tc": "c", "cz": "c", "cki": "cki", "cka": "cka", "ck": "k", "ct": "kt",
    "ph": "f", "th": "t", "ou": "u", "gue": "ge", "gui": "gi", "w": "v", "x": "ks", "q": "k",
}  # fmt: skip
_SOUND = re.compile("|".join(sorted(_SOUNDS, key=len, reverse=True)))
_NOT_A_WORD = re.compile(r"[^a-z0-9]+")
_MARKS = re.compile("[\u0300-\u036f]")
_GLIDES = re.compile("i+")
_E = re.compile("i?eo|io|ie|(?<=[qwx])o")
_DOUBLED = re.compile(r"([a-z])\1+")
_OFF = re.compile(r"([oe])ff?\b")
_ENGLISH = {
    "aleksander": "aleksandr", "aleksandra": "aleksandra", "andrev": "andrei",
    "antoni": "anton", "katerine": "ekaterina", "caterine": "ekaterina", "eugene": "evgeni",
    "evgene": "evgeni", "george": "georgi", "gregori": "grigori", "helen": "elena",
    "miqael": "mihail", "miqail": "mihail", "natalie": "natalia", "paul": "pavel",
    "peter": "petr", "iulie": "ulia", "nikholas": "nikolai", "nicolai": "nikolai",
}  # fmt: skip

_VOICELESS = str.maketrans("bvgdzx", "pfktsw")
_VOWELS = re.compile("[aeiou]+")
_STEM = 4
_FEMININE = ("ова", "ева", "ина", "ына")
_LATIN_FEMININE = ("ova", "eva", "ina", "yna")
_LATIN_ENDS = ("a", "â", "i", "j", "y")
_LATIN_ADJECTIVE = re.compile("(s|c|z|ts)k(?:aya|aia|aja|aâ|iy|ii|ij|yi|i|y)$")


def folded(text: str) -> str:
    """The text in lower case with «ё» as «е»."""
    return text.lower().replace("ё", "е")


def is_initial(part: str) -> bool:
    """Whether the part is an initial or a cut name, «И.» or «Ал.»."""
    return len(part) == 1 or part.endswith(".")


@lru_cache(maxsize=65_536)
def latin(text: str) -> str:
    """A Latin key that is the same for a Russian name and its usual transliterations.

    >>> latin("Щукин Юлий"), latin("Shchukin Iulii"), latin("Schukin Yuly")
    ('wukin uli', 'wukin uli', 'wukin uli')
    """
    low = text.lower()
    if has_cyrillic(low):
        low = low.translate(_CYRILLIC)
    if not low.isascii():
        low = _without_accents(low)
    low = _SOUND.sub(lambda match: _SOUNDS[match[0]], low.translate(_PLAIN))
    low = _E.sub("e", _GLIDES.sub("i", low)).replace("iu", "u")
    words = _DOUBLED.sub(r"\1", _OFF.sub(r"\1v", _NOT_A_WORD.sub(" ", low))).split()
    return " ".join([_ENGLISH.get(word, word) for word in words])


def _without_accents(low: str) -> str:
    """The text with the letters of scholarly transliterations spelled in plain Latin ones."""
    plain = unicodedata.normalize("NFC", low).translate(_ACCENTS)
    if plain.isascii():
        return plain
    return _MARKS.sub("", unicodedata.normalize("NFKD", plain))


def skeleton(text: str) -> str:
    """The consonants of a name, deaf and voiced alike; most slips of the pen leave them be.

    >>> skeleton("Екатерина") == skeleton("Екатирина"), skeleton("Бессонов")
    (True, 'psnf')
    """
    return " ".join([_bones(word) for word in latin(text).split()])


def _bones(word: str) -> str:
    """The skeleton of one word of a Latin key; a leading vowel is kept as «a»."""
    start = "a" if word[0] in "aeiou" else ""
    return start + _DOUBLED.sub(r"\1", _VOWELS.sub("", word).translate(_VOICELESS))


def full_first(name: str) -> tuple[str, ...]:
    """The full first names, folded, that a short or variant form may stand for; () if none.

    >>> full_first("Саша"), full_first("Александр")
    (('александр', 'александра'), ())
    """
    return tuple(full for full, _ in names.diminutives().get(folded(name), ()))


def neutral_surname(last: str) -> str:
    """The surname in lower case, in the form that a man and a woman of one family share.

    >>> neutral_surname("Иванова"), neutral_surname("Достоевская"), neutral_surname("Ли-Белая")
    ('иванов', 'достоевский', 'ли-белый')
    """
    words = folded(last).replace(" ", "-").split("-")
    return "-".join([_masculine(word) for word in words if word])


def _masculine(word: str) -> str:
    """One word of a surname, folded, in its masculine form."""
    if len(word) <= _STEM:
        return word
    if word.endswith(_FEMININE):
        return word[:-1]
    if word.endswith("ая"):
        return _adjective(word[:-2])
    if word.endswith(_LATIN_FEMININE):
        return word[:-1]
    return _LATIN_ADJECTIVE.sub(r"\1kiy", word) if word.endswith(_LATIN_ENDS) else word


def _adjective(stem: str) -> str:
    """The masculine of an adjective's stem: the more frequent of -ий, -ый, -ой."""
    if stem.endswith(("ск", "цк")):
        return stem + "ий"
    known = names.surnames()
    return max((stem + ending for ending in ("ый", "ой", "ий")), key=lambda one: known.get(one, 0))
