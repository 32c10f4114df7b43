"""Cards that name no client: catch-all ones, tests, stock and test-drive cars, the dealer."""

from collections.abc import Sequence

from bench.generator.cards import SERVICE, Card
from bench.generator.clerk import Clerk, code_text
from bench.generator.draw import Dice
from bench.generator.garage import Garage
from bench.generator.people import FIRST_DAY, LAST_DAY
from bench.generator.world import Car, Company, District, Home

_ONCE = (
    "тест", "Тест Тест Тест", "ааа", "-", "Клиент", "дубль", "НЕ ИСПОЛЬЗОВАТЬ", "фыва", "test",
    "удалить", "Частное лицо", "Физ. лицо", "ТЕСТОВЫЙ КЛИЕНТ", "...", "123",
)  # fmt: skip
_CATCH_ALL = ("Розничный покупатель", "Основной покупатель", "Розничный клиент")
_HOUSE = ("Тест-драйв", "Подменный автомобиль", "Склад автомобилей", "Предпродажная подготовка")
_FIRST_JUNK_CODE, _DEALER_CODE = 1, 50


class JunkDrawer:
    """Knows the junk cards of one department; the catch-all ones are the same in all districts."""

    def __init__(self, clerk: Clerk, dealer: Company, dice: Dice) -> None:
        self._clerk, self._dice = clerk, dice
        names = _CATCH_ALL + (_HOUSE if clerk.habits.source == SERVICE else _HOUSE[:1])
        self._common = [
            Card(code_text(_FIRST_JUNK_CODE + place, clerk.habits), None, FIRST_DAY, 0.0, name)
            for place, name in enumerate(names)
        ]
        own = Card(
            code_text(_DEALER_CODE, clerk.habits), dealer, FIRST_DAY, 0.0,
            f'{dealer.form} "{dealer.name}"', dealer.phone, inn=dealer.inn, kind="Юр. лицо",
        )  # fmt: skip
        self._common.append(own)

    def cards(self, count: int) -> Sequence[Card]:
        """That many cards to hang a row on: mostly the catch-all ones, some made for once."""
        return [self._card() for _ in range(count)]

    def _card(self) -> Card:
        dice = self._dice
        if dice.chance(0.6):
            return dice.pick(self._common)
        card = Card(self._clerk.new_code(), None, dice.between(FIRST_DAY, LAST_DAY), 1.0)
        card.name = dice.pick(_ONCE)
        card.phone = dice.pick(("", "", "0", "89999999999", "11111111111"))
        return card


def house_cars(garage: Garage, district: District, dice: Dice, count: int) -> list[Car]:
    """The dealer's own cars, for the rows of junk cards."""
    home: Home = district.people[0].home
    return [garage.sold_new(dice.between(FIRST_DAY, LAST_DAY), home) for _ in range(count)]
