"""From the text of a name's cell to the words of one name."""

import re
import unicodedata

from resources import names
from rules.name_contacts import fold_digits, take_contacts, take_figures
from rules.name_draft import Draft
from rules.name_endings import OGLY
from rules.name_forms import folded
from rules.name_layout import fix_layout, fix_twins
from rules.name_marks import is_phrase, starts_phrase, take_marks
from rules.name_plain import plain_words
from rules.name_rules import LAYOUT, LOOKALIKES, REMARK, REPEATED, SEVERAL_PEOPLE, SIGNS
from rules.name_words import PARTICLES, is_cut_pair, word

_SIGNS = str.maketrans(
    dict.fromkeys("‐‑‒–—―−", "-") | dict.fromkeys("’ʼ´‘′", "'") | {"_": " ", "№": " ", "\\": "/"}
)
_DIGIT = re.compile(r"\d")
_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u2028-\u202f\u2060\ufeff\x00-\x08\x0e-\x1f\x7f]")
_BRACKETS = re.compile(r"[(\[{<]([^()\[\]{}<>]*)(?:[)\]}>]|$)")
_QUOTED = re.compile(r"[\"«»“”„]([^\"«»“”„]*)(?:[\"«»“”„]|$)")
_SEPARATORS = re.compile(r"[][(){}<>\"«»“”„/,;+&|]|\sи\s")
_COMMA_INITIAL = re.compile(r"(?<![^\W\d_])([А-ЯЁA-Z]),(?=\s?[А-ЯЁA-Z](?![^\W\d_])|\s*$)")
_FORMER = re.compile(r"(?<=[^\W\d_])\s?/\s?([^\W\d_]{3,})")
_TOGETHER = re.compile(r"\s*[/,;+&|]+\s*|\s+и\s+")
_LOOSE_HYPHEN = re.compile(r"([^\W\d_]+)(?:\s+-\s*|-\s+)([^\W\d_]+)")
_WORD = re.compile(r"[^\W\d_]+(?:['-][^\W\d_]+)*\.?")
_GLUED = re.compile("(?<=[а-яё])(?=[А-ЯЁ])|(?<=[a-z])(?=[A-Z])")
_SON_OF = re.compile(f"-({'|'.join(OGLY)})(?![^\\W\\d_])", re.IGNORECASE)
_BEFORE_INITIALS = re.compile(r"(?<=[^\W\d_]{3})\s?-\s?(?=[А-ЯЁA-Z]\.)")
_VAN = ("ван", "van")
_DOTTED = re.compile(r"[^\W\d_]{2,}(?:\.[^\W\d_-]{3,}){1,2}\.?")
_CAPS_LOCK = re.compile("[а-яё][А-ЯЁ-]{2,}|[a-z][A-Z-]{2,}")
_TWO_INITIALS = re.compile("[А-ЯЁA-Z]{2}")
_TWO_LETTERS = re.compile("[А-ЯЁа-яё]{2}")
_NAMES_APART = 2
_WHOLE = 3
_LONGEST_CUT = 5
_SURNAME = 4  # letters of a surname beside which two letters are initials
_LITTLE_WORDS = frozenset("от на до из за по со об не то".split())


def read(text: str) -> Draft:
    """The words of the first name in the text, with everything else set aside."""
    draft = Draft(text, text)
    _tidy(draft)
    _set_aside(draft)
    draft.words, _ = plain_words(draft.text)
    if draft.words:
        return draft
    _split_words(draft)
    take_marks(draft)
    if not any(word(one).known for one in draft.words):
        _look_again(draft)
    _join(draft)
    return draft


def _look_again(draft: Draft) -> None:
    """Undo the wrong layout of words that remarks or figures beside them had hidden."""
    text = " ".join(draft.words)
    meant = fix_twins(fix_layout(text))
    if meant != text:
        draft.note(LAYOUT, draft.raw)
        draft.words = meant.split()


def _tidy(draft: Draft) -> None:
    """One kind of space, hyphen and apostrophe; one alphabet."""
    text = draft.text.strip().translate(_SIGNS)
    visible = unicodedata.normalize("NFKC", text)
    if not visible.isprintable():
        visible = _INVISIBLE.sub(" ", visible)
    draft.text = " ".join(visible.split())
    if draft.text != text:
        draft.note(SIGNS, draft.raw)
    figures = _DIGIT.search(draft.text) is not None
    if figures or "@" in draft.text:
        take_contacts(draft)
    _one_alphabet(draft)
    if figures and _DIGIT.search(draft.text):
        take_figures(draft)


def _one_alphabet(draft: Draft) -> None:
    """Undo the wrong keyboard layout and the letters that look like others."""
    tidy = " ".join(draft.text.split())
    draft.text = fix_layout(tidy)
    if draft.text != tidy:
        draft.note(LAYOUT, draft.raw)
    tidy = draft.text = draft.text.replace("`", "'")  # the key of «ё», elsewhere an apostrophe
    draft.text = fold_digits(fix_twins(tidy))
    if draft.text != tidy:
        draft.note(LOOKALIKES, draft.raw)


def _set_aside(draft: Draft) -> None:
    """Take out brackets, nicknames, former surnames and further people."""
    if not _SEPARATORS.search(draft.text):
        return
    for pattern in (_BRACKETS, _QUOTED):
        while found := pattern.search(draft.text):
            _set_aside_bracket(draft, found)
    draft.text = _COMMA_INITIAL.sub(r"\1.", draft.text)
    if "/" in draft.text:
        _set_aside_former(draft)
    if _TOGETHER.search(draft.text):
        _set_aside_people(draft)


def _set_aside_bracket(draft: Draft, found: re.Match[str]) -> None:
    """Take a bracket out of the text; a part of the name inside it stays."""
    before, inside, after = draft.text[: found.start()], found[1].strip(), draft.text[found.end() :]
    outside = _WORD.findall(before + " " + after)
    parts = _WORD.findall(inside)
    whole = not outside and parts
    rest_of_name = len(outside) == 1 and parts and all(word(part).known for part in parts)
    if rest_of_name and _is_short_of(parts, outside[0]):
        rest_of_name = False  # «Александр (Саша)»
    if whole or (rest_of_name and not any(starts_phrase(folded(part)) for part in parts)):
        draft.note(SIGNS, draft.raw)
        draft.text = " ".join(f"{before} {inside} {after}".split())
        return
    if parts:
        draft.set_aside(REMARK, inside)
    draft.text = " ".join(f"{before} {after}".split())


def _is_short_of(parts: list[str], name: str) -> bool:
    """Whether a bracket holds the short form of the name before it."""
    fulls = {full for part in parts for full, _ in names.diminutives().get(folded(part), ())}
    return len(parts) == 1 and folded(name) in fulls


def _set_aside_former(draft: Draft) -> None:
    """Take the second of two surnames with a slash between them as a remark."""
    found = _FORMER.search(draft.text)
    before = _WORD.findall(draft.text[: found.start()]) if found else []
    if not found or len(before) != 1 or len(_WORD.findall(draft.text)) <= _NAMES_APART:
        return
    if word(found[1]).last >= max(word(found[1]).first, word(found[1]).patronymic):
        draft.set_aside(REMARK, found[1])
        draft.text = draft.text[: found.start()] + draft.text[found.end() :]


def _set_aside_people(draft: Draft) -> None:
    """Keep the first of several people; a comma inside one name becomes a space."""
    pieces = [piece for piece in _TOGETHER.split(draft.text) if _WORD.search(piece)]
    first = next((piece for piece in pieces), "")
    others = [piece for piece in pieces[1:] if len(_WORD.findall(piece)[0]) > 1]
    if len(_WORD.findall(first)) < _NAMES_APART or not others:
        draft.text = " ".join(pieces)
        draft.note(SIGNS, draft.raw)
        return
    for piece in pieces[1:]:
        known = any(word(part).known for part in _WORD.findall(piece))
        draft.set_aside(SEVERAL_PEOPLE if known else REMARK, piece)
    draft.text = first


def _split_words(draft: Draft) -> None:
    """Cut the text into words, mending hyphens and words run together."""
    text = draft.text
    if "." in text and _DOTTED.fullmatch(text):
        text = text.replace(".", " ").strip()
    if "-" in text:
        text = _BEFORE_INITIALS.sub(" ", text)
        text = _SON_OF.sub(r" \1", _LOOSE_HYPHEN.sub(_mend_hyphen, text))
    found = _WORD.findall(text)
    shouting, surname = text.isupper(), any(len(one) >= _SURNAME for one in found)
    words = [
        part
        for one in found
        for part in _unglued(one, len(found), shouting=shouting, surname=surname)
    ]
    kept = text.replace(" ", "").replace(".", "")
    stray = kept != "".join(found).replace(".", "") or text != draft.text
    if stray or (len(words) != len(found) and words[-1][-1] != "."):
        draft.note(SIGNS, draft.raw)
    draft.words = [_undotted(one, last=number == len(words)) for number, one in enumerate(words, 1)]


def _mend_hyphen(match: re.Match[str]) -> str:
    """A double surname or first name with its hyphen, anything else with a space."""
    left, right = word(match[1]), word(match[2])
    surnames = all(one.known and one.last >= one.first for one in (left, right))
    firsts = all(one.sure == "f" for one in (left, right)) and left.first_gender == "f"
    joined = surnames or firsts or right.key in OGLY
    return (
        f"{match[1]}-{match[2]}"
        if joined and not starts_phrase(right.key)
        else " ".join(match.groups())
    )


def _unglued(text: str, count: int, *, shouting: bool, surname: bool) -> list[str]:
    """A word as typed, or the words and initials that were run together in it."""
    if text[0].islower() and _CAPS_LOCK.fullmatch(text):
        return [text]
    if len(text) == 2 and count > 1:  # noqa: PLR2004 - two letters
        initials = _two_letters(text, count, shouting=shouting, surname=surname)
        if initials:
            return initials
    parts = _GLUED.split(text)
    if len(parts) > 1:
        pieces = [word(part) for part in parts]
        if all(piece.known or piece.initial for piece in pieces):
            return parts
    return [text]


def _two_letters(text: str, count: int, *, shouting: bool, surname: bool) -> list[str]:
    """The initials, or the cut name, that two letters beside a name stand for; [] if neither.

    «Иванов ИИ» and «иванов ии» have two initials, «Иванов Ию» has one: the full stop and «ю»
    share a key. «Иванов Иван Ал» has a patronymic cut short. Words as short as those of «Ким Ен
    Ун» (no ``surname`` of Russian length) stay.
    """
    key = folded(text)
    if is_phrase(key) or key in PARTICLES or (count > _NAMES_APART and key in _LITTLE_WORDS):
        return []
    found = word(text)
    if _TWO_INITIALS.fullmatch(text) and not (found.known and shouting):
        return [text[0] + ".", text[1] + "."]
    if not (_TWO_LETTERS.fullmatch(text) and surname):
        return []
    if not found.known:
        letters = text.upper()
        return [letters[0] + "."] + ([letters[1] + "."] if key[1] != "ю" else [])
    return [found.shown + "."] if is_cut_pair(found) else []


def _undotted(text: str, *, last: bool) -> str:
    """The word without a full stop that is no mark of a cut word."""
    if text[-1] != "." or len(text) == _NAMES_APART:
        return text
    bare = text[:-1]
    ends = last and word(bare).known and not is_cut_pair(word(bare))
    if len(bare) >= _LONGEST_CUT or ends or not bare[0].isupper():
        return bare
    return text


def _join(draft: Draft) -> None:
    """Join «оглы» to the father's name, «фон» to the surname; drop a word said twice."""
    words: list[str] = []
    particles: list[str] = []
    for number, text in enumerate(draft.words):
        key = folded(text)
        following = draft.words[number + 1 : number + 2]
        if key in OGLY and words:
            words[-1] = f"{words[-1]} {key}"
        elif key in PARTICLES or (key in _VAN and following and folded(following[0]) in PARTICLES):
            particles.append(key)
        elif particles:
            words.append(" ".join((*particles, text)))
            particles = []
        elif (
            _is_slip(key, draft.words)
            and key in map(folded, words)
            and not (following and folded(following[0]) in OGLY)
        ):
            draft.note(REPEATED, draft.raw)
        else:
            words.append(text)
    draft.words = [*words, *particles]


def _is_slip(key: str, words: list[str]) -> bool:
    """Whether a word said twice is a slip, not two equal initials or «Ли Ли»."""
    if len(words) == _WHOLE and word(words[-1]).patronymic_gender:
        return False  # «Марина Марина Васильевна», «Иванович Иван Иванович»
    return len(words) > _NAMES_APART and len(key) > _NAMES_APART
