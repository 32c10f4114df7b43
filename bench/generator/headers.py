"""The columns of the two files and the words above them, in several wordings."""

from dataclasses import dataclass

from bench.generator.cards import BOOKINGS, CLAIMS, SALES, SERVICE, SURVEYS
from bench.generator.draw import Dice

TEXT, DAY, NUMBER, PHONE = "text", "day", "number", "phone"


@dataclass(frozen=True, slots=True)
class Column:
    """One possible column: where its value is, how often a file has it, what it may be called."""

    part: str
    field: str
    share: float
    wordings: tuple[str, ...]
    form: str = TEXT


_CAR = (
    Column("car", "name", 1, ("Автомобиль", "Марка, модель", "Марка/модель", "ТС", "Авто")),
    Column("car", "make", 0.4, ("Марка", "Бренд", "Марка авто")),
    Column("car", "model", 0.4, ("Модель", "Модель авто", "Модель автомобиля")),
    Column("car", "vin", 1, ("VIN", "VIN-код", "ВИН", "Идентификационный номер", "VIN номер")),
    Column("car", "body_no", 0.6, ("Номер кузова", "Кузов №", "№ кузова")),
)
_PLATE = ("Гос. номер", "Госномер", "ГРЗ", "Г/Н", "Рег. знак", "Гос №")
_YEAR = ("Год выпуска", "Год", "Г.в.", "Год изготовления")
_SALES = (
    Column("row", "number", 1, ("№ договора", "Номер договора", "Договор", "ДКП")),
    Column("row", "contract_date", 0.6, ("Дата договора", "Дата сделки", "Дата заказа"), DAY),
    Column("row", "date", 1, ("Дата продажи", "Дата выдачи", "Дата передачи", "ДатаПродажи"), DAY),
    Column("card", "code", 1, ("Код клиента", "Код контрагента", "ID клиента", "Код")),
    Column("card", "name", 1, ("Покупатель", "Клиент", "ФИО клиента", "Контрагент", "ФИО")),
    Column("card", "kind", 0.5, ("Тип клиента", "Юр./физ. лицо", "Вид контрагента")),
    Column("card", "gender", 0.3, ("Пол",)),
    Column("card", "birth", 1, ("Дата рождения", "Д.р.", "День рождения", "Дата рожд."), DAY),
    Column("card", "phone", 1, ("Телефон", "Мобильный телефон", "Контактный телефон"), PHONE),
    Column("card", "phone2", 0.5, ("Телефон 2", "Доп. телефон", "Домашний телефон"), PHONE),
    Column("card", "email", 1, ("E-mail", "Электронная почта", "Эл. почта", "Email")),
    Column("card", "inn", 1, ("ИНН", "ИНН клиента", "ИНН контрагента")),
    Column("card", "kpp", 0.3, ("КПП",)),
    Column("card", "address", 1, ("Адрес", "Адрес регистрации", "Адрес клиента")),
    *_CAR,
    Column("car", "plate", 0.6, _PLATE),
    Column("car", "year", 1, _YEAR, NUMBER),
    Column("car", "colour", 0.6, ("Цвет", "Цвет кузова")),
    Column("row", "new_used", 0.7, ("Новый/БУ", "Состояние авто", "Новый / с пробегом")),
    Column("row", "mileage", 0.4, ("Пробег", "Пробег, км"), NUMBER),
    Column("row", "price", 1, ("Цена", "Цена продажи", "Сумма договора", "Стоимость"), NUMBER),
    Column("row", "payment", 0.6, ("Форма оплаты", "Способ оплаты")),
    Column("row", "seller", 1, ("Продавец", "Менеджер", "Менеджер ОП", "Ответственный менеджер")),
    Column("row", "branch", 0.8, ("Салон", "Филиал", "Подразделение", "Дилерский центр")),
    Column("card", "consent", 0.7, ("Согласие на обработку ПД", "Согласие", "Согласие ПД")),
    Column("card", "comment", 0.8, ("Комментарий", "Примечание")),
)
_SERVICE = (
    Column("row", "number", 1, ("Номер ЗН", "Заказ-наряд", "№ заказ-наряда", "Номер документа")),
    Column("row", "opened", 1, ("Дата открытия", "Дата", "Дата заезда", "Дата приёма"), DAY),
    Column("row", "closed", 1, ("Дата закрытия", "Дата окончания", "Дата завершения"), DAY),
    Column("row", "status", 0.7, ("Состояние", "Статус")),
    Column("card", "code", 1, ("Код контрагента", "Код клиента", "Код заказчика")),
    Column("card", "name", 1, ("Контрагент", "Заказчик", "Клиент", "Владелец", "ФИО клиента")),
    Column("card", "phone", 1, ("Телефон", "Контактные телефоны", "Тел.", "Телефоны"), PHONE),
    Column("card", "phone2", 0.3, ("Доп. телефон", "Телефон 2"), PHONE),
    Column("row", "contact", 0.6, ("Контактное лицо", "Представитель", "Водитель")),
    Column("card", "email", 0.8, ("Эл. почта", "E-mail", "Адрес электронной почты")),
    Column("card", "inn", 0.7, ("ИНН", "ИНН контрагента")),
    Column("card", "birth", 0.7, ("Дата рождения", "ДР"), DAY),
    Column("card", "address", 0.8, ("Адрес", "Адрес факт.", "Адрес проживания")),
    *_CAR,
    Column("car", "plate", 1, _PLATE),
    Column("car", "year", 0.9, _YEAR, NUMBER),
    Column("row", "mileage", 1, ("Пробег", "Пробег при заезде", "Одометр", "Пробег, км"), NUMBER),
    Column("row", "kind", 1, ("Вид ремонта", "Вид работ", "Тип ремонта", "Вид обслуживания")),
    Column("row", "to_no", 0.8, ("Номер ТО", "ТО", "№ ТО")),
    Column("row", "reason", 0.9, ("Причина обращения", "Описание причины обращения")),
    Column("row", "payer", 0.8, ("Плательщик", "Вид оплаты")),
    Column("row", "works", 0.7, ("Сумма работ", "Стоимость работ"), NUMBER),
    Column("row", "parts", 0.7, ("Сумма запчастей", "Запчасти"), NUMBER),
    Column("row", "total", 1, ("Сумма", "Сумма документа", "Всего", "Сумма ЗН"), NUMBER),
    Column("row", "advisor", 1, ("Мастер-консультант", "Мастер", "Приёмщик", "Диспетчер")),
    Column("row", "branch", 0.6, ("Цех", "Подразделение", "Филиал")),
    Column("card", "comment", 0.8, ("Комментарий", "Примечание")),
)
_WHO = (
    Column("card", "name", 1, ("Клиент", "ФИО клиента", "ФИО", "Контрагент")),
    Column("card", "phone", 1, ("Телефон", "Номер телефона", "Контактный телефон"), PHONE),
)
_ORDER_NO = Column("row", "number", 1, ("Номер ЗН", "Заказ-наряд", "№ заказ-наряда"))
_BOOKINGS = (
    Column("row", "date", 1, ("Дата звонка", "Дата заявки", "Дата"), DAY),
    *_WHO,
    Column("car", "name", 1, ("Автомобиль", "Марка, модель")),
    Column("car", "vin", 1, ("VIN", "ВИН")),
    Column("row", "due", 1, ("Записан на", "Время записи"), DAY),
    Column("row", "result", 1, ("Результат", "Статус записи", "Статус")),
    Column("row", "channel", 1, ("Канал обращения", "Источник звонка")),
    _ORDER_NO,
)
_CLAIMS = (
    Column("row", "date", 1, ("Дата претензии", "Дата"), DAY),
    *_WHO,
    Column("car", "name", 1, ("Автомобиль", "Марка, модель")),
    Column("car", "vin", 1, ("VIN", "ВИН")),
    _ORDER_NO,
    Column("row", "kind", 1, ("Вид претензии",)),
)
_SURVEYS = (
    Column("row", "date", 1, ("Дата опроса", "Дата"), DAY),
    _ORDER_NO,
    *_WHO,
    Column("car", "name", 1, ("Автомобиль", "Марка, модель")),
    Column("car", "vin", 1, ("VIN", "ВИН")),
    Column("row", "mark", 1, ("Оценка", "Балл", "Удовлетворённость"), NUMBER),
)
_COLUMNS = {SALES: _SALES, SERVICE: _SERVICE, BOOKINGS: _BOOKINGS, CLAIMS: _CLAIMS,
            SURVEYS: _SURVEYS}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Heading:
    """A chosen column with the word above it."""

    column: Column
    word: str


def choose(source: str, dice: Dice, *, every: bool = False) -> tuple[Heading, ...]:
    """The columns a department's file has this time, in order, each under its own word."""
    used: set[str] = set()
    chosen = []
    for column in _COLUMNS[source]:
        if not every and not dice.chance(column.share):
            continue
        free = [word for word in column.wordings if word not in used] or list(column.wordings)
        word = dice.pick(free)
        used.add(word)
        chosen.append(Heading(column, word))
    return tuple(chosen)
