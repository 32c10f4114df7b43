"""Why two cards may be one client, in one sentence."""

from matching.dealer.phrases import FIELDS, PARTS
from resources.texts import gettext, ngettext


def sentence(evidence: str) -> str:
    """The evidence code of a candidate ("last=equal;phone=same") as a sentence."""
    levels = dict(item.split("=", 1) for item in evidence.split(";") if "=" in item)
    reasons, doubts = _names(levels)
    for field, phrases in FIELDS.items():
        phrase = phrases.get(levels.get(field, ""))
        if phrase:
            (doubts if phrase.doubt else reasons).append(gettext(phrase.text))
    return _joined(reasons, doubts)


def _joined(reasons: list[str], doubts: list[str]) -> str:
    given = {"reasons": ", ".join(reasons), "doubts": ", ".join(doubts)}
    if reasons and doubts:
        text = gettext("{reasons}, but {doubts}.").format(**given)
    elif reasons or doubts:
        text = gettext("{reasons}.").format(reasons=given["reasons"] or given["doubts"])
    else:
        text = gettext("Nothing in the two cards can be compared.")
    return text[:1].upper() + text[1:]


def _names(levels: dict[str, str]) -> tuple[list[str], list[str]]:
    """The phrases for and against of the parts of the name, parts of one level together."""
    by_level: dict[str, list[str]] = {}
    for part, word in PARTS.items():
        by_level.setdefault(levels.get(part, "missing"), []).append(gettext(word))
    reasons = [
        phrase
        for level, words in by_level.items()
        if level != "different" and (phrase := _parts(level, words))
    ]
    doubts = [_parts("different", by_level["different"])] if "different" in by_level else []
    return reasons, doubts


def _parts(level: str, words: list[str]) -> str:
    """What the level says of these parts of the name; "" if it says nothing."""
    number = len(words)
    forms = {
        "equal": ngettext("{parts} is the same", "{parts} are the same", number),
        "translit": ngettext(
            "{parts} is the same in another alphabet",
            "{parts} are the same in another alphabet",
            number,
        ),
        "gender": ngettext(
            "{parts} is the same in the other gender's form",
            "{parts} are the same in the other gender's form",
            number,
        ),
        "initial": ngettext("{parts} fits the initial", "{parts} fit the initials", number),
        "diminutive": ngettext(
            "{parts} is a short form of the other", "{parts} are short forms of the other", number
        ),
        "typo": ngettext(
            "{parts} differs by a misprint", "{parts} differ by a misprint each", number
        ),
        "partly": ngettext("{parts} agrees in part", "{parts} agree in part", number),
        "different": ngettext("{parts} differs", "{parts} differ", number),
        "married": gettext("{parts} differs, as after a marriage"),
    }
    return forms[level].format(parts=_listed(words)) if level in forms else ""


def _listed(words: list[str]) -> str:
    if len(words) == 1:
        return words[0]
    return gettext("{words} and {last}").format(words=", ".join(words[:-1]), last=words[-1])
