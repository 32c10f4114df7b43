import pytest

from workflow import content
from workflow.content import Content

_GOOD = {
    Content.VIN: ["XTA21099010000001", "xta210990 1 0000001", "ХТА21099010000001"],
    Content.PLATE: ["А123ВС777", "a 123 bc 77", "А123ВС 77 RUS"],
    Content.EMAIL: ["ivan@mail.ru", " a.b@c-d.ru ", "a@b.ru, c@d.ru"],
    Content.INN: ["7707083893", "500100732259", "7707083893/770701001", "7707083893.0"],
    Content.PHONE: [
        "89161234567",
        "+7 (916) 123-45-67",
        "8(495)123-45-67",
        "916 123 45 67",
        "моб. 8-916-123-45-67, дом 123",
        "8 48422 1-23-45",
        "89161234567 Мария",
        "79161234567; 84951234567",
    ],
    Content.DATE: ["01.02.2024", "1/2/24", "2024-02-29", "2024-02-29 10:30:00", "12.03.1980 г."],
    Content.NAME: [
        "Иванов Иван Иванович",
        "Иванова А.П.",
        "ПЕТРОВ П. П.",
        "Салимов Али Мамед оглы",
    ],
}
_BAD = {
    Content.VIN: ["12345678901234567", "ИВАНОВ ИВАН ИВАНОВИЧ", "XTA2109901000000", ""],
    Content.PLATE: ["123", "А12ВС77", "Д123ВС77"],
    Content.EMAIL: ["ivan@mail", "@", "ivan mail.ru"],
    Content.INN: ["7707083894", "0000000000", "89161234567", "500100732258"],
    Content.PHONE: ["7707083", "100 000", "XTA21099010000001", "01.02.2024", "0000010196"],
    Content.DATE: ["45321", "123", "1.5", "32.01.2024", "2024-13-01"],
    Content.NAME: ["ООО Ромашка", "Москва", "LADA Vesta", "Иванов"],
}


@pytest.mark.parametrize(
    ("kind", "cell"), [(k, cell) for k, all_ in _GOOD.items() for cell in all_]
)
def test_a_cell_passes_the_test_of_what_it_is(kind, cell):
    assert content.share(kind, [cell]) == 1.0


@pytest.mark.parametrize(("kind", "cell"), [(k, cell) for k, all_ in _BAD.items() for cell in all_])
def test_a_cell_does_not_pass_the_test_of_what_it_is_not(kind, cell):
    assert content.share(kind, [cell]) == 0.0


@pytest.mark.parametrize("kind", list(Content))
def test_a_column_is_what_most_of_its_cells_are(kind):
    cells = _GOOD[kind][:3] * 3 + ["", " "] + ["нет"] * 3
    assert content.content_of(cells) == (kind, 0.75)


def test_a_column_of_other_things_is_nothing():
    assert content.content_of(["нет", "89161234567", "да", "-"]) == (None, 0.0)


def test_too_few_cells_say_nothing():
    assert content.content_of(["89161234567", "", "89161234568"]) == (None, 0.0)


def test_a_text_with_a_phone_in_it_is_no_phone_column():
    cells = ["Просил перезвонить после обеда на 89161234567 насчёт резины"] * 5
    assert content.content_of(cells) == (None, 0.0)


@pytest.mark.parametrize(
    "cell", ["123", "1 000,50", "01.02.2024", "А123ВС777", "a@b.ru", "89161234567"]
)
def test_data_is_no_header(cell):
    assert content.looks_like_data(cell)


@pytest.mark.parametrize("cell", ["Телефон 2", "ФИО", "№ п/п", "", "1-я фамилия"])
def test_a_header_is_no_data(cell):
    assert not content.looks_like_data(cell)


def test_years_are_those_of_dates():
    assert content.years(["01.02.1980", "1985-03-04", "12.03.80", "1999"]) == [1980, 1985]
