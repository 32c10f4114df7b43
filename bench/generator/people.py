"""Households: singles, couples, parents with grown children, brothers and sisters."""

from collections import Counter
from dataclasses import replace
from datetime import date
from functools import cache

from bench.generator.draw import Dice, Weighted
from bench.generator.numbers import Registry
from bench.generator.tables import (
    MaleName,
    Town,
    female_names,
    feminine,
    male_names,
    streets,
    surnames,
    towns,
)
from bench.generator.world import District, Home, Person, Trap

FIRST_DAY = date(2013, 1, 1).toordinal()
LAST_DAY = date(2025, 12, 31).toordinal()
_KINDS = Weighted(
    ("single", "couple", "couple_child", "parent_child", "siblings"), (37, 31, 16, 10, 6)
)
# Shares: of brothers and sisters born on one day, of couples with one phone between them, of
# people who bear somebody else's name, of numbers that somebody else had before.
_TWINS, _ONE_PHONE, _NAMESAKES, _RECYCLED = 0.03, 0.12, 0.015, 0.04
# So many people are looked at for a namesake; the one of the most frequent surname has it.
_PICKS = 8
# Of people who leave the phone of one of the family beside their own.
_BOTH_PHONES = 0.4
_EASTERN = ("Мамед", "Али", "Ахмед", "Гасан", "Исмаил", "Сабир", "Рашид", "Вагиф")
_MAIL = ("mail.ru", "mail.ru", "yandex.ru", "gmail.com", "bk.ru", "inbox.ru", "rambler.ru")
_LATIN = dict(
    zip(
        "абвгдеёжзийклмнопрстуфхцчшщъыьэюя",
        "a b v g d e e zh z i y k l m n o p r s t u f h ts ch sh sch _ y _ e yu ya".split(" "),
        strict=True,
    )
)


class Census:
    """Fills a district with people."""

    def __init__(self, town: Town, registry: Registry, dice: Dice, *, first_number: int) -> None:
        self._town, self._registry, self._dice = town, registry, dice
        self._number = first_number

    def settle(self, district: District, count: int) -> None:
        """Adds that many people, household by household, then the chances of life."""
        while len(district.people) < count:
            household = self._household(_KINDS.draw(self._dice), district)
            room = count - len(district.people)
            district.people.extend(household[:room])
        self._plant_namesakes(district)
        self._recycle_phones(district)

    def _household(self, kind: str, district: District) -> list[Person]:
        dice, home = self._dice, self._home()
        surname = surnames().draw(dice)
        birth = self._birthday(1945, 1999)
        if kind == "single":
            members = [self._person(surname, home, birth, female=dice.chance(0.4))]
        elif kind == "siblings":
            members = self._siblings(surname, home, birth)
        elif kind == "parent_child":
            members = self._parent_child(surname, home)
        else:
            members = self._couple(surname, home, birth if kind == "couple" else None)
            if kind == "couple_child":
                father = members[0]
                members.append(self._child(father, members[1], surname))
        self._share(members)
        self._record_relations(kind, members, district)
        return members

    def _record_relations(self, kind: str, members: list[Person], district: District) -> None:
        name = {"siblings": "siblings", "parent_child": "parent_child"}.get(kind, "spouses")
        if len(members) > 1:
            district.traps.append(Trap(name, members[0], members[1]))
        for parent in members[:-1] if kind == "couple_child" else ():
            district.traps.append(Trap("parent_child", parent, members[-1]))

    def _couple(self, surname: str, home: Home, birth: int | None) -> list[Person]:
        dice = self._dice
        born = birth if birth is not None else self._birthday(1945, 1972)
        husband = self._person(surname, home, born, female=False)
        hers = surname if dice.chance(0.86) else surnames().draw(dice)
        wife = self._person(hers, home, born + dice.between(-1500, 3000), female=True)
        return [husband, wife]

    def _parent_child(self, surname: str, home: Home) -> list[Person]:
        parent = self._person(
            surname, home, self._birthday(1943, 1972), female=self._dice.chance(0.35)
        )
        return [parent, self._child(parent, None, surname)]

    def _siblings(self, surname: str, home: Home, birth: int) -> list[Person]:
        dice = self._dice
        father = male_names().draw(dice)
        grown = [
            self._person(surname, home, birth, female=dice.chance(0.4), father=father),
            self._person(
                surname,
                home if dice.chance(0.6) else self._home(),
                birth if dice.chance(_TWINS) else birth + dice.between(400, 3000),
                female=dice.chance(0.4),
                father=father,
            ),
        ]
        if grown[0].first == grown[1].first:
            grown[1].first = "Анна" if grown[1].female else "Максим"
        return grown

    def _child(self, parent: Person, mother: Person | None, surname: str) -> Person:
        dice = self._dice
        father = _name_of(parent.first) if not parent.female else male_names().draw(dice)
        female = dice.chance(0.4)
        home = parent.home if dice.chance(0.65) else self._home()
        younger = max(parent.birth, mother.birth if mother else 0)
        birth = min(younger + dice.between(19 * 365, 33 * 365), date(2003, 1, 1).toordinal())
        child = self._person(surname, home, birth, female=female, father=father)
        while child.first in {parent.first, mother.first if mother else ""}:
            child.first = self._first(female=female)
        if female and dice.chance(0.4):
            child.last = feminine(surnames().draw(dice))
        elif not female and dice.chance(0.03) and not parent.female:
            child.first = parent.first if dice.chance(0.5) else _father_of(parent.patronymic)
        return child

    def _person(
        self, surname: str, home: Home, birth: int, *, female: bool, father: MaleName | None = None
    ) -> Person:
        dice = self._dice
        father = father or male_names().draw(dice)
        person = Person(
            key=f"P{self._number:07d}",
            last=self._surname(surname, female=female),
            first=self._first(female=female),
            patronymic=self._patronymic(father, female=female),
            female=female,
            birth=birth,
            home=home,
            phone=self._registry.mobile(),
        )
        self._number += 1
        self._give_contacts(person)
        self._let_live(person)
        return person

    def _first(self, *, female: bool) -> str:
        dice = self._dice
        return female_names().draw(dice) if female else male_names().draw(dice).first

    def _surname(self, surname: str, *, female: bool) -> str:
        if not female:
            return surname
        double = f"-{feminine(surnames().draw(self._dice))}" if self._dice.chance(0.008) else ""
        return feminine(surname) + double

    def _patronymic(self, father: MaleName, *, female: bool) -> str:
        if self._dice.chance(0.008):
            return f"{self._dice.pick(_EASTERN)} {'кызы' if female else 'оглы'}"
        if self._dice.chance(0.006):
            return ""
        return father.daughter if female else father.son

    def _give_contacts(self, person: Person) -> None:
        dice = self._dice
        if dice.chance(0.45):
            person.email = self._mailbox(person)
        if dice.chance(0.09):
            person.inn = self._registry.person_inn()
        if dice.chance(0.022):
            person.inn = person.inn or self._registry.person_inn()
            person.sole_trader = True
        if dice.chance(0.16):
            person.second_phone = self._registry.mobile()

    def _let_live(self, person: Person) -> None:
        dice = self._dice
        if dice.chance(0.10):
            person.old_phone = self._registry.mobile()
            person.phone_since = self._day()
        if dice.chance(0.10):
            person.old_home, person.home_since = self._home(), self._day()
        if person.female and dice.chance(0.07):
            person.old_last, person.last_since = feminine(surnames().draw(dice)), self._day()

    def _share(self, members: list[Person]) -> None:
        dice = self._dice
        if dice.chance(0.22):
            number = self._registry.landline(dice)
            for person in members:
                person.home_phone = number
        if len(members) > 1 and members[0].email and dice.chance(0.3):
            members[1].email = members[0].email
        if len(members) > 1 and dice.chance(_ONE_PHONE):
            members[1].phone = members[0].phone
        for person in members:
            person.household = members
            if len(members) > 1 and dice.chance(_BOTH_PHONES):
                person.second_phone = dice.pick([one for one in members if one is not person]).phone

    def _plant_namesakes(self, district: District) -> None:
        dice, people = self._dice, district.people
        often = Counter(one.last for one in people)
        for copy in people:
            if not dice.chance(_NAMESAKES):
                continue
            model = max((dice.pick(people) for _ in range(_PICKS)), key=lambda one: often[one.last])
            if model.female is copy.female and model.household is not copy.household:
                copy.last, copy.first = model.last, model.first
                if dice.chance(0.4):
                    copy.patronymic = model.patronymic
                if dice.chance(0.3):
                    copy.birth = model.birth - date.fromordinal(model.birth).timetuple().tm_yday
                    copy.birth += dice.between(1, 365)
                if dice.chance(0.25):
                    copy.home = self._near(model.home)
                district.traps.append(Trap("namesake", model, copy))

    def _recycle_phones(self, district: District) -> None:
        dice, changed = self._dice, [one for one in district.people if one.old_phone]
        if not changed:
            return
        for heir in district.people:
            if dice.chance(_RECYCLED):
                former = dice.pick(changed)
                if former.household is not heir.household:
                    heir.phone = former.old_phone
                    district.traps.append(Trap("recycled_phone", former, heir))

    def _near(self, home: Home) -> Home:
        """Another home in the same street."""
        dice = self._dice
        return replace(home, house=str(dice.between(161, 200)), flat=str(dice.between(1, 240)))

    def _home(self) -> Home:
        dice, town = self._dice, self._town
        local = dice.chance(0.9)
        if not local:
            town = dice.pick(towns())
        city = town.city if dice.chance(0.78) else dice.pick(town.neighbours)
        return Home(
            index=f"{town.index}{dice.digits(3)}",
            region=town.region,
            city=city,
            street=dice.pick(streets()),
            house=str(dice.between(1, 160)) + ("а" if dice.chance(0.06) else ""),
            flat=str(dice.between(1, 240)) if dice.chance(0.85) else "",
            plate_code=dice.pick(town.plate_codes),
            local=local or town.region == self._town.region,
        )

    def _birthday(self, first_year: int, last_year: int) -> int:
        year = self._dice.between(first_year, last_year)
        return date(year, 1, 1).toordinal() + self._dice.below(365)

    def _day(self) -> int:
        return self._dice.between(FIRST_DAY, LAST_DAY)

    def _mailbox(self, person: Person) -> str:
        number = self._registry.name_number()
        last = latin_login(person.last)
        name = f"{last}{number}" if self._dice.chance(0.5) else f"{person_initial(person)}.{last}"
        suffix = "" if name[-1].isdigit() else str(number)
        return f"{name}{suffix}@{self._dice.pick(_MAIL)}"


def person_initial(person: Person) -> str:
    """The Latin initial of the first name."""
    return latin_login(person.first)[:1] or "a"


def latin_login(text: str) -> str:
    """Latin letters the way people spell themselves in a mailbox."""
    return "".join(_LATIN.get(char, "") for char in text.lower()).replace("_", "")


def _name_of(first: str) -> MaleName:
    return _by_first().get(first, MaleName(first, f"{first}ович", f"{first}овна"))


def _father_of(patronymic: str) -> str:
    return _fathers().get(patronymic, "Александр")


@cache
def _by_first() -> dict[str, MaleName]:
    return {name.first: name for name in male_names().items}


@cache
def _fathers() -> dict[str, str]:
    return {name.son: name.first for name in male_names().items}
