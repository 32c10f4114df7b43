"""A department that has one card of each client, every text in its plain normal spelling."""

from collections.abc import Sequence

from bench.generator.cards import Card
from bench.generator.clerk import Habits, code_text
from bench.generator.contacts import day_text, plain_address
from bench.generator.name_styles import company_in_full
from bench.generator.world import Client, Person

_FIRST_CODE = 1000


class TidyClerk:
    """Types cards as they should be, one a client."""

    def __init__(self, habits: Habits) -> None:
        self._habits = habits
        self._known: dict[str, Card] = {}
        self.cards: list[Card] = []

    def cards_of(self, client: Client) -> Sequence[Card]:
        """The card the department has of that client, if any."""
        return [self._known[client.key]] if client.key in self._known else []

    def card(self, client: Client, day: int) -> Card:
        """The one card of the client."""
        if client.key not in self._known:
            self._known[client.key] = self.another(client, day)
        return self._known[client.key]

    def another(self, client: Client, day: int) -> Card:
        """A new card, whatever is known of the client."""
        code = code_text(_FIRST_CODE + len(self.cards), self._habits)
        card = Card(code, client, day, 0.0, phone=f"+7{client.phone}", email=client.email,
                    inn=client.inn, address=plain_address(client.home), consent="Да")  # fmt: skip
        if isinstance(client, Person):
            card.name = f"{client.last} {client.first} {client.patronymic}".strip()
            card.birth = day_text(client.birth, self._habits.date_style)
            card.kind, card.gender = "Физ. лицо", "Ж" if client.female else "М"
        else:
            card.name = company_in_full(client)
            card.kind, card.kpp = "Юр. лицо", client.kpp
        self.cards.append(card)
        return card
