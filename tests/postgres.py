"""A private PostgreSQL server for the tests, made of the programs installed on this machine."""

import itertools
import os
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from urllib.parse import quote

import psycopg
import pytest

# The server refuses to run as root; these accounts own nothing worth guarding.
_ACCOUNTS = ("postgres", "nobody")
_START_SECONDS = 60
_STOP_SECONDS = 30
_OWNER = "sverka"


def _programs() -> Path:
    """The folder of ``initdb`` and ``postgres``: on the PATH, else the newest Debian installed."""
    found = shutil.which("postgres")
    if found:
        return Path(found).resolve().parent
    folders = sorted(
        Path("/usr/lib/postgresql").glob("*/bin/postgres"),
        key=lambda path: int(path.parts[-3]),
    )
    if not folders:
        pytest.fail("PostgreSQL is not installed: install the package postgresql", pytrace=False)
    return folders[-1].parent


def _account() -> str:
    """The account the server runs as when we are root, "" when we are not."""
    if os.name != "posix" or os.geteuid() != 0:
        return ""
    import pwd  # noqa: PLC0415 - exists on POSIX only

    known = {entry.pw_name for entry in pwd.getpwall()}
    return next(name for name in _ACCOUNTS if name in known)


def _as_account(account: str, command: Sequence[str | Path]) -> list[str]:
    """The command run as the account; on Linux it also ends when the tests are killed."""
    words = [str(word) for word in command]
    setpriv = shutil.which("setpriv")
    if not setpriv:
        return ["runuser", "-u", account, "--", *words] if account else words
    options = ["--pdeathsig", "QUIT"]
    if account:
        options += ["--reuid", account, "--regid", _group(account), "--clear-groups"]
    return [setpriv, *options, *words]


def _group(account: str) -> str:
    import grp  # noqa: PLC0415 - exists on POSIX only
    import pwd  # noqa: PLC0415 - exists on POSIX only

    return grp.getgrgid(pwd.getpwnam(account).pw_gid).gr_name


class Postgres:
    """A running server that listens on a socket in a folder of its own."""

    def __init__(self, folder: Path, process: subprocess.Popen[bytes]) -> None:
        self.folder = folder
        self._process = process
        self._numbers = itertools.count(1)

    @classmethod
    def start(cls) -> "Postgres":
        """A server over a new, empty cluster, ready for connections."""
        programs, account = _programs(), _account()
        # Not under tmp_path: a socket's path may hold 107 bytes, and root's folders are closed.
        folder = Path(tempfile.mkdtemp(prefix="sverka-pg-"))
        if account:
            shutil.chown(folder, account, _group(account))
        data = folder / "data"
        initdb = [programs / "initdb", "--no-sync", "--auth=trust", "--encoding=UTF8"]
        initdb += ["--locale=C", f"--username={_OWNER}", data]
        done = subprocess.run(  # noqa: S603 - PostgreSQL's own programs
            _as_account(account, initdb), capture_output=True, check=False, cwd=folder
        )
        if done.returncode:
            pytest.fail(f"initdb failed: {done.stderr.decode()}", pytrace=False)
        # Speed over durability: the cluster lives as long as the tests do.
        settings = {"fsync": "off", "synchronous_commit": "off", "full_page_writes": "off"}
        settings |= {"listen_addresses": "", "unix_socket_directories": str(folder)}
        settings |= {"max_connections": "50", "shared_buffers": "64MB"}
        command = [programs / "postgres", "-D", data]
        for name, value in settings.items():
            command += ["-c", f"{name}={value}"]
        with (folder / "log").open("wb") as log:
            process = subprocess.Popen(  # noqa: S603 - PostgreSQL's own programs
                _as_account(account, command), stdout=log, stderr=log, cwd=folder
            )
        server = cls(folder, process)
        server._wait()
        return server

    def _wait(self) -> None:
        """Return when the server answers, fail with its log when it does not."""
        deadline = time.monotonic() + _START_SECONDS
        while self._process.poll() is None and time.monotonic() < deadline:
            try:
                psycopg.connect(self._conninfo("postgres")).close()
            except psycopg.OperationalError:
                time.sleep(0.05)
            else:
                return
        log = (self.folder / "log").read_text(errors="replace")
        self.stop()
        pytest.fail(f"PostgreSQL did not start: {log}", pytrace=False)

    def _conninfo(self, database: str) -> str:
        return f"host='{self.folder}' user={_OWNER} dbname={database}"

    def _run(self, statement: str) -> None:
        with psycopg.connect(self._conninfo("postgres"), autocommit=True) as connection:
            connection.execute(statement.encode())

    def create_database(self) -> str:
        """The name of a new, empty database."""
        name = f"base_{next(self._numbers)}"
        self._run(f"CREATE DATABASE {name}")
        return name

    def drop_database(self, name: str) -> None:
        """Drop the database together with the connections a test left open."""
        self._run(f"DROP DATABASE {name} WITH (FORCE)")

    def url(self, name: str) -> str:
        """The SQLAlchemy URL of a database of this server."""
        return f"postgresql+psycopg://{_OWNER}@/{name}?host={quote(str(self.folder))}"

    def stop(self) -> None:
        """End the server at once and remove its folder."""
        if self._process.poll() is None:
            self._process.send_signal(signal.SIGINT)
            self._process.wait(_STOP_SECONDS)
        shutil.rmtree(self.folder, ignore_errors=True)
