import pytest

from db.errors import KnownError
from ui.adapters.bases import LocalBases


@pytest.fixture
def bases():
    return LocalBases("Ольга")


def test_an_opened_base_says_what_it_is_and_who_works(bases, place):
    workspace = bases.open(str(place))
    assert (workspace.name, workspace.place, workspace.reviewer) == (
        "dealer",
        str(place),
        "Ольга",
    )
    assert workspace.sources.loads().count() == 2
    bases.close(workspace)
    bases.close(workspace)


def test_a_base_that_is_not_there_is_one_sentence(bases, tmp_path):
    with pytest.raises(KnownError, match="There is no base"):
        bases.open(str(tmp_path / "none.sverka"))


def test_a_new_base_is_empty(bases, tmp_path):
    workspace = bases.create(str(tmp_path / "new.sverka"))
    assert workspace.sources.loads().count() == 0
    assert workspace.check.rules(settled=True) == []
    bases.close(workspace)


def test_a_new_base_does_not_take_the_place_of_a_file(bases, place):
    before = place.read_bytes()
    with pytest.raises(KnownError, match="is there already"):
        bases.create(str(place))
    assert place.read_bytes() == before


def test_a_base_on_a_server_goes_by_its_database_and_server(bases, postgres_url):
    workspace = bases.create(postgres_url)
    assert workspace.name.split(" · ")[0] == postgres_url.partition("?")[0].rpartition("/")[2]
    assert "@" not in workspace.name
    bases.close(workspace)
