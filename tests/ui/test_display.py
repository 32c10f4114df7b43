import pytest

from db.errors import KnownError
from ui import display


@pytest.mark.parametrize("name", ["DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"])
def test_a_screen_or_a_chosen_platform_is_a_display(name):
    assert display.has_display({name: ":0"}, "linux")


def test_linux_without_either_has_none():
    assert not display.has_display({"DISPLAY": ""}, "linux")


@pytest.mark.parametrize("platform", ["win32", "darwin"])
def test_windows_and_macos_always_have_one(platform):
    assert display.has_display({}, platform)


def test_a_window_without_a_display_is_one_sentence(monkeypatch):
    monkeypatch.setattr(display, "has_display", lambda: False)
    with pytest.raises(KnownError, match="no display"):
        display.need_display()
