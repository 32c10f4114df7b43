"""What the window remembers about itself; never anything about a client."""

from collections.abc import Sequence
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

from PySide6.QtCore import QByteArray, QSettings

from resources.texts import LANGUAGES, system_language
from ui.look.theme import ThemeChoice

_RECENT = 8


class Settings:
    """Language, theme, geometry, column widths and recent bases of this user."""

    def __init__(self, store: QSettings) -> None:
        self._store = store

    @property
    def language(self) -> str:
        """The language chosen in the window, at first the system's."""
        chosen = str(self._store.value("language", ""))
        return chosen if chosen in LANGUAGES else system_language()

    @language.setter
    def language(self, chosen: str) -> None:
        self._store.setValue("language", chosen)

    @property
    def theme(self) -> ThemeChoice:
        """The theme chosen in the window, at first the system's."""
        chosen = str(self._store.value("theme", ""))
        return ThemeChoice(chosen) if chosen in set(ThemeChoice) else ThemeChoice.SYSTEM

    @theme.setter
    def theme(self, chosen: ThemeChoice) -> None:
        self._store.setValue("theme", chosen.value)

    def geometry(self, name: str) -> QByteArray | None:
        """Where a window or splitter stood, None if it was never shown."""
        value = self._store.value(f"geometry/{name}")
        return value if isinstance(value, QByteArray) else None

    def keep_geometry(self, name: str, value: QByteArray) -> None:
        """Remember where a window or splitter stands."""
        self._store.setValue(f"geometry/{name}", value)

    def widths(self, table: str) -> dict[str, int]:
        """The column widths of a table by column name."""
        text = str(self._store.value(f"widths/{table}", ""))
        pairs = (part.rpartition("=") for part in text.split(";") if "=" in part)
        return {name: int(width) for name, _, width in pairs if width.isdecimal()}

    def keep_widths(self, table: str, widths: dict[str, int]) -> None:
        """Remember the column widths of a table."""
        text = ";".join(f"{name}={width}" for name, width in widths.items())
        self._store.setValue(f"widths/{table}", text)

    @property
    def recent(self) -> list[str]:
        """The bases opened lately, the last one first; passwords are never kept."""
        value = self._store.value("recent", [])
        bases = [value] if isinstance(value, str) else value
        return [str(base) for base in bases] if isinstance(bases, Sequence) else []

    def opened(self, base: str) -> None:
        """Remember that a base was opened."""
        clean = without_password(base)
        others = [known for known in self.recent if known != clean]
        self._store.setValue("recent", [clean, *others][:_RECENT])


def without_password(base: str) -> str:
    """The path or URL of a base without the password a URL may hold."""
    if "://" not in base:
        return base
    parts = urlsplit(base)
    user, at, server = parts.netloc.rpartition("@")
    query = [(key, value) for key, value in parse_qsl(parts.query) if key != "password"]
    return urlunsplit(
        parts._replace(netloc=user.partition(":")[0] + at + server, query=urlencode(query))
    )
