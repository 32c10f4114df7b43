import csv
from collections import Counter

import pytest

from bench.generator.build import Order, generate, usual_forms

EXTRAS = ("bookings", "claims", "surveys")


def order(out, *, extras):
    return Order(600, 6, "medium", out, usual_forms(6, "csv"), extras=extras)


def table(path, delimiter=","):
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file, delimiter=delimiter))


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    folder = tmp_path_factory.mktemp("extras")
    return generate(order(folder, extras=True)), folder


def test_the_other_files_stay_as_they_are(made, tmp_path):
    generate(order(tmp_path, extras=False))
    for path in tmp_path.iterdir():
        assert path.read_bytes() == (made[1] / path.name).read_bytes(), path.name
    assert not any((tmp_path / f"{source}.csv").exists() for source in EXTRAS)


def test_every_row_is_known_and_a_client_s(made):
    summary, folder = made
    known = {row["person_id"] for row in table(folder / "truth.csv")}
    truth = table(folder / "truth_extras.csv")
    counted = Counter(row["source"] for row in truth)
    assert counted == {source: summary.rows[source] for source in EXTRAS}
    assert {row["person_id"] for row in truth if row["source"] != "surveys"} <= known - {""}


def test_rows_name_orders_and_cars_of_the_service_file(made):
    _, folder = made
    form = usual_forms(6, "csv")["service"]
    text = (folder / "service.csv").read_text(encoding=form.encoding)
    for source in EXTRAS:
        rows = table(folder / f"{source}.csv", ";")
        for row in rows:
            numbers = [row[word] for word in row if word in {"Номер ЗН", "Заказ-наряд"}]
            vins = [row[word] for word in row if word in {"VIN", "ВИН"}]
            assert all(cell in text for cell in numbers + vins)
        assert any(row[word] for row in rows for word in row if word in {"VIN", "ВИН"})
