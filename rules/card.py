"""CRD: what a whole card lacks."""

from resources.texts import marked
from rules.finding import Rule, Severity

NAMELESS = Rule(
    code="CRD101",
    field="card",
    severity=Severity.BLOCK,
    what=marked("Nothing on this card can name a client: no usable name, ИНН, phone or e-mail."),
    how=marked("Add a name, or a phone or e-mail at which the client can be reached."),
)

RULES = (NAMELESS,)
