import json
from dataclasses import replace

import polars as pl
import pytest
from sqlalchemy import select

from db import bulk, tables
from db.engine import reading
from db.errors import KnownError
from tests.workflow import dealer
from workflow import intake
from workflow.load import Order, load, load_all, preview
from workflow.progress import Cancelled
from workflow.verify import verify


def rows_of(engine) -> int:
    with reading(engine) as connection:
        return bulk.read(connection, select(tables.row.c.id)).height


def test_every_record_of_a_file_is_a_row_or_is_reported(empty, tmp_path):
    path = tmp_path / "sales.csv"
    lines = [
        "Отчёт о продажах;;",
        "Код клиента;ФИО;Телефон",
        "1;Иванов Иван;89161234567",
        ";;",
        "Итого;;1",
    ]
    path.write_text("\n".join(lines) + "\n", encoding="cp1251")

    loaded = load(empty, Order(path, kind="sales"), by="me")

    assert (loaded.records, loaded.rows) == (5, 1)
    assert loaded.dropped == {"title": 1, "header": 1, "empty": 1, "total": 1}
    with reading(empty) as connection:
        dropped = bulk.read(connection, select(tables.dropped)).sort("line")
    assert dropped.select("line", "kind").rows() == [
        (1, "title"),
        (2, "header"),
        (4, "empty"),
        (5, "total"),
    ]


def test_rows_are_kept_verbatim(empty, tmp_path):
    dealer.load_text(empty, tmp_path, "sales", dealer.SALES[:1])

    with reading(empty) as connection:
        cells = bulk.read(connection, select(tables.row.c.cells))["cells"].to_list()

    assert [json.loads(text) for text in cells] == [dealer.SALES[0].split(";")]


def test_rows_under_one_source_id_become_one_card(empty, tmp_path):
    dealer.load_both(empty, tmp_path)

    ids = dealer.clients(empty)

    assert len([key for key in ids if key[0] == "service"]) == 7
    with reading(empty) as connection:
        events = bulk.read(connection, select(tables.event.c.card_id, tables.event.c.kind))
    assert events.filter(pl.col("kind") == "order")["card_id"].value_counts()["count"].max() == 2


def test_the_same_file_again_adds_nothing(empty, tmp_path):
    dealer.load_both(empty, tmp_path)
    before = dealer.exported(empty)

    again = dealer.load_text(empty, tmp_path, "sales", dealer.SALES)

    assert again.repeated
    assert dealer.exported(empty) == before


def test_known_rows_in_another_file_are_counted_and_not_added(empty, tmp_path):
    dealer.load_text(empty, tmp_path, "sales", dealer.SALES)
    new = "106;Орлов Яков Юрьевич;89165550606;;;;;01.02.2020;А-6"

    again = dealer.load_text(
        empty, tmp_path, "sales", [new, *reversed(dealer.SALES)], name="may.csv"
    )

    assert (again.rows, again.new, again.known) == (6, 1, 5)
    assert rows_of(empty) == 6


def test_known_rows_are_told_from_new_ones_however_many_come_in(empty, tmp_path, monkeypatch):
    monkeypatch.setattr(intake, "_BATCH", 2)
    dealer.load_text(empty, tmp_path, "sales", dealer.SALES)
    moved = dealer.SALES[0].replace("А-1", "А-9")

    again = dealer.load_text(empty, tmp_path, "sales", [*dealer.SALES, moved], name="more.csv")

    assert (again.known, again.new, again.new_cards, again.cards) == (5, 1, 0, 1)
    assert again.all_cards == 5


def test_equal_rows_of_one_file_all_stand(empty, tmp_path):
    loaded = dealer.load_text(empty, tmp_path, "sales", [dealer.SALES[0]] * 3)

    assert (loaded.rows, loaded.new, loaded.cards) == (3, 3, 1)


def test_a_changed_row_updates_its_card(empty, tmp_path):
    dealer.load_text(empty, tmp_path, "sales", dealer.SALES)
    moved = dealer.SALES[0].replace("555-01-01", "555-77-77")

    dealer.load_text(empty, tmp_path, "sales", [moved], name="may.csv")

    clients = dealer.exported(empty)["clients"]
    assert "79165550101; 79165557777" in clients or "79165557777; 79165550101" in clients


def test_a_cancelled_load_leaves_the_base_as_it_was(empty, tmp_path):
    dealer.load_text(empty, tmp_path, "sales", dealer.SALES)
    before = dealer.exported(empty)
    path = dealer.write(tmp_path / "service.csv", dealer.SERVICE_HEADER, dealer.SERVICE)

    with pytest.raises(Cancelled):
        load(empty, Order(path, kind="service"), by="me", progress=dealer.Impatient())

    assert dealer.exported(empty) == before
    assert rows_of(empty) == len(dealer.SALES)


def test_a_bad_file_leaves_the_base_as_it_was(empty, tmp_path):
    dealer.load_text(empty, tmp_path, "sales", dealer.SALES)
    photo = tmp_path / "service.xlsx"
    photo.write_bytes(b"\xff\xd8\xff\xe0" * 1000)

    with pytest.raises(KnownError):
        load(empty, Order(photo, kind="service"), by="me")

    assert rows_of(empty) == len(dealer.SALES)


def test_an_unknown_kind_of_source_is_refused(empty, tmp_path):
    path = dealer.write(tmp_path / "x.csv", dealer.SALES_HEADER, dealer.SALES)

    with pytest.raises(KnownError, match="sales, service, bookings, claims, surveys"):
        load(empty, Order(path, kind="stock"), by="me")


def test_a_mapping_file_decides_and_is_remembered(empty, tmp_path):
    path = tmp_path / "sales.csv"
    path.write_text("А;Б;В\n1;Иванов Иван;89161234567\n", encoding="utf-8")
    mapping = tmp_path / "mapping.toml"
    mapping.write_text(_toml(path), encoding="utf-8")

    load(empty, Order(path, kind="sales", mapping_file=mapping), by="me")
    path.write_text("А;Б;В\n2;Петров Пётр;89161234568\n", encoding="utf-8")
    load(empty, Order(path, kind="sales"), by="me")

    assert sorted(dealer.clients(empty)) == [("sales", "1"), ("sales", "2")]


def _toml(path) -> str:
    from rules.fields import Field  # noqa: PLC0415 - for this text only
    from workflow.mapping import mapping_to_toml  # noqa: PLC0415

    mapping = preview(path, kind="sales").mapping
    for at, field in enumerate((Field.SRC_ID, Field.FULL_NAME, Field.PHONE)):
        mapping = mapping.with_field(at, field)
    return mapping_to_toml(mapping)


def test_without_an_id_column_each_row_is_a_card_named_by_its_number(empty, tmp_path):
    path = tmp_path / "sales.csv"
    path.write_text(
        "ФИО;Телефон\nИванов Иван;89161234567\nПетров Пётр;89161234568\n", encoding="utf-8"
    )

    load(empty, Order(path, kind="sales"), by="me")

    assert sorted(dealer.clients(empty)) == [("sales", "1"), ("sales", "2")]


def test_a_file_with_a_header_only_loads_no_rows(empty, tmp_path):
    path = tmp_path / "sales.csv"
    path.write_text("Код клиента;ФИО;Телефон\n", encoding="utf-8")

    assert load(empty, Order(path, kind="sales"), by="me").rows == 0


def test_files_loaded_together_make_the_base_that_they_make_one_by_one(
    sqlite_url, opened, tmp_path
):
    together, one_by_one = opened(sqlite_url), opened(f"{sqlite_url}-2")
    dealer.load_both(one_by_one, tmp_path)
    sales = dealer.write(tmp_path / "sales.csv", dealer.SALES_HEADER, dealer.SALES)
    service = dealer.write(tmp_path / "service.csv", dealer.SERVICE_HEADER, dealer.SERVICE)

    orders = [Order(sales, kind="sales"), Order(service, kind="service")]
    loaded = load_all(together, orders, by="me")

    assert [one.rows for one in loaded] == [len(dealer.SALES), len(dealer.SERVICE)]
    assert dealer.exported(together) == dealer.exported(one_by_one)
    assert verify(together).faults == ()


def test_of_files_loaded_together_a_bad_one_keeps_all_out(empty, tmp_path):
    good = dealer.write(tmp_path / "sales.csv", dealer.SALES_HEADER, dealer.SALES)
    bad = tmp_path / "service.csv"
    bad.write_text("")

    with pytest.raises(KnownError):
        load_all(empty, [Order(good, kind="sales"), Order(bad, kind="service")], by="me")

    assert rows_of(empty) == 0


def test_a_file_cannot_be_loaded_as_what_was_typed_in(empty, tmp_path):
    path = dealer.write(tmp_path / "sales.csv", dealer.SALES_HEADER, dealer.SALES)

    with pytest.raises(KnownError, match="another name"):
        load(empty, Order(path, kind="sales", source="entry"), by="Ольга")


@pytest.mark.parametrize("sources", [("first", "second"), ("same", "same")])
def test_a_crew_that_begins_while_another_file_is_read_changes_nothing(
    opened, tmp_path, monkeypatch, sources
):
    halves = zip(("one.csv", "two.csv"), (dealer.SERVICE[:5], dealer.SERVICE[3:]), strict=True)
    orders = [
        replace(dealer.order(tmp_path, "service", rows, name=name), source=source)
        for (name, rows), source in zip(halves, sources, strict=True)
    ]
    alone = opened(f"sqlite:///{tmp_path / 'alone.sverka'}")
    for order in orders:
        load(alone, order, by="me")
    together = opened(f"sqlite:///{tmp_path / 'together.sverka'}")
    monkeypatch.setattr("workflow.load.size_for", lambda _cards: 1)

    load_all(together, orders, by="me")

    assert dealer.exported(together) == dealer.exported(alone)
    assert not verify(together).faults
