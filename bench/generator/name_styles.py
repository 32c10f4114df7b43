"""The ways a clerk writes a client's name down, before any mistake."""

from collections.abc import Callable

from bench.generator.cards import SALES, Tally
from bench.generator.draw import Dice, Weighted
from bench.generator.tables import diminutives
from bench.generator.world import Company, Person

_WITHOUT_PATRONYMIC = {"first_last", "one_initial", "last_only", "first_only", "diminutive"}
Style = Callable[[Person, str, Dice], str]


def _full(person: Person, last: str, _: Dice) -> str:
    return f"{last} {person.first} {person.patronymic}"


def _first_first(person: Person, last: str, _: Dice) -> str:
    return f"{person.first} {person.patronymic} {last}"


def _last_first(person: Person, last: str, _: Dice) -> str:
    return f"{last} {person.first}"


def _first_last(person: Person, last: str, _: Dice) -> str:
    return f"{person.first} {last}"


def _initials(person: Person, last: str, dice: Dice) -> str:
    gap = dice.pick(("", "", " "))
    dot = dice.pick((".", ".", ".", ""))
    return f"{last} {person.first[0]}{dot}{gap}{person.patronymic[0]}{dot}"


def _initials_first(person: Person, last: str, _: Dice) -> str:
    return f"{person.first[0]}.{person.patronymic[0]}. {last}"


def _one_initial(person: Person, last: str, _: Dice) -> str:
    return f"{last} {person.first[0]}."


def _last_only(_: Person, last: str, __: Dice) -> str:
    return last


def _first_only(person: Person, _: str, __: Dice) -> str:
    return person.first


def _first_patronymic(person: Person, _: str, __: Dice) -> str:
    return f"{person.first} {person.patronymic}"


def _short(person: Person, dice: Dice) -> str:
    return dice.pick(diminutives().get(person.first, (person.first,)))


def _diminutive(person: Person, _: str, dice: Dice) -> str:
    return _short(person, dice)


def _diminutive_last(person: Person, last: str, dice: Dice) -> str:
    return (
        f"{_short(person, dice)} {last}" if dice.chance(0.5) else f"{last} {_short(person, dice)}"
    )


STYLES: dict[str, Style] = {
    "full": _full,
    "first_first": _first_first,
    "last_first": _last_first,
    "first_last": _first_last,
    "initials": _initials,
    "initials_first": _initials_first,
    "one_initial": _one_initial,
    "last_only": _last_only,
    "first_only": _first_only,
    "first_patronymic": _first_patronymic,
    "diminutive": _diminutive,
    "diminutive_last": _diminutive_last,
}
_SHARES: dict[str, dict[str, tuple[float, ...]]] = {
    "light": {
        "sales": (94, 1, 3, 0.5, 1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.05, 0.05),
        "service": (76, 3, 8, 2, 6, 0.5, 1, 1, 1, 1, 0.3, 0.3),
    },
    "medium": {
        "sales": (85, 4, 4.5, 1, 2.5, 0.4, 0.4, 0.5, 0.4, 0.5, 0.2, 0.3),
        "service": (69, 4.5, 9.5, 3.5, 6.5, 0.5, 0.9, 1, 1, 1.5, 0.6, 1),
    },
    "heavy": {
        "sales": (66, 8, 10, 3, 7, 1, 1, 1, 1, 1, 0.5, 0.5),
        "service": (42, 7, 15, 6, 12, 1.5, 2.5, 3, 3, 3, 2, 2),
    },
}


def style_shares(level: str, source: str) -> Weighted[str]:
    """How often each way of writing a name occurs in a department."""
    return Weighted(tuple(STYLES), _SHARES[level][source])


def person_name(
    person: Person, day: int, dice: Dice, *, styles: Weighted[str], tally: Tally
) -> str:
    """A person's name the way a clerk writes it; the letter ё seldom survives."""
    style = styles.draw(dice)
    if not person.patronymic and style not in _WITHOUT_PATRONYMIC:
        style = "last_first"
    tally[f"name_{style}"] += 1
    text = STYLES[style](person, person.surname_at(day), dice)
    return text if dice.chance(0.15) else text.replace("ё", "е").replace("Ё", "Е")


def trader_name(person: Person, day: int, dice: Dice) -> str:
    """A sole trader's name as a company is written."""
    last = person.surname_at(day)
    full = f"{last} {person.first} {person.patronymic}".strip()
    short = f"{last} {person.first[0]}." + (f"{person.patronymic[0]}." if person.patronymic else "")
    return dice.pick(
        (f"ИП {full}", f"ИП {full}", f"ИП {short}", f"{full} ИП", f"{short} ИП",
         f"Индивидуальный предприниматель {full}")
    )  # fmt: skip


_LONG_FORMS = {
    "ООО": "Общество с ограниченной ответственностью",
    "АО": "Акционерное общество",
    "МУП": "Муниципальное унитарное предприятие",
}
_COMPANY = Weighted(
    ('{f} "{n}"', "{f} «{n}»", "{f} {n}", "{n} {f}", '"{n}" {f}', '{long} "{n}"', "{n}",
     "{latin} {n}"),
    (34, 14, 18, 14, 4, 5, 7, 4),
)  # fmt: skip


def company_name(firm: Company, source: str, dice: Dice, *, driver: Person | None) -> str:
    """A company's name the way a clerk writes it, with its driver in brackets now and then."""
    text = _COMPANY.draw(dice).format(
        f=firm.form,
        n=firm.name.upper() if dice.chance(0.2) else firm.name,
        long=_LONG_FORMS.get(firm.form, firm.form),
        latin=firm.form.translate(str.maketrans("ОА", "OA")),
    )
    if driver and source != SALES and dice.chance(0.18):
        text += f" ({driver.last} {driver.first[0]}.)" if dice.chance(0.5) else f" ({driver.first})"
    return text


def company_in_full(firm: Company) -> str:
    """A company's name in its plain spelling."""
    return f'{firm.form} "{firm.name}"'
