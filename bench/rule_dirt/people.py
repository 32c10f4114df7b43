"""Whom a name may belong to: usual people, people of rare names, of other peoples."""

from dataclasses import dataclass

from bench.generator.draw import Dice
from bench.generator.tables import female_names, feminine, male_names, surnames

_STARTS = "Бар Вел Гол Дру Жер Зам Кол Лоп Мыш Нов Огур Печ Рог Сит Тум Уш Фет Хар Чур Шал".split()
_MIDDLES = "ад ел ик ор ун ыл ем ос ат уш".split()
_ENDS = "ов ин ев ский енко ук ец ных ко цев кин ник".split()
_TURKIC = (
    "Мамедов Алиев Гасанов Каримов Рахимов Юсупов Исмаилов Абдуллаев Хасанов Умаров Сафаров "
    "Назаров Мирзоев Ахмедов Ибрагимов Эргашев Тошматов Джураев Халилов Байрамов"
).split()
_TURKIC_MEN = (
    "Рашад Эльдар Вугар Руслан Фарид Ильгар Рустам Шерзод Бахтияр Азиз Фаррух Тимур Ильхам Мурад "
    "Улугбек Санжар Алишер Жасур Отабек Дильшод"
).split()
_TURKIC_WOMEN = (
    "Гюльнара Лейла Нигяр Севда Айгуль Дилноза Нигора Зарина Феруза Малика Камола Барно"
).split()
_CAUCASIAN = (
    "Ананян Саркисян Григорян Петросян Хачатрян Мкртчян Кобаидзе Гогоберидзе Джапаридзе "
    "Кварацхелия Чхеидзе Магомедов Гаджиев Дзагоев Цораев Тлехуч"
).split()
_CAUCASIAN_MEN = (
    ("Армен", "Арменович"), ("Ашот", "Ашотович"), ("Гагик", "Гагикович"), ("Тигран", "Тигранович"),
    ("Георгий", "Георгиевич"), ("Зураб", "Зурабович"), ("Магомед", "Магомедович"),
    ("Шамиль", "Шамильевич"), ("Аслан", "Асланович"), ("Давид", "Давидович"),
)  # fmt: skip
_KOREAN = "Ким Пак Цой Ли Тен Хан Югай Огай Ан Шин Лим Кан".split()
_YO = str.maketrans("ёЁ", "еЕ")


@dataclass(frozen=True, slots=True)
class Person:
    """Surname, first name, patronymic ("" if there is none), and the gender."""

    last: str
    first: str
    patronymic: str
    gender: str

    @property
    def truth(self) -> str:
        """The three parts as this bench compares them: ё is е."""
        return parts(self.last, self.first, self.patronymic)

    @property
    def full(self) -> str:
        """As in the passport."""
        return " ".join(part for part in (self.last, self.first, self.patronymic) if part)


def parts(last: str, first: str, patronymic: str) -> str:
    """Three parts in one text."""
    return f"{last}|{first}|{patronymic}".translate(_YO)


def draw(dice: Dice) -> Person:
    """A person; of a hundred six bear a surname nobody knows, eight are of other peoples."""
    kind = dice.unit()
    if kind < 0.02:  # noqa: PLR2004 - the shares are said above
        return _turkic(dice)
    if kind < 0.06:  # noqa: PLR2004
        return _caucasian(dice)
    if kind < 0.12:  # noqa: PLR2004
        last = dice.pick(_STARTS) + dice.pick(_MIDDLES) + dice.pick(_ENDS)
    elif kind < 0.14:  # noqa: PLR2004
        last = dice.pick(_KOREAN)
    else:
        last = surnames().draw(dice)
    father = male_names().draw(dice)
    if dice.chance(0.55):
        person = Person(last, male_names().draw(dice).first, father.son, "m")
    else:
        person = Person(
            last if last in _KOREAN else feminine(last),
            female_names().draw(dice),
            father.daughter,
            "f",
        )
    if dice.chance(0.01):
        second = surnames().draw(dice)
        both = f"{person.last}-{second if person.gender == 'm' else feminine(second)}"
        return Person(both, person.first, person.patronymic, person.gender)
    return person


def _turkic(dice: Dice) -> Person:
    last, father = dice.pick(_TURKIC), dice.pick(_TURKIC_MEN)
    if dice.chance(0.7):
        tail = dice.pick(("оглы", "угли", "ович", ""))
        patronymic = f"{father}ович" if tail == "ович" else f"{father} {tail}" if tail else ""
        return Person(last, dice.pick(_TURKIC_MEN), patronymic, "m")
    tail = dice.pick(("кызы", "кизи", "овна"))
    patronymic = f"{father}овна" if tail == "овна" else f"{father} {tail}"
    return Person(feminine(last), dice.pick(_TURKIC_WOMEN), patronymic, "f")


def _caucasian(dice: Dice) -> Person:
    return Person(
        dice.pick(_CAUCASIAN),
        dice.pick(_CAUCASIAN_MEN)[0],
        dice.pick(_CAUCASIAN_MEN)[1],
        "m",
    )
