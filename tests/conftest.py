"""What every test stands on: no network, one language, and both kinds of base."""

import os
import sys
from collections.abc import Callable, Iterator
from ipaddress import ip_address
from pathlib import Path

import pytest
from hypothesis import settings

from db.base import open_base
from db.engine import Engine
from resources import texts
from tests.postgres import Postgres

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

# A busy machine is no fault; on a build machine the same examples come every time.
settings.register_profile("house", deadline=None, derandomize="CI" in os.environ)
settings.load_profile("house")


def _is_local(host: str) -> bool:
    """Whether the host is this machine, by name or by address."""
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host in {"", "localhost"}


def _stay_local(event: str, args: tuple[object, ...]) -> None:
    """An audit hook that refuses a connection to any machine but this one."""
    if event == "socket.connect":
        address = args[1]
        host = address[0] if isinstance(address, tuple) else ""
    elif event == "socket.getaddrinfo":
        host = args[0] or ""
    else:
        return
    if not _is_local(str(host)):
        msg = f"a test asked the network for {host}"
        raise PermissionError(msg)


sys.addaudithook(_stay_local)


@pytest.fixture(autouse=True)
def _english() -> Iterator[None]:
    """Every test starts in English, whatever the one before it chose."""
    texts.use("en")
    yield
    texts.use("en")


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[Postgres]:
    """One private PostgreSQL server for this process, stopped at its end."""
    server = Postgres.start()
    yield server
    server.stop()


@pytest.fixture
def postgres_url(postgres_server: Postgres) -> Iterator[str]:
    """The URL of an empty PostgreSQL database that only this test sees."""
    name = postgres_server.create_database()
    yield postgres_server.url(name)
    postgres_server.drop_database(name)


@pytest.fixture
def sqlite_url(tmp_path: Path) -> str:
    """The URL of a SQLite base that is not there yet."""
    return f"sqlite:///{(tmp_path / 'base.sverka').as_posix()}"


@pytest.fixture(params=["sqlite", "postgresql"])
def base_url(request: pytest.FixtureRequest) -> str:
    """The URL of an empty base: the test runs once on SQLite and once on PostgreSQL."""
    fixture = "sqlite_url" if request.param == "sqlite" else "postgres_url"
    return str(request.getfixturevalue(fixture))


@pytest.fixture
def opened() -> Iterator[Callable[..., Engine]]:
    """Opens bases as the program does, and closes them all when the test ends."""
    engines: list[Engine] = []

    def open_one(base: str, *, create: bool = True) -> Engine:
        engines.append(open_base(base, create=create))
        return engines[-1]

    yield open_one
    for engine in engines:
        engine.dispose()
