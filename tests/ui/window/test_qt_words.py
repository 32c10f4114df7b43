"""Qt's own words follow the language of the window."""

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QDialog, QDoubleSpinBox, QWidget

from ui.window.qt_words import QtWords


@pytest.fixture
def words(qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    made = QtWords(window)
    made.window = window
    yield made
    made.speak("en")


def details():
    return QCoreApplication.translate("QMessageBox", "Show Details...")


def test_a_dialog_of_qt_speaks_russian_and_english_again(words):
    words.speak("ru")
    assert details() == "Показать подробности..."
    words.speak("en")
    assert details() == "Show Details..."


@pytest.mark.parametrize(("language", "shown"), [("ru", "99,5"), ("en", "99.5")])
def test_numbers_are_written_as_in_the_language(words, language, shown):
    box = QDoubleSpinBox(words.window)
    box.setDecimals(1)
    box.setValue(99.5)
    words.speak(language)
    assert box.text() == shown


def test_a_dialog_opened_later_writes_numbers_alike(words, qtbot):
    words.speak("ru")
    dialog = QDialog(words.window)
    qtbot.addWidget(dialog)
    box = QDoubleSpinBox(dialog)
    box.setValue(0.5)
    assert box.text() == "0,50"
