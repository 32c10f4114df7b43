"""CRD: what a whole card lacks."""

from resources.texts import marked
from rules.finding import Rule, Severity

NAMELESS = Rule(
    code="CRD101",
    field="card",
    severity=Severity.BLOCK,
    what=marked("Nothing on this card can name a client: no usable name, ИНН, phone or e-mail."),
    how=marked("Add a name, or a phone or e-mail at which the client can be reached."),
    source="152-ФЗ, ст. 5 ч. 6",
    bad=("Розничный покупатель | | | ", "нет | 000 | 123 | -"),
    good=("Розничный покупатель | | 8 916 123-45-67", "Иванов Иван"),
)

RULES = (NAMELESS,)
