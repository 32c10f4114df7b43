"""Who in the base may be the client that is being typed."""

import re
from collections.abc import Callable, Collection, Mapping

from db import lookup
from db.engine import Connection
from db.lookup import Hit, Sought
from rules import body_no, client, email, inn, phone, plate, vin
from rules.book import EMPTY, RuleBook
from rules.finding import Normal
from rules.letters import from_latin_layout, has_cyrillic, has_latin
from rules.name_rules import LAYOUT
from workflow.entry_form import NAME, PHONES
from workflow.words import typed_words

_NOT_DIGITS = re.compile(r"\D+", re.ASCII)
_SEPARATORS = re.compile(r"[\W_]+")
_FEWEST_DIGITS = 7  # of the number in its country: from there on few clients are left
_NATIONAL = 10
_VIN_HEAD = 13  # the maker, the model and the first digits of the number
_FEWEST_WORDS = 2
_LONE_WORD = 6
_MOST_WORDS = 4
_LONGEST = 200


def similar(
    connection: Connection,
    texts: Mapping[str, str],
    book: RuleBook = EMPTY,
    *,
    but: Collection[int] = (),
) -> list[Hit]:
    """The clients that may be meant by what is typed so far, those but a few.

    Numbers that are the dealer's own or nobody's find nobody.
    """
    return lookup.similar(connection, sought(texts, book), but=but)


def sought(texts: Mapping[str, str], book: RuleBook = EMPTY) -> Sought:
    """What the texts of a form may be looked up by."""
    shared = book.shared_phones | book.shared_emails
    nobody = book.dealer_phones | shared | book.placeholders
    typed = [texts.get(name, "") for name in PHONES]
    phones = {number for text in typed for number in _phones(text)} - nobody
    heads = {head for text in typed if not _phones(text) for head in _heads(text)}
    whole, *words = _words(texts.get(NAME, "")) or ("",)
    car = texts.get("vin", "")
    number = _value(vin.normalise, car)
    return Sought(
        phones=tuple(sorted(phones)),
        phone_heads=tuple(sorted(heads)),
        vin=number,
        vin_head="" if number else _vin_head(car),
        body_no=_value(body_no.normalise, texts.get("body_no", "")),
        plate=_value(plate.normalise, texts.get("plate", "")),
        inn=_value(inn.normalise, texts.get("inn", "")),
        emails=tuple(sorted(set(email.normalise(texts.get("email", "")).value or ()) - nobody)),
        words=tuple(words),
        last_word=whole,
    )


def _phones(text: str) -> frozenset[str]:
    return frozenset(one.number for one in phone.normalise(text).value or ())


def _heads(text: str) -> set[str]:
    """The beginnings of numbers that digits typed so far may be."""
    digits = _NOT_DIGITS.sub("", text[:_LONGEST])
    foreign = text.strip().startswith("+") and not digits.startswith("7")
    if foreign:
        return {f"+{digits}"} if len(digits) >= _FEWEST_DIGITS + 2 else set()
    national = digits[1:] if digits[:1] in {"7", "8"} else digits
    return {f"+7{national}"} if _FEWEST_DIGITS <= len(national) < _NATIONAL else set()


def _vin_head(text: str) -> str:
    compact = _SEPARATORS.sub("", text[:_LONGEST].upper()).translate(vin.FOLD)
    return compact if _VIN_HEAD <= len(compact) < vin.LENGTH else ""


def _value(rule: Callable[[str], Normal[str]], text: str) -> str:
    return rule(text).value or "" if text.strip() else ""


def _words(text: str) -> tuple[str, ...]:
    """The last word of a name, which may go on, and those before it; () while too few are typed."""
    text = text[:_LONGEST]
    latin = has_latin(text) and not has_cyrillic(text)
    wrong = latin and any(one.rule is LAYOUT for one in client.normalise(text).findings)
    meant = from_latin_layout(text) if wrong else text
    words = typed_words(meant)[:_MOST_WORDS]
    if len(words) < _FEWEST_WORDS and len("".join(words)) < _LONE_WORD:
        return ()
    *before, last = words
    return (last, *before)
