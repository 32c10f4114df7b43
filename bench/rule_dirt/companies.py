"""Names of companies and what becomes of them."""

from collections.abc import Callable
from dataclasses import dataclass

from bench.generator.draw import Dice
from bench.generator.tables import company_tails, company_words
from bench.rule_dirt import people, slips
from bench.rule_dirt.kinds import Dirty, FieldDirt, Floor, Kind, answer
from rules import company

_LONG = {
    "ООО": "Общество с ограниченной ответственностью",
    "АО": "Акционерное общество",
    "ПАО": "Публичное акционерное общество",
    "ЗАО": "Закрытое акционерное общество",
    "ОАО": "Открытое акционерное общество",
    "МУП": "Муниципальное унитарное предприятие",
}
_FORMS = ("ООО", "ООО", "ООО", "ООО", "АО", "ПАО", "ЗАО", "ОАО", "МУП")
_TAILS = (
    "(г. Тула)", ", г. Москва", "ИНН 7707083893", "8 495 123-45-68", "(филиал)", "(Иванов)",
    "[лизинг]", "info@firma.ru",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Firm:
    """A form and a name."""

    form: str
    name: str

    @property
    def truth(self) -> str:
        """The form and the name as this bench compares them."""
        return f"{self.form}|{self.name.casefold()}"


def draw(dice: Dice) -> Firm:
    """A firm of one, two or three words."""
    first = dice.pick(company_words())
    name = dice.pick((first, f"{first}-{dice.pick(company_tails())}", f"{first} {dice.digits(2)}"))
    if dice.chance(0.2):
        name = f"{first} и {dice.pick(company_words())}"
    return Firm(dice.pick(_FORMS), name)


def _shown(found: company.Company) -> str:
    return f"{found.form}|{found.name.casefold()}"


Typing = Callable[[Firm, Dice], str]


def _same(name: str, typing: Typing, floor: Floor = Floor.NONE) -> Kind[Firm]:
    return Kind(name, lambda firm, dice: Dirty(typing(firm, dice), firm.truth), floor)


def _quoted(firm: Firm, dice: Dice) -> str:
    return dice.pick((
        f'{firm.form} "{firm.name}"', f"{firm.form} «{firm.name}»", f"{firm.form} {firm.name}",
        f'{firm.form}"{firm.name}"', f'{firm.form} "{firm.name}', f"{firm.form} “{firm.name}”",
        f"{firm.form} ''{firm.name}''", f'{firm.form}  "{firm.name}".',
        f'"{firm.form} {firm.name}"',
        f"{firm.form} <<{firm.name}>>", f'{firm.form} " {firm.name} "', f"{firm.form}. {firm.name}",
    ))  # fmt: skip


def _placed(firm: Firm, dice: Dice) -> str:
    return dice.pick((
        f"{firm.name} {firm.form}", f'"{firm.name}" {firm.form}', f"{firm.name}, {firm.form}",
        f"{firm.name} ({firm.form})", f"«{firm.name}» {firm.form}",
    ))  # fmt: skip


def _formed(firm: Firm, dice: Dice) -> str:
    long = _LONG[firm.form]
    return dice.pick((
        f'{long} "{firm.name}"', f"{firm.form.lower()} {firm.name}", f"{long.upper()} {firm.name}",
        f"{firm.form.capitalize()} «{firm.name}»", f"{'.'.join(firm.form)}. {firm.name}",
        f"{firm.name} {long.lower()}",
    ))  # fmt: skip


def _latin_form(firm: Firm, _: Dice) -> Dirty | None:
    form = "".join(slips.LATIN_TWINS.get(char, char) for char in firm.form)
    return Dirty(f"{form} {firm.name}", firm.truth) if form != firm.form else None


def _layout(firm: Firm, dice: Dice) -> Dirty:
    """The keyboard left in Latin; where the Russian one has the quotation mark it has @."""
    text = dice.pick((f"{firm.form} {firm.name}", f"{firm.form} «{firm.name}»"))
    typed = text.translate(slips.TYPED_IN_LATIN).replace("«", "@").replace("»", "@")
    return Dirty(typed.lower() if dice.chance(0.2) else typed, firm.truth)


COMPANIES = FieldDirt(
    "company",
    draw,
    lambda firm, _: Dirty(f"{firm.form} «{firm.name}»", firm.truth),
    lambda text: answer(company.normalise(text), _shown),
    (
        _same("other quotes and signs", _quoted),
        _same("form behind", _placed),
        _same("form in other words", _formed),
        _same(
            "capitals wrong",
            lambda firm, dice: dice.pick((str.upper, str.lower))(f'{firm.form} "{firm.name}"'),
        ),
        Kind("form in Latin letters", _latin_form, Floor.UNDONE),
        _same(
            "look-alike letters",
            lambda firm, dice: f"{firm.form} {slips.twins(firm.name, dice, slips.LATIN_TWINS)}",
            Floor.UNDONE,
        ),
        Kind("wrong layout", _layout, Floor.UNDONE),
        _same(
            "other data behind", lambda firm, dice: f"{firm.form} {firm.name} {dice.pick(_TAILS)}"
        ),
        Kind("person instead", lambda _, dice: Dirty(people.draw(dice).full, "")),
    ),
)
