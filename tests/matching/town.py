"""Small towns of synthetic clients for property tests: few names, so that much meets."""

from datetime import date, timedelta

from hypothesis import strategies as st

from tests.matching.factory import Card, company, person

_LAST = (
    "Шапшин",
    "Шапшина",
    "Shapshin",
    "Шепшин",
    "Орлов",
    "Орлова",
    "Гусев-Орлов",
    "Титан",
    "Sasha",
)
_FIRST = ("Пётр", "Petr", "Павел", "Анна", "Аня", "П.", "Эверест", "Орлов", "Саша", "Сажа", "-")
_PATRONYMIC = ("Ильич", "Ильинична", "И.", "Петрович", "Петровна", "-")
_FIRMS = ("ромашка", "romashka", "ромашка сервис", "титан эверест")
_PHONES = ("+79161234567", "+79161234568", "+79161234657", "+79031112233", "+74951230000")
_EMAILS = ("orlov.petr@mail.ru", "orlov.petr@gmail.com", "info@firm.ru", "shapshin@ya.ru")
_INNS = ("500100732259", "7707083893", "7728168971")
_DAY = date(2020, 1, 1)

_days = st.integers(0, 900).map(lambda number: _DAY + timedelta(number))
_events = st.lists(
    st.tuples(
        st.integers(1, 6), st.sampled_from(["sale", "order", "car"]), st.one_of(st.none(), _days)
    ),
    max_size=3,
)


def _few(values: tuple[str, ...]) -> st.SearchStrategy[str]:
    """None of the values, one or two of them, as the factory takes several."""
    return st.lists(st.sampled_from(values), max_size=2, unique=True).map(" ".join)


_persons = st.builds(
    lambda last, first, patronymic, **rest: person(f"{last} {first} {patronymic}", **rest),
    st.sampled_from(_LAST),
    st.sampled_from(_FIRST),
    st.sampled_from(_PATRONYMIC),
    birth=st.sampled_from([None, date(1980, 5, 7), date(1980, 7, 5), date(1970, 1, 1)]),
    phone=_few(_PHONES),
    email=_few(_EMAILS),
    events=_events,
    gender=st.sampled_from(["", "m", "f"]),
    inn=st.sampled_from(["", "", "", *_INNS]),
    city=st.sampled_from(["", "Тула", "Ряза́нь"]),
    street=st.sampled_from(["", "ул. Мира", "Мира"]),
    house=st.sampled_from(["", "5", "7"]),
)
_companies = st.builds(
    company,
    st.sampled_from(_FIRMS),
    phone=_few(_PHONES),
    email=_few(_EMAILS),
    events=_events,
    inn=st.sampled_from(["", *_INNS]),
    legal_form=st.sampled_from(["", "ООО", "ИП"]),
)
cards: st.SearchStrategy[Card] = st.one_of(_persons, _persons, _persons, _companies)
"""One card, a person's more often than not."""


def towns(least: int, most: int) -> st.SearchStrategy[list[Card]]:
    """The cards of a town."""
    return st.lists(cards, min_size=least, max_size=most)
