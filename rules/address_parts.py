"""The reading of an address: words into parts, parts into fields.

An address is read word by word. A marking word («ул.», «д.», «обл») or a comma ends one part
and begins the next; a part without a mark is named at the end by what is still missing.
"""

import re
from functools import lru_cache

from rules import address_fields, address_names, subjects
from rules.address_fields import Parts
from rules.address_filling import ADJECTIVE, Filling
from rules.address_words import ABROAD, COUNTRY, MARKS, NOISE, STREET_KINDS, Mark

_TOKEN = re.compile(
    r"\d+-?(?:[йяе]|ый|ая|ое|ой|го)(?![^\W\d_])"  # 5-я линия, 1-й проезд
    r"|\d+(?:[/\-]\d+)*[а-яёa-z](?=[кс]\d)"  # 16Ас2
    r"|\d+(?:[/\-]\d+)*(?:[а-яёa-z](?![^\W_]))?"
    r"|с/[псо]\b|[ав]/[яч](?![^\W_])|г\.\s?о(?=\.)|(?!дом|корп|стр)[^\W\d_]{3,}-\d+(?![^\W_])"
    r"|[^\W\d_]+(?:[-'’][^\W\d_]+)*\.?|[,;\n()]",
    re.IGNORECASE,
)
_BREAKS = frozenset(",;\n()")
_INDEX = re.compile(r"[1-6][0-9]{5}")
_NUMBERED = frozenset((Mark.HOUSE, Mark.BLOCK, Mark.BUILDING, Mark.LETTER, Mark.FLAT, Mark.ASIDE))
_MOSCOW_REGION = "Московская область"
_BLOCK_SIGN = {Mark.BLOCK: "к", Mark.BUILDING: "с", Mark.LETTER: ""}


def read(text: str) -> Parts:
    """The fields that the words of an address give."""
    tokens = _TOKEN.findall(address_names.written_out(text))
    reader = _Reader([token for token in tokens if not _is_noise(token)])
    reader.run()
    parts = reader.parts
    address_fields.settle(parts)
    return parts


@lru_cache(maxsize=65536)
def _is_noise(token: str) -> bool:
    word = _word_of(token)
    return word in NOISE or word in COUNTRY


@lru_cache(maxsize=65536)
def _word_of(token: str) -> str:
    """The token as the tables of words hold it."""
    return token.rstrip(".").lower()


@lru_cache(maxsize=65536)
def _known(token: str) -> tuple[str, Mark | None, bool]:
    """The token as the tables hold it, its mark, and whether a number follows such a mark.

    A token without a mark comes back as it is shown.
    """
    word = _word_of(token)
    mark = MARKS.get(word)
    if mark is None:
        return (token.rstrip(".") if len(word) > 1 else token), None, False
    return word, mark, mark in _NUMBERED


class _Reader:
    """Walks along the tokens and fills the parts."""

    def __init__(self, tokens: list[str]) -> None:
        self.parts = Parts()
        self._filling = Filling(self.parts)
        self._tokens = tokens
        self._place = 0
        self._words: list[str] = []
        self._mark: Mark | None = None
        self._kind = ""
        self._marked_by = ""

    def run(self) -> None:
        """Read all tokens."""
        while self._place < len(self._tokens):
            token = self._tokens[self._place]
            self._place += 1
            if token in _BREAKS:
                self._close()
            elif token[0].isdigit():
                self._take_number(token)
            else:
                self._take_word(token)
        self._close()

    def _next(self) -> str:
        """The token after the current one, "" at the end."""
        return self._tokens[self._place] if self._place < len(self._tokens) else ""

    def _take_number(self, token: str) -> None:
        if not self.parts.index and _INDEX.fullmatch(token):
            self._close()
            self.parts.index = token
        else:
            self._words.append(token)

    def _take_word(self, token: str) -> None:
        word, mark, numbered = _known(token)
        if self._mark is None and word.lower() in ABROAD:
            self._close()
            self.parts.region = self.parts.region or ABROAD[word.lower()]
        elif word == "мо" and self._is_moscow_region():
            self._close()
            self.parts.region = _MOSCOW_REGION
        elif mark is None or self._is_initial(word) or self._begins_town(word):
            self._words.append(token.rstrip(".") if len(word) > 1 else token)
        elif numbered:
            self._take_numbered(mark, word, token)
        else:
            self._take_mark(mark, word)

    def _is_initial(self, word: str) -> bool:
        """Whether a marking letter is one of a name here («ул. К. Маркса»)."""
        following = self._next()
        begins = self._mark is Mark.STREET and not self._words
        return begins and len(word) == 1 and len(following) > 2 and following[0].isalpha()  # noqa: PLR2004

    def _is_moscow_region(self) -> bool:
        """Whether «МО» is the region here, not a municipality («МО Ейский район»)."""
        if self.parts.region or self._mark is not None:
            return False
        ahead = [one for one in self._tokens[self._place : self._place + 3] if one not in _BREAKS]
        if ahead and MARKS.get(_word_of(ahead[0])) in (Mark.TOWN, Mark.VILLAGE, Mark.OKRUG):
            ahead = ahead[1:]
        towns = [self.parts.city, " ".join(self._words), *ahead[:1], " ".join(ahead[:2])]
        told = {subjects.by_town(one) for one in towns if one}
        return _MOSCOW_REGION in told or not (told - {""} or ahead)

    def _begins_town(self, word: str) -> bool:
        """Whether a marking word begins a town's short name («Наб. Челны», «Ст. Оскол»)."""
        following = self._next()
        return following[:1].isalpha() and bool(subjects.town_name(f"{word} {following}"))

    def _take_numbered(self, mark: Mark, word: str, token: str) -> None:
        """A house, block, building or flat, if its number follows."""
        following = self._next()
        letter = mark in (Mark.LETTER, Mark.BLOCK) and len(following.rstrip(".")) == 1
        if following[:1].isdigit() or (letter and following.isalpha()):
            self._close()
            self._place += 1
            self._number(mark, word, following)
        elif word in ("д", "с") and following and following not in _BREAKS:
            self._take_mark(Mark.VILLAGE, word)
        elif len(word) > 1:
            self.parts.rest.append(token)

    def _number(self, mark: Mark, word: str, number: str) -> None:
        parts = self.parts
        if mark is Mark.FLAT:
            parts.flat = parts.flat or number.upper()
        elif mark is Mark.ASIDE:
            parts.rest.append(f"{word} {number}")
        elif mark is Mark.HOUSE:
            self._set_house(number)
        elif parts.house or mark is not Mark.BUILDING:
            number, dash, flat = number.partition("-")
            if dash:
                parts.flat = parts.flat or flat.upper()
            parts.house += _BLOCK_SIGN[mark] + number.upper()
        else:
            parts.house = "с" + number.upper()

    def _set_house(self, number: str) -> None:
        """The house with the single letter that may follow it."""
        letter = self._next()
        if len(letter) == 1 and letter.isalpha() and letter.lower() not in "кс":
            after = self._tokens[self._place + 1 : self._place + 2]
            if not (after and after[0][0].isdigit()):
                self._place += 1
                number += letter
        self._filling.house(number)

    def _take_mark(self, mark: Mark, word: str) -> None:
        """A marking word belongs to the words before it or begins a part."""
        if self._mark is mark and mark in (Mark.REGION, Mark.DISTRICT):
            return
        if mark is Mark.STREET and self._takes_as_name(word):
            return
        if self._mark is None and self._words and self._belongs_before(mark):
            self._set_mark(mark, word)
            self._close()
            return
        self._close()
        self._set_mark(mark, word)

    def _takes_as_name(self, word: str) -> bool:
        """Whether one of two marks of streets side by side is the name («Набережная ул»)."""
        if self._mark is not Mark.STREET or self._words:
            return False
        if ADJECTIVE.fullmatch(word):
            self._words = [word]
            return True
        if not ADJECTIVE.fullmatch(self._marked_by):
            return False
        self._words = [self._marked_by]
        self._set_mark(Mark.STREET, word)
        self._close()
        return True

    def _belongs_before(self, mark: Mark) -> bool:
        """Whether the mark closes the words before it («Ленина ул», «Московская обл»)."""
        last = self._words[-1].lower()
        if mark in (Mark.REGION, Mark.DISTRICT):
            return not last[0].isdigit()
        if mark in (Mark.TOWN, Mark.OKRUG) and address_names.names_a_subject(self._words):
            return False
        following = self._next()
        if not following or following in _BREAKS or _word_of(following) in MARKS:
            return not last[0].isdigit() or last[-1].isalpha()
        if following[0].isdigit():
            after = self._tokens[self._place + 1 : self._place + 2]
            return not (after and after[0].isalpha() and after[0].lower() not in MARKS)
        return mark is Mark.STREET and ADJECTIVE.fullmatch(last) is not None

    def _set_mark(self, mark: Mark, word: str) -> None:
        self._mark = mark
        self._marked_by = word
        self._kind = STREET_KINDS.get(word, "")

    def _close(self) -> None:
        """Give the words read so far to the field their mark names."""
        words, mark, kind = self._words, self._mark, self._kind
        self._words, self._mark, self._kind = [], None, ""
        if not words:
            return
        if mark is None:
            self._filling.unmarked(words)
        elif mark is Mark.STREET:
            self._filling.street(words, kind)
        elif mark is Mark.REGION:
            self._filling.region(words)
        elif mark is Mark.DISTRICT:
            self._filling.district(words)
        elif mark is Mark.OKRUG:
            self._filling.okrug(words)
        else:
            self._filling.settlement(words)
