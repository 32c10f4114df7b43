"""What tests of the window share: its look, settings in a file of their own, no job left alive."""

import pytest
from PySide6.QtCore import QSettings

from tests.ui.fakes.background import Now
from ui.jobs import JobRunner
from ui.look.theme import Theme, ThemeChoice
from ui.settings import Settings
from ui.window.application import application


@pytest.fixture(scope="session", autouse=True)
def qapp():
    """The application of the window before anything else makes one: a process bears but one."""
    return application()


@pytest.fixture
def settings(tmp_path):
    return Settings(QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat))


@pytest.fixture
def now():
    """Background work done on the spot; an error that no page tells fails the test."""
    background = Now()
    yield background
    assert background.errors == []


@pytest.fixture
def runner(qapp):
    """Real background work; nothing of it may be alive when the test ends."""
    made = JobRunner()
    yield made
    made.shutdown()


@pytest.fixture
def theme(qapp):
    made = Theme(qapp, ThemeChoice.LIGHT)
    yield made
    made.apply(ThemeChoice.LIGHT)
    made.deleteLater()
