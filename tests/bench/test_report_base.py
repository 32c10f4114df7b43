import polars as pl
import pytest

from bench.report_base import blocks, write
from bench.report_facts import Sizes
from db.base import opened

SMALL = Sizes(clients=300, sales=200, orders=900)


def counts(part):
    events = part["event"]
    return {kind: events.filter(pl.col("kind") == kind).height for kind in ("sale", "order")}


def test_there_are_as_many_sales_and_orders_as_asked_for():
    (part,) = blocks(SMALL, seed=1)
    assert counts(part) == {"sale": 200, "order": 900}


def test_every_client_has_a_card_and_every_event_a_card_of_its_source():
    (part,) = blocks(SMALL, seed=1)
    members = part["membership"].join(part["client"], left_on="client_id", right_on="id")
    assert members.height == part["membership"].height
    cards = part["card"].select(card_id="id", source_id="source_id")
    sources = {"sale": 1, "order": 2, "booking": 3, "claim": 4, "survey": 5}
    events = part["event"].join(cards, on="card_id")
    assert events.height == part["event"].height
    assert (events["kind"].replace_strict(sources) == events["source_id"]).all()


def test_the_same_seed_gives_the_same_base():
    one, other = (next(blocks(SMALL, seed=3)) for _ in range(2))
    assert all(one[name].equals(other[name]) for name in one)


def test_parts_of_a_size_add_up():
    parts = [Sizes(10, 7, 23).part(number, 4) for number in range(4)]
    assert sum(part.orders for part in parts) == 23
    assert sum(part.sales for part in parts) == 7


def test_a_base_is_written_and_opens(tmp_path):
    target = tmp_path / "base.sverka"
    assert write(target, SMALL, seed=1).rows["event"] > 1100
    with opened(str(target)) as engine, engine.connect() as connection:
        assert connection.exec_driver_sql("SELECT count(*) FROM client").scalar_one() > 250


def test_a_base_that_is_there_is_left_alone(tmp_path):
    target = tmp_path / "base.sverka"
    target.write_text("mine")
    with pytest.raises(FileExistsError):
        write(target, SMALL, seed=1)
    assert target.read_text() == "mine"
