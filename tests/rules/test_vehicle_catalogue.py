from collections import Counter
from importlib.resources import files

from rules import make_model, vehicle_catalogue

LINES = [
    line
    for line in files("resources").joinpath("vehicles.txt").read_text("utf-8").splitlines()
    if line.strip() and not line.startswith("# ")
]


def entries():
    make = ""
    for line in LINES:
        name = line.partition("|")[0].strip()
        if name.startswith("="):
            make = name.lstrip("= ")
        else:
            yield make, name


def test_the_catalogue_is_large_enough_for_the_market():
    makes = [line for line in LINES if line.startswith("=")]

    assert len(makes) >= 80
    assert len(LINES) - len(makes) >= 900


def test_no_make_is_entered_twice():
    names = [line.partition("|")[0] for line in LINES if line.startswith("=")]

    assert len(set(names)) == len(names)


def test_no_model_is_entered_twice():
    assert [entry for entry, number in Counter(entries()).items() if number > 1] == []


def test_every_entry_is_found_by_its_own_name():
    lost = [
        (make, model)
        for make, model in entries()
        if make_model.normalise_parts(make, model).value != make_model.MakeModel(make, model)
    ]

    assert lost == []


def test_a_key_has_one_alphabet_and_no_signs():
    assert vehicle_catalogue.key("Х-Трейл") == vehicle_catalogue.key("x трейл")
