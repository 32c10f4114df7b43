import pytest

from db.engine import reading
from db.errors import KnownError
from rules import registry, titles
from rules.finding import Severity
from tests.ui.fakes.background import Quiet
from tests.workflow import dealer
from ui.adapters.check import BaseCheck
from ui.pages.check.ports import FindingQuery
from ui.pages.check.presenter import FINDINGS
from ui.paging import Sort
from workflow import rules_in_force
from workflow.load import Order, load
from workflow.progress import Silent

MISTYPED = (
    "201;Фролов Пётр Ильич;petr@mail, work@yandex",
    "202;Фомина Вера Ильинична;vera@mail",
)
COLUMNS = ("id", *(column.name for column in FINDINGS))


@pytest.fixture
def port(engine):
    return BaseCheck(engine, "Ольга")


@pytest.fixture
def mistyped(engine, tmp_path):
    """E-mail addresses with a proposed repair, two of them in one cell."""
    path = dealer.write(tmp_path / "mail.csv", "Код клиента;ФИО;E-mail", MISTYPED)
    load(engine, Order(path, kind="sales"), by="Ольга")


def rows(port, query, sort=None):
    source = port.findings(query)
    found = source.fetch(0, 1000, sort)
    assert source.count() == len(found)
    return [dict(zip(COLUMNS, row, strict=True)) for row in found]


def first(port, code):
    return rows(port, FindingQuery(code=code))[0]["id"]


def test_rules_come_blocking_first_with_what_is_open_and_repairable(port):
    rules = port.rules(settled=False)
    assert [rule.severity for rule in rules] == sorted(
        (rule.severity for rule in rules), key=list(Severity).index
    )
    assert all(rule.open for rule in rules)
    counted = {rule.code: rule.open for rule in rules}
    assert len(rows(port, FindingQuery())) == sum(counted.values())
    for code, count in counted.items():
        assert len(rows(port, FindingQuery(code=code))) == count


def test_cards_that_other_rules_derived_are_checked_anew(port, monkeypatch):
    assert not port.outdated()

    monkeypatch.setattr(rules_in_force, "program", lambda: "a newer version")
    assert port.outdated()
    port.check(Silent())

    assert not port.outdated()


def test_an_empty_base_has_nothing_to_check_anew(opened, sqlite_url):
    assert not BaseCheck(opened(sqlite_url), "Ольга").outdated()


def test_a_rule_is_listed_once_with_all_its_fields(port):
    codes = [rule.code for rule in port.rules(settled=True)]
    assert len(codes) == len(set(codes))


def test_headings_of_rules_name_no_value():
    for rule in registry.RULES:
        heading = titles.title(rule) + titles.advice(rule)
        assert "{" not in heading and "}" not in heading
        assert titles.title(rule).rstrip("?.")


def test_a_heading_keeps_what_can_be_said_without_a_value():
    rule = registry.rule("NAM305")
    assert titles.title(rule) == "The surname does not come first in «…»."
    assert titles.advice(rule) == "Write surname, first name, patronymic."
    assert titles.advice(registry.rule("NAM304")) == ""


def test_findings_are_filtered_by_severity_and_by_text_in_any_letters(port):
    blocked = rows(port, FindingQuery(severity=Severity.BLOCK))
    assert {row["severity"] for row in blocked} == {"block"}
    found = rows(port, FindingQuery(text="лебедев"))
    assert found and {row["card"] for row in found} == {"Лебедев Игорь"}
    assert rows(port, FindingQuery(text="ЛЕБЕДЕВ")) == found
    assert rows(port, FindingQuery(text="100%")) == []


@pytest.mark.parametrize("column", [column.name for column in FINDINGS if column.sortable])
def test_a_list_sorted_by_a_column_holds_the_same_findings(port, column):
    unsorted = rows(port, FindingQuery(settled=True))
    up = rows(port, FindingQuery(settled=True), Sort(column))
    down = rows(port, FindingQuery(settled=True), Sort(column, descending=True))
    assert len({str(row[column]) for row in unsorted}) > 1
    assert [row[column] for row in up] == [row[column] for row in reversed(down)]
    assert sorted(row["id"] for row in up) == sorted(row["id"] for row in unsorted)


def test_pages_make_up_the_whole_list(port):
    source = port.findings(FindingQuery(settled=True))
    whole = source.fetch(0, 1000, None)
    parts = [row for start in range(0, len(whole), 3) for row in source.fetch(start, 3, None)]
    assert parts == whole


def test_a_finding_shows_its_whole_cell_and_its_message(port):
    view = port.finding(first(port, "TEL101"))
    assert (view.value, view.source, view.row) == ("звонить жене", "service", 7)
    assert (view.field, view.card) == ("Phone", "Лебедев Игорь")
    assert view.message.startswith("«звонить жене» holds no phone number.")


def test_a_finding_that_is_no_more_is_none(port):
    assert port.finding(99 * 4096) is None


def test_a_card_without_a_name_goes_by_its_id(port):
    assert port.finding(first(port, "CRD101")).card == "13"


def test_letting_a_value_in_settles_it(port):
    code = first(port, "CLI103")
    assert port.waive([code], Quiet()) == 1
    assert rows(port, FindingQuery(code="CLI103")) == []
    settled = rows(port, FindingQuery(code="CLI103", settled=True))
    assert [row["state"] for row in settled] == ["waived"]
    assert "CLI103" not in {rule.code for rule in port.rules(settled=False)}
    assert "CLI103" in {rule.code for rule in port.rules(settled=True)}


def test_everything_a_query_lists_is_let_in_as_one_decision(port):
    query = FindingQuery(severity=Severity.BLOCK)
    count = len(rows(port, query))
    assert port.waive(query, Quiet()) == count > 1
    assert rows(port, query) == []
    assert port.waive(query, Quiet()) == 0


def test_accepting_takes_only_what_has_a_repair(port, mistyped):
    assert sum(rule.repairable for rule in port.rules(settled=False)) == 3
    untouched = len(rows(port, FindingQuery(code="TEL101")))
    assert port.accept(FindingQuery(), Quiet()) == 3
    assert sum(rule.repairable for rule in port.rules(settled=False)) == 0
    assert len(rows(port, FindingQuery(code="TEL101"))) == untouched


def test_the_repairs_of_one_cell_are_all_taken(port, mistyped, engine):
    port.accept([row["id"] for row in rows(port, FindingQuery(text="Фролов"))], Quiet())
    with reading(engine) as connection:
        found = connection.exec_driver_sql("SELECT value FROM contact WHERE kind = 'email'")
        assert sorted(found.scalars()) == ["petr@mail.ru", "work@yandex.ru"]


def test_what_a_colleague_settled_is_told(port, engine):
    code = first(port, "CLI103")
    BaseCheck(engine, "Ирина").waive([code], Quiet())
    with pytest.raises(KnownError, match="no longer open"):
        port.waive([code], Quiet())


def test_another_value_is_tried_without_being_taken(port):
    wrong = first(port, "TEL101")
    assert port.test(wrong, "8 916 555-12-12") == []
    assert port.test(wrong, "") == []
    assert port.test(wrong, "12")[0].startswith("«12»")
    assert port.finding(wrong).value == "звонить жене"


def test_a_value_that_is_blocked_again_is_not_taken(port):
    wrong = first(port, "TEL101")
    assert port.edit(wrong, "12")
    assert port.finding(wrong).value == "звонить жене"
    assert port.edit(wrong, "8 916 555-12-12") == []
    assert rows(port, FindingQuery(code="TEL101", settled=True)) == []


def test_a_finding_about_the_whole_card_has_no_value_to_correct(port):
    whole = first(port, "CRD101")
    assert port.edit(whole, "Иванов") == port.test(whole, "Иванов")
    assert "Nothing on this card" in port.edit(whole, "Иванов")[0]
