"""Names that need no cleaning: nine of ten, recognised word by word and remembered.

A word that no table knows stands in such a name beside one that is known.
"""

import re
from functools import lru_cache

from rules import company_forms, junk
from rules.name_endings import OGLY
from rules.name_marks import starts_phrase
from rules.name_words import PARTICLES, Word, is_cut_pair, word

_SHAPE = re.compile(
    r"[А-ЯЁ][а-яё]+(?:-[А-ЯЁ][а-яё]+)?|[А-ЯЁ]{3,}(?:-[А-ЯЁ]{2,})?|[а-яё]{2,}(?:-[а-яё]{2,})?|[А-ЯЁ]\."
)
_TRIPLE = re.compile(r"(.)\1\1")
_MOST = 3
_GARDEN = "сад"  # «детский сад» is a company, though neither of its words is one of companies
_INITIALS = 2  # letters that are two initials where no table knows them
# A surname and two initials are a name, too, with a space between these («Иванов И. И.»).
_SPACED = frozenset(("sii", "iis"))


def plain_words(text: str) -> tuple[list[str], list[Word]]:
    """The words of a text that is nothing but a name, typed and read; none of any other text."""
    texts = _apart(text) if "." in text else text.split(" ")
    if len(texts) > _MOST:
        return [], []
    words: list[Word] = []
    for one in texts:
        found = _plain(one)
        if found is None:
            return [], []
        words.append(found)
    keys = [one.key for one in words if not one.initial]
    if keys and (len(set(keys)) < len(keys) or True not in [one.known for one in words]):
        return [], []
    if ". " in text.rstrip() and "".join(one.sure for one in words) not in _SPACED:
        return [], []
    return texts, words


def _apart(text: str) -> list[str]:
    """The words of a text with initials, be these together («И.И.») or apart («И. И.»)."""
    return text.replace(". ", ".").replace(".", ". ").rstrip().split(" ")


@lru_cache(maxsize=1 << 17)
def _plain(text: str) -> Word | None:
    """The word if it is one of a name, and of nothing else."""
    if not _SHAPE.fullmatch(text) or _TRIPLE.search(text.lower()):
        return None
    found = word(text)
    if found.initial:
        return found
    if found.key in OGLY or found.key in PARTICLES or is_cut_pair(found):
        return None
    if not found.known and (len(text) <= _INITIALS or found.key == _GARDEN):
        return None
    parts = found.key.split("-") if "-" in found.key else (found.key,)
    for part in parts:
        if (
            part in OGLY
            or starts_phrase(part)
            or company_forms.is_sign(part)
            or junk.is_junk_word(part)
        ):
            return None
    return found
