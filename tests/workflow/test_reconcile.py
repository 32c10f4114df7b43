import pytest

from db.engine import reading
from db.errors import KnownError
from tests.workflow import dealer
from workflow.load import Order
from workflow.propose import propose
from workflow.reconcile import reconcile
from workflow.review import Verdict, approve, judge
from workflow.verify import verify

ANDREY, ANDREY_AGAIN = 1, 6


def _both(folder):
    return [
        dealer.order(folder, "sales", dealer.SALES),
        dealer.order(folder, "service", dealer.SERVICE),
    ]


def test_one_job_leaves_the_base_that_the_three_steps_leave(opened, tmp_path):
    steps = opened(f"sqlite:///{tmp_path / 'steps.sverka'}")
    dealer.load_both(steps, tmp_path)
    proposed = propose(steps, by="Ольга")
    approved = approve(steps, at=0.9, by="Ольга")
    once = opened(f"sqlite:///{tmp_path / 'once.sverka'}")

    done = reconcile(once, _both(tmp_path), by="Ольга", approve_at=0.9)

    assert approved.count > 0
    assert (done.proposed, done.approved.count) == (proposed, approved.count)
    assert dealer.exported(once) == dealer.exported(steps)
    assert not verify(once).faults


def test_a_job_on_a_base_with_decisions_keeps_to_them(opened, sqlite_url, tmp_path):
    engine = opened(sqlite_url)
    reconcile(engine, _both(tmp_path), by="Ольга")
    judge(engine, Verdict(((ANDREY,), (ANDREY_AGAIN,))), by="Ольга")

    reconcile(engine, _both(tmp_path), by="Ольга", approve_at=0.9)

    ids = dealer.clients(engine)
    assert ids["sales", "101"] != ids["service", "7"]
    assert ids["sales", "102"] == ids["service", "8"]
    assert not verify(engine).faults


def test_nothing_is_approved_where_nobody_asked(opened, sqlite_url, tmp_path):
    engine = opened(sqlite_url)

    done = reconcile(engine, _both(tmp_path), by="Ольга")

    assert done.approved is None
    ids = [client for client in dealer.clients(engine).values() if client]
    assert len(set(ids)) == len(ids) > 1
    assert not verify(engine).faults


@pytest.mark.parametrize("at", [0.0, 1.1])
def test_a_bad_probability_leaves_the_base_empty(opened, sqlite_url, tmp_path, at):
    engine = opened(sqlite_url)

    with pytest.raises(KnownError):
        reconcile(engine, _both(tmp_path), by="Ольга", approve_at=at)

    assert _is_empty(engine)


def test_a_bad_second_file_leaves_nothing_of_the_first(opened, sqlite_url, tmp_path):
    engine = opened(sqlite_url)
    orders = [_both(tmp_path)[0], Order(tmp_path / "missing.csv", kind="service")]

    with pytest.raises(KnownError):
        reconcile(engine, orders, by="Ольга", approve_at=0.9)

    assert _is_empty(engine)


def _is_empty(engine):
    with reading(engine) as connection:
        return connection.exec_driver_sql("SELECT count(*) FROM row").scalar_one() == 0
