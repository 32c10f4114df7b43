import pytest
from hypothesis import given
from hypothesis import strategies as st

from rules.make_model import RULES, MakeModel, normalise, normalise_parts
from tests.rules.findings import assert_renders, codes


@pytest.mark.parametrize(
    ("raw", "make", "model"),
    [
        ("ХЕНДАЙ СОЛЯРИС 1.6 AT 2015", "Hyundai", "Solaris"),
        ("Hyundai-Solaris", "Hyundai", "Solaris"),
        ("Hyundai Solaris II", "Hyundai", "Solaris"),
        ("VW TIGUAN", "Volkswagen", "Tiguan"),
        ("ФВ Поло", "Volkswagen", "Polo"),
        ("Лада 2114", "Lada", "2114"),
        ("ВАЗ 21099", "Lada", "21099"),
        ("ВАЗ 2109-9", "Lada", "21099"),
        ("LADA 219010", "Lada", "Granta"),
        ("LADA (ВАЗ) 2107", "Lada", "2107"),
        ("VAZ Lada Vesta", "Lada", "Vesta"),
        ("KIA RIO 3", "Kia", "Rio"),
        ("Kia cee'd SW", "Kia", "Ceed"),
        ("КIА RIО", "Kia", "Rio"),
        ("BMW 320i", "BMW", "3 Series"),
        ("БМВ Х5 xDrive30d", "BMW", "X5"),
        ("Мерседес-Бенц Е 200", "Mercedes-Benz", "E-Class"),
        ("Mercedes GLE 350 d", "Mercedes-Benz", "GLE"),
        ("Lexus RX350", "Lexus", "RX"),
        ("Infiniti QX56", "Infiniti", "QX56"),
        ("Ниссан Х-Трейл", "Nissan", "X-Trail"),
        ("NISSAN XTRAIL", "Nissan", "X-Trail"),
        ("Honda CR-V", "Honda", "CR-V"),
        ("Hyundai ix 35", "Hyundai", "ix35"),
        ("Toyota Land Cruiser 200", "Toyota", "Land Cruiser 200"),
        ("Тойота Ленд Крузер Прадо 150", "Toyota", "Land Cruiser Prado"),
        ("Нива Шевроле", "Chevrolet", "Niva"),
        ("УАЗ 315195", "UAZ", "Hunter"),
        ("ГАЗ 3302", "GAZ", "Газель"),
        ("Хавейл Джолион", "Haval", "Jolion"),
        ("Чери Тигго 7 Про Макс", "Chery", "Tiggo 7 Pro Max"),
        ("Легковой автомобиль KIA RIO седан", "Kia", "Rio"),
        ("Jetta", "Volkswagen", "Jetta"),
        ("KIA", "Kia", ""),
        ("Audi 2.0 100 л.с.", "Audi", ""),
    ],
)
def test_reads_make_and_model(raw, make, model):
    outcome = normalise(raw)

    assert outcome.value == MakeModel(make, model)
    assert outcome.findings == ()


@pytest.mark.parametrize(
    ("raw", "make", "model"),
    [
        ("Камри", "Toyota", "Camry"),
        ("Range Rover Sport", "Land Rover", "Range Rover Sport"),
        ("Солярис 2014", "Hyundai", "Solaris"),
    ],
)
def test_a_model_of_one_make_brings_its_make(raw, make, model):
    outcome = normalise(raw)

    assert outcome.value == MakeModel(make, model)
    assert codes(outcome.repairs) == ["MDL301"]
    assert_renders(outcome.findings, RULES)


def test_a_model_of_two_makes_brings_none():
    assert normalise("Нива").value == MakeModel("", "Нива")


def test_an_unknown_model_is_kept_with_a_warning():
    outcome = normalise("Kia Ракета 2.0")

    assert outcome.value == MakeModel("Kia", "Ракета")
    assert codes(outcome.findings) == ["MDL201"]
    assert_renders(outcome.findings, RULES)


def test_an_unknown_make_is_kept_with_a_warning():
    outcome = normalise("Самоход 5")

    assert outcome.value == MakeModel("", "Самоход 5")
    assert codes(outcome.findings) == ["MDL202"]
    assert not outcome.blocked


@pytest.mark.parametrize("raw", ["", "-", "нет", "прочие", "автомобиль", "иномарка"])
def test_an_empty_cell_finds_nothing(raw):
    assert normalise(raw).value is None
    assert normalise(raw).findings == ()


@pytest.mark.parametrize(
    ("make", "model", "value"),
    [
        ("БМВ", "320i xDrive", MakeModel("BMW", "3 Series")),
        ("KIA", "KIA RIO", MakeModel("Kia", "Rio")),
        ("KIA RIO", "седан", MakeModel("Kia", "Rio")),
        ("", "Камри", MakeModel("Toyota", "Camry")),
        ("Toyota", "", MakeModel("Toyota", "")),
        ("легковой", "Lada Granta", MakeModel("Lada", "Granta")),
        ("Самоход", "5", MakeModel("Самоход", "5")),
    ],
)
def test_reads_two_cells(make, model, value):
    assert normalise_parts(make, model).value == value


def test_two_empty_cells_are_nothing():
    assert normalise_parts(" ", "-").value is None


@given(st.text(max_size=30), st.text(max_size=30))
def test_never_raises(make, model):
    for outcome in (normalise(make), normalise_parts(make, model)):
        assert_renders(outcome.findings, RULES)
        assert not outcome.blocked


@given(
    st.lists(
        st.sampled_from(
            ["KIA", "Рио", "Lada", "Vesta", "X5", "BMW", "2.0", "Ракета", "Нива", "3", "Mazda", "C"]
        ),
        max_size=4,
    ).map(" ".join)
)
def test_the_normal_form_is_a_fixed_point(raw):
    value = normalise(raw).value
    if value is not None and value.make:
        assert normalise_parts(value.make, value.model).value == value


@pytest.mark.parametrize(
    ("raw", "make", "model"),
    [("Рнгтвфш Ыщдфкшы", "Hyundai", "Solaris"), ("Kflf Dtcnf", "Lada", "Vesta"),
     ("ЛШФ Кшщ 1.6", "Kia", "Rio")],
)  # fmt: skip
def test_undoes_the_wrong_layout(raw, make, model):
    outcome = normalise(raw)

    assert outcome.value == MakeModel(make, model)
    assert codes(outcome.repairs) == ["MDL302"]
    assert_renders(outcome.findings, RULES)


@pytest.mark.parametrize(
    ("raw", "make", "model"),
    [
        ("Solaris II", "Hyundai", "Solaris"), ("Солярис 2", "Hyundai", "Solaris"),
        ("RIO 3", "Kia", "Rio"), ("Рио", "Kia", "Rio"), ("21099", "Lada", "21099"),
        ("2109-9", "Lada", "21099"), ("2107", "Lada", "2107"), ("3302", "GAZ", "Газель"),
        ("X-Trail", "Nissan", "X-Trail"), ("XTrail", "Nissan", "X-Trail"),
        ("ix35", "Hyundai", "ix35"), ("CR-V", "Honda", "CR-V"),
    ],
)  # fmt: skip
def test_a_model_alone_tells_its_make(raw, make, model):
    assert normalise(raw).value == MakeModel(make, model)


@pytest.mark.parametrize("raw", ["2008", "2015", "1111", "123", "5"])
def test_a_year_or_a_bare_number_is_no_model(raw):
    value = normalise(raw).value

    assert value is None or value.make == ""


@pytest.mark.parametrize(
    ("raw", "make", "model"),
    [
        ("Хюндай Туссан", "Hyundai", "Tucson"), ("Джили Монджаро", "Geely", "Monjaro"),
        ("Тесла Модел 3", "Tesla", "Model 3"), ("Li L7", "Li Auto", "L7"),
        ("Scania R440", "Scania", "R Series"), ("Volvo FH16 750", "Volvo", "FH"),
        ("Шакман X3000", "Shacman", "X3000"), ("Trumpchi GS8", "GAC", "GS8"),
        ("BMW R1200GS", "BMW", "Motorrad"), ("Solaris HC", "Solaris", "HC"),
    ],
)  # fmt: skip
def test_reads_lorries_motorcycles_and_newcomers(raw, make, model):
    assert normalise(raw).value == MakeModel(make, model)
    assert normalise(raw).findings == ()


@pytest.mark.parametrize(
    ("raw", "car"),
    [
        ("ваз2114", ("Lada", "2114")), ("BMW520d", ("BMW", "5 Series")),
        ("Мини Купер", ("Mini", "Cooper")), ("Шеви Нива", ("Chevrolet", "Niva")),
    ],
)  # fmt: skip
def test_reads_what_was_run_together_and_the_words_of_the_street(raw, car):
    value = normalise(raw).value

    assert value and (value.make, value.model) == car


def test_exchanged_columns_lose_nothing():
    value = normalise_parts("Рио", "Киа").value

    assert value and (value.make, value.model) == ("Kia", "Rio")
