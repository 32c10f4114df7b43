"""Where a company's legal form stands in a text, and which words only companies bear."""

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from resources import names
from rules.letters import as_cyrillic, has_latin
from rules.name_forms import folded
from rules.name_words import word

_WORD = re.compile(r"[^\W\d_]+")
_DOTTED = re.compile(r"(?<![^\W\d_])((?:[^\W\d_]\.\s?){2,5}[^\W\d_])(?![^\W\d_])\.?")
_GLUED = re.compile(r"^(ООО|ОАО|ЗАО|ПАО)(?=[А-ЯЁ][а-яё])|(?<=[а-яё])(ООО|ОАО|ЗАО|ПАО)$")
_QUOTE = re.compile("[\"«»“”„‟″]|''|<<|>>")
_SHORT = 2
_KINDS = ("sole", "legal", "farm", "soft")
_LONGEST_LONG_FORM = 7
_STEM = 3


@dataclass(frozen=True, slots=True)
class Form:
    """A legal form found in a text: its short name, its kind and where it stands.

    ``changed`` says that it is not written as the short name is.
    """

    short: str
    kind: str
    start: int
    end: int
    changed: bool


def unglued(text: str) -> str:
    """The text with «О.О.О.» as one word and with a form that ran into the name set apart.

    >>> unglued("О.О.О. Ромашка"), unglued("ОООРомашка"), unglued("Иванов И.П.")
    ('ООО Ромашка', 'ООО Ромашка', 'Иванов И.П.')
    """
    if "." in text:
        text = _DOTTED.sub(_undotted, text)
    return " ".join(_GLUED.sub(lambda found: f" {found[0]} ", text).split())


def _undotted(match: re.Match[str]) -> str:
    """The letters together if they make a form and are too many for initials."""
    letters = re.sub(r"[\s.]", "", match[1]).upper()
    known = (as_cyrillic(letters) or letters) in _shorts()
    return f"{letters} " if known and len(letters) > _SHORT else match[0]


@cache
def _shorts() -> dict[str, str]:
    """The kind of each short form, in capitals."""
    return {short: kind for short, (kind, _) in names.company_forms().items()}


def is_sole(short: str) -> bool:
    """Whether the short form is that of a sole trader, who is a person."""
    return _shorts().get(short) == "sole"


@cache
def _longs() -> dict[str, list[tuple[tuple[str, ...], str]]]:
    """The long forms as words, by their first word, longest first."""
    found: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for short, (_, long) in names.company_forms().items():
        words = tuple(_WORD.findall(folded(long)))
        found.setdefault(words[0], []).append((words, short))
    for forms in found.values():
        forms.sort(key=lambda form: -len(form[0]))
    return found


@lru_cache(maxsize=1 << 16)
def is_sign(text: str) -> bool:
    """Whether a word may be a legal form, begin one, or belongs to companies only."""
    return _may_begin_form(text) or is_trade_word(text)


def words_of(text: str) -> list[str]:
    """The runs of letters in a text."""
    return _WORD.findall(text)


def may_hold_form(words: list[str]) -> bool:
    """Whether a word of the text may be a legal form or begin its long name."""
    return any(map(_may_begin_form, words))


@lru_cache(maxsize=1 << 16)
def _may_begin_form(word: str) -> bool:
    """Whether a word may be a short legal form or begin a long one."""
    upper = word.upper()
    if upper in _shorts() or folded(word) in _longs():
        return True
    return has_latin(upper) and as_cyrillic(upper) in _shorts()


@lru_cache(maxsize=64)  # a company's text is searched for forms three times while it is read
def find(text: str) -> tuple[Form, ...]:
    """The forms in a text, in their order."""
    matches = list(_WORD.finditer(text))
    found: list[Form] = []
    at = 0
    while at < len(matches):
        if not _may_begin_form(matches[at][0]):
            at += 1
            continue
        form, taken = _long_at(text, matches, at)
        if form is None:
            form, taken = _short_at(text, matches, at), 1
        if form:
            found.append(form)
        at += taken
    return tuple(found)


def _long_at(text: str, matches: list[re.Match[str]], at: int) -> tuple[Form | None, int]:
    """A form written out from this word on, and the number of words it takes."""
    forms = _longs().get(folded(matches[at][0]), ())
    if not forms:
        return None, 1
    window = matches[at : at + _LONGEST_LONG_FORM]
    words = tuple(folded(match[0]) for match in window)
    for long, short in forms:
        if words[: len(long)] == long:
            start, end = matches[at].start(), window[len(long) - 1].end()
            closing = text[end : end + 1] == ")"
            return Form(short, _shorts()[short], start, end + closing, changed=True), len(long)
    return None, 1


def _short_at(text: str, matches: list[re.Match[str]], at: int) -> Form | None:
    """A short form at this word, unless it rather is a pair of initials."""
    match = matches[at]
    typed = match[0]
    upper = typed.upper()
    short = upper if upper in _shorts() else as_cyrillic(upper)
    dot = text[match.end() : match.end() + 1] == "."
    if short not in _shorts() or (dot and len(short) <= _SHORT):
        return None
    if typed == "по":  # «по доверенности»
        return None
    hyphen = "-" in (text[match.start() - 1 : match.start()], text[match.end() : match.end() + 1])
    if hyphen and _shorts()[short] == "soft":
        return None
    # Two letters after a lone surname are initials («Иванов АО»), unless nothing but ИП fits.
    pair = len(short) == _SHORT == len(matches) and short != "ИП"
    if pair and at == 1 and not _QUOTE.search(text) and word(matches[0][0]).known:
        return None
    return Form(short, _shorts()[short], match.start(), match.end() + dot, changed=typed != short)


@lru_cache(maxsize=1 << 16)
def is_trade_word(text: str) -> bool:
    """Whether only companies bear the word («Банк», «Автоцентр», «Росагролизинг»).

    >>> is_trade_word("Автоцентр"), is_trade_word("Мосстрой"), is_trade_word("Банков")
    (True, True, False)
    """
    key = folded(text)
    whole, endings = names.company_words()
    parts = key.split("-")
    if key in whole or parts[0] in whole or parts[-1] in whole:
        return True
    if not key.endswith(endings) or key in names.surnames():
        return False
    return len(key) - max(len(end) for end in endings if key.endswith(end)) >= _STEM


def has_quotes(text: str) -> bool:
    """Whether the text holds a quotation mark."""
    return _QUOTE.search(text) is not None
