"""What speaks against one client in the evidence of a pair, in a phrase."""

from matching.dealer.explain import sentence
from matching.dealer.phrases import FIELDS, PARTS
from resources.texts import gettext


def doubts(evidence: str) -> str:
    """The levels of the evidence code that speak against one client, as a phrase."""
    levels = (item.partition("=") for item in evidence.split(";") if "=" in item)
    against = [f"{field}={level}" for field, _, level in levels if _speaks_against(field, level)]
    if not against:
        return gettext("nothing speaks against it")
    said = sentence(";".join(against)).rstrip(".")
    return said[:1].lower() + said[1:] if said[1:2].islower() else said


def _speaks_against(field: str, level: str) -> bool:
    if field in PARTS:
        return level == "different"
    phrase = FIELDS.get(field, {}).get(level)
    return phrase is not None and phrase.doubt
