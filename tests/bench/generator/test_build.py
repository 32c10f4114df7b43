import csv
from collections import Counter

import pytest
from python_calamine import CalamineWorkbook

from bench.generator.build import FileForm, Order, generate, usual_forms
from bench.generator.dirt_kinds import (
    CAR_KINDS,
    CAR_MOVES,
    CARD_KINDS,
    CARD_MOVES,
    ORDER_KINDS,
    SALE_KINDS,
)

KINDS = (*CARD_KINDS, *CARD_MOVES, *CAR_KINDS, *CAR_MOVES, *SALE_KINDS, *ORDER_KINDS)
TRAPS = {
    "spouses", "parent_child", "siblings", "namesake", "new_owner", "company_driver",
    "recycled_phone", "similar_company",
}  # fmt: skip
PERSONS = 1500


def order(out, *, persons=PERSONS, seed=6, level="medium", forms=None):
    return Order(persons, seed, level, out, forms or usual_forms(seed, "csv"))


def table(path):
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def lines(path, form):
    with path.open(encoding=form.encoding, newline="") as file:
        return list(csv.reader(file, delimiter=form.delimiter))


def contents(folder):
    return {path.name: path.read_bytes() for path in folder.iterdir()}


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    folder = tmp_path_factory.mktemp("medium")
    form = FileForm("csv", "cp1251", ";", titled=True)
    return generate(order(folder, forms={"sales": form, "service": form})), folder, form


@pytest.fixture(scope="module")
def truth(made):
    return table(made[1] / "truth.csv")


def test_same_seed_gives_same_bytes(tmp_path):
    for name in ("one", "two"):
        generate(order(tmp_path / name, persons=300))
    assert contents(tmp_path / "one") == contents(tmp_path / "two")


def test_another_seed_gives_other_people(tmp_path):
    for seed in (1, 2):
        generate(order(tmp_path / str(seed), persons=300, seed=seed))
    assert contents(tmp_path / "1") != contents(tmp_path / "2")


def test_workbooks_have_the_same_bytes_too(tmp_path):
    forms = usual_forms(5, "xlsx")
    for name in ("one", "two"):
        generate(order(tmp_path / name, persons=300, forms=forms))
    assert contents(tmp_path / "one") == contents(tmp_path / "two")


def test_truth_names_every_data_row_exactly_once(made, truth):
    summary, _, _ = made
    for source in ("sales", "service"):
        rows = [int(row["row"]) for row in truth if row["source"] == source]
        assert rows == list(range(1, summary.rows[source] + 1))


def test_truth_points_at_the_line_that_holds_the_id(made, truth):
    _, folder, form = made
    files = {source: lines(folder / f"{source}.csv", form) for source in ("sales", "service")}
    for row in truth:
        assert row["source_id"] in files[row["source"]][int(row["line"]) - 1]


def test_what_truth_does_not_name_is_no_data(made, truth):
    _, folder, form = made
    for source in ("sales", "service"):
        named = {int(row["line"]) for row in truth if row["source"] == source}
        every = lines(folder / f"{source}.csv", form)
        rest = [cells for number, cells in enumerate(every, start=1) if number not in named]
        filled = [sum(bool(cell) for cell in cells) for cells in rest]
        header = filled.index(max(filled))
        assert all(count <= 2 for place, count in enumerate(filled) if place != header)


def test_one_source_id_is_one_person(truth):
    people = {}
    for row in truth:
        people.setdefault((row["source"], row["source_id"]), set()).add(row["person_id"])
    assert all(len(keys) == 1 for keys in people.values())


def test_junk_has_no_person_and_people_have_several_cards(truth):
    cards = {(row["source"], row["source_id"]): row["person_id"] for row in truth}
    sizes = Counter(person for person in cards.values() if person)
    assert "" in cards.values()
    assert sum(size > 1 for size in sizes.values()) > len(sizes) / 5


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_every_kind_of_dirt_occurs(made, kind):
    assert made[0].dirt[kind.name] > 0


def test_every_kind_of_trap_occurs_and_joins_two_clients(made, truth):
    summary, folder, _ = made
    person = {(row["source"], row["source_id"]): row["person_id"] for row in truth}
    traps = table(folder / "traps.csv")
    assert {trap["kind"] for trap in traps} == TRAPS == set(summary.traps)
    for trap in traps:
        left = person[trap["left_source"], trap["left_id"]]
        right = person[trap["right_source"], trap["right_id"]]
        assert left and right and left != right


def test_more_dirt_at_a_higher_level(tmp_path):
    counts = []
    for level in ("light", "medium", "heavy"):
        summary = generate(order(tmp_path / level, persons=600, level=level))
        counts.append(sum(summary.dirt[kind.name] for kind in KINDS) / summary.rows.total())
    assert counts == sorted(counts)
    assert counts[2] > 2 * counts[0]


def test_rows_per_person_stay_near_two_and_a_half(made):
    assert 2.1 < made[0].rows.total() / PERSONS < 2.9


def test_a_workbook_holds_numbers_where_a_dealer_s_would(tmp_path):
    forms = {"sales": FileForm("csv"), "service": FileForm("xlsx")}
    summary = generate(order(tmp_path, persons=300, forms=forms))
    sheet = CalamineWorkbook.from_path(str(summary.paths["service"])).get_sheet_by_index(0)
    kinds = {type(cell).__name__ for row in sheet.to_python()[4:] for cell in row}
    assert {"str", "float", "date"} <= kinds


def test_districts_made_apart_make_one_town(tmp_path):
    summary = generate(order(tmp_path, persons=4300))
    rows = table(tmp_path / "truth.csv")
    people = {row["person_id"] for row in rows if row["person_id"].startswith("P")}
    assert max(people) > "P0004000"
    cards = {(row["source"], row["source_id"]): row["person_id"] for row in rows}
    owners = Counter(cards[row["source"], row["source_id"]] == row["person_id"] for row in rows)
    assert owners == {True: summary.rows.total()}
