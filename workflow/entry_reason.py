"""Why a card is let in that a rule blocks."""

from collections.abc import Mapping
from enum import StrEnum

from resources.texts import marked


class Reason(StrEnum):
    """One of a few reasons, so that no name gets into the journal."""

    DOCUMENT = "document"
    ABROAD = "abroad"
    UNKNOWN = "unknown"
    URGENT = "urgent"


REASONS: Mapping[Reason, str] = {
    Reason.DOCUMENT: marked("It stands so in the client's document"),
    Reason.ABROAD: marked("It is of another country, the rule does not know it"),
    Reason.UNKNOWN: marked("The client does not tell it"),
    Reason.URGENT: marked("It will be put right later"),
}
