"""The tests' own ground holds: both bases answer, and no test reaches the network."""

import socket
from pathlib import Path

import pytest
from sqlalchemy import create_engine, text

from resources import texts


def test_postgres_gives_each_test_an_empty_database(postgres_url: str) -> None:
    engine = create_engine(postgres_url)
    with engine.begin() as connection:
        count = connection.execute(
            text("SELECT count(*) FROM pg_tables WHERE schemaname = 'public'")
        ).scalar_one()
        connection.execute(text("CREATE TABLE left_behind (id integer)"))
    engine.dispose()
    assert count == 0


test_postgres_gives_the_next_test_an_empty_database_too = (
    test_postgres_gives_each_test_an_empty_database
)


def test_base_url_names_both_kinds_of_base(base_url: str, request: pytest.FixtureRequest) -> None:
    kind = request.node.callspec.params["base_url"]
    assert base_url.startswith(f"{kind}")


def test_sqlite_base_is_not_there_yet(sqlite_url: str) -> None:
    assert not Path(sqlite_url.removeprefix("sqlite:///")).exists()


def test_a_connection_to_another_machine_is_refused() -> None:
    with socket.socket() as connection, pytest.raises(PermissionError, match=r"192\.0\.2\.1"):
        connection.connect(("192.0.2.1", 80))


def test_a_name_of_another_machine_is_not_looked_up() -> None:
    with pytest.raises(PermissionError, match=r"example\.org"):
        socket.getaddrinfo("example.org", 80)


def test_this_machine_may_be_reached() -> None:
    with (
        socket.create_server(("127.0.0.1", 0)) as server,
        socket.create_connection(server.getsockname()) as connection,
    ):
        assert connection.getpeername() == server.getsockname()


def test_every_test_speaks_english_at_first() -> None:
    assert texts.language() == "en"
