from bench.generator.clerk import Habits
from bench.generator.draw import Dice
from bench.generator.service_life.facts import Booking, Claim, Survey
from bench.generator.service_life.tidy import TidyClerk
from bench.generator.service_life.typist import Typist, roubles
from tests.bench.generator.truth.hand_made import (
    HOME,
    car,
    day,
    ledger,
    maintained,
    order,
    person,
    sale,
)

ANNA, VESTA = person("anna"), car("VESTA")
FILES = ("sales", "service", "bookings", "claims", "surveys")


def typed(facts):
    habits = Habits("service", "medium", "dot", "comma", "plain", two_phone_columns=True)
    return Typist({source: TidyClerk(habits) for source in FILES}, Dice(1)).rows(facts)


def test_facts_are_written_in_plain_words():
    rows = typed(
        ledger(
            sale("2023-01-10", ANNA, VESTA, used=True),
            maintained("2024-01-20", ANNA, VESTA, 1, roubles=8000, mileage=15200, number="ЗН1"),
            order("2024-02-20", ANNA, VESTA, "warranty", payer="warranty", state="open"),
            bookings=[Booking(day("2024-01-15"), ANNA, VESTA, "ЗН1", day("2024-01-20"), "arrived")],
            claims=[Claim(day("2024-01-25"), ANNA, "court", number="ЗН1")],
            surveys=[Survey(day("2024-01-22"), 4, number="ЗН1")],
        )
    )
    (sold,), (first, second) = rows["sales"], rows["service"]
    assert (sold.date, sold.new_used, sold.price) == ("10.01.2023", "Б/У", "900000,00")
    assert (first.kind, first.to_no, first.total, first.mileage, first.status) == (
        "ТО", "1", "8000,00", "15200", "Закрыт"
    )  # fmt: skip
    assert (second.kind, second.payer, second.closed) == ("Гарантия", "Завод", "")
    (call,), (claim,), (answer,) = rows["bookings"], rows["claims"], rows["surveys"]
    assert (call.due, call.result, call.number, call.car.vin) == (
        "20.01.2024", "Приехал", "ЗН1", "VESTA"
    )  # fmt: skip
    assert (claim.kind, claim.car.vin, claim.card.name) == ("Суд", "", "Иванов Иван Иванович")
    assert (answer.mark, answer.card.name, answer.card.truth) == ("4", "", "")


def test_who_books_on_the_site_chooses_an_hour():
    facts = ledger(
        order("2024-01-01", ANNA, VESTA),
        bookings=[
            Booking(day("2024-01-15"), ANNA, due=day("2024-01-20"), channel=channel)
            for channel in ("Телефон", "Сайт")
        ],
    )
    by_phone, online = (call.due for call in typed(facts)["bookings"])
    assert by_phone == "20.01.2024"
    assert online.startswith("20.01.2024 ") and online.endswith(":30")


def test_a_tidy_card_is_complete_and_the_only_one():
    rows = typed(ledger(order("2024-01-01", ANNA, VESTA), order("2024-02-01", ANNA, VESTA)))
    one, other = rows["service"]
    assert one.card is other.card
    assert one.card.phone == "+79161234567"
    assert HOME in one.card.address
    assert (one.card.birth, one.card.kind) == ("01.01.1980", "Физ. лицо")


def test_kopecks_are_written_out():
    assert [roubles(amount) for amount in (0, 5, 123_450)] == ["0,00", "0,05", "1234,50"]
