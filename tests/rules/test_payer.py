import pytest
from hypothesis import given
from hypothesis import strategies as st

from resources import texts
from rules.payer import RULES, Payer, normalise, title
from tests.rules.findings import assert_renders, codes

_NAMED = {
    Payer.CLIENT: (
        "Клиент", "Наличные", "Наличный расчет", "Нал", "Безнал", "Безналичный расчёт", "б/н",
        "Карта", "Банковская карта", "Оплата картой", "физ. лицо", "Юр. лицо", "Физлицо",
        "Покупатель", "Заказчик", "Владелец", "Собственник", "Розница", "Кредит", "СБП",
        "Постгарантийный", "Не гарантия", "негарантийный", "За счёт клиента", "customer pay",
        "Cash", "Retail", "Корпоративный клиент",
    ),
    Payer.WARRANTY: (
        "Гарантия", "Гарантия завода", "Гарантийный", "гар.", "Завод", "За счёт завода",
        "Завод-изготовитель", "Импортёр", "импортер", "Дистрибьютор", "Производитель", "Гудвил",
        "Отзывная кампания", "Сервисная акция", "warranty pay", "Factory", "Goodwill",
    ),
    Payer.INTERNAL: (
        "Салон", "Автосалон", "Внутренний", "Внутренний заказ", "Собственные нужды", "Склад",
        "Дилер", "Предпродажная подготовка", "Подменный фонд", "За счёт предприятия",
        "Отдел продаж", "internal pay", "PDI",
    ),
    Payer.INSURER: (
        "Страховая", "Страховая компания", "КАСКО", "ОСАГО", "Росгосстрах", "Ингосстрах",
        "РЕСО-Гарантия", "СОГАЗ", "СПАО «Ингосстрах»", "ПАО СК «Росгосстрах»", "Insurance",
    ),
}  # fmt: skip


@pytest.mark.parametrize(
    ("payer", "raw"), [(payer, raw) for payer, raws in _NAMED.items() for raw in raws]
)
def test_a_dealers_name_of_a_payer_is_one_of_four(payer, raw):
    for text in (raw, raw.upper(), f"  {raw.lower()}  "):
        assert normalise(text).value is payer
        assert normalise(text).findings == ()


@pytest.mark.parametrize(
    "raw",
    [
        "Иванов Иван Иванович",
        "Иванов И.И.",
        "Складчиков Иван Петрович",
        "Салонова А. П.",
        "Смирнова Анна",
        "ООО «Ромашка»",
        "ООО Завод ЖБИ",
        "АО «Складской комплекс»",
        "ИП Гарантов Пётр",
        "«Салон красоты»",
    ],
)
def test_a_person_or_a_company_is_the_client(raw):
    assert normalise(raw).value is Payer.CLIENT
    assert normalise(raw).findings == ()


@pytest.mark.parametrize("raw", ["ООО «Киа Моторс Рус»", "АО АВТОВАЗ", "ООО «Импортёр»"])
def test_a_makers_own_company_pays_by_warranty(raw):
    assert normalise(raw).value is Payer.WARRANTY


def test_every_payer_reads_itself():
    assert [normalise(str(payer)).value for payer in Payer] == list(Payer)


@pytest.mark.parametrize("raw", ["Прочее", "Вид 3", "7"])
def test_another_payer_is_told_and_not_guessed(raw):
    assert normalise(raw).value is None
    assert codes(normalise(raw).findings) == ["PAY301"]


@pytest.mark.parametrize("raw", ["", " ", "-", "нет", "не указано"])
def test_an_empty_payer_finds_nothing(raw):
    assert (normalise(raw).value, normalise(raw).findings) == (None, ())


def test_a_title_is_in_the_readers_language():
    assert title("insurer") == "Insurer"
    texts.use("ru")
    assert title("insurer") == "Страховая"
    assert title("Вид 3") == "Вид 3"


@given(st.text(max_size=60))
def test_never_raises(raw):
    assert_renders(normalise(raw).findings, RULES)
