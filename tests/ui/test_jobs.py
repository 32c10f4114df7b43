import threading

import pytest

from ui.jobs import Job
from workflow.progress import Cancelled


def job(work, clock=lambda: 0.0, failed=None):
    return Job("Work", work, then=lambda _result: None, failed=failed, clock=clock)


def test_a_job_keeps_its_result_or_its_error():
    fine, broken = job(lambda _progress: 7), job(lambda _progress: 1 / 0)
    fine.run()
    broken.run()
    assert (fine.result, fine.error) == (7, None)
    assert isinstance(broken.error, ZeroDivisionError)


def test_a_cancelled_job_stops_at_its_next_report():
    steps = []

    def work(progress):
        for step in range(5):
            progress.report(step, 5)
            steps.append(step)
            one.cancel()

    one = job(work)
    one.run()
    assert steps == [0]
    assert isinstance(one.error, Cancelled)


def test_a_job_cancelled_while_queued_never_starts():
    one = job(lambda _progress: pytest.fail("it ran"))
    one.cancel()
    one.run()
    assert isinstance(one.error, Cancelled)


def test_progress_is_told_at_most_20_times_a_second_and_at_the_end():
    time = iter(number / 1000 for number in range(10_000))
    told = []

    def work(progress):
        for step in range(1, 1001):
            progress.report(step, 1000)

    one = job(work, clock=lambda: next(time))
    one.told = lambda _job, pace: told.append(pace.done)
    one.run()
    assert len(told) <= 22
    assert told[-1] == 1000


def test_rate_and_remaining_time_are_of_the_stage_not_of_the_whole_job():
    moments = iter([0.0, 100.0, 100.0, 110.0])
    told = []

    def work(progress):
        progress.stage("Second")
        progress.report(50, 200)

    one = job(work, clock=lambda: next(moments))
    one.told = lambda _job, pace: told.append(pace)
    one.run()
    assert told[-1].stage == "Second"
    assert told[-1].rate == pytest.approx(5)
    assert told[-1].remaining == pytest.approx(30)


def test_results_arrive_on_the_thread_of_the_window(runner, qtbot):
    seen = []
    main = threading.get_ident()
    for _ in range(50):
        runner.read(threading.get_ident, lambda there: seen.append((there, threading.get_ident())))
    qtbot.waitUntil(lambda: len(seen) == 50)
    assert all(there != main for there, _ in seen)
    assert all(here == main for _, here in seen)
    assert not runner.busy


def test_reading_begins_only_when_the_window_had_time_to_paint(runner, qtbot):
    seen = []
    runner.read(lambda: 1, seen.append)
    assert runner.busy
    assert runner._readers.activeThreadCount() == 0
    qtbot.waitUntil(lambda: seen == [1])


def test_a_reading_job_that_is_followed_tells_how_far_it_is_and_no_bar_shows_it(runner, qtbot):
    told, seen, announced = [], [], []
    runner.started.connect(announced.append)

    def work(progress):
        progress.stage("Sales")
        progress.report(2, 2)
        return 7

    runner.follow(work, seen.append, told=told.append)
    qtbot.waitUntil(lambda: seen == [7])
    assert [(pace.stage, pace.done, pace.total) for pace in told][-1] == ("Sales", 2, 2)
    assert announced == [] and not runner.busy


def test_a_followed_job_is_stopped_by_who_asked_for_it(runner, qtbot):
    started, errors = threading.Event(), []

    def work(progress):
        started.set()
        while True:
            progress.report(0, 0)

    stop = runner.follow(
        work,
        lambda _result: pytest.fail("it ended well"),
        told=lambda _pace: None,
        failed=lambda error: errors.append(error) or True,
    )
    qtbot.waitUntil(started.is_set)
    stop()
    qtbot.waitUntil(lambda: bool(errors))
    assert isinstance(errors[0], Cancelled)


def test_writers_run_one_at_a_time_in_order(runner, qtbot):
    running, order, overlaps = [], [], []

    def work(number):
        running.append(number)
        overlaps.append(len(running))
        running.remove(number)
        return number

    for number in range(20):
        runner.write("Work", lambda _progress, number=number: work(number), order.append)
    qtbot.waitUntil(lambda: len(order) == 20)
    assert order == list(range(20))
    assert set(overlaps) == {1}


def test_a_writing_job_is_announced_told_of_and_finished(runner, qtbot):
    def work(progress):
        progress.stage("Reading")
        progress.report(1, 1)

    names = ["started", "progressed", "progressed", "finished"]
    with qtbot.waitSignals([getattr(runner, name) for name in names], order="strict"):
        runner.write("Loading", work, lambda _result: None)
    assert runner.writing == ()


def test_an_error_that_no_page_tells_is_told_by_the_runner(runner, qtbot):
    with qtbot.waitSignal(runner.failed) as failed:
        runner.read(lambda: 1 / 0, lambda _result: None)
    assert isinstance(failed.args[0], ZeroDivisionError)


def test_an_error_that_a_page_tells_is_told_once(runner, qtbot):
    told, errors = [], []
    runner.failed.connect(told.append)
    runner.read(lambda: 1 / 0, lambda _result: None, lambda error: errors.append(error) or True)
    qtbot.waitUntil(lambda: bool(errors))
    assert told == []


def test_a_cancelled_job_is_no_error(runner, qtbot):
    started, go = threading.Event(), threading.Event()
    told = []
    runner.failed.connect(told.append)

    def work(progress):
        started.set()
        go.wait(5)
        progress.report(1, 2)

    with qtbot.waitSignal(runner.finished):
        runner.write("Work", work, lambda _result: pytest.fail("it ended well"))
        started.wait(5)
        runner.writing[0].cancel()
        go.set()
    assert told == []


def test_shutdown_waits_and_delivers_nothing_more(runner, qapp):
    delivered = []
    started = threading.Event()

    def work(progress):
        started.set()
        while True:
            progress.report(0, 0)

    runner.write("Endless", work, delivered.append)
    runner.read(lambda: 1, delivered.append)
    started.wait(5)
    runner.shutdown()
    qapp.processEvents()
    assert not runner.busy
    assert delivered == []
