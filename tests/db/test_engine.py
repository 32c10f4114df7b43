import pytest
import sqlcipher3.dbapi2

from db.base import open_base
from db.engine import base_url, reading, writing
from db.errors import KnownError

PINNED = {
    "journal_mode": "wal",
    "synchronous": 2,
    "foreign_keys": 1,
    "trusted_schema": 0,
    "secure_delete": 1,
    "cell_size_check": 1,
    "mmap_size": 0,
    "temp_store": 2,
}


def test_the_engine_is_free_of_the_wal_reset_bug():
    assert sqlcipher3.dbapi2.sqlite_version_info >= (3, 51, 3)


@pytest.mark.parametrize(("pragma", "value"), PINNED.items())
def test_every_connection_to_a_file_is_pinned_to_the_safe_settings(
    sqlite_url, opened, pragma, value
):
    engine = opened(sqlite_url)

    with reading(engine) as connection:
        assert value == connection.exec_driver_sql(f"PRAGMA {pragma}").scalar()


def test_a_plain_path_names_a_file():
    assert (
        base_url("a/b.sverka").get_backend_name(),
        base_url("a/b.sverka").database,
    ) == ("sqlite", "a/b.sverka")


@pytest.mark.parametrize("base", ["mysql://server/base", "://", "postgres//x://y"])
def test_an_unknown_kind_of_database_is_refused_in_one_sentence(base):
    with pytest.raises(KnownError, match="not the address of a base"):
        base_url(base)


def fail_while_writing(engine, *, new=False):
    with writing(engine, new=new) as connection:
        connection.exec_driver_sql("INSERT INTO meta (key, value) VALUES ('a', 'b')")
        raise ZeroDivisionError


@pytest.mark.parametrize("new", [False, True])
def test_a_failed_write_leaves_nothing_behind(base_url, opened, new):
    engine = opened(base_url)

    with pytest.raises(ZeroDivisionError):
        fail_while_writing(engine, new=new)

    with reading(engine) as connection:
        assert connection.exec_driver_sql("SELECT count(*) FROM meta").scalar() == 0


def test_a_server_that_does_not_answer_is_told_without_the_password():
    with pytest.raises(KnownError) as told:
        open_base("postgresql://me:secret-word@127.0.0.1:1/base")

    assert "does not answer" in str(told.value)
    assert "secret-word" not in str(told.value)


def journal_mode(connection):
    return connection.exec_driver_sql("PRAGMA journal_mode").scalar()


def test_a_new_base_is_written_straight_and_is_like_any_other_afterwards(sqlite_url, opened):
    engine = opened(sqlite_url)

    with writing(engine, new=True) as connection:
        assert journal_mode(connection) == "delete"
        connection.exec_driver_sql("INSERT INTO meta (key, value) VALUES ('a', 'b')")

    with reading(engine) as connection:
        assert journal_mode(connection) == "wal"
        assert connection.exec_driver_sql("SELECT value FROM meta WHERE key = 'a'").scalar() == "b"


def test_a_new_base_that_others_have_open_is_written_as_any(sqlite_url, opened):
    engine, other = opened(sqlite_url), opened(sqlite_url)

    with reading(other), writing(engine, new=True) as connection:
        assert journal_mode(connection) == "wal"
