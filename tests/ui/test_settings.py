import pytest
from PySide6.QtCore import QByteArray

from ui.look.theme import ThemeChoice
from ui.settings import without_password


def test_at_first_the_system_decides_about_language_and_theme(settings, monkeypatch):
    monkeypatch.setenv("LANGUAGE", "ru_RU")
    assert settings.language == "ru"
    assert settings.theme is ThemeChoice.SYSTEM


def test_choices_are_remembered(settings):
    settings.language = "en"
    settings.theme = ThemeChoice.DARK
    settings.keep_geometry("window", QByteArray(b"\x01\x02"))
    settings.keep_widths("clients", {"name": 210, "city": 90})
    assert settings.language == "en"
    assert settings.theme is ThemeChoice.DARK
    assert settings.geometry("window") == QByteArray(b"\x01\x02")
    assert settings.widths("clients") == {"name": 210, "city": 90}


def test_nonsense_in_the_file_is_as_good_as_nothing(settings, monkeypatch):
    monkeypatch.setenv("LANGUAGE", "en")
    settings._store.setValue("language", "klingon")
    settings._store.setValue("theme", "purple")
    settings._store.setValue("widths/clients", "name=wide;=;x")
    assert settings.language == "en"
    assert settings.theme is ThemeChoice.SYSTEM
    assert settings.widths("clients") == {}
    assert settings.geometry("window") is None


def test_recent_bases_come_last_opened_first_once_each_and_only_a_few(settings):
    for number in range(10):
        settings.opened(f"/bases/{number}.sverka")
    settings.opened("/bases/5.sverka")
    assert settings.recent[:2] == ["/bases/5.sverka", "/bases/9.sverka"]
    assert len(settings.recent) == len(set(settings.recent)) == 8


def test_one_recent_base_survives_the_file_format(settings):
    settings.opened("/bases/only.sverka")
    settings._store.sync()
    assert settings.recent == ["/bases/only.sverka"]


@pytest.mark.parametrize(
    ("place", "kept"),
    [
        ("postgresql://olga:secret@db/sverka", "postgresql://olga@db/sverka"),
        ("postgresql://db/sverka", "postgresql://db/sverka"),
        ("postgresql://db/sverka?password=s&user=o", "postgresql://db/sverka?user=o"),
        (r"C:\bases\dealer.sverka", r"C:\bases\dealer.sverka"),
    ],
)
def test_a_password_is_never_remembered(settings, place, kept):
    assert without_password(place) == kept
    settings.opened(place)
    assert settings.recent == [kept]
