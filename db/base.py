"""Opening a base: create it, refuse what is not ours, migrate what is older."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

import sqlcipher3.dbapi2
from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import URL, Connection, Engine, inspect

from db.engine import base_url, connect, is_sqlite, told, writing
from db.errors import KnownError
from resources.texts import gettext

_MIGRATIONS = Path(__file__).parent / "migrations"


def open_base(base: str, *, create: bool = False) -> Engine:
    """The engine of a base whose schema is the current one.

    Args:
        base: a file path or an SQLAlchemy URL.
        create: make the base if there is none.

    Raises:
        KnownError: no such base, not a base, a base of a newer version, or no right to open it.
    """
    url = base_url(base)
    _check_file(url, create=create)
    engine = connect(base)
    try:
        with told():
            _bring_up(engine, url, create=create)
    except BaseException:
        engine.dispose()
        raise
    return engine


@contextmanager
def opened(base: str, *, create: bool = False) -> Iterator[Engine]:
    """The engine of a base, closed at the end; as ``open_base``."""
    engine = open_base(base, create=create)
    try:
        yield engine
    finally:
        engine.dispose()


def _check_file(url: URL, *, create: bool) -> None:
    if url.get_backend_name() != "sqlite" or not url.database:
        return
    path = Path(url.database)
    if path.is_dir():
        raise KnownError(
            gettext("“{path}” is a folder. Name the file of the base.").format(path=path)
        )
    if not path.exists():
        if not create:
            raise KnownError(gettext("There is no base “{path}”.").format(path=path))
        if not path.parent.is_dir():
            raise KnownError(
                gettext("There is no folder “{path}” to keep the base in.").format(path=path.parent)
            )
        return


def _bring_up(engine: Engine, url: URL, *, create: bool) -> None:
    with engine.connect() as connection:
        current = MigrationContext.configure(connection).get_current_revision()
        names = inspect(connection).get_table_names()
        connection.rollback()
    script = ScriptDirectory(str(_MIGRATIONS))
    head = script.get_current_head()
    if current == head:
        return
    if current is None:
        if names:
            raise KnownError(gettext("This database is not a Sverka base: it holds other tables."))
        if not create:
            raise KnownError(gettext("There is no base in this database."))
    elif current not in {revision.revision for revision in script.walk_revisions()}:
        raise KnownError(
            gettext(
                "This base was made by a newer version of Sverka. "
                "Install the newer version to open it; the base was not touched."
            )
        )
    else:
        _back_up(engine, url)
    _upgrade(engine)


def _upgrade(engine: Engine) -> None:
    config = Config()
    config.set_main_option("script_location", str(_MIGRATIONS))
    with writing(engine) as connection:
        if MigrationContext.configure(connection).get_current_revision() == _head():
            return  # another window has just done it
        config.attributes["connection"] = connection
        command.upgrade(config, "head")


def _head() -> str | None:
    return ScriptDirectory(str(_MIGRATIONS)).get_current_head()


def schema_version(connection: Connection) -> str:
    """The revision of the base's schema."""
    return MigrationContext.configure(connection).get_current_revision() or ""


def _back_up(engine: Engine, url: URL) -> None:
    """Copy a SQLite base beside itself before a migration; a server has its own backups."""
    if url.get_backend_name() != "sqlite" or not url.database:
        return
    path = Path(url.database)
    stamp = datetime.now(UTC).strftime("%Y%m%d-%H%M%S")
    copy_base(engine, path.with_name(f"{path.stem}.before-{stamp}{path.suffix}"))


def copy_base(engine: Engine, target: Path) -> None:
    """Copy a live SQLite base to a new file through SQLite's own backup."""
    with engine.connect() as connection:
        if not is_sqlite(connection):
            msg = "only a SQLite base is copied as a file"
            raise ValueError(msg)
        copy = sqlcipher3.dbapi2.connect(str(target))
        try:
            connection.connection.driver_connection.backup(copy)  # type: ignore[union-attr]
        finally:
            copy.close()
