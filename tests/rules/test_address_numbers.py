"""An address with usual numbers comes out as if it were read word by word."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rules import address, address_numbers

_INDEXES = ("", "614766, ", "101000, ", "643, 445000, 63, ", "614812 ")
_PLACES = (
    *("г. Пермь, ", "Пермский край, г Пермь, ", "МО, г.Химки ", "Пермь, ", "Тула/Москва ", ""),
    *("с. Ивановка, р-н Ейский, ", "Мордорская обл., ", "Санкт-Петербург, ", "UFA, ", "х "),
)
_STREETS = (
    *("ул. Ленина, ", "Ленина ул, ", "ул. 8 Марта ", "5-я линия ", "мкр ", "ул.Ленина ", ""),
    *("пр-т Мира, д. 977, ", "тел 8 916 123 45 ", "u/ Cfvfhf? ", "прописка"),
)
_HOUSES = ("д. ", "д.", "дом № ", "дом ", "", "корп. ", "д. 3 к", "а/я ", "8 ", "+7 ")
_BETWEEN = ("-", ", кв. ", " кв", ",кв.", "/", "к2с", " ")
_NUMBER = st.one_of(st.integers(0, 1_200).map(str), st.sampled_from(("05", "14а", "977", "978")))
_TAIL = st.one_of(st.just(""), st.tuples(st.sampled_from(_BETWEEN), _NUMBER).map("".join))


@given(
    st.tuples(*map(st.sampled_from, (_INDEXES, _PLACES, _STREETS, _HOUSES)), _NUMBER, _TAIL).map(
        "".join
    )
)
def test_an_address_is_what_it_is_word_by_word(text: str) -> None:
    assert address.normalise(text) == address.read_whole(text)


@pytest.mark.parametrize(
    "text",
    [
        "614766, Пермский край, г. Пермь, ул. Цветочная, д. 16, кв. 239",
        "г.Пермь ул.Красноармейская 41-49",
        "Пермь, Геологов 62",
        "Пермский край, г Пермь, ул Свердлова, д 1",
    ],
)
def test_usual_addresses_are_told_by_their_numbers(text: str) -> None:
    found = address_numbers.numbered(text)

    assert found is not None
    assert address._alike(found.pattern, found.stand_ins) is not None
    assert address.normalise(text) == address.read_whole(text)


@pytest.mark.parametrize(
    "text", ["г. Пермь, ул. Мира, д. 05", "тел 8 916 123 45 6", "ул. Мира, д. 977, 5", "Пермь"]
)
def test_numbers_that_may_count_are_left_in(text: str) -> None:
    assert address_numbers.numbered(text) is None
