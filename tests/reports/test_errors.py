import pytest

from db.engine import reading
from reports.errors import SharedValue, errors
from rules.book_toml import read_book
from tests.workflow import dealer
from workflow.load import Order, load

HEADER = "Код клиента;Клиент;Телефон;VIN;Дата заезда;№ заказ-наряда;Автор"
ROWS = (
    "1;Орлов Пётр Ильич;+7 916 555-01-01;Z94CB41AAER123456;07.06.2015;ЗН-1;Иванова",
    "2;Волкова Анна Львовна;+7 916 555-01-0;Z94CB41AAER12345;08.06.2015;ЗН-2;Сидоров",
    "3;Котов Лев Ильич;8 916 555 01 03;Z94CB41AAER12;09.07.2015;ЗН-3;Сидоров",
    "4;Белова Вера Львовна;+7 916 555-01-04;;01.01.2050;ЗН-4;",
)
SURNAMES = "Зайцев Лисин Чернов Краснов Серов Рыжов Юрьев Ильин".split()


@pytest.fixture
def base(base_url, opened):
    return opened(base_url)


@pytest.fixture
def report(base, tmp_path):
    """Loads rows of a service's file; gives the report of errors."""

    def of(*rows, header=HEADER):
        path = dealer.write(tmp_path / "service.csv", header, rows)
        load(base, Order(path, kind="service"), by="Ольга")
        with reading(base) as connection:
            return errors(connection)

    return of


def test_errors_are_counted_for_each_author_the_worst_first(report):
    found = report(*ROWS)

    assert [(one.name, one.rows, one.block) for one in found.authors] == [
        ("Сидоров", 2, 3),
        ("Иванова", 1, 0),
    ]


def test_errors_are_counted_for_each_source_and_month(report):
    found = report(*ROWS)

    assert [(one.name, one.rows, one.block) for one in found.sources] == [("service", 4, 3)]
    assert [(one.name, one.rows, one.block) for one in found.months] == [
        ("2015-06", 2, 2),
        ("2015-07", 1, 1),
        ("", 1, 0),
    ]


def test_where_no_column_names_an_author_who_answers_for_the_card_stands_for_him(report):
    found = report(*ROWS, header=HEADER.replace("Автор", "Ответственный"))

    assert [one.name for one in found.authors] == ["Сидоров", "Иванова"]


def test_a_file_without_such_a_column_has_no_authors(report):
    found = report(*ROWS, header=HEADER.replace("Автор", "Цех"))

    assert found.authors == ()
    assert not any("author" in line for line in found.lines())


def test_every_finding_is_counted_once_on_each_side(report):
    found = report(*ROWS)
    total = sum(one.count for one in found.rules)

    assert total > 0
    for shares in (found.sources, found.months):
        assert sum(one.block + one.warn + one.info for one in shares) == total


def strangers(phone, first):
    """Clients who have three phones each, and all of them one more."""
    return [
        f"{at};{name} Игорь Львович;"
        + ", ".join([phone, *(f"+7 916 6{at}-{more}5-1{at % 10}" for more in (1, 3, 4))])
        + f";;09.07.2015;ЗН-{at};Сидоров"
        for at, name in enumerate(SURNAMES, start=first)
    ]


def test_shared_and_typed_numbers_come_as_tables_of_a_rule_file(report):
    found = report(*strangers("+7 916 555-77-01", 20), *strangers("+7 916 123-45-67", 40))

    assert set(found.values) == {
        SharedValue("BAS204", "phone", "+79165557701", 8),
        SharedValue("BAS206", "phone", "+79161234567", 8),
    }
    book = read_book("\n".join(found.toml()))
    assert book.shared_phones == {"+79165557701"}
    assert book.placeholders == {"+79161234567"}
    assert any("+79165557701" in line for line in found.lines())


def test_a_base_without_such_values_gives_an_empty_rule_file(report):
    assert report(*ROWS).toml()[1:] == []


def test_shared_emails_come_in_a_list_of_their_own(report):
    taxi = [
        f"{at};{name} Игорь Львович;;taxi@volgapark.ru, "
        + ", ".join(f"{word}{at}@volgamail.ru" for word in ("igor", "lvov", "home"))
        + f";09.07.2015;ЗН-{at};Сидоров"
        for at, name in enumerate(SURNAMES, start=20)
    ]
    found = report(*taxi, header=HEADER.replace("VIN", "E-mail"))

    assert SharedValue("BAS204", "email", "taxi@volgapark.ru", 8) in found.values
    book = read_book("\n".join(found.toml()))
    assert book.shared_emails == {"taxi@volgapark.ru"}
    assert book.placeholders == frozenset()
