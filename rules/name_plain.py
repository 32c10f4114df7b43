"""Names that need no cleaning: nine of ten, recognised word by word and remembered."""

import re
from functools import lru_cache

from rules import company_forms, junk
from rules.name_marks import starts_phrase
from rules.name_words import OGLY, PARTICLES, word

_SHAPE = re.compile(
    r"[А-ЯЁ][а-яё]+(?:-[А-ЯЁ][а-яё]+)?|[А-ЯЁ]{3,}(?:-[А-ЯЁ]{2,})?|[а-яё]{2,}(?:-[а-яё]{2,})?|[А-ЯЁ]\."
)
_TRIPLE = re.compile(r"(.)\1\1", re.IGNORECASE)
_MOST = 3


def plain_words(text: str) -> list[str] | None:
    """The words of a text that is nothing but a name, None if it has to be looked at closely."""
    words = text.replace(".", ". ").rstrip().split(" ") if "." in text else text.split(" ")
    if len(words) > _MOST or not all(map(_is_plain, words)):
        return None
    if len(words) > 1 and any(words[at] == words[at - 1] for at in range(1, len(words))):
        return words if len(words[-1]) == 2 else None  # noqa: PLR2004 - twice the same initial
    return words


@lru_cache(maxsize=1 << 17)
def _is_plain(text: str) -> bool:
    """Whether a word is one of a name, and of nothing else."""
    if not _SHAPE.fullmatch(text) or _TRIPLE.search(text):
        return False
    if text[-1] == ".":
        return True
    found = word(text)
    if not found.known or found.key in OGLY or found.key in PARTICLES:
        return False
    parts = found.key.split("-")
    if any(map(starts_phrase, parts)) or any(map(company_forms.is_sign, parts)):
        return False
    return not junk.kind(text) and not company_forms.is_sign(text)
