"""What may be wrong with a person's name, as data; ``rules.person`` finds it.

The suggestion of a finding is always the whole name, ready to replace what is in the field.
"""

from resources.texts import marked
from rules.finding import Rule, Severity

NOT_A_NAME = Rule(
    "NAM101",
    "name",
    Severity.BLOCK,
    marked("«{value}» is no person's name."),
    marked("Write surname, first name and patronymic as in the passport."),
)
IS_COMPANY = Rule(
    "NAM102",
    "name",
    Severity.BLOCK,
    marked("«{value}» is a company, not a person."),
    marked("Move it to the field of the company and write the contact person here."),
)
CONTACT = Rule(
    "NAM201",
    "name",
    Severity.WARN,
    marked("A phone, e-mail, VIN or another number stands inside the name: «{value}»."),
    marked("Move it to its own field; the name is {suggestion}."),
)
REMARK = Rule(
    "NAM202",
    "name",
    Severity.WARN,
    marked("A remark stands inside the name: «{value}»."),
    marked("Move it to the comment; the name is {suggestion}."),
)
CARD_MARK = Rule(
    "NAM203",
    "name",
    Severity.WARN,
    marked("The name carries a mark of the card's state: «{value}»."),
    marked("Find out whether the card is still needed; the name is {suggestion}."),
)
SEVERAL_PEOPLE = Rule(
    "NAM204",
    "name",
    Severity.WARN,
    marked("Several people stand in one name; «{value}» was set aside."),
    marked("Make a card for each of them; this one is {suggestion}."),
)
LEFT_OVER = Rule(
    "NAM205",
    "name",
    Severity.WARN,
    marked("The words «{value}» fit no part of the name."),
    marked("Leave surname, first name and patronymic only; they were read as {suggestion}."),
)
ONE_WORD = Rule(
    "NAM206",
    "name",
    Severity.WARN,
    marked("The name has one word only: «{value}»."),
    marked("Write surname, first name and patronymic."),
)
DIMINUTIVE = Rule(
    "NAM207",
    "name",
    Severity.WARN,
    marked("«{value}» is a short form of a first name."),
    marked("Write the full first name as in the passport: {options}."),
)
CUT_PATRONYMIC = Rule(
    "NAM208",
    "name",
    Severity.WARN,
    marked("The patronymic «{value}» looks cut short or mistyped."),
    marked("Write it in full as in the passport: {options}."),
)
MISSPELT = Rule(
    "NAM209",
    "name",
    Severity.WARN,
    marked("The first name «{value}» looks mistyped."),
    marked("Probably {options} is meant; compare it with the passport."),
)
GENDER_CLASH = Rule(
    "NAM210",
    "name",
    Severity.WARN,
    marked("The parts of the name «{value}» belong to a man and to a woman."),
    marked("Check the endings of the surname and of the patronymic."),
)
WRONG_COLUMNS = Rule(
    "NAM211",
    "name",
    Severity.WARN,
    marked("The parts of the name stand in each other's fields: «{value}»."),
    marked("Surname, first name and patronymic were read as {suggestion}."),
)
UNCERTAIN = Rule(
    "NAM212",
    "name",
    Severity.WARN,
    marked("No part of «{value}» is known as a name."),
    marked("Check that it is a name at all, and which word is the surname."),
)
CASE = Rule(
    "NAM301",
    "name",
    Severity.INFO,
    marked("Capital and small letters of «{value}» were put right."),
    marked("Write {suggestion}."),
)
LOOKALIKES = Rule(
    "NAM302",
    "name",
    Severity.INFO,
    marked("«{value}» mixed Russian letters with Latin ones or digits that look alike."),
    marked("It was written in one alphabet: {suggestion}."),
)
LAYOUT = Rule(
    "NAM303",
    "name",
    Severity.INFO,
    marked("«{value}» was typed in the wrong keyboard layout."),
    marked("It reads {suggestion}."),
)
SIGNS = Rule(
    "NAM304",
    "name",
    Severity.INFO,
    marked("Spaces, hyphens or other signs of «{value}» were put right."),
    marked("Write {suggestion}."),
)
ORDER = Rule(
    "NAM305",
    "name",
    Severity.INFO,
    marked("The surname does not come first in «{value}»."),
    marked("Write surname, first name, patronymic: {suggestion}."),
)
TITLE = Rule(
    "NAM306",
    "name",
    Severity.INFO,
    marked("«{value}» is no part of the name."),
    marked("Write only the name: {suggestion}."),
)
INITIALS = Rule(
    "NAM307",
    "name",
    Severity.INFO,
    marked("«{value}» has initials where names should be."),
    marked("Write first name and patronymic in full."),
)
REPEATED = Rule(
    "NAM308",
    "name",
    Severity.INFO,
    marked("A word stands twice in «{value}»."),
    marked("Write it once: {suggestion}."),
)
RULES = (
    NOT_A_NAME,
    IS_COMPANY,
    CONTACT,
    REMARK,
    CARD_MARK,
    SEVERAL_PEOPLE,
    LEFT_OVER,
    ONE_WORD,
    DIMINUTIVE,
    CUT_PATRONYMIC,
    MISSPELT,
    GENDER_CLASH,
    WRONG_COLUMNS,
    UNCERTAIN,
    CASE,
    LOOKALIKES,
    LAYOUT,
    SIGNS,
    ORDER,
    TITLE,
    INITIALS,
    REPEATED,
)
