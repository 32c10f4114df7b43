import pytest
from sqlalchemy import event

from db.engine import is_sqlite, reading
from db.lookup import MOST, Sought, similar
from tests.workflow import dealer

EVERY_WAY = Sought(
    phones=("+79165550199",),
    phone_heads=("+7916555019",),
    vin="XWEHH812BD0456780",
    vin_head="XWEHH812BD045678Z",
    body_no="GX110-0001234",
    plate="А001АА01",
    inn="7707083893",
    emails=("nobody@example.ru",),
    words=("соколов", "андрей"),
    last_word="икт",
)


def test_every_way_of_looking_is_a_walk_of_an_index(sqlite_url, opened, tmp_path):
    engine = opened(sqlite_url)
    dealer.load_both(engine, tmp_path)
    said = []

    def listen(_connection, _cursor, statement, parameters, *_rest):
        said.append((statement, parameters))

    with reading(engine) as connection:
        assert is_sqlite(connection)
        event.listen(engine, "before_cursor_execute", listen)
        similar(connection, EVERY_WAY)
        event.remove(engine, "before_cursor_execute", listen)
        plans = [
            str(line)
            for statement, parameters in said
            for *_ids, line in connection.exec_driver_sql(
                f"EXPLAIN QUERY PLAN {statement}", parameters
            )
        ]
    ways = {name for name in EVERY_WAY.__slots__ if getattr(EVERY_WAY, name)}
    assert len(said) >= len(ways) - 2
    tables = ("contact", "vehicle", "event", "card", "client_word", "membership", "client")
    scans = [line for line in plans if line.startswith("SCAN") and line.split()[1] in tables]
    assert scans == []
    assert sum(" INDEX " in line or "PRIMARY KEY" in line for line in plans) >= len(ways)


@pytest.mark.parametrize("count", [3, 20])
def test_no_more_clients_are_named_than_can_be_shown(empty_base, count, tmp_path):
    rows = [f"{at};Громов Олег Л{'а' * at};89165550{at:03};;;;;;" for at in range(count)]
    dealer.load_text(empty_base, tmp_path, "sales", rows)

    with reading(empty_base) as connection:
        hits = similar(connection, Sought(words=("громов",), last_word="олег"))

    assert len(hits) == min(count, MOST)
    assert len({hit.client_id for hit in hits}) == len(hits)


@pytest.fixture
def empty_base(base_url, opened):
    return opened(base_url)
