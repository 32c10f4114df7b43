"""The names of the lists and their titles."""

from resources.texts import gettext, marked

TITLES = {
    "list-temperature": marked("Hot, warm, cold and new clients"),
    "list-age": marked("Cars by age"),
    "list-loyalty": marked("Silver and gold clients"),
    "list-top": marked("Clients who bring most money"),
    "list-no-to0": marked("Sold without ТО-0"),
    "list-next-visit": marked("Next visit due"),
    "list-lost-valuable": marked("Lost valuable clients"),
    "list-trade-in": marked("Owners for three years and more"),
    "list-birthdays": marked("Birthdays"),
    "list-quality-call": marked("Quality calls"),
    "list-confirm": marked("Due for confirmation or archive"),
    "list-unpaid-marks": marked("Maintenance marks without pay"),
    "list-duplicates": marked("What duplicates cost"),
}


def title(name: str) -> str:
    """The title of a list in the language in force."""
    return gettext(TITLES[name])
