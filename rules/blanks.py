"""The words and signs people type into a field that they have nothing to put into.

Why it matters
    «НЕТ» in a thousand VIN cells is not a broken VIN a thousand times, and it must never
    make a thousand cards look like one.

>>> is_blank(" — "), is_blank("не указано"), is_blank("Нетребко")
(True, True, False)
"""

import re

LONGEST_NUMBER = 64
"""No number, date or sum is written longer; what is longer is a pasted text."""

LONGEST_TEXT = 1000
"""As much of a cell as the rules read; the whole of it stays in its row."""

_WORDS = frozenset(
    """
    нет нету неизвестно неизвестен неизвестна неизв отсутствует отсутсвует отсутствуют отсутств
    неуказан неуказана неуказано неуказаны неукказан неопределен неопределено неопределена
    неустановлен неустановлена неустановлено незаполнено незадан незадано неимеет неимеется
    нетданных нетинформации нетномера безномера безн бн нд пусто пустой прочерк неназначен
    неназначено незнает незнаю несообщил несообщила недали нехочет неуказал неуказала неназвал
    неназвала несказал несказала неговорит несообщает неоставил неоставила неспросили неузнали
    неттелефона телефонанет безтелефона отказ отказался отказалась
    na none null nil nan no not empty unknown undefined blank noname nodata missing
    """.split()
)
_LONGEST_BLANK = 40
_NOISE = re.compile(r"[\W_]+")
_SIGNS = frozenset(("x", "х", "xx", "хх", "xxx", "ххх"))


def is_blank(text: str) -> bool:
    """Whether the text is empty, signs only, or a word that stands for nothing."""
    if not text:
        return True
    if len(text) > _LONGEST_BLANK:
        return is_wordless(text)
    bare = _NOISE.sub("", text).lower()
    return not bare or bare in _WORDS or bare in _SIGNS or not bare.strip("0xх")


def is_wordless(text: str) -> bool:
    """Whether the text holds no letter and no digit at all."""
    return not any(character.isalnum() for character in text)
