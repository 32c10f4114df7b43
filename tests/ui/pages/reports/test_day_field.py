from datetime import date

import pytest

from ui.pages.reports.day_field import DayField


@pytest.fixture
def field(qtbot):
    made = DayField()
    qtbot.addWidget(made)
    return made


def test_a_day_is_told_and_written_as_the_language_does(field, qtbot):
    field.setText("31.12.2025")
    with qtbot.waitSignal(field.changed) as told:
        field.editingFinished.emit()
    assert told.args == [date(2025, 12, 31)]
    assert field.text() == "2025-12-31"


def test_the_same_day_again_is_told_to_nobody(field, qtbot):
    field.show_day(date(2025, 12, 31))
    with qtbot.assertNotEmitted(field.changed):
        field.editingFinished.emit()


def test_what_is_no_day_is_refused_and_the_day_before_stays(field, qtbot):
    field.show_day(date(2025, 1, 1))
    field.setText("99.99.2025")
    with qtbot.waitSignal(field.refused) as told, qtbot.assertNotEmitted(field.changed):
        field.editingFinished.emit()
    assert "no day" in told.args[0]
    assert field.day == date(2025, 1, 1)
    assert field.property("tone") == "block"


def test_an_emptied_field_is_no_day(field, qtbot):
    field.show_day(date(2025, 1, 1))
    field.clear()
    with qtbot.waitSignal(field.changed) as told:
        field.editingFinished.emit()
    assert told.args == [None]
