from datetime import UTC, datetime

import pytest

from db.errors import KnownError
from resources import texts
from tests.ui.fakes.background import Quiet
from tests.workflow import dealer
from ui.adapters.sources import BaseSources
from ui.pages.sources.ports import How, LayoutChoice, LoadPlan, SourceKind
from ui.paging import Sort
from workflow.progress import Cancelled

MORE = "106;Кротова Вера Ильинична;+7 916 555-06-06;01.02.1980;Kia Rio;;;01.03.2018;А-6"
ANOTHER = "101;Соколов Андрей Викторович;+7 916 555-01-77;12.03.1979;Kia Rio;;;01.03.2018;А-7"


@pytest.fixture
def port(engine):
    return BaseSources(engine, "Ольга")


@pytest.fixture
def sales(tmp_path):
    rows = [*dealer.SALES, MORE, ANOTHER]
    return dealer.write(tmp_path / "more.csv", dealer.SALES_HEADER, rows)


def plan_of(preview, kind=SourceKind.SALES):
    fields = tuple(column.field for column in preview.columns)
    return LoadPlan(preview.path, kind, preview.layout, fields)


def test_a_new_file_shows_the_guess_and_how_it_came_about(port, tmp_path):
    rows = ["1;Громов Павел Сергеевич;Z94CB41AAER123456"] * 3
    path = dealer.write(tmp_path / "garage.csv", "Код клиента;Клиент;Гос. номер", rows)
    preview = port.preview(path, SourceKind.SERVICE, None)
    assert preview.layout == LayoutChoice("cp1251", ";")
    assert [(column.field, column.how) for column in preview.columns] == [
        ("src_id", How.HEADER),
        ("full_name", How.HEADER),
        ("vin", How.CONTENT),
    ]
    assert preview.columns[2].note and preview.columns[2].share == 1.0
    assert preview.rows[0][1] == "Громов Павел Сергеевич"
    assert preview.totals is None


def test_a_file_like_the_last_one_is_mapped_as_that_one_was(port, sales):
    preview = port.preview(sales, SourceKind.SALES, None)
    assert {column.how for column in preview.columns} == {How.REMEMBERED}


def test_a_text_file_offers_encodings_and_delimiters_a_workbook_its_sheets(port, sales):
    options = port.preview(sales, SourceKind.SALES, None).options
    assert "cp1251" in options.encodings and ";" in options.delimiters and options.sheets == ()


def test_another_delimiter_is_obeyed(port, sales):
    preview = port.preview(sales, SourceKind.SALES, LayoutChoice("cp1251", ","))
    assert preview.layout.delimiter == ","
    assert len(preview.columns) == 1


def test_an_encoding_that_the_file_is_not_in_is_one_sentence(port, sales):
    with pytest.raises(KnownError, match="cp1251, not cp866"):
        port.preview(sales, SourceKind.SALES, LayoutChoice("cp866", ";"))


def test_a_load_counts_new_changed_and_known_cards(port, sales):
    summary = port.load(plan_of(port.preview(sales, SourceKind.SALES, None)), Quiet())
    assert (summary.totals.records, summary.totals.rows, summary.totals.header) == (8, 7, 1)
    assert (summary.cards, summary.new_cards, summary.changed_cards) == (6, 1, 1)
    assert summary.unchanged == 5


def test_the_same_file_again_adds_nothing_and_says_so(port, sales):
    plan = plan_of(port.preview(sales, SourceKind.SALES, None))
    port.load(plan, Quiet())
    assert port.load(plan, Quiet()).repeated


def test_a_mapping_by_hand_is_loaded_and_remembered(port, sales):
    preview = port.preview(sales, SourceKind.SALES, None)
    plan = plan_of(preview)
    fields = list(plan.fields)
    fields[fields.index("sale_date")] = ""
    fields[-1] = "comment"
    port.load(LoadPlan(sales, SourceKind.SALES, plan.layout, tuple(fields)), Quiet())
    again = port.preview(sales, SourceKind.SALES, None)
    assert [column.field for column in again.columns] == fields


def test_a_cancelled_load_leaves_the_base_as_it_was(port, sales):
    class Stop(Quiet):
        def report(self, done, total):
            raise Cancelled

    before = port.loads().count()
    with pytest.raises(Cancelled):
        port.load(plan_of(port.preview(sales, SourceKind.SALES, None)), Stop())
    assert port.loads().count() == before
    assert not port.load(plan_of(port.preview(sales, SourceKind.SALES, None)), Quiet()).repeated


def test_what_is_no_table_is_one_sentence(port, tmp_path):
    path = tmp_path / "photo.csv"
    path.write_bytes(b"\xff\xd8\xff\xe0" + bytes(100))
    with pytest.raises(KnownError, match="picture"):
        port.preview(path, SourceKind.SALES, None)


def test_past_loads_come_latest_first_and_sort_by_any_column(port, engine):
    loads = port.loads()
    assert loads.count() == 2
    first, second = loads.fetch(0, 10, None)
    assert first[:3] == (2, "service", "service.csv")
    assert first[5:] == (8, 7, 0)
    assert abs(datetime.now(UTC) - second[3]).total_seconds() < 3600
    by_rows = loads.fetch(0, 10, Sort("rows"))
    assert [row[2] for row in by_rows] == ["sales.csv", "service.csv"]
    assert loads.fetch(1, 1, None) == [second]


def test_the_fields_speak_the_language_in_force(port):
    english = port.fields()
    assert english[0].title == "Client's id"
    texts.use("ru")
    assert [field.name for field in port.fields()] == [field.name for field in english]
