from PySide6.QtWidgets import QMessageBox, QWidget

from db.errors import KnownError
from ui import failures


def caught(error):
    try:
        raise error
    except type(error) as known:
        return known


def shown(qtbot, error):
    window = QWidget()
    qtbot.addWidget(window)
    failures.tell(window, error)
    return window, window.findChild(QMessageBox)


def test_the_place_of_an_error_is_told_without_its_text():
    place = failures.where(caught(ValueError("Иванов Иван, +7 916 000-11-22")))
    assert place.startswith("ValueError")
    assert "tests/ui/test_failures.py" in place
    assert "Иванов" not in place
    assert "916" not in place


def test_a_known_error_is_one_sentence(qtbot):
    _window, box = shown(qtbot, caught(KnownError("The disk is full.")))
    assert box.text() == "The disk is full."
    assert box.detailedText() == ""


def test_a_bug_shows_where_it_is_and_nothing_of_a_client(qtbot):
    _window, box = shown(qtbot, caught(RuntimeError("Петров Пётр")))
    everything = box.text() + box.informativeText() + box.detailedText()
    assert "RuntimeError" in box.detailedText()
    assert "Петров" not in everything
