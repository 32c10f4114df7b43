from datetime import date

import pytest

from reports.options import Dimension, Options
from ui.pages.reports.options_bar import OptionsBar
from ui.pages.reports.periods import Quick

DAY = date(2025, 10, 31)


@pytest.fixture
def bar(qtbot):
    def values(dimension, then):
        then(["person", "company"] if dimension is Dimension.KIND else ["Kia Rio", "Lada Vesta"])

    made = OptionsBar(values)
    qtbot.addWidget(made)
    made.show_counted(DAY)
    return made


@pytest.fixture
def asked(bar):
    found = []
    bar.asked.connect(found.append)
    return found


def choose(box, data):
    """Choose a line of a box as a person does."""
    box.setCurrentIndex(box.findData(data))
    box.activated.emit(box.currentIndex())


def type_day(field, text):
    field.setText(text)
    field.editingFinished.emit()


def test_at_first_nothing_is_asked_for(bar):
    assert bar.options == Options()


def test_a_quick_choice_sets_both_ends(bar, asked):
    choose(bar.period.quick, Quick.LAST_MONTH)
    assert (asked[-1].since, asked[-1].until) == (date(2025, 9, 1), date(2025, 9, 30))
    assert bar.period.since.text() == "2025-09-01"


def test_a_quick_choice_moves_with_the_reports_day(bar, asked):
    choose(bar.period.quick, Quick.THIS_YEAR)
    type_day(bar.period.day, "30.06.2024")
    assert asked[-1].day == date(2024, 6, 30)
    assert (asked[-1].since, asked[-1].until) == (date(2024, 1, 1), date(2024, 6, 30))


def test_typed_days_are_ones_own_period_unless_they_are_a_quick_one(bar, asked):
    type_day(bar.period.since, "01.02.2025")
    assert bar.period.quick.currentData() == Quick.OWN
    assert asked[-1].since == date(2025, 2, 1)
    type_day(bar.period.since, "")
    assert bar.period.quick.currentData() == Quick.ALL


def test_a_period_that_ends_before_it_begins_is_refused_in_one_sentence(bar, asked):
    type_day(bar.period.since, "01.02.2025")
    type_day(bar.period.until, "01.01.2025")
    assert len(asked) == 1
    assert not bar.refusal.isHidden()
    assert bar.refusal.text() == "✕  The period ends before it begins."
    type_day(bar.period.until, "01.03.2025")
    assert bar.refusal.isHidden() and len(asked) == 2


def test_what_is_no_day_is_refused(bar, asked):
    type_day(bar.period.day, "завтра")
    assert asked == [] and "“завтра” is no day" in bar.refusal.text()


def test_a_slice_and_the_boxes_are_asked_for(bar, asked):
    choose(bar.by, Dimension.BRANCH)
    for box in (bar.other_regions, bar.changed_owners, bar.used_cars):
        box.click()
    assert asked[-1] == Options(
        by=Dimension.BRANCH, other_regions=True, changed_owners=True, used_cars=True
    )


def test_periods_are_compared_only_where_there_is_one(bar, asked):
    assert not bar.compare.isEnabled() and bar.compare.toolTip()
    choose(bar.period.quick, Quick.LAST_MONTH)
    bar.compare.click()
    assert asked[-1].compare
    choose(bar.period.quick, Quick.ALL)
    assert not asked[-1].compare and not bar.compare.isEnabled()


def test_a_filter_offers_the_values_of_its_dimension(bar, asked):
    assert not bar.value.isEnabled()
    choose(bar.only, Dimension.MODEL)
    assert asked[-1].only == {}
    assert bar.value.isEnabled() and bar.value.currentText() == ""
    choose(bar.value, "Kia Rio")
    assert asked[-1].only == {Dimension.MODEL: "Kia Rio"}
    choose(bar.only, None)
    assert asked[-1].only == {} and not bar.value.isEnabled()


def test_codes_are_offered_in_words_and_asked_for_as_codes(bar, asked):
    choose(bar.only, Dimension.KIND)
    bar.value.setCurrentText("company")
    bar.value.lineEdit().editingFinished.emit()
    assert bar.value.itemText(0) == "person"
    assert asked[-1].only == {Dimension.KIND: "company"}


def test_a_value_may_be_typed(bar, asked):
    choose(bar.only, Dimension.MODEL)
    bar.value.setEditText(" Kia Ceed ")
    bar.value.lineEdit().editingFinished.emit()
    assert asked[-1].only == {Dimension.MODEL: "Kia Ceed"}


def test_values_that_come_late_are_not_offered_for_another_dimension(qtbot):
    waiting = []
    bar = OptionsBar(lambda dimension, then: waiting.append((dimension, then)))
    qtbot.addWidget(bar)
    choose(bar.only, Dimension.MODEL)
    choose(bar.only, Dimension.KIND)
    waiting[0][1](["Kia Rio"])
    assert bar.value.count() == 0 and not bar.value.isEnabled()
    waiting[1][1](["person"])
    assert bar.value.count() == 1


def test_clients_of_unknown_consent_are_asked_for(bar, asked):
    bar.without_consent.setChecked(True)
    assert asked == [Options(without_consent=True)]
