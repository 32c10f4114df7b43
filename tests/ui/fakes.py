"""A base in memory, of invented people, for the pages to work on."""

from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from db.errors import KnownError
from rules.finding import Severity
from ui.compare.cards import CardView, CarView, EventView
from ui.pages.check.ports import FindingQuery, FindingView, RuleCount
from ui.pages.clients.ports import ClientsSummary, ClientView, GoldenLine
from ui.pages.journal.ports import Undone
from ui.pages.review.ports import (
    ApprovalPreview,
    Golden,
    GroupView,
    Outcome,
    PairReason,
    QueueItem,
    QueueState,
)
from ui.pages.sources.ports import (
    ColumnGuess,
    FieldChoice,
    How,
    LayoutChoice,
    LayoutOptions,
    LoadSummary,
    Preview,
    Totals,
)
from ui.window.bases import Workspace

NOW = datetime(2026, 11, 20, 14, 5, tzinfo=UTC)
FIELDS = (
    ("name", "Name"),
    ("birth", "Birth date"),
    ("phone", "Phone"),
    ("email", "E-mail"),
    ("address", "Address"),
)


class Now:
    """Background that runs everything at once, on the spot."""

    def __init__(self):
        self.writes = []
        self.errors = []

    def read(self, work, then, failed=None):
        self._run(work, then, failed)

    def write(self, title, work, then, failed=None):
        self.writes.append(title)
        self._run(lambda: work(Quiet()), then, failed)

    def _run(self, work, then, failed):
        try:
            result = work()
        except Exception as error:  # noqa: BLE001 - as the real one does
            if failed is None or not failed(error):
                self.errors.append(error)
        else:
            then(result)


class Later:
    """Background that keeps work until it is told to go on."""

    def __init__(self):
        self.waiting = []

    def read(self, work, then, failed=None):
        self.waiting.append((work, then))

    def write(self, title, work, then, failed=None):
        self.waiting.append((lambda: work(Quiet()), then))

    def go_on(self):
        work, then = self.waiting.pop(0)
        then(work())


class Quiet:
    """Progress nobody watches."""

    def stage(self, name):
        pass

    def report(self, done, total):
        pass


class ListSource:
    """Rows of a list, or of what a function answers by then, as a page source."""

    def __init__(self, rows, names=()):
        self.read = rows if callable(rows) else lambda: self.rows
        self.rows = [] if callable(rows) else rows
        self.names = names
        self.fetched = []

    def count(self):
        return len(self.read())

    def fetch(self, offset, limit, sort):
        self.fetched.append((offset, limit, sort))
        rows = list(self.read())
        if sort is not None:
            place = self.names.index(sort.column) + 1
            rows.sort(key=lambda row: row[place], reverse=sort.descending)
        return rows[offset : offset + limit]


class FakeSources:
    def __init__(self):
        self.loaded = []
        self.rows = [
            (2, "service", "service_2026_11.csv", NOW, "Olga Demina", 98214, 31544, 14),
            (
                1,
                "sales",
                "sales_2026.xlsx",
                NOW - timedelta(minutes=4),
                "Olga Demina",
                42310,
                38702,
                3,
            ),
        ]

    def fields(self):
        names = ("Client's name", "Phone", "VIN", "Plate", "Make and model", "Work order no.")
        codes = ("full_name", "phone", "vin", "plate", "make_model", "ro_no")
        return [FieldChoice(code, name) for code, name in zip(codes, names, strict=True)]

    def preview(self, path, kind, layout):
        if path.suffix == ".jpg":
            raise KnownError(f"{path.name} is a picture, not a table.")
        columns = (
            ColumnGuess("Клиент", "full_name", How.HEADER, 0.994),
            ColumnGuess("Контактный телефон", "phone", How.HEADER, 0.981),
            ColumnGuess("Автомобиль", "make_model", How.HEADER, 0.9),
            ColumnGuess(
                "Гос. №",
                "vin",
                How.CONTENT,
                0.962,
                "The title says a plate, the cells hold VINs: it is read as VIN.",
            ),
            ColumnGuess("№ ЗН", "ro_no", How.REMEMBERED, 1.0),
            ColumnGuess("Примечание"),
        )
        rows = tuple(
            (
                name,
                f"8 (916) 000-{number:02}-{number + 11:02}",
                car,
                vin,
                f"ЗН-{10500 + number}",
                "" if number % 3 else "перезвонить после 18",
            )
            for number, (name, car, vin) in enumerate(
                [
                    ("Шапкин Олег Игоревич", "Lada Vesta", "XTAGFL110KY000001"),
                    ("ООО «Ромашка-Тест»", "Kia Rio", "Z94C241BBKR000002"),
                    ("Сорокина  Анна", "Hyundai Solaris", "Z94K241CBLR000003"),
                    ("петров пётр", "Renault Duster", "X7LHSRDJN60000004"),
                ]
                * 5
            )
        )
        totals = Totals(98229, 98214, 4, 9, 2)
        chosen = layout or LayoutChoice("cp1251", ";", "")
        options = LayoutOptions(("utf-8", "cp1251", "cp866"), (";", ",", "\t"), ())
        return Preview(path, "csv", chosen, options, columns, rows, totals)

    def load(self, plan, progress):
        self.loaded.append(plan)
        progress.stage("Reading")
        progress.report(1, 2)
        return LoadSummary(Totals(12, 10, 1, 1, 0), 9, 7, 2, 1)

    def loads(self):
        return ListSource(self.rows, ("kind", "file", "at", "by", "rows", "cards", "left_out"))


RULES = (
    RuleCount(
        "TEL102",
        Severity.BLOCK,
        "Phone",
        "The phone has too few digits.",
        "Write all ten digits after +7.",
        214,
        0,
    ),
    RuleCount(
        "VIN101",
        Severity.BLOCK,
        "VIN",
        "The VIN is not 17 signs long.",
        "Take it from the registration certificate.",
        87,
        3,
    ),
    RuleCount(
        "CLI101",
        Severity.BLOCK,
        "Client",
        "The card names nobody.",
        "Delete it in the dealer's system, or name the client.",
        41,
        0,
    ),
    RuleCount(
        "PLT103",
        Severity.WARN,
        "Plate",
        "The region of the plate does not exist.",
        "Check the last digits.",
        56,
        0,
    ),
    RuleCount(
        "NAM104",
        Severity.INFO,
        "Name",
        "The name was typed in the wrong keyboard layout.",
        "It is read as if the layout were right.",
        1243,
        1243,
    ),
    RuleCount(
        "EML102",
        Severity.INFO,
        "E-mail",
        "The e-mail has a comma for a dot.",
        "It is read with a dot.",
        31,
        31,
    ),
)


class FakeCheck:
    def __init__(self, rules=RULES):
        self.all = list(rules)
        self.accepted, self.waived, self.edited = [], [], []
        people = ("Шапкин Олег", "Сорокина Анна Львовна", "ООО «Ромашка-Тест»", "Gerasimov Ilya")
        self.rows = [
            (
                number,
                rule.severity.value,
                people[number % 4],
                ("sales", "service")[number % 2],
                100 + number * 7,
                rule.field,
                f"8916{number:04}",
                f"+7916{number:07}" if rule.repairable else "",
                "open",
                rule.code,
            )
            for number, rule in enumerate(
                rule for rule in self.all for _ in range(min(rule.open, 150))
            )
        ]

    def rules(self, *, settled):
        return self.all

    def findings(self, query):
        names = ("severity", "card", "source", "row", "field", "value", "suggestion", "state")
        return ListSource(lambda: self.listed(query), names)

    def listed(self, query):
        return [
            row[:9]
            for row in self.rows
            if query.code in ("", row[9])
            and query.severity in (None, Severity(row[1]))
            and query.text.lower() in f"{row[2]} {row[6]}".lower()
        ]

    def finding(self, finding_id):
        row = next((row for row in self.rows if row[0] == finding_id), None)
        if row is None:
            return None
        rule = next(rule for rule in self.all if rule.code == row[9])
        return FindingView(
            finding_id,
            rule.severity,
            rule.code,
            f"«{row[6]}»: {rule.title} {rule.advice}",
            rule.field,
            row[6],
            row[7],
            row[2],
            row[3],
            row[4],
        )

    def _take(self, findings):
        if isinstance(findings, FindingQuery):
            findings = [row[0] for row in self.listed(findings)]
        self.rows = [row for row in self.rows if row[0] not in set(findings)]
        return list(findings)

    def accept(self, findings, progress):
        self.accepted.append(findings)
        return len(self._take(findings))

    def waive(self, findings, progress):
        self.waived.append(findings)
        return len(self._take(findings))

    def test(self, finding_id, value):
        return [] if len(value) >= 10 else ["The phone has too few digits."]

    def edit(self, finding_id, value):
        said = self.test(finding_id, value)
        if not said:
            self.edited.append((finding_id, value))
            self._take([finding_id])
        return said


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


class FakeReview:
    def __init__(self, groups=None, *, searched=True):
        groups = groups if groups is not None else [group(), *small_groups()]
        self.groups = {one.group_id: one for one in groups}
        self.decided, self.undone, self.approved = [], [], []
        self.searched = searched
        self.refuse = None

    def state(self):
        return QueueState(len(self.decided), len(self.groups), searched=self.searched)

    def queue(self, order, limit):
        return [
            QueueItem(one.group_id, one.cards[0].title, len(one.cards), one.probability)
            for one in self.groups.values()
        ][:limit]

    def group(self, group_id):
        return self.groups.get(group_id)

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
        self.decided.append((decision, self.groups.pop(decision.group_id)))
        return Outcome(accepted=True)

    def undo(self, decision_id):
        for decision, one in self.decided:
            if decision.decision_id == decision_id:
                self.decided.remove((decision, one))
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


class FakeClients:
    def __init__(self, count=2534):
        self.total = count
        self.exported = []
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
                *found[number % len(found)],
                1 + number % 4,
                date(2026, 11, 1) - timedelta(days=number % 900),
            )
            for number in range(self.total if found else 0)
        ]
        return ListSource(rows, ("name", "phones", "cars", "city", "kind", "cards", "last"))

    def client(self, client_id):
        one = group()
        golden = tuple(
            GoldenLine(title, "\n".join(value.values), "Sales К-00001", value.why)
            for (name, title) in FIELDS
            if (value := one.golden.get(name))
        )
        cars = tuple(car for card in one.cards for car in card.cars)
        events = tuple(event for card in one.cards for event in card.events)
        subtitle = f"Client {client_id} · person · 3 cards"
        return ClientView(
            client_id, "Шапошников Егор Ильич", subtitle, golden, cars, events, one.cards, FIELDS
        )

    def export(self, directory, *, xlsx, progress):
        self.exported.append((directory, xlsx))
        return 6


class FakeJournal:
    def __init__(self):
        self.undone = []
        self.rows = [
            (5, NOW, "Olga Demina", "Bulk approval at 99%", "1,204 groups", "b7c1d2e3f4", "stands"),
            (
                4,
                NOW - timedelta(minutes=9),
                "Pavel Rogov",
                "Judged: same client",
                "Group 118, 3 cards",
                "a41f00c9d7",
                "undone",
            ),
            (
                3,
                NOW - timedelta(minutes=31),
                "Olga Demina",
                "Let in as it is",
                "VIN101, card 4512",
                "9e0d11aa02",
                "stands",
            ),
            (2, NOW - timedelta(hours=1), "Olga Demina", "Load", "service_2026_11.csv", "", ""),
            (
                1,
                NOW - timedelta(hours=1, minutes=4),
                "Olga Demina",
                "Load",
                "sales_2026.xlsx",
                "",
                "",
            ),
        ]

    def entries(self, query):
        return ListSource(
            lambda: [
                row
                for row in self.rows
                if (not query.undoable or row[6] == "stands")
                and query.text.lower() in " ".join(map(str, row)).lower()
            ],
            ("at", "by", "what", "about", "decision", "state"),
        )

    def consequence(self, decision_id):
        return "1,204 groups will wait for a decision again."

    def undo(self, decision_id, progress):
        if decision_id in self.undone:
            return Undone(accepted=False, by="Pavel", at=NOW)
        self.undone.append(decision_id)
        self.rows = [(*row[:6], "undone") if row[5] == decision_id else row for row in self.rows]
        return Undone(accepted=True)


def workspace(**ports):
    """A base with all its ports in memory."""
    made = {
        "sources": FakeSources(),
        "check": FakeCheck(),
        "review": FakeReview(),
        "clients": FakeClients(),
        "journal": FakeJournal(),
    } | ports
    return Workspace("Demo dealer", "/bases/demo.sverka", "Olga Demina", **made)


@dataclass
class FakeBases:
    """Opens the same base whatever it is asked for."""

    places: list = field(default_factory=list)
    closed: list = field(default_factory=list)

    def open(self, place):
        if "missing" in place:
            raise KnownError(f"There is no base at {place}.")
        self.places.append(place)
        return replace(workspace(), place=place)

    def create(self, place):
        return self.open(place)

    def close(self, closing):
        self.closed.append(closing)


SALES_FILE = Path("/exports/sales.csv")
