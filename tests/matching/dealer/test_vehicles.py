"""Mentions of cars resolved to vehicles."""

import polars as pl
import pytest

from matching.dealer.vehicles import resolve

VIN, NEXT = "XW8ZZZ5NZFG012345", "XW8ZZZ5NZFG012346"
COLUMNS = {
    "vin": pl.Utf8(),
    "body_no": pl.Utf8(),
    "plate": pl.Utf8(),
    "make": pl.Utf8(),
    "model": pl.Utf8(),
}


def frame(*mentions: dict[str, str]) -> pl.DataFrame:
    rows = [
        {"mention": i} | {column: mention.get(column, "") for column in COLUMNS}
        for i, mention in enumerate(mentions)
    ]
    schema = {"mention": pl.Int64()} | COLUMNS
    return pl.DataFrame(rows, schema=schema).with_columns(pl.lit(None, pl.Int32).alias("year"))


def keys(*mentions: dict[str, str]) -> list[str]:
    return resolve(frame(*mentions)).sort("mention")["key"].to_list()


FULL = {"vin": VIN, "plate": "А123ВС77", "make": "VW", "model": "Tiguan"}


@pytest.mark.parametrize(
    ("mention", "key"),
    [
        ({"vin": VIN}, f"VIN:{VIN}"),
        ({"vin": VIN.replace("Z", "2")}, f"VIN:{VIN}"),
        ({"vin": NEXT}, f"VIN:{NEXT}"),
        ({"vin": "012345", "plate": "А123ВС77"}, f"VIN:{VIN}"),
        ({"vin": "012345", "model": "Tiguan"}, f"VIN:{VIN}"),
        ({"vin": "012345", "model": "Polo"}, ""),
        ({"vin": "012345"}, ""),
        ({"vin": VIN[:12], "plate": "А123ВС77"}, f"VIN:{VIN}"),
        ({"plate": "А123ВС77"}, f"VIN:{VIN}"),
        ({"plate": "А123ВС77", "make": "KIA", "model": "Rio"}, "PLATE:А123ВС77|KIA|Rio"),
        ({"plate": "В777ВВ77", "make": "KIA", "model": "Rio"}, "PLATE:В777ВВ77|KIA|Rio"),
        ({"body_no": "NZE1419134919"}, "BODY:NZE1419134919"),
        ({"make": "KIA", "model": "Rio"}, ""),
        ({}, ""),
    ],
)
def test_a_mention_beside_a_full_vin(mention: dict[str, str], key: str) -> None:
    assert keys(FULL, FULL, mention)[2] == key


def test_an_ambiguous_piece_joins_no_vin() -> None:
    other = {"vin": "WVGZZZ7NZFG012345", "model": "Tiguan"}
    assert keys(FULL, other, {"vin": "012345", "model": "Tiguan"})[2] == ""


def test_a_plate_that_moved_to_another_car_names_neither() -> None:
    other = FULL | {"vin": NEXT}
    assert keys(FULL, other, {"plate": "А123ВС77"})[2] == "PLATE:А123ВС77||"


def test_look_alike_vins_of_different_models_are_two_cars() -> None:
    other = {"vin": VIN.replace("Z", "2"), "model": "Polo"}
    assert keys(FULL, other) == [f"VIN:{VIN}", f"VIN:{other['vin']}"]


def test_a_body_number_seen_with_a_vin_is_that_vins() -> None:
    assert keys(FULL | {"body_no": "G012345"}, {"body_no": "G012345"})[1] == f"VIN:{VIN}"


def test_one_plate_with_and_without_a_model_is_one_car() -> None:
    plate = {"plate": "В777ВВ77"}
    assert len(set(keys(plate | {"make": "KIA", "model": "Rio"}, plate))) == 1


def test_the_order_of_the_rows_changes_nothing() -> None:
    mentions = frame(FULL, {"vin": "012345", "model": "Tiguan"}, {"plate": "А123ВС77"}, {})
    turned = resolve(mentions.reverse()).sort("mention")
    assert turned.equals(resolve(mentions).sort("mention"))


def test_no_mentions_give_no_keys() -> None:
    assert resolve(frame()).height == 0
