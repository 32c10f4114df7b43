"""Companies with their drivers, companies of similar name, taxi fleets and leasing firms."""

from bench.generator.draw import Dice, Weighted
from bench.generator.numbers import Registry
from bench.generator.people import latin_login
from bench.generator.tables import Town, company_tails, company_words, streets
from bench.generator.world import Company, District, Home, Trap

_FORMS = Weighted(("ООО", "АО", "ЗАО", "ПАО", "МУП", "ГБУ", "АНО"), (80, 7, 5, 1, 3, 3, 1))
_LEASING = ("Вектор-Лизинг", "Меридиан Лизинг", "ТехноЛизинг", "Первая лизинговая")
_PEOPLE_PER_FIRM = 22
# Of companies of similar names: those that bear one name and have nothing to do with each other.
_ONE_NAME = 0.05
_BUDGET = ("МУП", "ГБУ")
_BUDGET_NAMES = ("Водоканал", "Горэлектросеть", "Благоустройство", "Центр занятости", "Лесхоз")
_TAXI_NAMES = ("Такси Удача", "Везёт", "Городское такси", "Такси Комета", "Экспресс-Такси")


class Chamber:
    """Founds the companies of a district and hires its people."""

    def __init__(self, town: Town, registry: Registry, dice: Dice, *, first_number: int) -> None:
        self._town, self._registry, self._dice = town, registry, dice
        self._number = first_number

    def found(self, district: District) -> None:
        """Adds companies for one person in twenty, some of them nearly of one name."""
        dice = self._dice
        for _ in range(max(2, len(district.people) // _PEOPLE_PER_FIRM)):
            firm = self._company(self._name(), _FORMS.draw(dice))
            if firm.form in _BUDGET:
                firm.name = dice.pick(_BUDGET_NAMES)
            self._hire(firm, district, dice.between(1, 3))
            district.companies.append(firm)
            if dice.chance(0.35):
                district.companies.append(self._twin(firm, district))
        district.companies.append(self._taxi(district))

    def _twin(self, firm: Company, district: District) -> Company:
        dice = self._dice
        tail = dice.pick(company_tails())
        name = f"{firm.name}-{tail}" if dice.chance(0.5) else f"{firm.name} {tail}"
        same = dice.chance(_ONE_NAME)
        twin = self._company(firm.name if same else name, firm.form)
        if not same:
            self._share(firm, twin)
        twin.drivers += firm.drivers[:1] if dice.chance(0.4) else []
        self._hire(twin, district, 1)
        district.traps.append(Trap("similar_company", firm, twin))
        return twin

    def _share(self, firm: Company, twin: Company) -> None:
        """Of two companies of one owner: an office, a phone, a mailbox."""
        dice = self._dice
        if dice.chance(0.6):
            twin.phone = firm.phone
        if dice.chance(0.5):
            twin.home = firm.home
        if dice.chance(0.3):
            twin.email = firm.email

    def _taxi(self, district: District) -> Company:
        dice = self._dice
        fleet = self._company(dice.pick(_TAXI_NAMES), "ООО")
        fleet.taxi = True
        self._hire(fleet, district, min(40, max(3, len(district.people) // 120)))
        return fleet

    def _hire(self, firm: Company, district: District, count: int) -> None:
        for driver in [self._dice.pick(district.people) for _ in range(count)]:
            if driver not in firm.drivers:
                firm.drivers.append(driver)
                district.traps.append(Trap("company_driver", firm, driver))

    def _company(self, name: str, form: str) -> Company:
        dice, inn = self._dice, self._registry.firm_inn()
        firm = Company(
            key=f"C{self._number:07d}",
            name=name,
            form=form,
            inn=inn,
            kpp=f"{inn[:4]}01001",
            home=self._office(),
            phone=self._registry.landline(dice) if dice.chance(0.5) else self._registry.mobile(),
        )
        self._number += 1
        if dice.chance(0.5):
            login = latin_login(name)[:12] or "office"
            firm.email = f"{login}{self._registry.name_number()}@mail.ru"
        if dice.chance(0.3):
            firm.second_phone = self._registry.mobile()
        return firm

    def _name(self) -> str:
        dice = self._dice
        word = dice.pick(company_words())
        if dice.chance(0.35):
            return word
        if dice.chance(0.6):
            tail = dice.pick(company_tails())
            return f"{word}{tail.lower()}" if dice.chance(0.3) else f"{word}-{tail}"
        other = dice.pick(company_words())
        return f"{word} {other}" if dice.chance(0.6) else f"ТД {word}-{other}"

    def _office(self) -> Home:
        dice, town = self._dice, self._town
        return Home(
            f"{town.index}{dice.digits(3)}", town.region, town.city, dice.pick(streets()),
            str(dice.between(1, 160)), f"оф. {dice.between(1, 500)}",
            dice.pick(town.plate_codes), local=True,
        )  # fmt: skip


def dealer(town: Town, registry: Registry, dice: Dice) -> Company:
    """The dealer itself, who orders work on its own cars."""
    inn = registry.firm_inn()
    return Company(
        key="D1", name="Автоцентр на Садовой", form="ООО", inn=inn, kpp=f"{inn[:4]}01001",
        home=_centre(town), phone=registry.landline(dice),
    )  # fmt: skip


def leasing_firms(town: Town, registry: Registry, dice: Dice) -> list[Company]:
    """The leasing companies every district buys through; the same in each of them."""
    return [
        Company(
            key=f"L{number}", name=name, form="ООО", inn=(inn := registry.firm_inn()),
            kpp=f"{inn[:4]}01001", home=_centre(town), phone=registry.landline(dice),
        )
        for number, name in enumerate(_LEASING, start=1)
    ]  # fmt: skip


def _centre(town: Town) -> Home:
    return Home(f"{town.index}000", town.region, town.city, "Ленина", "1", "", "", local=True)
