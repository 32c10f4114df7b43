"""The language of every text a user sees.

Message ids are the English texts; the Russian ones lie in ``locale/ru/LC_MESSAGES``.
"""

import gettext as gnu
import locale
import os
import sys
from pathlib import Path

DOMAIN = "sverka"
LANGUAGES = {"ru": "Русский", "en": "English"}
_LOCALE = Path(__file__).parent / "locale"


def system_language() -> str:
    """The language of the system's user: "ru" for Russian, else "en"."""
    for variable in ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"):
        value = os.environ.get(variable, "")
        if value:
            return "ru" if value.lower().startswith("ru") else "en"
    if sys.platform == "win32":
        import ctypes  # noqa: PLC0415 - exists on Windows only

        code = ctypes.windll.kernel32.GetUserDefaultUILanguage()
        return "ru" if locale.windows_locale.get(code, "").startswith("ru") else "en"
    name = locale.getlocale()[0] or ""
    return "ru" if name.lower().startswith("ru") else "en"


class _Catalogue:
    """The translations in force; one for the whole process."""

    def __init__(self) -> None:
        self.language = "en"
        self.translations: gnu.NullTranslations = gnu.NullTranslations()

    def use(self, language: str) -> None:
        self.translations = (
            gnu.NullTranslations()
            if language == "en"
            else gnu.translation(DOMAIN, _LOCALE, [language])
        )
        self.language = language


_catalogue = _Catalogue()


def use(language: str) -> None:
    """Speak ``language`` ("ru" or "en") from here on.

    Raises:
        ValueError: the language is neither.
    """
    if language not in LANGUAGES:
        msg = f"language {language!r} is not one of {', '.join(LANGUAGES)}"
        raise ValueError(msg)
    _catalogue.use(language)


def language() -> str:
    """The language in force: "ru" or "en"."""
    return _catalogue.language


def gettext(message: str) -> str:
    """The message in the language in force; an empty message stays empty."""
    return _catalogue.translations.gettext(message) if message else ""


def ngettext(singular: str, plural: str, number: int) -> str:
    """The message in the plural form that fits the number."""
    return _catalogue.translations.ngettext(singular, plural, number)


def marked(message: str) -> str:
    """The message itself, marked for translation where it is shown later (gettext's ``N_``)."""
    return message
