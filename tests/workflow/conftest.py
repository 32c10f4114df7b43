import pytest

from tests.workflow import dealer
from workflow.propose import propose


@pytest.fixture
def empty(base_url, opened):
    """An empty base, on SQLite and on PostgreSQL."""
    return opened(base_url)


@pytest.fixture
def engine(sqlite_url, opened, tmp_path):
    """The dealer's two files loaded, his duplicates proposed, nothing decided."""
    engine = opened(sqlite_url)
    dealer.load_both(engine, tmp_path)
    propose(engine, by="Ольга")
    return engine
