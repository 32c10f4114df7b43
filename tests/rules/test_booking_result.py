import pytest
from hypothesis import given
from hypothesis import strategies as st

from resources import texts
from rules.booking_result import RULES, BookingResult, normalise, title
from tests.rules.findings import assert_renders, codes

_NAMED = {
    BookingResult.WANTED: (
        "Звонок", "Входящий звонок", "Обращение", "Консультация", "Думает", "Заявка", "Новая",
        "Не записан", "Не записался", "Отказ от записи", "Отказался от записи", "Нет мест",
        "Лист ожидания", "Перезвонить", "Wanted", "call", "Enquiry", "Not booked",
    ),
    BookingResult.BOOKED: (
        "Записан", "Запись", "Запись подтверждена", "Подтверждён", "Запланирован", "Запланировано",
        "Назначен", "Бронь", "Перенесён", "Перенос записи", "booked", "Confirmed", "Scheduled",
    ),
    BookingResult.ARRIVED: (
        "Приехал", "приехала", "Прибыл", "Явился", "Заехал", "Состоялся", "Визит состоялся",
        "Выполнен", "Закрыта", "Открыт заказ-наряд", "Создан ЗН", "В ремонте", "Да", "+", "arrived",
        "Showed up", "Show", "Completed",
    ),
    BookingResult.MISSED: (
        "Не приехал", "Не приехала", "не явился", "Неявка", "Не прибыл", "Не заехал", "Не доехал",
        "Не состоялся", "Пропуск", "No show", "no-show", "missed", "Did not arrive",
    ),
    BookingResult.CANCELLED: (
        "Отказ", "Отказ клиента", "Отмена", "Отменён", "Отменена", "Аннулирована", "Снят с записи",
        "cancelled", "Canceled",
    ),
}  # fmt: skip


@pytest.mark.parametrize(
    ("result", "raw"), [(result, raw) for result, raws in _NAMED.items() for raw in raws]
)
def test_a_logs_name_of_a_result_is_one_of_five(result, raw):
    for text in (raw, raw.upper(), f"  {raw.lower()}  "):
        assert normalise(text).value is result
        assert normalise(text).findings == ()


def test_every_result_reads_itself():
    assert [normalise(str(result)).value for result in BookingResult] == list(BookingResult)


@pytest.mark.parametrize("raw", ["Прочее", "Результат 5"])
def test_another_result_is_told_and_not_guessed(raw):
    assert normalise(raw).value is None
    assert codes(normalise(raw).findings) == ["BKG301"]


@pytest.mark.parametrize("raw", ["", " ", "-", "нет", "не указано"])
def test_an_empty_result_finds_nothing(raw):
    assert (normalise(raw).value, normalise(raw).findings) == (None, ())


def test_a_title_is_in_the_readers_language():
    assert title("missed") == "Did not come"
    texts.use("ru")
    assert title("missed") == "Не приехал"
    assert title("Результат 5") == "Результат 5"


@given(st.text(max_size=60))
def test_never_raises(raw):
    assert_renders(normalise(raw).findings, RULES)
