"""The clients of a made-up base."""

from datetime import date, timedelta

from tests.ui.fakes.background import ListSource
from tests.ui.fakes.review import FIELDS, group
from ui.pages.clients.ports import Choice, ClientsSummary, ClientView, GoldenLine


class FakeClients:
    def __init__(self, count=2534):
        self.total = count
        self.exported = []
        self.measured = []
        self.chosen = []
        self.choices = {
            "address": (
                Choice(
                    1, "Тверь, ул. Примерная, 7", "Sales К-00001", date(2019, 5, 14), shown=True
                ),
                Choice(2, "Тверь, ул. Образцовая, 1", "Service К-00002", date(2026, 8, 30)),
            )
        }
        self.people = [
            ("Шапошников Егор Ильич", "+7 916 000-11-22", "Lada Vesta А123ВС69", "Тверь", "person"),
            ("Сорокина Анна Львовна", "+7 916 000-33-44", "Kia Rio", "Москва", "person"),
            ("ООО «Ромашка-Тест»", "+7 4822 00-00-17", "7 cars", "Тверь", "company"),
            ("Gerasimov Ilya", "+7 903 000-55-66", "", "", "person"),
        ]

    def summary(self):
        return ClientsSummary(self.total, self.total * 3 // 2, 312 if self.total else 0, 31870)

    def search(self, text):
        found = [one for one in self.people if text.lower() in " ".join(one).lower()]
        rows = [
            (
                number + 1,
                *found[number % len(found)][:-1],
                1 + number % 4,
                date(2026, 11, 1) - timedelta(days=number % 900),
                found[number % len(found)][-1],
            )
            for number in range(self.total if found else 0)
        ]
        return ListSource(rows, ("name", "phones", "cars", "city", "cards", "last", "kind"))

    def client(self, client_id):
        one = group()
        golden = tuple(
            GoldenLine(
                title,
                "\n".join(value.values),
                "Sales К-00001",
                value.why,
                name,
                self.choices.get(name, ()),
            )
            for (name, title) in FIELDS
            if (value := one.golden.get(name))
        )
        cars = tuple(car for card in one.cards for car in card.cars)
        events = tuple(event for card in one.cards for event in card.events)
        subtitle = f"Client {client_id} · person · 3 cards"
        return ClientView(
            client_id, "Шапошников Егор Ильич", subtitle, golden, cars, events, one.cards, FIELDS
        )

    def choose(self, card_id, name):
        self.chosen.append((card_id, name))
        self.choices = {}

    def export(self, directory, *, xlsx, progress):
        self.exported.append((directory, xlsx))
        return 6

    def sample(self, path, progress):
        self.measured.append(("sample", path))
        return 200

    def estimate(self, path, progress):
        self.measured.append(("estimate", path))
        return ("Wrong merges: 2.00%", "Missed duplicates: 42.00%")

    def evaluate(self, path, progress):
        self.measured.append(("evaluate", path))
        return ("best F1  0.97",)
