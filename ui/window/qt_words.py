"""What Qt itself says and writes: buttons of its dialogs, menus of text fields, decimal signs."""

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator
from PySide6.QtWidgets import QWidget


class QtWords:
    """Qt's own words in the language of a window."""

    def __init__(self, window: QWidget) -> None:
        self._window = window
        self._translator = QTranslator(window)

    def speak(self, language: str) -> None:
        """Let Qt use a language ("ru", "en") in this window; English needs no translation."""
        QCoreApplication.removeTranslator(self._translator)
        folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        if language != "en" and self._translator.load(f"qtbase_{language}", folder):
            QCoreApplication.installTranslator(self._translator)
        QLocale.setDefault(QLocale(language))  # dialogs do not inherit their window's
        self._window.setLocale(QLocale(language))
