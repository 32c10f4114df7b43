"""CRD: what a whole card lacks.

What it does
    Keeps a card out of matching that has neither a usable name nor an ИНН, a phone or an e-mail.

Why it matters
    Such a card can be found with nobody; an order without a client counts for none.

Example
    Blocked: «Розничный покупатель» without any contact
    Accepted: «Розничный покупатель» with ``+7 916 123-45-67``
"""

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
