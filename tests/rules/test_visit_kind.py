import pytest
from hypothesis import given
from hypothesis import strategies as st

from resources import texts
from rules.visit_kind import RULES, VisitKind, names_maintenance, normalise, title
from tests.rules.findings import assert_renders, codes

_NAMED = {
    VisitKind.MAINTENANCE: (
        "ТО", "Т/О", "т.о.", "TO-2", "Плановое ТО", "Тех. обслуживание", "Регламентные работы",
        "Инспекционный осмотр", "Гарантийное ТО", "Замена масла", "Service",
    ),
    VisitKind.REPAIR: (
        "Ремонт", "Слесарный цех", "Текущий ремонт", "Коммерческий", "Постгарантийный ремонт",
        "Не гарантия", "Негарантийный ремонт", "Сход-развал", "Автоэлектрика", "Customer pay",
    ),
    VisitKind.WARRANTY: ("Гарантия", "Гарантийный ремонт", "Кузовной по гарантии", "warranty"),
    VisitKind.RECALL: ("Отзывная кампания", "Сервисная акция", "Recall"),
    VisitKind.BODYWORK: ("Кузовной ремонт", "Малярка", "Страховой", "КАСКО", "Body shop"),
    VisitKind.DIAGNOSTICS: ("Диагностика", "Осмотр", "Проверка ходовой"),
    VisitKind.TYRES: ("Шиномонтаж", "Сезонная замена колес"),
    VisitKind.EQUIPMENT: ("Доп. оборудование", "Установка сигнализации", "Допы", "Аксессуары"),
    VisitKind.WASH: ("Мойка", "Автомойка", "Химчистка"),
    VisitKind.PREPARATION: ("Предпродажная подготовка", "ППП", "PDI", "Пред. продажная"),
    VisitKind.INTERNAL: ("Внутренний ремонт", "Подменный фонд", "Собственные нужды"),
    VisitKind.COMEBACK: ("Рекламация", "Повторный ремонт", "Переделка"),
}  # fmt: skip


@pytest.mark.parametrize(
    ("kind", "raw"), [(kind, raw) for kind, raws in _NAMED.items() for raw in raws]
)
def test_a_dealers_name_of_a_kind_is_one_of_the_list(kind, raw):
    for text in (raw, raw.upper(), f"  {raw.lower()}  "):
        assert normalise(text).value is kind
        assert normalise(text).findings == ()


def test_every_kind_of_the_list_reads_itself():
    assert [normalise(str(kind)).value for kind in VisitKind] == list(VisitKind)


@pytest.mark.parametrize("raw", ["Прочее", "Вид 17", "Авто", "Что-то ещё"])
def test_another_kind_is_told_and_not_guessed(raw):
    assert normalise(raw).value is None
    assert codes(normalise(raw).findings) == ["VIS301"]


@pytest.mark.parametrize("raw", ["", " ", "-", "нет", "не указано"])
def test_an_empty_kind_finds_nothing(raw):
    assert (normalise(raw).value, normalise(raw).findings) == (None, ())


@pytest.mark.parametrize(
    "text", ["Плановое ТО", "замена ремня, ТО-4", "то-2 и мойка", "тех. обслуживание", "Нулевое ТО"]
)
def test_words_of_works_name_maintenance(text):
    assert names_maintenance(text)


@pytest.mark.parametrize(
    "text", ["что-то стучит", "если нет, то 2 колеса", "АВТО 2", "кто-то", "фото 2", "ТОРМОЗА"]
)
def test_a_particle_is_no_maintenance(text):
    assert not names_maintenance(text)


def test_a_title_is_in_the_readers_language():
    assert title("bodywork") == "Bodywork"
    texts.use("ru")
    assert title("bodywork") == "Кузовной ремонт"
    assert title("Вид 17") == "Вид 17"


@given(st.text(max_size=60))
def test_never_raises(raw):
    assert_renders(normalise(raw).findings, RULES)
    names_maintenance(raw)


@pytest.mark.parametrize("raw", ["гар.", "Добрая воля", "Гарантия"])
def test_the_makers_money_is_warranty(raw):
    assert normalise(raw).value is VisitKind.WARRANTY
