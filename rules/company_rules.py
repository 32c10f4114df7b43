"""What may be wrong with a company's name, as data; ``rules.company`` finds it."""

from resources.texts import marked
from rules.finding import Rule, Severity

NO_NAME = Rule(
    "CMP101",
    "company",
    Severity.BLOCK,
    marked("«{value}» is a legal form without a name."),
    marked("Write the company's name after its form, for example ООО «Ромашка»."),
    source="ГК РФ, ст. 54",
    bad=("ООО", "ИП"),
    good=("ООО «Ромашка»",),
)
NOT_A_COMPANY = Rule(
    "CMP102",
    "company",
    Severity.BLOCK,
    marked("«{value}» is no company's name."),
    marked("Write the name as in the registration certificate."),
    source="ГК РФ, ст. 54",
    bad=("№ 5", "фыва"),
    good=("ООО «Ромашка»", "Банк Открытие"),
)
IS_PERSON = Rule(
    "CMP103",
    "company",
    Severity.BLOCK,
    marked("«{value}» is a person, not a company."),
    marked("Move it to the field of the person's name."),
    source="ГК РФ, ст. 54",
    bad=("Иванов Иван Иванович",),
    good=("ИП Иванов Иван Иванович", "ООО «Иванов и сыновья»"),
)
CONTACT = Rule(
    "CMP201",
    "company",
    Severity.WARN,
    marked("A phone, e-mail or another number stands inside the company's name: «{value}»."),
    marked("Move it to its own field; the company is {suggestion}."),
    source="152-ФЗ, ст. 5 ч. 6",
    bad=("ООО Ромашка 8 495 123-45-67",),
    good=("ООО «Ромашка»", "ООО «Ромашка 2000»"),
)
REMARK = Rule(
    "CMP202",
    "company",
    Severity.WARN,
    marked("A remark stands inside the company's name: «{value}»."),
    marked("Move it to the comment or the address; the company is {suggestion}."),
    source="ГК РФ, ст. 54",
    bad=("ООО «Ромашка» (г. Тула)",),
    good=("ООО «Ромашка»",),
)
NO_FORM = Rule(
    "CMP203",
    "company",
    Severity.WARN,
    marked("The company «{value}» has no legal form."),
    marked("Add ООО, АО, ИП or another form as in the registration certificate."),
    source="ГК РФ, ст. 54",
    bad=("«Ромашка»", "Банк Открытие"),
    good=("ООО «Ромашка»", "ПАО «Банк Открытие»"),
)
SEVERAL_FORMS = Rule(
    "CMP204",
    "company",
    Severity.WARN,
    marked("The company «{value}» has several legal forms."),
    marked("Leave the right one; {suggestion} was taken."),
    source="ГК РФ, ст. 54",
    bad=("ООО ЗАО Ромашка",),
    good=("ООО «Ромашка»", "ООО «ТД Ромашка»"),
)
FORM_SPELLING = Rule(
    "CMP301",
    "company",
    Severity.INFO,
    marked("The legal form in «{value}» was put right."),
    marked("Write {suggestion}."),
    source="ГК РФ, ст. 54",
    bad=("Ромашка, ооо", "Общество с ограниченной ответственностью «Ромашка»"),
    good=("ООО «Ромашка»",),
)
LOOKALIKES = Rule(
    "CMP302",
    "company",
    Severity.INFO,
    marked("«{value}» mixed Russian and Latin letters that look alike."),
    marked("It was written in one alphabet: {suggestion}."),
    source="ГК РФ, ст. 54",
    bad=("ООО «Рoмaшка»",),
    good=("ООО «Ромашка»", "ООО «Romashka»"),
)
SIGNS = Rule(
    "CMP303",
    "company",
    Severity.INFO,
    marked("Quotes, spaces or other signs of «{value}» were put right."),
    marked("Write {suggestion}."),
    source="ГК РФ, ст. 54",
    bad=("ООО «Ромашка", "ООО  «Ромашка»"),
    good=("ООО «Ромашка»", 'ООО "Ромашка"'),
)
LAYOUT = Rule(
    "CMP304",
    "company",
    Severity.INFO,
    marked("«{value}» was typed in the wrong keyboard layout."),
    marked("It reads {suggestion}."),
    source="ГК РФ, ст. 54",
    bad=("JJJ Hjvfirf",),
    good=("ООО «Ромашка»", "ООО «JJJ»"),
)
RULES = (
    NO_NAME,
    NOT_A_COMPANY,
    IS_PERSON,
    CONTACT,
    REMARK,
    NO_FORM,
    SEVERAL_FORMS,
    FORM_SPELLING,
    LOOKALIKES,
    SIGNS,
    LAYOUT,
)
