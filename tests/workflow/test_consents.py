"""What the columns of consents and refusals make of a card."""

import pytest
from sqlalchemy import select

from db import tables
from db.engine import reading
from tests.workflow import dealer
from workflow.load import Order, load

HEADER = "Код;ФИО;Телефон;Согласие на рассылку;Не звонить;Чёрный список"
CASES = {
    "да;;": ("yes", ""),
    ";;": ("", ""),
    "да;не звонить;": ("no", ""),
    ";да;": ("no", ""),
    ";Отказ;": ("no", ""),
    ";нет;": ("", ""),
    "рассылка запрещена;нет;скандалит": ("no", "yes"),
    "да, до 12.03.2020;;в ЧС": ("", "yes"),
}


@pytest.fixture
def found(engine, tmp_path):
    """consent_ads, blacklist of the card of each case."""
    rows = [f"c{at};Петров Иван;8916234{at}1;{case}" for at, case in enumerate(CASES, 100)]
    path = dealer.write(tmp_path / "consents.csv", HEADER, rows)
    load(engine, Order(path, kind="sales", source="consents"), by="Ольга")
    card = tables.card.c
    statement = (
        select(card.source_key, card.consent_ads, card.blacklist)
        .where(card.source_key.like("c%"))
        .order_by(card.source_key)
    )
    with reading(engine) as connection:
        return {key: (ads, listed) for key, ads, listed in connection.execute(statement)}


def test_a_refusal_is_never_taken_for_a_consent(found):
    assert dict(zip(CASES, found.values(), strict=True)) == CASES
