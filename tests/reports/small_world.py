"""Small worlds of invented facts, and what they may turn out to be once everything is decided."""

from dataclasses import dataclass, field, replace
from datetime import date, timedelta

import polars as pl
from hypothesis import strategies as st

from reports.facts import (
    BOOKINGS,
    CANDIDATES,
    CARDS,
    CLAIMS,
    ORDERS,
    SALES,
    SURVEYS,
    Facts,
)
from reports.identities import identified
from reports.visits import visits

DAY = date(2024, 6, 30)
FIRST = date(2020, 1, 1)
CARS = {
    1: ("Kia", "Kia Rio", 2020),
    2: ("Toyota", "Toyota Camry", 2019),
    3: ("Kia", "Kia Rio", None),
    4: ("Lada", "Lada Vesta", 2015),
}
PLATES = {9: ("Kia", "Kia Rio", 2020)}
"""A car that is known by its plate only while its VIN waits."""

_KINDS = ("maintenance", "repair", "repair", "warranty", "comeback", "diagnostics", "", "internal")
_ALL = frozenset({"sales", "service", "bookings", "claims", "surveys"})


@dataclass(frozen=True)
class Card:
    """A card: the client that it is decided to be of, None where it has none."""

    client: int | None
    state: str = "clean"
    person: bool = True
    region: str = ""


@dataclass(frozen=True)
class Fact:
    """A row of any kind; ``waits``: its VIN is in quarantine."""

    what: str
    card: int
    day: date
    car: int | None = None
    waits: bool = False
    told: dict[str, object] = field(default_factory=dict)


@dataclass(frozen=True)
class World:
    """What a base holds: cards by number, candidates (left, right, probability) and facts."""

    cards: dict[int, Card]
    pairs: tuple[tuple[int, int, float], ...]
    facts: tuple[Fact, ...]
    regions: dict[int, str] = field(default_factory=dict)


def _regions(world: World) -> dict[int, str]:
    """The region of each client: the one told, else the first that one of his cards tells."""
    found: dict[int, str] = {}
    for card in world.cards.values():
        if card.client and card.region:
            found.setdefault(card.client, card.region)
    return found | world.regions


def facts_of(world: World, *, visit_days: int = 1, repeat_days: int = 30) -> Facts:
    """The facts of a world as a base would tell them."""
    pairs = _frame([(*pair, True, 1, True) for pair in world.pairs], CANDIDATES)
    cards = _cards(world, pairs)
    of = {one["card_id"]: one for one in cards.iter_rows(named=True)}
    rows = {what: _rows(world, of, what) for what in ("sale", "order", *_CALLS)}
    sold = _frame(rows["sale"], SALES)
    sales = sold.filter(pl.col("vehicle_id").is_not_null()).unique(
        ["vehicle_id", "date"], keep="first", maintain_order=True
    )
    orders = _frame(rows["order"], ORDERS)
    return Facts(
        day=DAY,
        kinds=_ALL,
        home=("A",),
        loaded=dict.fromkeys(_ALL, DAY),
        sales=sales,
        carless_sales=sold.filter(pl.col("vehicle_id").is_null()),
        orders=orders,
        visits=visits(orders, sales, visit_days=visit_days, repeat_days=repeat_days),
        bookings=_frame(rows["booking"], BOOKINGS),
        claims=_frame(rows["claim"], CLAIMS),
        surveys=_frame(rows["survey"], SURVEYS),
        cards=cards,
        candidates=pairs,
        left_out={},
    )


_CALLS = ("booking", "claim", "survey")


def _frame(rows, schema):
    return pl.DataFrame(rows, schema=schema, orient="row", strict=False)


def _cards(world: World, pairs: pl.DataFrame) -> pl.DataFrame:
    regions = _regions(world)
    rows = [
        (
            number,
            card.client,
            1,
            card.state,
            card.person,
            card.region or regions.get(card.client or 0, ""),
            regions.get(card.client or 0, ""),
        )
        for number, card in world.cards.items()
    ]
    schema = {"card_id": pl.Int32(), "client_id": pl.Int32()} | {
        name: CARDS[name] for name in ("source_id", "state", "person", "region", "client_region")
    }
    found = identified(_frame(rows, schema), pairs)
    return found.select(pl.col(name).cast(kind) for name, kind in CARDS.items())


def _rows(world: World, cards: dict[int, dict[str, object]], what: str) -> list[dict[str, object]]:
    found = []
    for number, fact in enumerate(world.facts, 1):
        if fact.what != what:
            continue
        card = cards[fact.card]
        make, model, year = (CARS | PLATES).get(fact.car or 0, ("", "", None))
        row = {
            "row_id": number, "card_id": fact.card, "date": fact.day, "vehicle_id": fact.car,
            "branch": "", "staff": "", "loose": fact.waits,
            "kept_out": card["state"] == "quarantined",
            **{name: card[name] for name in ("decided", "likely", "possible", "person", "region")},
            "model": model, "make": make, "year": year,
        }  # fmt: skip
        found.append(row | fact.told)
    return found


def _days(draw):
    """A day of few, so that some are near one another."""
    return FIRST + timedelta(days=30 * draw(st.integers(0, 54)) + draw(st.integers(0, 3)))


def _car(draw):
    """A car and whether its VIN waits."""
    told = [(car, False) for car in (1, 1, 1, 2, 2, 3, 4, None)]
    return draw(st.sampled_from([*told, *told, (None, True), (9, True), (9, False)]))


def _order(draw):
    kind = draw(st.sampled_from(_KINDS))
    number = draw(st.integers(0, 3)) if kind == "maintenance" else None
    amount = draw(st.sampled_from([500.0, 2000.0, 7000.0]))
    return {
        "kind": kind, "to_no": number, "inferred": False, "unpaid": False, "amount": amount,
        "client_visit": kind != "internal", "commercial": kind not in {"internal", "warranty"},
        "mileage": draw(st.sampled_from([None, None, 16_000, 31_000])), "number": "",
    }  # fmt: skip


def _told(draw, what, day):
    if what == "order":
        return _order(draw)
    if what == "sale":
        return {"amount": 1000.0, "used": draw(st.booleans())}
    if what == "booking":
        due = draw(st.sampled_from([None, day, day + timedelta(days=1)]))
        outcome = draw(st.sampled_from(["", "wanted", "booked", "arrived", "missed", "cancelled"]))
        return {"due": due, "outcome": outcome, "number": "", "channel": ""}
    if what == "claim":
        return {"outcome": draw(st.sampled_from(["oral", "written", "court"])), "number": ""}
    return {"mark": draw(st.sampled_from([0.4, 0.8, 1.0])), "number": ""}


@st.composite
def worlds(draw, *whats: str):
    """A world of up to six cards and a dozen facts of these kinds."""
    size = draw(st.integers(1, 5))
    cards: dict[int, Card] = {}
    for number in range(1, size + 1):
        state = draw(st.sampled_from(["clean"] * 6 + ["quarantined", "unnamed"]))
        others = sorted({one.client for one in cards.values() if one.client})
        client = draw(st.sampled_from([number, number, *others])) if state == "clean" else None
        region = draw(st.sampled_from(["A", "A", "B", ""]))
        cards[number] = Card(client, state, person=draw(st.integers(0, 4)) > 0, region=region)
    open_ones = [
        (left, right)
        for left in cards
        for right in cards
        if left < right and cards[left].client and cards[right].client
        if cards[left].client != cards[right].client
    ]
    pairs = tuple(
        (*pair, draw(st.sampled_from([0.2, 0.9])))
        for pair in open_ones
        if draw(st.integers(0, 2)) == 0
    )
    facts = []
    for _ in range(draw(st.integers(2, 14))):
        what, day = draw(st.sampled_from(whats)), _days(draw)
        car, waits = _car(draw)
        card = draw(st.sampled_from(sorted(cards)))
        facts.append(Fact(what, card, day, car, waits, _told(draw, what, day)))
    return World(cards, pairs, tuple(facts))


@st.composite
def truths(draw, world: World):
    """What a world may turn out to be: candidates judged, cards and VINs let out of quarantine."""
    cards = dict(world.cards)
    for number, card in world.cards.items():
        if card.state == "quarantined":
            known = sorted({one.client for one in cards.values() if one.client})
            client = draw(st.sampled_from([None, number, *known]))
            state = "clean" if client else "unnamed"
            cards[number] = replace(card, client=client, state=state)
    for left, right, _ in world.pairs:
        ours, theirs = cards[left].client, cards[right].client
        if ours != theirs and draw(st.booleans()):
            least = min(ours, theirs)
            cards = {
                number: replace(card, client=least) if card.client in {ours, theirs} else card
                for number, card in cards.items()
            }
    regions = {
        client: draw(st.sampled_from(sorted(_told_by(world.cards, cards, client)) or [""]))
        for client in {one.client for one in cards.values() if one.client}
        if _of(cards, client) != _of(world.cards, client)
    }
    facts = tuple(
        replace(fact, car=draw(st.sampled_from([*CARS, 9])), waits=False) if fact.waits else fact
        for fact in world.facts
    )
    return World(cards, (), facts, _regions(world) | regions)


def _of(cards: dict[int, Card], client: int) -> set[int]:
    return {number for number, card in cards.items() if card.client == client}


def _told_by(before: dict[int, Card], cards: dict[int, Card], client: int) -> set[str]:
    """The regions of a client's cards; one let out of quarantine tells only where it is alone."""
    mine = _of(cards, client)
    known = {number for number in mine if before[number].client} or mine
    return {cards[number].region for number in known} - {""}
