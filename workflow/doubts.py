"""What speaks against one client in the evidence of a pair, in a phrase."""

from matching.dealer.explain import sentence
from matching.dealer.phrases import FIELDS, PARTS
from resources.texts import gettext
from workflow.relation_words import RELATIONS


def doubts(evidence: str) -> str:
    """The levels of the evidence code that speak against one client, as a phrase."""
    levels = (item.partition("=") for item in evidence.split(";") if "=" in item)
    against = [f"{field}={level}" for field, _, level in levels if _speaks_against(field, level)]
    if not against:
        return gettext("nothing speaks against it")
    said = sentence(";".join(against)).rstrip(".")
    return said[:1].lower() + said[1:] if said[1:2].islower() else said


def against(evidence: str, relation: str) -> str:
    """The same, after what the two were taken for if not for one client."""
    said = doubts(evidence)
    return f"{gettext(RELATIONS[relation])}: {said}" if relation in RELATIONS else said


def _speaks_against(field: str, level: str) -> bool:
    if field in PARTS:
        return level == "different"
    phrase = FIELDS.get(field, {}).get(level)
    return phrase is not None and phrase.doubt
