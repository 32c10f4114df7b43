"""Parts of a name against parts of a name: surname, first name, patronymic.

The distinct texts of all parts share one book, so that a surname typed into the first name's
field is still compared.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import IntEnum
from functools import cache
from itertools import permutations

import numpy as np
import polars as pl

from matching.core.book import (
    Book,
    Codes,
    Index,
    Mask,
    book_of,
    distinct_pairs,
    mapped,
    numbered,
    recoded,
)
from matching.core.content import Hashes, content
from matching.core.plan import Levels
from matching.core.progress import Stage
from matching.core.slips import slips
from matching.dealer.known_names import full_forms, nearest
from resources import names as tables
from rules import name_forms
from rules.name_endings import OGLY


class Part(IntEnum):
    """How two parts of two names agree."""

    MISSING = 0
    EQUAL = 1
    TRANSLIT = 2
    GENDER = 3
    INITIAL = 4
    DIMINUTIVE = 5
    TYPO = 6
    PARTLY = 7
    DIFFERENT = 8
    MARRIED = 9


KEYED = (Part.EQUAL, Part.TRANSLIT, Part.GENDER, Part.TYPO, Part.DIMINUTIVE)
"""Levels at which the value itself is known, so that its rarity counts."""

# 1:1 onto one byte: rapidfuzz is three times as fast on such text as on Cyrillic (measured).
_ONE_BYTE = {ord("а") + i: 0xC0 + i for i in range(32)} | {ord("ё"): 0xC0 + 5}
_PATRONYMIC = re.compile("(?:ович|евич|еич|ыч|ич|овна|евна|ична|ишна)$")
_SPOKEN = re.compile("(?:ович|евич|еич|ыч|ич|овна|евна|ична|ишна|на)$")
_LATIN_SPOKEN = re.compile("(?:[oey]v[iy]t?ch|[iy]t?ch|[oey]vna|ichna|ishna|na)$")
_HEAD, _STEM = 4, 2
_FEW_NAMES, _FEW_SURNAMES = 3, 10


def one_byte(text: str) -> str:
    """The text in lower case, Cyrillic letters mapped one to one below U+0100."""
    return text.lower().translate(_ONE_BYTE)


@dataclass(frozen=True, slots=True)
class NameBook:
    """The distinct parts of names and the forms they are compared in, each by code.

    ``meant`` is the latin form of the known given name that a text is a slip away from, else its
    own, which is ``written``, and ``soft`` whether that ends in «a»; ``initials`` are the letters
    that a text may be abbreviated to, a bit each. ``hashes``: of the "text" itself and of its forms
    "latin", "neutral", "skeleton", "canonical" and "letter".
    """

    book: Book
    latin: Codes
    latins: Book
    surname: Codes
    surnames: Book
    neutral: Codes
    skeleton: Codes
    folded: tuple[str, ...]
    cyrillic: Mask
    initial: Mask
    whole: dict[str, Mask]
    stray: Mask
    letter: Codes
    latin_letter: Codes
    stem: Codes
    soft: Mask
    meant: Codes
    written: Codes
    short_of: Index
    initials: Index
    pieces: dict[int, frozenset[str]]
    hashes: dict[str, Hashes]

    def known_alike(self, a: Codes, b: Codes) -> Mask:
        """Whether one name is a diminutive of the other, or both of one; names as in ``meant``."""
        return np.isin(a.astype(np.int64) << 32 | b, self.short_of)


def name_book(stage: Stage, *columns: pl.Series) -> NameBook:
    """The book of all the texts in the columns."""
    book = book_of(*columns)
    latin, latins = recoded(book, name_forms.latin, stage.part(0, 0.3))
    surname, surnames = recoded(book, name_forms.neutral_surname, stage.part(0.3, 0.5))
    neutral, neutrals = recoded(surnames, name_forms.latin, stage.part(0.5, 0.7))
    skeleton, skeletons = recoded(surnames, name_forms.skeleton, stage.part(0.7, 0.8))
    meants = _meants(book, columns[1:], stage.part(0.8, 0.83))
    written = [latins.texts[code] for code in latin.tolist()]
    both, meant_book = numbered(
        [own or latin for own, latin in zip(meants, written, strict=True)] + written
    )
    meant = both[: len(book)]
    fulls = mapped(book.texts, _fulls, stage.part(0.83, 0.85))
    fulls = [own or full_forms(key) for own, key in zip(fulls, meants, strict=True)]
    folded = mapped(book.texts, one_byte, stage.part(0.85, 0.9))
    fathers = frozenset(columns[-1].unique())
    stems, _ = recoded(
        book, lambda text: _stem(text) if text in fathers else "", stage.part(0.9, 1)
    )
    letter, _ = numbered(text[:1] for text in folded)
    latin_letter, letters = numbered(text[:1] for text in latins.texts)
    canonical, canonicals = _canonical(fulls, latins, latin)
    hashes = {
        "text": content(book.texts),
        "latin": content(latins.texts)[latin],
        "neutral": content(neutrals.texts)[neutral[surname]],
        "skeleton": content(skeletons.texts)[skeleton[surname]],
        "canonical": content(canonicals.texts)[canonical],
        "letter": content(letters.texts)[latin_letter[latin]],
    }
    stage.at(1, 1)
    return NameBook(
        book=book,
        latin=latin,
        latins=latins,
        surname=surname,
        surnames=surnames,
        neutral=neutral[surname],
        skeleton=skeleton[surname],
        folded=tuple(folded),
        cyrillic=np.array([not text.isascii() for text in book.texts], dtype=np.bool_),
        initial=np.array([name_forms.is_initial(text) for text in book.texts], dtype=np.bool_),
        whole={part: np.array([of(text) for text in book.texts]) for part, of in _WHOLE.items()},
        stray=np.array([_is_stray(text) for text in book.texts], dtype=np.bool_),
        letter=letter,
        latin_letter=latin_letter[latin],
        stem=stems,
        soft=np.array([text.endswith("a") for text in meant_book.texts])[meant],
        meant=meant,
        written=both[len(book) :],
        short_of=_diminutives(meant_book),
        initials=_initials(book),
        pieces=_pieces(book),
        hashes=hashes,
    )


def _meants(book: Book, given: Sequence[pl.Series], stage: Stage) -> list[str]:
    """The latin key of the name that each text of the given names is meant for, "" for others."""
    asked = frozenset(text for column in given for text in column.unique())
    return mapped(book.texts, lambda text: nearest(text) if text in asked else "", stage)


def _is_first_name(text: str) -> bool:
    """Whether the text is a first name or its short form, and no cut one."""
    folded = name_forms.folded(text)
    return folded in tables.first_names() or folded in tables.diminutives()


def _is_patronymic(text: str) -> bool:
    """Whether the text is a patronymic, and no cut one."""
    folded = name_forms.folded(text)
    return folded in tables.patronymics() or bool(_PATRONYMIC.search(folded))


def _is_stray(text: str) -> bool:
    """Whether a Cyrillic text in the field of the patronymic begins as none does («Сосед»)."""
    folded = name_forms.folded(text).replace("-", " ")
    if text.isascii() or name_forms.is_initial(text) or _is_patronymic(text):
        return False
    last = folded.rpartition(" ")[2]
    if last in OGLY or folded in tables.first_names():
        return False
    known, head = _patronymics(), folded[:_HEAD]
    at = bisect_left(known, head)
    return at == len(known) or not known[at].startswith(head)


@cache
def _patronymics() -> list[str]:
    """The known patronymics in order."""
    return sorted(tables.patronymics())


_WHOLE = {"first": _is_first_name, "patronymic": _is_patronymic}


def _fulls(text: str) -> str:
    """The full names the text may be short for, in Latin letters."""
    return " ".join(sorted({name_forms.latin(full) for full in name_forms.full_first(text)}))


def _canonical(fulls: list[str], latins: Book, latin: Codes) -> tuple[Codes, Book]:
    """The full name of a diminutive that stands for one name only, else its own, as codes."""
    own = (latins.texts[code] for code in latin.tolist())
    pairs = zip(fulls, own, strict=True)
    return numbered(full if full and " " not in full else text for full, text in pairs)


def _diminutives(names: Book) -> Index:
    """Keys of the pairs of codes of which one is a short form of the other's name."""
    number = {text: code for code, text in enumerate(names.texts)}
    by_full: dict[str, set[int]] = {}
    for text, own in number.items():
        for full in set(full_forms(text).split()) - {text}:
            by_full.setdefault(full, set()).add(own)
    keys = {
        a << 32 | b
        for full, shorts in by_full.items()
        for a, b in permutations(sorted(shorts | {number.get(full, -1)} - {-1}), 2)
    }
    return np.array(sorted(keys), dtype=np.int64)


def _stem(patronymic: str) -> str:
    """What a patronymic and its spoken form share with its gender: Сергеевич and Sergeich."""
    folded = name_forms.folded(patronymic)
    stem = (_LATIN_SPOKEN if folded.isascii() else _SPOKEN).sub("", folded)
    if stem == folded or len(stem) < _STEM:
        return ""
    return f"{name_forms.latin(stem).rstrip('ei')}|{'f' if folded[-1] in 'аa' else 'm'}"


def _initials(book: Book) -> Index:
    """The letters that a Cyrillic name may be abbreviated to, Саша to А., too; a bit each."""
    words = ((text[:1].lower(), *name_forms.full_first(text)) for text in book.texts)
    return np.array([_bits(word[:1] for word in one) for one in words], dtype=np.int64)


def _bits(letters: Iterable[str]) -> int:
    return sum({1 << (ord(letter) - ord("а")) for letter in letters if "а" <= letter <= "я"})


def _pieces(book: Book) -> dict[int, frozenset[str]]:
    """The neutral pieces of every double-barrelled surname."""
    return {
        code: frozenset(name_forms.latin(name_forms.neutral_surname(p)) for p in pieces)
        for code, text in enumerate(book.texts)
        if len(pieces := text.strip("-").replace(" ", "-").split("-")) > 1
    }


def part_levels(names: NameBook, a: Codes, b: Codes, counts: Codes, *, part: str) -> Levels:
    """The level of each pair of codes; ``counts`` says on how many cards each text stands.

    ``part`` is "last", "first" or "patronymic", or "" where two different parts are compared.
    """
    levels = np.full(len(a), Part.DIFFERENT, dtype=np.uint8)
    levels[(a == 0) | (b == 0)] = Part.MISSING
    equal = (a == b) & (a != 0)
    levels[equal] = np.where(names.initial[a[equal]], Part.INITIAL, Part.EQUAL)
    rest = np.flatnonzero(levels == Part.DIFFERENT)
    if len(rest):
        low, high, where = distinct_pairs(a[rest], b[rest])
        levels[rest] = _unequal(names, low, high, counts, part=part)[where]
    return levels


def _unequal(names: NameBook, a: Codes, b: Codes, counts: Codes, *, part: str) -> Levels:
    levels = np.full(len(a), Part.DIFFERENT, dtype=np.uint8)
    initial = names.initial[a] | names.initial[b]
    both = names.cyrillic[a] & names.cyrillic[b]
    letter = np.where(
        both,
        names.letter[a] == names.letter[b],
        names.latin_letter[a] == names.latin_letter[b],
    )
    if part == "first":
        letter |= both & ((names.initials[a] & names.initials[b]) != 0)
    levels[initial & letter] = Part.INITIAL
    open_ = ~initial
    _set(levels, open_ & (names.latin[a] == names.latin[b]), Part.TRANSLIT)
    if part == "last":
        _set(levels, open_ & (names.neutral[a] == names.neutral[b]), Part.GENDER)
        _set(levels, open_ & _shared_piece(names, a, b), Part.PARTLY)
    if part in names.whole:
        _set(levels, open_ & _cut(names, a, b, part), Part.INITIAL)
    if part != "last":
        # a surname in the place of a name is what is written: whether it is elsewhere a name's
        # misprint hangs on other cards
        meant = names.meant if part else names.written
        _set(levels, open_ & names.known_alike(meant[a], meant[b]), Part.DIMINUTIVE)
    if part == "patronymic":
        stems = names.stem[a] == names.stem[b]
        _set(levels, open_ & stems & (names.stem[a] != 0), Part.DIMINUTIVE)
    rest = np.flatnonzero(
        open_ & (levels == Part.DIFFERENT) & ~_both_usual(counts[a], counts[b], part=part)
    )
    levels[rest[_misprint(names, a[rest], b[rest])]] = Part.TYPO
    if part != "last":
        alike = meant[a] == meant[b]
        _set(levels, open_ & alike & ~_both_usual(counts[a], counts[b], part=part), Part.TYPO)
    return levels


def _both_usual(a: Codes, b: Codes, *, part: str) -> Mask:
    """Whether neither text is rare beside the other: Анна is no misprint of Инна.

    One given misprint of a name stands on well under a hundredth of its cards.
    """
    few = _FEW_SURNAMES if part == "last" else _FEW_NAMES
    usual: Mask = np.minimum(a, b) > np.maximum(few, np.maximum(a, b) // 100)
    return usual


def _set(levels: Levels, where: Mask, level: Part) -> None:
    levels[where & (levels == Part.DIFFERENT)] = level


def _shared_piece(names: NameBook, a: Codes, b: Codes) -> Mask:
    """Whether one surname is a piece of the other's two (Иванова and Иванова-Петрова)."""
    double = np.array(sorted(names.pieces), dtype=np.int32)
    shared = np.zeros(len(a), dtype=np.bool_)
    for i in np.flatnonzero(np.isin(a, double) | np.isin(b, double)).tolist():
        shared[i] = bool(_surname_pieces(names, int(a[i])) & _surname_pieces(names, int(b[i])))
    return shared


def _surname_pieces(names: NameBook, code: int) -> frozenset[str]:
    pieces = names.pieces.get(code)
    if pieces is not None:
        return pieces
    return frozenset({name_forms.latin(name_forms.neutral_surname(names.book.texts[code]))})


def _cut(names: NameBook, a: Codes, b: Codes, part: str) -> Mask:
    """Whether one text is the beginning of the other and no name of its own (Мих, Михайлович)."""
    folded, whole = names.folded, names.whole[part]
    latins, latin = names.latins.texts, names.latin
    both = names.cyrillic[a] == names.cyrillic[b]
    found = np.zeros(len(a), dtype=np.bool_)
    letter = np.where(both, names.letter[a] == names.letter[b], _one_letter(names, a, b))
    may = np.flatnonzero(letter & ~(whole[a] & whole[b]))
    pairs = zip(a[may].tolist(), b[may].tolist(), both[may].tolist(), strict=True)

    def cut(short: int, long: int, *, alike: bool) -> bool:
        if alike:
            return folded[long].startswith(folded[short]) and not whole[short]
        return latins[latin[long]].startswith(latins[latin[short]]) and not whole[short]

    found[may] = [
        cut(one, other, alike=alike) or cut(other, one, alike=alike) for one, other, alike in pairs
    ]
    return found


def _one_letter(names: NameBook, a: Codes, b: Codes) -> Mask:
    """Whether the Latin forms begin with one letter, or one of them has none."""
    one, other = names.latin_letter[a], names.latin_letter[b]
    found: Mask = (one == other) | (one == 0) | (other == 0)
    return found


def _misprint(names: NameBook, a: Codes, b: Codes) -> Mask:
    """Whether the texts differ by one slip, or by two if they are long."""
    both = names.cyrillic[a] & names.cyrillic[b]
    found = np.zeros(len(a), dtype=np.bool_)
    found[both] = slips(names.folded.__getitem__, a[both], b[both])
    latin = names.latins.texts.__getitem__
    found[~both] = slips(latin, names.latin[a[~both]], names.latin[b[~both]])
    return found
