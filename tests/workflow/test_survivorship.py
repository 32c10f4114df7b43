from datetime import date

import polars as pl

from db import bulk, tables
from workflow.survivorship import survive

CHOICES = {"card_id": pl.Int64(), "field": pl.String(), "seq": pl.Int64()}


def cards(*given: dict[str, object]) -> pl.DataFrame:
    """Cards of client 1, each with what is given and nothing else."""
    frame = bulk.empty(tables.card)
    texts = {name: "" for name, kind in frame.schema.items() if kind == pl.String}
    rows = [
        {**dict.fromkeys(frame.columns), **texts, "id": at, "kind": "person", **card}
        for at, card in enumerate(given, start=1)
    ]
    return pl.DataFrame(rows, schema=frame.schema).with_columns(pl.lit(1).alias("client_id"))


def contacts(*given: tuple[int, str, str]) -> pl.DataFrame:
    rows = [
        {"card_id": card, "kind": kind, "value": value, "tail": "", "extension": "", "position": at}
        for at, (card, kind, value) in enumerate(given)
    ]
    return pl.DataFrame(rows, schema=bulk.empty(tables.contact).schema)


def golden(found, field):
    """card_id and reason of a client's golden value."""
    row = found.golden.filter(pl.col("field") == field)
    return row.select("card_id", "reason").rows()[0] if row.height else None


NO_CHOICES = pl.DataFrame(schema=CHOICES)


def test_a_full_name_survives_over_initials():
    found = survive(
        cards(
            {"last_name": "Петров", "first_name": "И.", "patronymic": "И."},
            {"last_name": "Петров", "first_name": "Иван", "patronymic": "Ильич"},
        ),
        contacts(),
        NO_CHOICES,
    )

    assert golden(found, "name") == (2, "fullest")
    assert found.clients.select("last_name", "first_name", "patronymic").rows() == [
        ("Петров", "Иван", "Ильич")
    ]


def test_what_most_cards_agree_on_survives():
    found = survive(
        cards(
            {"birth_date": date(1980, 1, 2)},
            {"birth_date": date(1980, 2, 1)},
            {"birth_date": date(1980, 2, 1)},
        ),
        contacts(),
        NO_CHOICES,
    )

    assert golden(found, "birth_date") == (2, "agreed")


def test_of_equals_the_latest_seen_survives():
    found = survive(
        cards(
            {"inn": "500100732259", "seen": date(2020, 1, 1)},
            {"inn": "771234567804", "seen": date(2024, 1, 1)},
        ),
        contacts(),
        NO_CHOICES,
    )

    assert golden(found, "inn") == (2, "latest")


def test_a_persons_choice_beats_every_rule():
    choices = pl.DataFrame({"card_id": [1], "field": ["inn"], "seq": [3]}, schema=CHOICES)

    found = survive(
        cards(
            {"inn": "500100732259", "seen": date(2020, 1, 1)},
            {"inn": "771234567804", "seen": date(2024, 1, 1)},
        ),
        contacts(),
        choices,
    )

    assert golden(found, "inn") == (1, "chosen")


def test_a_field_that_no_card_fills_has_no_golden_value():
    found = survive(cards({"last_name": "Петров"}), contacts(), NO_CHOICES)

    assert golden(found, "inn") is None
    assert found.clients["inn"].to_list() == [""]


def test_every_phone_is_kept_and_the_most_agreed_comes_first():
    found = survive(
        cards({}, {}),
        contacts(
            (1, "phone", "+79160000001"),
            (1, "phone", "+79160000002"),
            (2, "phone", "+79160000002"),
            (2, "email", "p@example.org"),
        ),
        NO_CHOICES,
    )

    assert found.clients.select("phones", "emails").rows() == [
        ("+79160000002; +79160000001", "p@example.org")
    ]


def test_the_strictest_word_on_consent_and_black_list_wins():
    found = survive(
        cards({"consent_ads": "yes"}, {"consent_ads": "no"}, {"blacklist": "yes"}),
        contacts(),
        NO_CHOICES,
    )

    assert found.clients.select("consent_ads", "blacklist", "consent_pd").rows() == [
        ("no", "yes", "")
    ]


def test_a_fuller_address_of_the_same_town_is_another_value():
    found = survive(
        cards(
            {"city": "Пермь", "street": "Лесная", "address": "Пермь, Лесная"},
            {"city": "Пермь", "street": "Лесная", "house": "3", "address": "Пермь, Лесная 3"},
        ),
        contacts(),
        NO_CHOICES,
    )

    assert golden(found, "address") == (2, "fullest")


def test_two_spellings_of_one_address_agree():
    found = survive(
        cards(
            {"city": "Пермь", "house": "3", "address": "Пермь, д. 3"},
            {"city": "Пермь", "house": "3", "address": "г. Пермь, дом 3"},
        ),
        contacts(),
        NO_CHOICES,
    )

    assert golden(found, "address") == (1, "only")
