"""Names put right for comparing: words in the wrong cell, a space hit too early, bare initials.

Nothing of it is stored or shown; the cards keep what the rules read.
"""

import re
from collections.abc import Iterator

import polars as pl

from matching.dealer.glued_names import is_first_name, is_surname, near_first_name, unglued
from rules.name_endings import OGLY
from rules.name_forms import folded

_PARTS = ("last", "first", "patronymic")
Name = tuple[str, str, str]

# «К. Виктор», «Ч. А.»: the last letter of the word before, the space hit one key too early.
_EARLY_SPACE = re.compile(r"([^\W\d_])\. (\S+(?: \S+)*)")
_LETTER = re.compile(r"[^\W\d_]\.")
# «ГР», «Аювю»: initials without full stops, or with the Russian «ю» where the full stop would be.
_BARE = re.compile(r"([^\W\d_])([^\W\d_])")
_TYPED_STOPS = re.compile("([а-я])ю(?:([а-я])ю)?", re.IGNORECASE)
_PATRONYMIC = re.compile("(?:в[ие]ч|вн[ао]|в[чн]|ич|ыч|вич.|вна.|ivna|ovna|evna|vich|vitch)$")
_REMARKS = frozenset({"такси", "машина", "машины", "машин"})
_WHOLE, _GLUED = 3, 9


def tidied(frame: pl.DataFrame) -> pl.DataFrame:
    """The frame with the parts of odd names put right."""
    odd = pl.any_horizontal(pl.col(part).str.contains(" ", literal=True) for part in _PARTS)
    odd |= pl.col("first").str.len_chars().is_between(2, 4) & (pl.col("patronymic") == "")
    odd |= (pl.col("first") == "") & (pl.col("patronymic") == "") & (pl.col("last") != "")
    odd |= (pl.col("first").str.len_chars() >= _GLUED) & (pl.col("patronymic") == "")
    odd |= pl.any_horizontal(pl.col(part).str.to_lowercase().is_in(_REMARKS) for part in _PARTS)
    letter = pl.col("patronymic").str.contains(r"^[^\W\d_]\.$")
    odd |= letter & ~pl.col("first").str.contains(".", literal=True)
    names = frame.filter(odd).select(_PARTS).unique().sort(_PARTS)
    changed = [(*old, *new) for old, new in _changed(names.iter_rows())]
    if not changed:
        return frame
    renamed = [f"{part}_right" for part in _PARTS]
    table = pl.DataFrame(changed, [*_PARTS, *renamed], orient="row")
    found = frame.join(table, on=_PARTS, how="left", maintain_order="left")
    return found.with_columns(
        pl.coalesce(right, part).alias(part) for part, right in zip(_PARTS, renamed, strict=True)
    ).drop(renamed)


def _changed(names: Iterator[Name]) -> Iterator[tuple[Name, Name]]:
    for name in names:
        meant = _meant(name)
        if meant != name:
            yield name, meant


def _meant(name: Name) -> Name:
    last, first, patronymic = (_without_remarks(part) for part in name)
    if last and not first and not patronymic:
        return _lone(last)
    if not patronymic:
        last, first, patronymic = _with_initials(last, first)
    return _with_letters_back(last, first, patronymic)


def _without_remarks(text: str) -> str:
    """The words of a cell that may be of a name; «Такси», «Машины» (of «2 машины») are not."""
    return " ".join(word for word in text.split(" ") if folded(word) not in _REMARKS)


def _lone(word: str) -> Name:
    """What a word that stands alone names: a surname, a first name, or all of it glued."""
    low = folded(word)
    if low.isascii() or is_surname(low):
        return word, "", ""
    if is_first_name(low):
        return "", word, ""
    found = unglued(low) if len(low) >= _GLUED else None
    if found:
        return _written(found)
    return ("", word, "") if near_first_name(low) else (word, "", "")


def _written(name: Name) -> Name:
    last, first, patronymic = (part.title() for part in name)
    return last, first, patronymic


def _with_initials(last: str, first: str) -> Name:
    """The name with what stands in the first name's cell told apart."""
    stops, bare = _TYPED_STOPS.fullmatch(first), _BARE.fullmatch(first)
    found = stops or (bare if not is_first_name(folded(first)) else None)
    if last and found:
        one, other = found.groups()
        return last, f"{one.upper()}.", f"{other.upper()}." if other else ""
    parted = unglued(folded(first)) if len(first) >= _GLUED and " " not in first else None
    if last and parted and not parted[0]:
        return last, *_written(parted)[1:]
    head, _, tail = first.partition(" ")
    if head and tail and not _LETTER.fullmatch(head) and _may_be_patronymic(tail):
        return last, head, tail
    return last, first, ""


def _with_letters_back(last: str, first: str, patronymic: str) -> Name:
    """The name with a last letter that the space came before back at its word."""
    early = _EARLY_SPACE.fullmatch(first)
    if early and last:
        return last + early[1].lower(), early[2], patronymic
    words = last.split(" ")
    if len(words) > 1 and _LETTER.fullmatch(first) and len(patronymic) > _WHOLE:
        return " ".join(words[:-1]), words[-1] + first[0].lower(), patronymic
    head, _, tail = first.partition(" ")
    if _LETTER.fullmatch(tail) and _LETTER.fullmatch(patronymic):
        return last, head, tail[0] + patronymic[0].lower() + "."
    if _LETTER.fullmatch(patronymic) and len(first) >= _WHOLE and not is_first_name(folded(first)):
        whole = first + patronymic[0].lower()
        if is_first_name(folded(whole)):
            return last, whole, ""
    return last, first, patronymic


def _may_be_patronymic(text: str) -> bool:
    low = folded(text)
    return (
        low.split(" ")[-1] in OGLY or bool(_PATRONYMIC.search(low)) or bool(_LETTER.fullmatch(text))
    )
