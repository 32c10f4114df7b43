"""The review queue of a made-up base."""

from dataclasses import replace
from datetime import date

from tests.ui.fakes.background import NOW
from ui.compare.cards import CardView, CarView, EventView
from ui.pages.review.ports import (
    Account,
    AccountLine,
    ApprovalPreview,
    Golden,
    GroupView,
    Outcome,
    PairReason,
    QueueItem,
    QueueState,
    Verdict,
)

FIELDS = (
    ("name", "Name"),
    ("birth", "Birth date"),
    ("phone", "Phone"),
    ("email", "E-mail"),
    ("address", "Address"),
)


def card(card_id, name, source="Sales", *, phone=("+7 916 000-11-22",), **fields):
    """A card of an invented person."""
    shown = {"name": (name,), "phone": phone} | {key: (value,) for key, value in fields.items()}
    return CardView(card_id, name, source, f"К-{card_id:05}", shown)


def group(group_id=1, cards=None, probability=0.968):
    """A group of two or three cards of one invented person."""
    cards = cards or (
        replace(
            card(
                1,
                "Шапошников Егор Ильич",
                birth="1984-03-12",
                address="Тверь, ул. Примерная, 7, кв. 12",
                email="egor@example.org",
            ),
            cars=(
                CarView(
                    "Lada Vesta, 2019",
                    "XTAGFL110KY000001",
                    "А123ВС69",
                    "buyer",
                    date(2019, 5, 14),
                    None,
                ),
            ),
            events=(EventView(date(2019, 5, 14), "sale", "contract 1107", "Lada Vesta"),),
        ),
        replace(
            card(
                2,
                "Шапошникав Егор",
                "Service",
                birth="1984-03-12",
                phone=("+7 916 000-11-22", "+7 4822 00-00-17"),
                address="г. Тверь, Примерная улица, д. 7",
            ),
            cars=(
                CarView(
                    "Lada Vesta",
                    "XTAGFL110KY000001",
                    "А123ВС69",
                    "customer",
                    date(2019, 11, 2),
                    date(2026, 8, 30),
                ),
            ),
            events=tuple(
                EventView(
                    date(2026 - year, 8, 30 - year),
                    "work order",
                    f"service {9 - year}",
                    "Lada Vesta",
                )
                for year in range(7)
            ),
        ),
        replace(
            card(
                3,
                "Шапошникова Мария",
                "Service",
                phone=("+7 916 000-11-22",),
                email="maria@example.org",
            ),
            cars=(
                CarView(
                    "Kia Rio, 2021", "Z94C241BBKR000002", "", "customer", date(2022, 1, 9), None
                ),
            ),
            kept_out=frozenset({"email"}),
        ),
    )
    pairs = tuple(
        PairReason(left.card_id, right.card_id, probability - 0.2 * place, reason)
        for place, (left, right, reason) in enumerate(
            [
                (cards[0], cards[1], "Same phone, birth date and car; the surname has a typo."),
                *(
                    (cards[1], other, "Same phone, but another first name: perhaps spouses.")
                    for other in cards[2:]
                ),
            ]
        )
    )
    golden = {
        "name": Golden(("Шапошников Егор Ильич",), cards[0].card_id, "the fullest"),
        "birth": Golden(("1984-03-12",), cards[0].card_id, "the same everywhere"),
        "phone": Golden(("+7 916 000-11-22", "+7 4822 00-00-17"), None, "all are kept"),
        "email": Golden(("egor@example.org",), cards[0].card_id, "the only valid one"),
        "address": Golden(("Тверь, ул. Примерная, 7, кв. 12",), cards[0].card_id, "the fullest"),
    }
    return GroupView(group_id, "v1", probability, pairs[0].sentence, cards, pairs, FIELDS, golden)


ACCOUNT = Account(
    outcome="Proposed; nobody has decided yet.",
    reason="First name is the same, the phone is the same, but the dates of birth differ.",
    probability=0.87,
    rival="strangers",
    brought="phone",
    lines=(
        AccountLine("any two cards", "", "", "", -15.2),
        AccountLine("Client's name", "Шапкин Олег", "Шапкин О.", "First name is the same.", 5.5),
        AccountLine("Phone", "+79160001122", "+79160001122", "The phone is the same.", 9.0),
    ),
)


class FakeReview:
    def __init__(self, groups=None, *, searched=True):
        groups = groups if groups is not None else [group(), *small_groups()]
        self.groups = {one.group_id: one for one in groups}
        self.unsure = {}
        self.decided, self.undone, self.approved = [], [], []
        self.searched = searched
        self.refuse = None

    def state(self):
        done = {one.group_id for _, one in self.decided} - set(self.unsure)
        return QueueState(len(done), len(self.groups), len(self.unsure), searched=self.searched)

    def explain(self, left, right):
        self.explained = (left, right)
        return ACCOUNT

    def queue(self, order, limit, *, unsure=False):
        return [
            QueueItem(one.group_id, one.cards[0].title, len(one.cards), one.probability)
            for one in (self.unsure if unsure else self.groups).values()
        ][:limit]

    def group(self, group_id, *, unsure=False):
        return (self.unsure if unsure else self.groups).get(group_id)

    def preview(self, cards, golden):
        for one in self.groups.values():
            ids = {card.card_id: card for card in one.cards}
            if set(cards) <= set(ids):
                return dict(one.golden) | {
                    name: Golden(ids[card_id].fields[name], card_id, "chosen by you")
                    for name, card_id in golden.items()
                }
        return {}

    def decide(self, decision):
        if self.refuse:
            self.groups.pop(decision.group_id)
            return self.refuse
        was = self.unsure if decision.group_id in self.unsure else self.groups
        one = was.pop(decision.group_id)
        self.decided.append((decision, one))
        if decision.verdict is Verdict.UNSURE:
            self.unsure[one.group_id] = one
        return Outcome(accepted=True)

    def undo(self, decision_id):
        for decision, one in self.decided:
            if decision.decision_id == decision_id:
                self.decided.remove((decision, one))
                self.unsure.pop(one.group_id, None)
                before = [made for made, other in self.decided if other is one]
                if before and before[-1].verdict is Verdict.UNSURE:
                    self.unsure[one.group_id] = one
                else:
                    self.groups = {one.group_id: one} | self.groups
                self.undone.append(decision_id)
                return Outcome(accepted=True)
        return Outcome(accepted=False, by="Pavel", at=NOW)

    def approval(self, probability):
        sure = [one for one in self.groups.values() if one.probability >= probability]
        return ApprovalPreview(
            len(sure),
            sum(len(one.cards) for one in sure),
            tuple(f"{one.cards[0].title}: {one.reason}" for one in sure[:3]),
        )

    def approve(self, probability, progress):
        sure = [one for one in self.groups.values() if one.probability >= probability]
        self.approved.append(probability)
        for one in sure:
            del self.groups[one.group_id]
        return len(sure)

    def propose(self, progress):
        self.searched = True
        return len(self.groups)


def small_groups():
    """Groups of two cards each."""
    names = (
        "Сорокина Анна Львовна",
        "Gerasimov Ilya",
        "Тестов Павел Ефимович",
        "Юдина Вера",
        "ООО «Ромашка-Тест»",
        "Козлов-Примерный Лев",
        "Жукова Нина",
        "Ким Олег",
    )
    return [
        group(
            number,
            (
                card(10 * number, name, birth="1990-01-02"),
                card(10 * number + 1, name.upper(), "Service", phone=("+7 916 000-33-44",)),
            ),
            0.999 - number * 0.03,
        )
        for number, name in enumerate(names, 2)
    ]
