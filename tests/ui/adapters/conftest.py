"""One small base, loaded and searched once; every test works on a copy of its own."""

import pytest

from db.base import copy_base, open_base
from tests.ui.adapters import town
from tests.workflow import dealer
from workflow.propose import propose

BY = "Ольга"


@pytest.fixture(scope="session")
def dealers_base(tmp_path_factory):
    """A base with the dealer's two files in it and candidates proposed."""
    folder = tmp_path_factory.mktemp("dealer")
    path = folder / "dealer.sverka"
    engine = open_base(str(path), create=True)
    dealer.load_both(engine, folder)
    propose(engine, by=BY)
    yield engine
    engine.dispose()


@pytest.fixture
def place(dealers_base, tmp_path):
    """Where a copy of the base lies that only this test changes."""
    path = tmp_path / "dealer.sverka"
    copy_base(dealers_base, path)
    return path


@pytest.fixture
def engine(place):
    made = open_base(str(place))
    yield made
    made.dispose()


@pytest.fixture(scope="session")
def town_base(tmp_path_factory):
    """A base with the town's two files in it and candidates proposed."""
    folder = tmp_path_factory.mktemp("town")
    engine = open_base(str(folder / "town.sverka"), create=True)
    town.settle(engine, folder)
    yield engine
    engine.dispose()


@pytest.fixture
def town_engine(town_base, tmp_path):
    """A copy of that base that only this test changes."""
    path = tmp_path / "town.sverka"
    copy_base(town_base, path)
    made = open_base(str(path))
    yield made
    made.dispose()
