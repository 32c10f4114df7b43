import pytest
from hypothesis import given
from hypothesis import strategies as st

from resources import texts
from rules.order_status import RULES, OrderStatus, normalise, title
from tests.rules.findings import assert_renders, codes

_NAMED = {
    OrderStatus.CLOSED: (
        "Закрыт", "Закрыт (оплачен)", "Закрыт, не оплачен", "Закрыта", "ЗН закрыт", "Выполнен",
        "Выполнено", "Выдан", "Выдан клиенту", "Завершён", "Завершен", "Исполнен", "Проведен",
        "Готов", "Оплачен", "Сдан", "closed", "completed", "Invoiced", "Paid", "Done",
    ),
    OrderStatus.OPEN: (
        "Заявка", "В работе", "Согласование", "Согласован", "Ожидание", "Ожидание запчастей",
        "Стоянка", "В резерве", "Черновик", "Открыт", "Новый", "Принят", "Диагностика", "Не закрыт",
        "незакрыт", "Не выполнен", "К закрытию", "На закрытии", "Частично выполнен", "Выполняется",
        "Выполнение работ", "Не оплачен", "Приостановлен", "open", "In progress", "Draft",
        "Not completed", "Waiting for parts",
    ),
    OrderStatus.CANCELLED: (
        "Отказ", "Отказ клиента", "Отменён", "отменен", "Аннулирован", "Закрыт (отказ)", "Удалён",
        "Сторно", "cancelled", "Canceled", "void",
    ),
}  # fmt: skip


@pytest.mark.parametrize(
    ("status", "raw"), [(status, raw) for status, raws in _NAMED.items() for raw in raws]
)
def test_a_dealers_name_of_a_state_is_one_of_three(status, raw):
    for text in (raw, raw.upper(), f"  {raw.lower()}  "):
        assert normalise(text).value is status
        assert normalise(text).findings == ()


def test_every_state_reads_itself():
    assert [normalise(str(status)).value for status in OrderStatus] == list(OrderStatus)


@pytest.mark.parametrize("raw", ["Прочее", "Состояние 7", "5"])
def test_another_state_is_told_and_not_guessed(raw):
    assert normalise(raw).value is None
    assert codes(normalise(raw).findings) == ["ROS301"]


@pytest.mark.parametrize("raw", ["", " ", "-", "не указано"])
def test_an_empty_state_finds_nothing(raw):
    assert (normalise(raw).value, normalise(raw).findings) == (None, ())


def test_a_title_is_in_the_readers_language():
    assert title("open") == "Open order"
    texts.use("ru")
    assert title("open") == "Открыт"
    assert title("Состояние 7") == "Состояние 7"


@given(st.text(max_size=60))
def test_never_raises(raw):
    assert_renders(normalise(raw).findings, RULES)
