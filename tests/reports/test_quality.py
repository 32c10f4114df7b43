from datetime import date

import polars as pl
import pytest

from db.engine import reading
from reports import quality, quality_counts, readiness_counts
from reports.desk import Desk
from reports.ledger import facts as read
from reports.options import Options
from reports.quality_counts import Counts
from tests.reports.hand_made import facts
from tests.workflow import dealer
from workflow.load import Order, load
from workflow.propose import propose
from workflow.review import approve

SALES = "Код клиента;ФИО;Телефон;E-mail;Дата рождения;VIN;Дата продажи"
SERVICE = "Код клиента;Клиент;Телефон;VIN;Дата заезда;№ заказ-наряда;Автор"
RIO, CEED = "Z94CB41AAER123456", "XWEHH812BD0456789"
SOLD = (
    f"1;Орлов Пётр Ильич;+7 916 555-01-01;orlov@volgamail.ru;12.03.1979;{RIO};05.06.2014",
    f"2;Котова Анна Львовна;+7 916 555-01-02;;;{CEED};06.06.2014",
)
SERVED = (
    f"7;Орлов Пётр Ильич;8 916 555 01 01;{RIO};07.06.2015;ЗН-1;Иванова",
    "8;Зимина Вера Олеговна;+7 916 555-01-0;;08.07.2015;ЗН-2;Сидоров",
    "9;Волков Лев Ильич;;Z94CB41AAER12;09.07.2015;ЗН-3;Сидоров",
)


def told(engine, day=None):
    options = Options(day=day)
    with reading(engine) as connection:
        return quality.report(
            read(connection, options),
            quality_counts.counts(connection),
            readiness_counts.counts(connection).no_vin,
        )


@pytest.fixture
def base(base_url, opened, tmp_path):
    """Both files loaded, the duplicates proposed and those sure beyond doubt approved."""
    engine = opened(base_url)
    for kind, header, rows in (("sales", SALES, SOLD), ("service", SERVICE, SERVED)):
        path = dealer.write(tmp_path / f"{kind}.csv", header, rows)
        load(engine, Order(path, kind=kind), by="Ольга")
    propose(engine, by="Ольга")
    approve(engine, at=0.9, by="Ольга")
    return engine


def table(report, title):
    return next(one for one in report.tables if one.title == title)


def test_a_client_has_what_any_of_his_cards_had(base):
    rows = {row[:2]: row[2:] for row in table(told(base), "Completeness").rows}

    assert rows["sales", "E-mail"] == (2, 0.5, 2, 0.5)
    assert rows["service", "E-mail"] == (3, 0.0, 3, 1 / 3)
    assert rows["service", "Phone"][1] == 1 / 3
    assert rows["service", "Birth date (of persons)"] == (3, 0.0, 3, 1 / 3)
    assert rows["service", "Car with a VIN"] == (3, 1 / 3, 3, 1 / 3)


def test_every_finding_is_told_with_what_became_of_it(base):
    rows = {row[0]: row[1:] for row in table(told(base), "Validity").rows}
    count, before, after, found, repaired, settled, doubtful, quarantined = rows["service"]

    assert (count, before, after) == (3, 1 / 3, 1 / 3)
    assert (settled, quarantined) == (0, 2)
    assert found >= repaired + settled + doubtful + quarantined > 0


def test_cards_of_one_client_in_two_sources_are_across(base):
    rows = {row[0]: row[1:] for row in table(told(base), "Duplicates").rows}

    assert rows["sales"] == (2, 2, 0, 1, rows["sales"][-1])
    assert rows["service"] == (3, 3, 0, 1, rows["service"][-1])


def test_faults_are_told_by_author_and_by_month_of_the_fact(base):
    found = told(base)
    authors = {row[0]: row[1:] for row in table(found, "By the author of the record").rows}
    months = [row[:2] for row in table(found, "By month of the sale or work order").rows]

    assert list(authors) == ["Сидоров", "Иванова"]
    assert authors["Сидоров"] == (2, 2, 100.0, 2, 100.0)
    assert authors["Иванова"] == (1, 0, 0.0, 0, 0.0)
    assert months == [("2014-06", 2), ("2015-06", 1), ("2015-07", 2)]


def test_health_is_the_mean_of_its_parts(base):
    figures = {key: one.best for key, one in told(base).figures.items()}
    parts = ("complete", "valid", "unique", "usable")

    for end in ("before", "after"):
        mean = sum(figures[f"{part}.{end}"] for part in parts) / len(parts)
        assert figures[f"health.{end}"] == pytest.approx(100 * mean, abs=0.051)
    assert (figures["complete.before"], figures["complete.after"]) == (3 / 5, 2 / 4)
    assert (figures["usable.before"], figures["usable.after"]) == (3 / 5, 1)
    assert (figures["unique.before"], figures["unique.after"]) == (4 / 5, 1)
    assert (figures["health.before"], figures["health.after"]) == (65, 77.5)
    assert figures["clients"] == 4


def test_a_day_without_facts_leaves_the_base_judged(base):
    found = told(base, date(1990, 1, 1))

    assert found.missing == ""
    assert all(one.best == one.best for one in found.figures.values())
    assert "By month of the sale or work order" not in {one.title for one in found.tables}


def test_a_base_without_sales_is_judged_by_its_service(base_url, opened, tmp_path):
    engine = opened(base_url)
    path = dealer.write(tmp_path / "service.csv", SERVICE, SERVED[:1])
    load(engine, Order(path, kind="service"), by="Ольга")
    found = told(engine)

    assert found.missing == ""
    assert found.figures["health.after"].best == 100


def test_a_file_without_authors_is_said_to_have_none(base_url, opened, tmp_path):
    engine = opened(base_url)
    dealer.load_both(engine, tmp_path)
    found = told(engine)

    assert any("No file says who made its records" in note for note in found.notes)
    assert "By the author of the record" not in {one.title for one in found.tables}


def test_the_report_of_a_base_is_the_same_each_time(base):
    first, second = (quality.of_base(Desk(base), Options()) for _ in range(2))

    assert first == second == told(base)


def test_an_empty_base_asks_for_files(base_url, opened):
    assert "Load the files" in told(opened(base_url)).missing


def test_what_waits_could_make_the_clients_fewer():
    cards = [
        {"card_id": 1, "who": 1},
        {"card_id": 2, "who": 1},
        {"card_id": 3, "who": 3, "possible": 1},
        {"card_id": 4, "who": -4},
    ]
    known = pl.DataFrame(schema={"vehicle_id": pl.Int64})
    found = quality.report(facts(cards=cards), bare(1, 2, 3), known)

    assert found.figures["unique.before"].best == 1 / 3
    assert found.figures["unique.after"].best == 1 / 2


def bare(*card_ids):
    """Clean cards that have nothing."""
    nothing = dict.fromkeys(("person", *quality_counts.HAS), False)
    cards = [
        {"card_id": one, "source_id": 1, "state": "clean", "client_id": 1, **nothing}
        for one in card_ids
    ]
    whole = {"row_id": pl.Int64, "card_id": pl.Int64, "severity": pl.String, "state": pl.String}
    return Counts(
        sources={1: "sales"},
        rows={1: len(cards)},
        cards=pl.DataFrame(cards),
        clients=pl.DataFrame([{"client_id": 1, **nothing}]),
        findings=pl.DataFrame(schema=whole),
        authors=pl.DataFrame(schema={"row_id": pl.Int64, "author": pl.String}),
    )
