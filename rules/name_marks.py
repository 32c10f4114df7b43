"""Words beside a name: marks of a card's state, notes, relatives, forms of address."""

from functools import cache

from resources import names
from rules.name_draft import Draft
from rules.name_forms import folded, neutral_surname
from rules.name_rules import CARD_MARK, REMARK, TITLE
from rules.name_words import word

# In this order one of several is taken: «собственник» before a name is a form of address.
_KINDS = {"title": TITLE, "mark": CARD_MARK, "note": REMARK, "relation": REMARK}
_TRIPLE, _PAIR = 3, 2
_PUSHERS = frozenset("яаzxх")


@cache
def _by_first_word() -> dict[str, list[tuple[tuple[str, ...], str]]]:
    """The phrases that stand beside a name, longest first, by their first word."""
    found: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for kind in _KINDS:
        for phrase in names.phrases()[kind]:
            parts = tuple(phrase.split())
            found.setdefault(parts[0], []).append((parts, kind))
    for phrases in found.values():
        phrases.sort(key=lambda phrase: (-len(phrase[0]), list(_KINDS).index(phrase[1])))
    return found


def starts_phrase(key: str) -> bool:
    """Whether a folded word may begin such a phrase."""
    return key in _by_first_word()


def is_phrase(key: str) -> bool:
    """Whether a folded word is such a phrase by itself."""
    return any(phrase == (key,) for phrase, _ in _by_first_word().get(key, ()))


def take_marks(draft: Draft) -> None:
    """Move the phrases that are no name from the draft's words to its remarks."""
    _take_pushers(draft)
    at = 0
    while at < len(draft.words):
        length, kind = _phrase_at(draft.words, at)
        rest = draft.words[:at] + draft.words[at + length :]
        if length and rest and not _needed(draft.words[at : at + length], rest):
            piece = " ".join(draft.words[at : at + length])
            draft.note(_KINDS[kind], piece)
            if kind != "title":
                draft.remarks.append(piece)
            draft.words = rest
        else:
            at += 1


def _phrase_at(words: list[str], at: int) -> tuple[int, str]:
    """How many words from here on make a known phrase, and its kind; (0, "") if none."""
    first = _parts(words[at])
    for phrase, kind in _by_first_word().get(first[0], ()):
        if kind == "title" and at > 0:
            continue
        parts, taken = list(first), 1
        while len(parts) < len(phrase) and at + taken < len(words):
            parts += _parts(words[at + taken])
            taken += 1
        if tuple(parts) == phrase:
            return taken, kind
    return 0, ""


def _parts(text: str) -> list[str]:
    """The folded parts of a word; an initial («Ч.») stays apart from the word «ч»."""
    if len(text) == _PAIR and text[0].isupper() and text[1] == ".":
        return [text]
    return folded(text.rstrip(".")).split("-")


def _needed(phrase: list[str], rest: list[str]) -> bool:
    """Whether the phrase is the surname that the rest lacks («Друг Иван Петрович»)."""
    if len(phrase) > 1 or neutral_surname(phrase[0].rstrip(".")) not in names.surnames():
        return False
    return not any(_may_be_surname(other) for other in rest)


def _may_be_surname(text: str) -> bool:
    """Whether a word is likelier a surname than anything else."""
    found = word(text)
    return found.known and found.last >= max(found.first, found.patronymic)


def _take_pushers(draft: Draft) -> None:
    """Drop what was typed before a name to push the card to the end of a list («яяя»)."""
    if not draft.words:
        return
    first = draft.words[0]
    low = first.lower()
    run = len(low) - len(low.lstrip(low[0]))
    rest = first[run:]
    others = len(draft.words) - 1
    if run < _TRIPLE and (run < _PAIR or rest or low[0] not in _PUSHERS or others < _PAIR):
        return
    if rest.rstrip(".") or others:
        draft.note(CARD_MARK, first[:run])
        draft.words[:1] = [rest] if rest.rstrip(".") else []
