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
    source="ГК РФ, ст. 19",
    bad=("фыва", "123", "89161234567"),
    good=("Иванов Иван Иванович", "Ли Олег"),
)
IS_COMPANY = Rule(
    "NAM102",
    "name",
    Severity.BLOCK,
    marked("«{value}» is a company, not a person."),
    marked("Move it to the field of the company and write the contact person here."),
    source="ГК РФ, ст. 19",
    bad=("ООО Ромашка", "Банк Открытие"),
    good=("Банк Иван Иванович", "ИП Иванов Иван"),
)
CONTACT = Rule(
    "NAM201",
    "name",
    Severity.WARN,
    marked("A phone, e-mail, VIN or another number stands inside the name: «{value}»."),
    marked("Move it to its own field; the name is {suggestion}."),
    source="152-ФЗ, ст. 5 ч. 6",
    bad=("Иванов Иван 8-916-123-45-67", "Иванов Иван ivan@mail.ru", "Иванов Иван А123ВС77"),
    good=("Иванов Иван",),
)
REMARK = Rule(
    "NAM202",
    "name",
    Severity.WARN,
    marked("A remark stands inside the name: «{value}»."),
    marked("Move it to the comment; the name is {suggestion}."),
    source="ГК РФ, ст. 19",
    bad=("Иванов Иван (сын)", "Иванова (Петрова) Мария Ивановна"),
    good=("Иванов Иван", "Иванова-Петрова Мария Ивановна"),
)
CARD_MARK = Rule(
    "NAM203",
    "name",
    Severity.WARN,
    marked("The name carries a mark of the card's state: «{value}»."),
    marked("Find out whether the card is still needed; the name is {suggestion}."),
    bad=("яяя Иванов Иван", "Иванов Иван НЕ ИСПОЛЬЗОВАТЬ"),
    good=("Иванов Иван",),
)
SEVERAL_PEOPLE = Rule(
    "NAM204",
    "name",
    Severity.WARN,
    marked("Several people stand in one name; «{value}» was set aside."),
    marked("Make a card for each of them; this one is {suggestion}."),
    source="ГК РФ, ст. 19",
    bad=("Иванов И.И./Петров П.П.", "Иванов Иван и Мария"),
    good=("Иванов И.И.", "Иванова Мария"),
)
LEFT_OVER = Rule(
    "NAM205",
    "name",
    Severity.WARN,
    marked("The words «{value}» fit no part of the name."),
    marked("Leave surname, first name and patronymic only; they were read as {suggestion}."),
    source="ГК РФ, ст. 19",
    bad=("Иванов Иван Иванович Петрович",),
    good=("Иванов Иван Иванович", "Мамедов Али Гасан оглы"),
)
ONE_WORD = Rule(
    "NAM206",
    "name",
    Severity.WARN,
    marked("The name has one word only: «{value}»."),
    marked("Write surname, first name and patronymic."),
    source="ГК РФ, ст. 19",
    bad=("Иванов", "Мария"),
    good=("Иванов Иван", "Иванов И. И."),
)
DIMINUTIVE = Rule(
    "NAM207",
    "name",
    Severity.WARN,
    marked("«{value}» is a short form of a first name."),
    marked("Write the full first name as in the passport: {options}."),
    source="ГК РФ, ст. 19",
    bad=("Петров Саша", "Черных Женя Ильинична"),
    good=("Петров Александр", "Черных Евгения Ильинична"),
)
CUT_PATRONYMIC = Rule(
    "NAM208",
    "name",
    Severity.WARN,
    marked("The patronymic «{value}» looks cut short or mistyped."),
    marked("Write it in full as in the passport: {options}."),
    source="СК РФ, ст. 58",
    bad=("Иванов Иван Сергееви", "Иванов Иван Алексадрович"),
    good=("Иванов Иван Сергеевич", "Иванов Иван Александрович"),
)
MISSPELT = Rule(
    "NAM209",
    "name",
    Severity.WARN,
    marked("The first name «{value}» looks mistyped."),
    marked("Probably {options} is meant; compare it with the passport."),
    source="ГК РФ, ст. 19",
    bad=("Иванов Никоалй Иванович",),
    good=("Иванов Николай Иванович",),
)
GENDER_CLASH = Rule(
    "NAM210",
    "name",
    Severity.WARN,
    marked("The parts of the name «{value}» belong to a man and to a woman."),
    marked("Check the endings of the surname and of the patronymic."),
    source="СК РФ, ст. 58",
    bad=("Иванова Иван Иванович",),
    good=("Иванов Иван Иванович", "Иванова Анна Ивановна"),
)
WRONG_COLUMNS = Rule(
    "NAM211",
    "name",
    Severity.WARN,
    marked("The parts of the name stand in each other's fields: «{value}»."),
    marked("Surname, first name and patronymic were read as {suggestion}."),
    source="ГК РФ, ст. 19",
    bad=("Иван | Иванов | ", "Иван | Иванович | Иванов"),
    good=("Иванов | Иван | Иванович", "Ким | Ли | "),
)
UNCERTAIN = Rule(
    "NAM212",
    "name",
    Severity.WARN,
    marked("No part of «{value}» is known as a name."),
    marked("Check that it is a name at all, and which word is the surname."),
    source="ГК РФ, ст. 19",
    bad=("Абырвалгус Хмыжанус",),
    good=("Иванов Абырвалгус", "Нгуен Ван Тхань"),
)
CASE = Rule(
    "NAM301",
    "name",
    Severity.INFO,
    marked("Capital and small letters of «{value}» were put right."),
    marked("Write {suggestion}."),
    source="Правила русской орфографии, § 95",
    bad=("ИВАНОВ ИВАН", "иванов иван"),
    good=("Иванов Иван", "МакКартни Пол", "Мамедов Али Гасан оглы"),
)
LOOKALIKES = Rule(
    "NAM302",
    "name",
    Severity.INFO,
    marked("«{value}» mixed Russian letters with Latin ones or digits that look alike."),
    marked("It was written in one alphabet: {suggestion}."),
    source="ГК РФ, ст. 19",
    bad=("Ивaнoв Иван", "Иван0в Иван", "3ахаров Иван"),
    good=("Иванов Иван", "Petrov Ivan"),
)
LAYOUT = Rule(
    "NAM303",
    "name",
    Severity.INFO,
    marked("«{value}» was typed in the wrong keyboard layout."),
    marked("It reads {suggestion}."),
    source="ГК РФ, ст. 19",
    bad=("Bdfyjd Bdfy", "Шмфт Зуекщм"),
    good=("Иванов Иван", "Petrov Ivan"),
)
SIGNS = Rule(
    "NAM304",
    "name",
    Severity.INFO,
    marked("Spaces, hyphens or other signs of «{value}» were put right."),
    marked("Write {suggestion}."),
    source="Правила русской орфографии, § 95",
    bad=("Иванов  Иван", "!Иванов Иван", "Римский - Корсаков Николай"),
    good=("Иванов Иван", "Римский-Корсаков Николай"),
)
ORDER = Rule(
    "NAM305",
    "name",
    Severity.INFO,
    marked("The surname does not come first in «{value}»."),
    marked("Write surname, first name, patronymic: {suggestion}."),
    source="ГК РФ, ст. 19",
    bad=("Иван Иванов", "Иван Иванович Иванов"),
    good=("Иванов Иван", "Иванов Иван Иванович"),
)
TITLE = Rule(
    "NAM306",
    "name",
    Severity.INFO,
    marked("«{value}» is no part of the name."),
    marked("Write only the name: {suggestion}."),
    source="ГК РФ, ст. 19",
    bad=("г-н Иванов Иван", "Частное лицо Иванов Иван"),
    good=("Иванов Иван",),
)
INITIALS = Rule(
    "NAM307",
    "name",
    Severity.INFO,
    marked("«{value}» has initials where names should be."),
    marked("Write first name and patronymic in full."),
    source="ГК РФ, ст. 19",
    bad=("Иванов И.И.", "Иванов Иван И."),
    good=("Иванов Иван Иванович",),
)
REPEATED = Rule(
    "NAM308",
    "name",
    Severity.INFO,
    marked("A word stands twice in «{value}»."),
    marked("Write it once: {suggestion}."),
    source="ГК РФ, ст. 19",
    bad=("Иванов Иванов Иван",),
    good=("Иванов Иван", "Иванов Иван Иванович"),
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
