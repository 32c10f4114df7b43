from pathlib import Path

import pytest

from reports.options import Dimension, Options
from tests.ui.fakes.background import Later, Now
from tests.ui.fakes.reports import FakeReports, people, report
from ui.background import Pace
from ui.pages.reports.presenter import ReportsPresenter
from ui.report_form import Form
from workflow.progress import Cancelled

USED = Options(used_cars=True)


@pytest.fixture
def port():
    return FakeReports()


@pytest.fixture
def presenter(port, now):
    made = ReportsPresenter(port, now)
    made.refresh()
    return made


@pytest.fixture
def slow(port):
    """A presenter whose work waits to be told to go on, with its reports known."""
    made = ReportsPresenter(port, Later())
    made.refresh()
    made._background.go_on()
    return made


def test_the_first_report_is_counted_at_once(presenter, port):
    assert presenter.name == "readiness"
    assert presenter.report.name == "readiness"
    assert port.asked == [("readiness", Options())]
    assert not presenter.counting


def test_another_report_is_counted_when_it_is_picked_and_the_same_is_not(presenter, port):
    presenter.pick("maintenance")
    presenter.pick("maintenance")
    assert [name for name, _ in port.asked] == ["readiness", "maintenance"]


def test_other_options_count_again_and_the_same_do_not(presenter, port):
    presenter.ask(USED)
    presenter.ask(USED)
    assert port.asked[1:] == [("readiness", USED)]


def test_a_newer_request_takes_the_place_of_an_older_one(slow, port):
    background = slow._background
    slow.ask(USED)
    assert background.stopped == [0]
    background.go_on()
    assert slow.report is None and slow.counting
    background.go_on()
    assert slow.report is not None and not slow.counting
    assert port.asked[-1] == ("readiness", USED)


def test_how_far_it_is_is_told_of_the_request_in_hand_only(slow):
    told = []
    slow.paced = lambda: told.append(slow.pace.done)
    slow.ask(USED)
    old, new = slow._background.heard
    old(Pace("", 1, 9, 0.0, None))
    new(Pace("", 2, 9, 0.0, None))
    assert told == [2]


def test_cancelling_keeps_what_was_shown_and_says_that_it_is_unfinished(slow):
    slow._background.go_on()
    before = slow.report
    slow.ask(USED)
    slow.cancel()
    assert not slow.counting and slow.unfinished
    slow._background.go_on()
    assert slow.report is before


def test_a_counting_that_fails_is_told_and_can_be_repeated(port):
    background = Now()
    presenter = ReportsPresenter(port, background)
    port.answer = lambda _name: 1 / 0
    presenter.refresh()
    assert isinstance(background.errors[0], ZeroDivisionError)
    assert presenter.unfinished and not presenter.counting
    port.answer = report
    presenter.count()
    assert presenter.report is not None and not presenter.unfinished


def test_a_stopped_counting_is_no_error(port, now):
    def stop(_name):
        raise Cancelled

    port.answer = stop
    presenter = ReportsPresenter(port, now)
    presenter.refresh()
    assert presenter.unfinished


def test_a_base_that_changed_puts_the_report_out_of_date_until_it_is_counted(presenter):
    presenter.outdate()
    assert presenter.outdated
    presenter.refresh()
    assert not presenter.outdated


def test_a_report_that_is_no_more_gives_place_to_the_first(presenter, port):
    presenter.pick("maintenance")
    port.known = port.entries()[2:]
    presenter.refresh()
    assert presenter.name == presenter.report.name == "own_foreign"


def test_no_reports_at_all_is_known_and_counts_nothing(now):
    port = FakeReports(entries=[])
    presenter = ReportsPresenter(port, now)
    presenter.refresh()
    assert presenter.known and presenter.name == "" and port.asked == []


def test_what_is_behind_a_figure_is_listed_and_shut_with_the_report(presenter):
    presenter.look_behind("came.1")
    assert presenter.behind == people()
    presenter.pick("maintenance")
    assert presenter.behind is None and presenter.behind_key == ""


def test_only_the_list_asked_for_last_is_shown(slow):
    slow._background.go_on()
    slow.look_behind("sold")
    slow.look_behind("came.1")
    slow._background.go_on()
    assert slow.behind is None
    slow._background.go_on()
    assert slow.behind is not None


def test_a_report_without_lists_lists_nothing(presenter, port):
    port.answer = lambda name: report(name, behind=None)
    presenter.count()
    presenter.look_behind("came.1")
    assert presenter.behind_key == ""


def test_values_of_a_dimension_are_handed_on(presenter):
    found = []
    presenter.values(Dimension.KIND, found.append)
    assert found == [["person", "company"]]


def test_a_report_and_a_list_are_written_where_the_user_says(presenter, port):
    said = []
    presenter.told = lambda _tone, text: said.append(text)
    presenter.ask(USED)
    presenter.export(Form.PDF, Path("/here/r.pdf"))
    presenter.save_behind(Path("/here/none.csv"))
    presenter.look_behind("came.1")
    presenter.save_behind(Path("/here/l.csv"))
    assert port.exported == [("readiness", USED, Form.PDF, Path("/here/r.pdf"))]
    assert port.saved == [("Came for maintenance 1", Path("/here/l.csv"))]
    assert said == ["Written to /here/r.pdf.", "Written to /here/l.csv."]


def test_after_leaving_nothing_is_heard(slow):
    heard = []
    for name in ("changed", "counted", "listed", "paced"):
        setattr(slow, name, lambda: heard.append(1))
    slow.leave()
    slow._background.go_on()
    assert heard == [] and slow._background.stopped == [0]


def test_what_was_forgotten_is_counted_only_when_it_is_asked_for(presenter, port):
    presenter.forget()
    assert presenter.report is None and len(port.asked) == 1
    presenter.count()
    assert presenter.report is not None
