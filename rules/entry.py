"""ENT: what a client entered by hand must have before the card can be saved.

What it does
    Asks for a name or a company, and for a phone or an e-mail, where the dealer's rule file
    does not say itself what is required.

Why it matters
    A card without a name cannot be told from another one, a card without a contact cannot be
    used: nobody is there to ask later.

Example
    Blocked: a phone without a name
    Accepted: ``Иванов Иван``, ``+7 916 123-45-67``
"""

from resources.texts import marked
from rules.finding import Finding, Rule, Severity

NAME = Rule(
    "ENT101",
    "entry",
    Severity.BLOCK,
    marked("The client has no name."),
    marked("Write surname, first name and patronymic, or the company."),
    source="152-ФЗ, ст. 5 ч. 6",
    bad=(" | 8 916 123-45-67 | ", "— | | ivanov@example.ru"),
    good=("Иванов Иван | 8 916 123-45-67 | ", "ООО «Ромашка» | | info@example.ru"),
)
CONTACT = Rule(
    "ENT102",
    "entry",
    Severity.BLOCK,
    marked("There is neither a phone nor an e-mail."),
    marked("Ask the client for one of them."),
    source="152-ФЗ, ст. 5 ч. 6",
    bad=("Иванов Иван | | ", "Иванов Иван | нет | -"),
    good=("Иванов Иван | 8 916 123-45-67 | ", "Иванов Иван | | ivanov@example.ru"),
)
RULES = (NAME, CONTACT)


def lacking(*, name: bool, contact: bool) -> tuple[Finding, ...]:
    """What a card lacks that has a usable name, or a usable contact, or not."""
    asked = ((name, NAME), (contact, CONTACT))
    return tuple(Finding(rule, "") for has, rule in asked if not has)
