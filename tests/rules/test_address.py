import pytest
from hypothesis import given
from hypothesis import strategies as st

from rules.address import RULES, Address, normalise, one_line, region
from tests.rules.findings import assert_renders, codes

KHIMKI = Address("", "Московская область", "Химки", "ул. Ленина", "5к2", "10", "")
TATARSTAN = "Республика Татарстан"


@pytest.mark.parametrize(
    "raw",
    [
        "МО, г.Химки, Ленина ул, д5 корп.2 кв 10",
        "Московская обл, Химки г, Ленина ул, дом № 5, корпус 2, кв.10",
        "обл. Московская г. Химки ул. Ленина д. 5 к. 2 кв. 10",
        "Россия, Московская область, город Химки, улица Ленина, дом 5к2, квартира 10",
        "московская обл, химки, ул ленина, 5к2, 10",
        "МОСКОВСКАЯ ОБЛ., Г. ХИМКИ, УЛ. ЛЕНИНА, Д.5, К.2, КВ.10",
        "Химки ул Ленина 5 корп 2 кв 10",
    ],
)
def test_reads_one_address_however_it_was_typed(raw):
    outcome = normalise(raw)

    assert outcome.value == KHIMKI
    assert outcome.findings == ()


@pytest.mark.parametrize(
    ("raw", "address"),
    [
        ("101000, г. Москва, ул. Тверская, д. 7, стр. 1, оф. 12",
         Address("101000", "Москва", "Москва", "ул. Тверская", "7с1", "12")),
        ("Москва Ленинский проспект 5-10",
         Address("", "Москва", "Москва", "пр-т Ленинский", "5", "10")),
        ("Татарстан Респ, Казань г, 8 Марта ул, дом 5",
         Address("", TATARSTAN, "Казань", "ул. 8 Марта", "5")),
        ("г Набережные Челны, пр-кт Мира, д. 12/3, кв 45",
         Address("", TATARSTAN, "Набережные Челны", "пр-т Мира", "12/3", "45")),
        ("456300, г Миасс, ул 50 лет Октября, д.12А",
         Address("456300", "Челябинская область", "Миасс", "ул. 50 лет Октября", "12А")),
        ("СПб, Невский пр. 12",
         Address("", "Санкт-Петербург", "Санкт-Петербург", "пр-т Невский", "12")),
        ("Ростовская обл, Аксайский р-н, ст-ца Ольгинская, ул Мира, д 1",
         Address("", "Ростовская область", "Ольгинская", "ул. Мира", "1", "", "р-н Аксайский")),
        ("д. Ивановка, ул. Садовая, 12", Address("", "", "Ивановка", "ул. Садовая", "12")),
        ("Ивановка, Ленина, 5", Address("", "", "Ивановка", "Ленина", "5")),
        ("Казань Ленина 5", Address("", TATARSTAN, "Казань", "Ленина", "5")),
        ("Бульвар Гагарина 5 Пермь", Address("", "Пермский край", "Пермь", "б-р Гагарина", "5")),
        ("мкр. Северный, 12-45", Address("", "", "", "мкр. Северный", "12", "45")),
        ("г. Москва, 3-я Парковая ул., д. 5",
         Address("", "Москва", "Москва", "ул. 3-я Парковая", "5")),
        ("г. Зеленоград, корп. 1234", Address("", "Москва", "Зеленоград", "", "к1234")),
        ("Химки", Address("", "Московская область", "Химки")),
        ("420000", Address("420000", TATARSTAN)),
        ("420000.0, Казань", Address("420000", TATARSTAN, "Казань")),
    ],
)  # fmt: skip
def test_reads_the_fields(raw, address):
    outcome = normalise(raw)

    assert outcome.value == address
    assert outcome.findings == ()
    assert normalise(one_line(address)).value == address


@pytest.mark.parametrize(
    ("raw", "code"),
    [
        ("101000, г. Казань", "ADR201"),
        ("12345", "ADR202"),
        ("Баварская обл, ул. Ленина 5", "ADR203"),
        ("г. Тула, ул. Советская, 5, 8 916 234-65-78", "ADR204"),
        ("г. Тула, ул. Советская, 5, ivan@mail.ru", "ADR204"),
    ],
)
def test_a_doubt_does_not_block(raw, code):
    outcome = normalise(raw)

    assert codes(outcome.findings) == [code]
    assert outcome.value is not None
    assert_renders(outcome.findings, RULES)


def test_the_index_of_a_neighbour_is_no_doubt():
    assert normalise("142000, г. Москва").findings == ()


@pytest.mark.parametrize("raw", ["", "-", "000"])
def test_an_empty_cell_finds_nothing(raw):
    assert normalise(raw).value is None
    assert normalise(raw).findings == ()


@pytest.mark.parametrize(
    ("text", "name"),
    [("Московская обл.", "Московская область"), ("Казань", TATARSTAN), ("16", TATARSTAN),
     ("1", "Республика Адыгея"), ("РТ", TATARSTAN), ("Бавария", ""), ("", "")],
)  # fmt: skip
def test_names_the_region(text, name):
    assert region(text) == name


@given(st.text(max_size=80) | st.text("г.улдкв 1250-/,с№РесМоскваобл", max_size=60))
def test_never_raises(raw):
    outcome = normalise(raw)

    assert_renders(outcome.findings, RULES)
    assert not outcome.blocked


@given(
    st.sampled_from(["", "Московская область", "Республика Татарстан", "Алтайский край"]),
    st.sampled_from(["Химки", "Казань", "Ивановка", "Ростов-на-Дону", "Набережные Челны"]),
    st.sampled_from(["", "ул. Ленина", "пр-т Мира", "ул. 8 Марта", "пер. Тихий", "ш. Энтузиастов"]),
    st.sampled_from(["", "5", "5А", "5/7", "5к2", "12с1", "5к2с1"]),
    st.sampled_from(["", "10", "10А"]),
)
def test_one_line_is_a_fixed_point(subject, city, street, house, flat):
    line = one_line(Address("", subject, city, street, house, flat))
    address = normalise(line).value

    assert (address.city, address.street, address.house, address.flat) == (
        city,
        street,
        house,
        flat,
    )
    assert normalise(one_line(address)).value == address


@pytest.mark.parametrize(
    "raw",
    [
        "Самарская обл, г. Самара, ул. Октябрьская, д. 5, кв. 7",
        "Сaмарская oбл, г. Самaрa, yл. Oктябpьская, д. 5, кв. 7",
        "Cfvfhcrfz j,k? u/ Cfvfhf? ek/ Jrnz,hmcrfz? l/ 5? rd/ 7",
    ],
)
def test_undoes_look_alikes_and_the_wrong_layout(raw):
    outcome = normalise(raw)

    assert outcome.value is not None
    assert one_line(outcome.value) == ("Самарская область, г. Самара, ул. Октябрьская, д. 5, кв. 7")
    assert_renders(outcome.findings, RULES)


def test_a_latin_address_is_not_taken_for_the_wrong_layout():
    assert "ADR301" not in codes(normalise("Baker Street 5, London").findings)


@pytest.mark.parametrize(
    ("raw", "street", "house"),
    [
        ("г. Уфа, ул. Набережная, д. 5", "ул. Набережная", "5"),
        ("г. Уфа, Набережная ул., 5", "ул. Набережная", "5"),
        ("г. Уфа, наб. Космонавтов, 5", "наб. Космонавтов", "5"),
        ("г. Уфа, Гоголя ул., 44к2-176", "ул. Гоголя", "44к2"),
    ],
)
def test_a_street_may_be_called_as_a_kind_of_street(raw, street, house):
    found = normalise(raw).value

    assert found is not None and (found.street, found.house) == (street, house)


@pytest.mark.parametrize(
    ("text", "region", "street"),
    [
        ("Москва, Тверская 1", "Москва", "Тверская"),
        ("г. Казань, Московская, 5", "Республика Татарстан", "Московская"),
        ("Екб, Московская 10", "Свердловская область", "Московская"),
        ("Ржев, Тверская", "Тверская область", "Тверская"),
        ("Каневская, Краснодарский", "Краснодарский край", ""),
    ],
)
def test_a_street_named_after_a_region_moves_nobody_there(text, region, street):
    found = normalise(text).value

    assert found is not None
    assert (found.region, found.street) == (region, street)


@pytest.mark.parametrize(
    "raw",
    ["нет", "не указан", "не помнит", "Клиент не знает", "со слов", "уточнить", "адрес не указан",
     "по прописке", "см. выше", "там же", "отказался назвать", "самовывоз", "переехал"],
)  # fmt: skip
def test_words_instead_of_an_address_are_no_town(raw):
    outcome = normalise(raw)

    assert outcome.value is None
    assert codes(outcome.findings) == ["ADR302"]
    assert_renders(outcome.findings, RULES)


@pytest.mark.parametrize("raw", ["п. Новый", "г. Знаменск", "с. Отказное", "ул. Паспортная, 5"])
def test_a_place_that_sounds_like_such_words_is_read(raw):
    assert normalise(raw).value
    assert normalise(raw).findings == ()


@pytest.mark.parametrize(
    ("raw", "region_", "city"),
    [
        ("РТ г Наб. Челны", TATARSTAN, "Набережные Челны"),
        ("Набережные Челны г, Татарстан Респ", TATARSTAN, "Набережные Челны"),
        ("респ. Татарстан", TATARSTAN, ""),
        ("Ростов н/Д", "Ростовская область", "Ростов-на-Дону"),
        ("г. Ростов-н/Д, ул. Мира 5", "Ростовская область", "Ростов-на-Дону"),
        ("Комсомольск н/А", "Хабаровский край", "Комсомольск-на-Амуре"),
        ("Н.Новгород", "Нижегородская область", "Нижний Новгород"),
        ("СПб", "Санкт-Петербург", "Санкт-Петербург"),
        ("Мск", "Москва", "Москва"),
        ("МО, г. Химки", "Московская область", "Химки"),
        ("Екб", "Свердловская область", "Екатеринбург"),
        ("ХМАО", "Ханты-Мансийский автономный округ — Югра", ""),
        ("ХМАО-Югра Сургут", "Ханты-Мансийский автономный округ — Югра", "Сургут"),
        ("г.о. Химки, ул. Ленина 5", "Московская область", "Химки"),
        ("Химки г.о., ул. Ленина 5", "Московская область", "Химки"),
        ("городской округ Самара ул. Мира, 4", "Самарская область", "Самара"),
        ("МО г.о. Подольск, Подольск, ул. Мира 4", "Московская область", "Подольск"),
        ("Химки Московская обл ул Мира 5", "Московская область", "Химки"),
        ("Москва Зеленоград к1205 кв 10", "Москва", "Зеленоград"),
        ("г Ст. Оскол", "Белгородская область", "Старый Оскол"),
    ],
)
def test_reads_region_and_town_however_short_they_are(raw, region_, city):
    address = normalise(raw).value

    assert address
    assert (address.region, address.city, address.rest) == (region_, city, "")


def test_a_village_keeps_the_okrug_around_it_beside():
    address = normalise("Московская обл, г.о. Химки, д. Юрлово, д 5").value

    assert address == Address("", "Московская область", "Юрлово", "", "5", "", "г.о. Химки")


@pytest.mark.parametrize(
    ("raw", "street"),
    [
        ("ул. К.Маркса, д. 5", "ул. К. Маркса"), ("ул. Д.Бедного, 5", "ул. Д. Бедного"),
        ("пр. Г. Титова 5", "пр-т Г. Титова"), ("Московская 5", "Московская"),
    ],
)  # fmt: skip
def test_keeps_the_whole_name_of_a_street(raw, street):
    assert normalise(raw).value == Address(street=street, house="5")


def test_a_post_box_is_no_street():
    assert normalise("420000 Казань а/я 15").value == Address(
        "420000", TATARSTAN, "Казань", rest="а/я 15"
    )


def test_a_letter_before_a_building_stays_with_its_house():
    address = normalise("г. Москва, Ленинградское ш., д. 16А, стр. 2, кв. 5").value

    assert address and (address.house, address.flat, address.rest) == ("16Ас2", "5", "")


@pytest.mark.parametrize(
    ("raw", "region_", "city"),
    [
        ("МО Люберцы ул Мира 5", "Московская область", "Люберцы"),
        ("М.О. Химки", "Московская область", "Химки"),
        ("Химки МО", "Московская область", "Химки"),
        ("МО г. Краснодар, ул. Мира 5", "Краснодарский край", "Краснодар"),
        ("ЧР г Чебоксары", "Чувашская Республика", "Чебоксары"),
        ("ЧР, г. Грозный", "Чеченская Республика", "Грозный"),
        ("Тула/Москва", "Тульская область", "Тула"),
        ("Беларусь, Минск", "Беларусь", "Минск"),
        ("Республика Казахстан, г. Алматы", "Казахстан", "Алматы"),
        ("643, 445000, 63, , Тольятти г, , Мира ул, 5", "Самарская область", "Тольятти"),
        ("р.п. Кольцово, д.5", "Новосибирская область", "Кольцово"),
        ("прописан: г. Тула, ул. Мира 5", "Тульская область", "Тула"),
    ],
)
def test_tells_the_region_by_the_town_and_the_town_by_the_region(raw, region_, city):
    address = normalise(raw).value

    assert address and (address.region, address.city) == (region_, city)


def test_entrance_and_floor_are_no_flat():
    address = normalise("г. Химки, ул. Мира, д. 5, под. 2, эт. 3, кв. 10").value

    assert address and (address.house, address.flat, address.rest) == ("5", "10", "под 2, эт 3")


def test_a_second_town_is_kept_aside():
    address = normalise("рег: г. Тула, ул. Мира 5; факт: г. Москва").value

    assert address and (address.city, address.rest) == ("Тула", "Москва")


def test_an_army_post_is_no_street():
    address = normalise("в/ч 12345").value

    assert address == Address(rest="в/ч 12345")
