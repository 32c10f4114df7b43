from rules.address_fields import Parts
from rules.address_filling import Filling


def filled():
    parts = Parts()
    return parts, Filling(parts)


def test_a_field_keeps_what_it_was_given_first():
    parts, filling = filled()

    filling.street(["Ленина"], "ул.")
    filling.street(["Мира"], "ул.")
    filling.house("5а")
    filling.house("7")

    assert (parts.street, parts.house) == ("ул. Ленина", "5А")
    assert parts.rest == ["ул. Мира", "7"]


def test_words_without_a_mark_are_a_subject_and_its_town():
    parts, filling = filled()

    filling.unmarked(["ХМАО-Югра", "Сургут"])

    assert parts.region == "Ханты-Мансийский автономный округ — Югра"
    assert parts.city == "Сургут"


def test_a_city_behind_another_town_is_kept_aside():
    parts, filling = filled()

    filling.settlement(["Тула"])
    filling.unmarked(["Москва"])

    assert (parts.city, parts.region, parts.rest) == ("Тула", "", ["Москва"])


def test_what_is_no_region_is_told():
    parts, filling = filled()

    filling.region(["Мордорская"])

    assert (parts.region, parts.unknown_region) == ("", "Мордорская")
