"""How cards and VINs are soiled where dates, sums, kinds and numbers of maintenance stay clean."""

from collections.abc import Iterable, Sequence

from typing_extensions import override

from bench.generator import spoil_car as car
from bench.generator.cards import Card, CarText
from bench.generator.clerk import Clerk
from bench.generator.contacts import plain_address
from bench.generator.dirt import Dust
from bench.generator.dirt_kinds import CARD_KINDS, Kind
from bench.generator.draw import Dice
from bench.generator.name_styles import company_in_full
from bench.generator.world import Client, Company, Person

# What would change what a card is: nobody's, a company's, of no region. No reviewer of VINs and of
# duplicates could put that right.
_SPARED = ("name_hidden", "name_with_firm", "address_typo", "address_short", "address_missing")
PERSON_KINDS = tuple(kind for kind in CARD_KINDS if kind.name not in _SPARED)
_NO_VIN = ("ОТСУТСТВУЕТ", "НЕТ", "Б/Н")
_TO_LATIN = str.maketrans("АВЕКМНОРСТУХ", "ABEKMHOPCTYX")


def letter_o(text: str, _: Dice) -> str:
    """The letter O for a zero."""
    return text.replace("0", "O", 1)


def no_vin(_: str, dice: Dice) -> str:
    """A word that says there is none."""
    return dice.pick(_NO_VIN)


VIN_KINDS = (
    Kind("vin_letter_o", "vin", 0.02, 0.04, letter_o),
    Kind("vin_cyrillic", "vin", 0.02, 0.04, car.vin_cyrillic),
    Kind("vin_lower", "vin", 0.02, 0.04, car.vin_lower),
    Kind("vin_lost_char", "vin", 0.015, 0.03, car.vin_lost_char),
)
NO_VIN_KINDS = (Kind("vin_none", "vin", 0.01, 0.02, no_vin),)


class AddressedClerk(Clerk):
    """A clerk who makes several cards of a client, each with the address in full.

    Companies have their full names.
    """

    @override
    def another(self, client: Client, day: int, driver: Person | None = None) -> Card:
        """A new card, whatever is known of the client."""
        card = super().another(client, day, driver)
        card.address = plain_address(client.home)
        if isinstance(client, Company):
            # «Меридиан» without its form could be a person's surname
            card.name, card.care = company_in_full(client), 0.0
        return card


def soil(cards: Sequence[Card], dust: Dust) -> None:
    """Soils the cards of one department and the VINs on them."""
    dust.on_cards(cards, PERSON_KINDS, ())
    dust.on_cars(_cars(cards), VIN_KINDS, ())
    # a word stands for one car only of a card, or nobody could say which car it stands for
    dust.on_cars(_cars(card for card in cards if len(card.cars) == 1), NO_VIN_KINDS, ())


def _cars(cards: Iterable[Card]) -> list[CarText]:
    return [text for card in cards for text in card.cars.values()]


def is_lost(text: str, vin: str) -> bool:
    """Whether a person must say which VIN a text was: letters and spaces tell it no more."""
    plain = text.upper().translate(_TO_LATIN).replace(" ", "").replace("O", "0")
    return plain != vin
