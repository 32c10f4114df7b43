import csv
import json
from collections import Counter, defaultdict

import pytest

from bench.generator.build import Order, generate, usual_forms
from bench.generator.service_life.build import LEVELS, MOST_PERSONS
from rules import vin

FILES = ("sales", "service", "bookings", "claims", "surveys")
PERSONS, SEED = 400, 6


def order(out, level, **said):
    return Order(said.get("persons", PERSONS), SEED, level, out, usual_forms(SEED, "csv"))


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    folders = {level: tmp_path_factory.mktemp(level) for level in LEVELS}
    return {level: (generate(order(folder, level)), folder) for level, folder in folders.items()}


def table(path):
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def rows(folder, source):
    form = usual_forms(SEED, "csv").get(source)
    encoding, delimiter = (form.encoding, form.delimiter) if form else ("utf-8-sig", ";")
    with (folder / f"{source}.csv").open(encoding=encoding, newline="") as file:
        return list(csv.DictReader(file, delimiter=delimiter))


def cells(folder, source, *words):
    """The cells of the column that bears one of the words."""
    found = rows(folder, source)
    name = next(word for word in words if word in found[0])
    return [row[name] for row in found]


VIN_WORDS = ("VIN", "VIN-код", "ВИН", "Идентификационный номер", "VIN номер")


def test_the_same_seed_gives_the_same_bytes(made, tmp_path):
    for level, (_, folder) in made.items():
        generate(order(tmp_path / level, level))
        for path in (tmp_path / level).iterdir():
            assert path.read_bytes() == (folder / path.name).read_bytes(), path.name


def test_every_row_has_its_person_but_answers_that_name_nobody(made):
    for summary, folder in made.values():
        truth = table(folder / "truth.csv")
        counted = Counter(row["source"] for row in truth)
        assert counted == {source: summary.rows[source] for source in FILES}
        nameless = {row["source"] for row in truth if not row["person_id"]}
        assert nameless == {"surveys"}


def test_on_clean_files_a_client_has_one_card_in_each_department(made):
    cards = defaultdict(set)
    for row in table(made["clean"][1] / "truth.csv"):
        if row["source"] in {"sales", "service"}:
            cards[row["source"], row["person_id"]].add(row["source_id"])
    assert all(len(codes) == 1 for codes in cards.values())


def test_typed_files_have_several_cards_of_a_client(made):
    cards = defaultdict(set)
    for row in table(made["typed"][1] / "truth.csv"):
        if row["source"] == "service":
            cards[row["person_id"]].add(row["source_id"])
    assert sum(len(codes) > 1 for codes in cards.values()) > len(cards) / 10


def test_on_clean_files_every_vin_is_plain(made):
    for source in ("sales", "service"):
        for text in cells(made["clean"][1], source, *VIN_WORDS):
            assert vin.normalise(text).value == text
    assert table(made["clean"][1] / "truth_values.csv") == []


def test_a_vin_is_read_as_the_true_one_or_stands_among_those_to_put_right(made):
    clean, typed = made["clean"][1], made["typed"][1]
    lost = {(row["source"], row["row"]): row["value"] for row in table(typed / "truth_values.csv")}
    assert lost
    for source in FILES:
        true = cells(clean, source, *VIN_WORDS)
        for number, text in enumerate(cells(typed, source, *VIN_WORDS), start=1):
            value = lost.pop((source, str(number)), None)
            if value is None:
                assert (vin.normalise(text).value or "") == true[number - 1]
            else:
                assert value == true[number - 1]
                assert vin.normalise(text).value is None
    assert lost == {}


def test_a_text_to_put_right_stands_for_one_car_of_its_card(made):
    typed = made["typed"][1]
    meant = defaultdict(set)
    codes = {(row["source"], row["row"]): row["source_id"] for row in table(typed / "truth.csv")}
    texts = {source: cells(typed, source, *VIN_WORDS) for source in FILES}
    for row in table(typed / "truth_values.csv"):
        source, number = row["source"], row["row"]
        text = texts[source][int(number) - 1]
        meant[source, codes[source, number], text].add(row["value"])
    assert all(len(values) == 1 for values in meant.values())


def test_dates_sums_kinds_and_numbers_are_the_same_on_both_levels(made):
    words = (
        ("Вид ремонта", "Вид работ", "Тип ремонта", "Вид обслуживания"),
        ("Номер ТО", "ТО", "№ ТО"),
        ("Плательщик", "Вид оплаты"),
        ("Сумма", "Сумма документа", "Всего", "Сумма ЗН"),
        ("Состояние", "Статус"),
    )
    for columns in words:
        one, other = (cells(folder, "service", *columns) for _, folder in made.values())
        assert one == other


def test_both_levels_tell_the_same_truth_of_every_funnel(made):
    clean, typed = (
        json.loads((folder / "funnels.json").read_text()) for _, folder in made.values()
    )
    assert clean == typed
    assert clean["figures"]["maintenance"]["sold"] > 100
    assert clean["figures"]["reverse"]["reverse"] > 10


def test_files_name_traps_too(made):
    summary, folder = made["typed"]
    assert len(table(folder / "traps.csv")) == summary.traps.total() > 0


def test_a_world_too_large_to_be_held_is_refused(tmp_path):
    with pytest.raises(ValueError, match=str(MOST_PERSONS)):
        generate(order(tmp_path, "clean", persons=MOST_PERSONS + 1))
