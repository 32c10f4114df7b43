import pytest
from sqlalchemy import inspect, text

from db import journal, tables
from db.base import copy_base, schema_version
from db.engine import connect, reading, writing
from db.errors import KnownError


def test_the_first_schema_has_every_table_and_column_of_the_program(base_url, opened):
    engine = opened(base_url)

    with engine.connect() as connection:
        found = inspect(connection)
        there = {
            name: {column["name"] for column in found.get_columns(name)}
            for name in found.get_table_names()
        }

    assert there.pop("alembic_version")
    assert there == {
        name: set(table.columns.keys()) for name, table in tables.metadata.tables.items()
    }


def test_the_schema_has_every_index_of_the_program(base_url, opened):
    with opened(base_url).connect() as connection:
        there = {
            index["name"]
            for name in tables.metadata.tables
            for index in inspect(connection).get_indexes(name)
        }

    indexes = {one.name for table in tables.metadata.tables.values() for one in table.indexes}
    assert indexes <= there


def test_opening_again_finds_what_was_written(base_url, opened):
    with writing(opened(base_url)) as connection:
        journal.append(connection, "me", "load", {})

    with reading(opened(base_url, create=False)) as connection:
        assert connection.execute(text("SELECT count(*) FROM journal")).scalar() == 1


def test_a_base_that_is_not_there_is_not_made_by_accident(tmp_path, opened):
    with pytest.raises(KnownError, match="no base"):
        opened(str(tmp_path / "none.sverka"), create=False)

    assert not list(tmp_path.iterdir())


def test_a_folder_is_no_base(tmp_path, opened):
    with pytest.raises(KnownError, match="is a folder"):
        opened(str(tmp_path))


def test_a_missing_folder_is_named(tmp_path, opened):
    with pytest.raises(KnownError, match="no folder"):
        opened(str(tmp_path / "none" / "base.sverka"))


def test_another_file_is_not_taken_for_a_base_and_not_touched(tmp_path, opened):
    path = tmp_path / "photo.jpg"
    path.write_bytes(b"\xff\xd8\xff" * 5000)

    with pytest.raises(KnownError, match="not a Sverka base"):
        opened(str(path))

    assert path.read_bytes() == b"\xff\xd8\xff" * 5000


def test_a_database_of_another_program_is_not_taken_over(base_url, opened):
    other = connect(base_url)
    with writing(other) as connection:
        connection.execute(text("CREATE TABLE notes (id INTEGER)"))
    other.dispose()

    with pytest.raises(KnownError, match="other tables"):
        opened(base_url)


def test_a_base_of_a_newer_version_is_refused_and_not_touched(base_url, opened):
    engine = opened(base_url)
    with writing(engine) as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))

    with pytest.raises(KnownError, match="newer version"):
        opened(base_url)

    with reading(engine) as connection:
        assert schema_version(connection) == "9999"


def test_a_copy_of_a_live_base_is_a_base(tmp_path, opened):
    engine = opened(str(tmp_path / "live.sverka"))
    with writing(engine) as connection:
        journal.append(connection, "me", "load", {})

    copy_base(engine, tmp_path / "copy.sverka")

    with reading(opened(str(tmp_path / "copy.sverka"))) as connection:
        assert journal.broken_at(connection) is None
        assert connection.execute(text("SELECT count(*) FROM journal")).scalar() == 1
