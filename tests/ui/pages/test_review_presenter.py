from dataclasses import replace

import pytest

from tests.ui.fakes.background import NOW, Later
from tests.ui.fakes.review import FakeReview, group, small_groups
from ui.look.colours import Tone
from ui.pages.review.ports import Outcome, QueueOrder, Verdict
from ui.pages.review.presenter import ReviewPresenter


@pytest.fixture
def port():
    return FakeReview()


@pytest.fixture
def told():
    return []


@pytest.fixture
def presenter(port, now, told):
    made = ReviewPresenter(port, now)
    made.told = lambda tone, text: told.append((tone, text))
    made.refresh()
    return made


def test_the_first_group_of_the_queue_is_in_hand_with_all_its_cards_ticked(presenter):
    assert presenter.group.group_id == 1
    assert presenter.ticked == {1, 2, 3}
    assert (presenter.state.done, presenter.state.left) == (0, 9)


def test_a_verdict_is_recorded_and_the_next_group_is_shown(presenter, port):
    presenter.decide(Verdict.DIFFERENT)
    decision, _ = port.decided[0]
    assert (decision.group_id, decision.verdict, decision.cards) == (
        1,
        Verdict.DIFFERENT,
        (1, 2, 3),
    )
    assert decision.version == "v1"
    assert presenter.group.group_id == 2
    assert (presenter.state.done, presenter.state.left) == (1, 8)


def test_the_next_group_was_read_ahead(port, told):
    later = Later()
    presenter = ReviewPresenter(port, later)
    presenter.refresh()
    while later.waiting:
        later.go_on()
    asked = []
    port.group = asked.append
    presenter.skip()
    assert presenter.group.group_id == 2
    assert asked == []


def test_one_member_is_left_out_and_the_rest_become_one_client(presenter, port):
    presenter.tick(3, wanted=False)
    presenter.decide(Verdict.SAME)
    decision, _ = port.decided[0]
    assert (decision.cards, decision.dropped) == ((1, 2), (3,))


def test_a_verdict_needs_two_cards(presenter, port, told):
    presenter.tick(2, wanted=False)
    presenter.tick(3, wanted=False)
    presenter.decide(Verdict.SAME)
    assert port.decided == []
    assert told[0][0] is Tone.WARN


def test_a_chosen_value_is_shown_and_goes_with_the_decision(presenter, port):
    presenter.choose("address", 2)
    assert presenter.golden["address"].values == ("г. Тверь, Примерная улица, д. 7",)
    presenter.decide(Verdict.SAME)
    assert port.decided[0][0].golden == {"address": 2}


def test_choosing_again_and_leaving_the_card_out_take_the_choice_back(presenter):
    presenter.choose("address", 2)
    presenter.choose("address", 2)
    assert presenter.chosen == {}
    presenter.choose("address", 2)
    presenter.tick(2, wanted=False)
    assert presenter.chosen == {}
    presenter.choose("address", 2)
    assert presenter.chosen == {}


def test_chosen_values_matter_only_for_the_same_client(presenter, port):
    presenter.choose("address", 2)
    presenter.decide(Verdict.DIFFERENT)
    assert port.decided[0][0].golden == {}


@pytest.mark.parametrize(("asked", "recorded"), [("spouse", "spouse"), ("", "other")])
def test_a_relation_is_recorded_with_its_kind(presenter, port, asked, recorded):
    presenter.decide(Verdict.RELATED, asked)
    assert port.decided[0][0].relation == recorded


def test_every_decision_has_an_id_of_its_own(presenter, port):
    presenter.decide(Verdict.SAME)
    presenter.decide(Verdict.SAME)
    assert len({decision.decision_id for decision, _ in port.decided}) == 2


def test_a_second_verdict_before_the_first_is_on_disk_is_ignored(port):
    later = Later()
    presenter = ReviewPresenter(port, later)
    presenter.refresh()
    while later.waiting:
        later.go_on()
    presenter.decide(Verdict.SAME)
    presenter.decide(Verdict.DIFFERENT)
    presenter.skip()
    while later.waiting:
        later.go_on()
    assert [decision.verdict for decision, _ in port.decided] == [Verdict.SAME]


def test_who_decided_first_is_told_by_name(presenter, port, told):
    port.refuse = Outcome(accepted=False, by="Pavel Rogov", at=NOW)
    presenter.decide(Verdict.SAME)
    assert told == [(Tone.WARN, "Pavel Rogov decided this first (2026-11-20 14:05).")]
    assert presenter.state.done == 0
    assert presenter.group.group_id == 2
    assert not presenter.can_undo


def test_undo_brings_the_group_back_and_goes_further_back_each_time(presenter, port):
    presenter.decide(Verdict.SAME)
    presenter.decide(Verdict.DIFFERENT)
    presenter.undo()
    assert presenter.group.group_id == 2
    presenter.undo()
    assert presenter.group.group_id == 1
    assert presenter.state.done == 0
    assert not presenter.can_undo
    presenter.undo()
    assert len(port.undone) == 2


def test_what_one_was_unsure_of_is_shown_when_asked_for_and_decided_there(presenter, port):
    presenter.decide(Verdict.UNSURE)
    presenter.decide(Verdict.UNSURE)
    assert presenter.state.postponed == 2

    presenter.show_unsure(wanted=True)

    assert [item.group_id for item in presenter.queue] == [1, 2]
    assert presenter.group.group_id == 1
    presenter.decide(Verdict.SAME)
    assert presenter.group.group_id == 2
    assert (presenter.state.done, presenter.state.left, presenter.state.postponed) == (1, 7, 1)


def test_after_the_last_unsure_group_the_others_are_shown_again(presenter):
    presenter.decide(Verdict.UNSURE)
    presenter.show_unsure(wanted=True)

    presenter.decide(Verdict.DIFFERENT)

    assert not presenter.unsure
    assert presenter.group.group_id == 2
    assert len(presenter.queue) == 8


def test_undo_goes_back_to_the_queue_that_the_decision_was_made_in(presenter, port):
    presenter.decide(Verdict.UNSURE)
    presenter.show_unsure(wanted=True)
    presenter.decide(Verdict.DIFFERENT)

    presenter.undo()
    assert presenter.unsure
    assert presenter.group.group_id == 1

    presenter.undo()
    assert not presenter.unsure
    assert presenter.group.group_id == 1
    assert presenter.state.postponed == 0


def test_what_was_read_for_the_other_queue_comes_too_late(port):
    later = Later()
    presenter = ReviewPresenter(port, later)
    port.unsure = {9: port.groups.pop(9)}
    presenter.refresh()
    presenter.show_unsure(wanted=True)
    while later.waiting:
        later.go_on()

    assert [item.group_id for item in presenter.queue] == [9]
    assert presenter.group.group_id == 9


def test_skipped_groups_come_back_when_nothing_else_is_left(now):
    presenter = ReviewPresenter(FakeReview(small_groups()[:3]), now)
    presenter.refresh()
    presenter.skip()
    presenter.decide(Verdict.SAME)
    presenter.decide(Verdict.SAME)
    assert presenter.group.group_id == 2
    presenter.decide(Verdict.SAME)
    assert presenter.group is None
    assert presenter.queue == []


def test_a_failed_decision_leaves_the_group_in_hand(port, now):
    presenter = ReviewPresenter(port, now)
    presenter.refresh()
    port.decide = lambda _decision: 1 / 0
    presenter.decide(Verdict.SAME)
    assert presenter.group.group_id == 1
    assert not presenter.deciding
    assert isinstance(now.errors.pop(), ZeroDivisionError)


def test_bulk_approval_says_what_it_did(presenter, port, told):
    presenter.approve(0.9)
    assert port.approved == [0.9]
    assert told == [(Tone.GOOD, "3 groups approved at 90% or more, as one decision.")]
    assert presenter.state.left == 6


def test_another_order_starts_from_the_beginning(presenter, port):
    asked = []
    queue = port.queue
    port.queue = lambda order, limit, **kind: asked.append(order) or queue(order, limit, **kind)
    presenter.skip()
    presenter.reorder(QueueOrder.DOUBTFUL)
    assert asked == [QueueOrder.DOUBTFUL]
    assert presenter.group.group_id == 1


def test_a_group_decided_elsewhere_gives_way_to_the_next(presenter, port):
    del port.groups[1]
    presenter.refresh()
    assert presenter.group.group_id == 2


def test_a_group_asked_for_is_in_hand_though_the_queue_was_not_read_so_far(presenter, port):
    beyond = port.groups[7]
    port.queue = lambda _order, _limit, *, unsure=False: FakeReview.queue(port, None, 3)
    presenter.ask(7)
    presenter.refresh()
    assert presenter.group is beyond
    presenter.decide(Verdict.DIFFERENT)
    assert presenter.group.group_id == 1


def test_a_group_asked_for_waits_for_nothing_that_was_read_before(port):
    later = Later()
    presenter = ReviewPresenter(port, later)
    presenter.refresh()
    presenter.ask(4)
    while later.waiting:
        later.go_on()
    assert presenter.group.group_id == 4


def test_a_group_asked_for_that_is_no_more_gives_way_to_the_first(presenter):
    presenter.ask(999)
    assert presenter.group.group_id == 1


def test_reasons_of_a_pair_are_one_sentence_and_of_more_cards_one_for_each_pair(presenter):
    assert presenter.reasons() == [
        "1 and 2: Same phone, birth date and car; the surname has a typo.",
        "2 and 3: Same phone, but another first name: perhaps spouses.",
    ]
    presenter.open(2)
    assert presenter.reasons() == ["Same phone, birth date and car; the surname has a typo."]


def test_a_group_tells_its_weakest_tie_and_a_pair_has_none(now):
    one = replace(group(), weakest=(2, 3, 0.61))
    presenter = ReviewPresenter(FakeReview([one, small_groups()[0]]), now)
    presenter.refresh()
    assert presenter.weakest_tie() == "The group hangs on its weakest tie: 2 and 3, 61%"
    presenter.open(2)
    assert presenter.weakest_tie() == ""


def test_the_comparison_has_cars_and_the_latest_events_last(presenter):
    rows = presenter.rows()
    assert [row.name for row in rows][-2:] == ["cars", "events"]
    events = rows[-1].cells[1].lines
    assert events[0].text.startswith("2026-08-30 · work order")
    assert events[-1].text == "and 1 more"


def test_a_field_that_no_card_has_takes_no_row(now):
    one = group()
    bare = FakeReview([group(cards=one.cards[1:])])
    presenter = ReviewPresenter(bare, now)
    presenter.refresh()
    assert "email" in [row.name for row in presenter.rows()]
    assert "birth" in [row.name for row in presenter.rows()]
    presenter._show(group(cards=small_groups()[0].cards))
    assert "email" not in [row.name for row in presenter.rows()]
