"""What is wrong with the words of a name once their roles are known."""

from collections.abc import Sequence
from functools import lru_cache

from resources import names
from rules.finding import Finding, Rule
from rules.name_draft import Draft
from rules.name_endings import patronymic_gender
from rules.name_rules import (
    CASE,
    CUT_PATRONYMIC,
    DIMINUTIVE,
    GENDER_CLASH,
    INITIALS,
    MISSPELT,
    ONE_WORD,
    UNCERTAIN,
)
from rules.name_typos import begins_first, nearest_first, nearest_patronymic
from rules.name_words import UNKNOWN_FIRST, Word, cut_patronymics, titled

# «Ирена» and «Альвина» are names too: a short known name is never doubted.
_RARER, _LENGTH_TO_DOUBT = 300, {False: 5, True: 7}
_LONGEST_CUT = 5
_WEAK_ENDINGS = ("ина", "ына")

Doubt = tuple[Rule, tuple[tuple[str, str], ...]]
"""A rule, and the right forms a word may stand for, each with its gender."""


def findings(draft: Draft, words: Sequence[Word], roles: str, full: str) -> tuple[Finding, ...]:
    """The findings of a name: what was put right while reading it, then what is doubtful."""
    found = [Finding(rule, value, full, repaired=True) for rule, value in draft.noted]
    known = cut = False
    genders = ""
    for one, text, role in zip(words, draft.words, roles, strict=True):
        if one.initial:
            known = True
        else:
            known = known or one.known
            genders += _gender(one, role)
            if one.shown != text and role != "x":
                found.append(Finding(CASE, draft.raw, full, repaired=True))
            cut = cut or (role == "f" and _is_cut(one))
            if (role == "f" or role == "m") and (doubt := _doubt(one.key, role)):  # noqa: PLR1714 - twice as quick
                found += _proposed(doubt, one, words, roles, full)
    if len(words) == 1:
        found.append(Finding(ONE_WORD, full))
    elif "." in full or (cut and roles.count("f") == 1):
        found.append(Finding(INITIALS, full))
    if not known:
        found.append(Finding(UNCERTAIN, full))
    if "m" in genders and "f" in genders:
        found.append(Finding(GENDER_CLASH, full))
    return tuple(dict.fromkeys(found)) if len(found) > 1 else tuple(found)


def _is_cut(one: Word) -> bool:
    """Whether a first name that nobody knows is one cut short («Ал-др», «Серг»)."""
    if one.first > UNKNOWN_FIRST:
        return False
    return "-" in one.key or (len(one.key) <= _LONGEST_CUT and bool(begins_first(one.key)))


def gender_of(words: Sequence[Word], roles: str) -> str:
    """Whose the name is: by the patronymic, else by the first name, else by the surname."""
    last = first = ""
    for one, role in zip(words, roles, strict=True):
        if role == "m" and one.patronymic_gender:
            return one.patronymic_gender
        if role == "f":
            first = first or one.first_gender
        elif role == "s":
            last = last or one.last_gender
    return first or last


def _gender(one: Word, role: str) -> str:
    """Whose a part surely is, so that it may clash with another part."""
    if role == "m":
        return one.patronymic_gender
    if role == "f":
        return one.first_gender
    return one.last_gender if role == "s" and not one.key.endswith(_WEAK_ENDINGS) else ""


@lru_cache(maxsize=1 << 15)
def _doubt(key: str, role: str) -> Doubt | None:
    """What is doubtful about a folded first name or patronymic."""
    return _first(key) if role == "f" else _patronymic(key)


def _first(key: str) -> Doubt | None:
    """The doubt about a first name: a short form, or a slip of the pen."""
    if key in names.short_forms():
        return DIMINUTIVE, names.diminutives()[key]
    meant = nearest_first(key)
    usual = names.first_names().get(meant)
    if not usual:
        return None
    known = names.first_names().get(key)
    if known and (known.gender not in ("u", usual.gender) or known.often * _RARER >= usual.often):
        return None
    long_enough = len(key) >= _LENGTH_TO_DOUBT[known is not None]
    return (MISSPELT, ((meant, usual.gender),)) if long_enough else None


def _patronymic(key: str) -> Doubt | None:
    """The doubt about a patronymic: cut, or a slip of the pen."""
    father = names.first_names().get(key)
    known = names.patronymics()
    meant = nearest_patronymic(key)
    rare = known.get(key, 0) * _RARER < known.get(meant, 0)
    if " " in key or (father and father.gender == "m") or (key in known and not rare):
        return None
    found: tuple[str, ...] = (meant,) if meant and meant != key else ()
    if not patronymic_gender(key):
        found = cut_patronymics(key) or found
    elif not found:
        return None
    return CUT_PATRONYMIC, tuple((text, patronymic_gender(text)) for text in found)


def _proposed(
    doubt: Doubt, one: Word, words: Sequence[Word], roles: str, full: str
) -> list[Finding]:
    """A doubt with the right forms; the only one is built into the suggested name."""
    rule, options = doubt
    others = "".join(
        role if other is not one else "x" for other, role in zip(words, roles, strict=True)
    )
    whose = gender_of(words, others)
    fitting = [text for text, of in options if whose in ("", of)]
    if not fitting and rule is MISSPELT:
        return []
    shown = [titled(text) for text in fitting or [text for text, _ in options]]
    suggestion = full.replace(one.shown, shown[0]) if len(shown) == 1 else ""
    params = (("options", ", ".join(shown) or "…"),)
    return [Finding(rule, one.shown, suggestion, params=params)]
