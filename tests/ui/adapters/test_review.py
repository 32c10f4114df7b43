from datetime import date

import pytest
from sqlalchemy import select

from db import tables
from db.base import open_base
from db.engine import reading
from tests.ui.adapters import town
from tests.ui.adapters.town import ANNA, ANNA_SERVICE, JUNK, OLEG, OLEG_SERVICE, OLEG_SHORT, PAVEL
from tests.ui.fakes.background import Quiet
from tests.workflow import dealer
from ui.adapters.clients import BaseClients
from ui.adapters.review import BaseReview
from ui.pages.review.ports import Decision, QueueOrder, Verdict
from workflow import check, review

OLEGS = (OLEG, OLEG_SERVICE, OLEG_SHORT)
ANNAS = (ANNA, ANNA_SERVICE)


@pytest.fixture
def engine(town_engine):
    return town_engine


@pytest.fixture
def port(engine):
    return BaseReview(engine, "Ольга")


def decision(group, verdict=Verdict.SAME, *, name="d1", dropped=(), **more):
    """A decision about every card of a group but the dropped ones."""
    cards = tuple(card.card_id for card in group.cards if card.card_id not in dropped)
    return Decision(name, group.group_id, group.version, verdict, cards, tuple(dropped), **more)


def waiting(port, order=QueueOrder.LIKELY):
    return [item.group_id for item in port.queue(order, 10)]


def mates(engine, card):
    """The cards of the client that a card belongs to."""
    return {
        one.card_id
        for client in (row[0] for row in BaseClients(engine, "").search("").fetch(0, 99, None))
        for one in BaseClients(engine, "").client(client).cards
        if card in {mate.card_id for mate in BaseClients(engine, "").client(client).cards}
    }


def test_the_queue_holds_every_group_in_the_order_asked_for(port):
    assert waiting(port) == [OLEG, PAVEL, ANNA]
    assert waiting(port, QueueOrder.DOUBTFUL) == [ANNA, PAVEL, OLEG]
    assert waiting(port, QueueOrder.LARGE) == [OLEG, PAVEL, ANNA]
    assert len(port.queue(QueueOrder.LIKELY, 2)) == 2


def test_a_line_of_the_queue_is_called_by_the_fullest_name(port):
    items = {item.group_id: item for item in port.queue(QueueOrder.LIKELY, 10)}

    assert items[OLEG].title == "Шапкин Олег Игоревич"
    assert items[OLEG].cards == 3


def test_a_base_without_candidates_says_that_nobody_searched(sqlite_url, opened, tmp_path):
    engine = opened(sqlite_url)
    dealer.load_text(engine, tmp_path, "sales", dealer.SALES)

    state = BaseReview(engine, "").state()

    assert (state.done, state.left, state.searched, state.stale) == (0, 0, False, False)


def test_a_new_load_makes_the_search_stale_and_a_known_one_does_not(engine, port, tmp_path):
    assert not port.state().stale

    dealer.load_text(engine, tmp_path, "sales", dealer.SALES[:1], name="new.csv")
    assert port.state().stale

    port.propose(Quiet())
    assert not port.state().stale
    dealer.load_text(engine, tmp_path, "sales", dealer.SALES[:1], name="again.csv")
    assert not port.state().stale


def test_a_correction_makes_the_search_stale(engine, port):
    key = town.key_of(engine, "CLI103")
    check.waive(engine, [key], by="Ольга")

    assert port.state().stale


def test_a_group_shows_its_cards_with_contacts_cars_and_events(port):
    card = port.group(OLEG).cards[0]

    assert (card.title, card.source, card.source_id) == ("Шапкин Олег Игоревич", "Sales", "101")
    assert card.fields["phone"] == ("+7 916 555-01-01",)
    assert card.fields["birth_date"] == ("1979-03-12",)
    assert card.fields["email"] == ("oleg@example.ru",)
    car = card.cars[0]
    assert (car.title, car.vin, car.role) == ("Kia Rio 2014", town.KIA, "bought")
    assert (car.since, car.until) == (date(2014, 6, 5), date(2014, 6, 5))
    assert [(event.day, event.kind, event.text) for event in card.events] == [
        (date(2014, 6, 5), "sale", "640,000 ₽ · А-1")
    ]


def test_the_visits_of_a_card_span_from_the_first_to_the_last(port):
    service = port.group(OLEG).cards[1]

    assert [(car.role, car.since, car.until) for car in service.cars] == [
        ("customer", date(2015, 6, 7), date(2016, 6, 9))
    ]
    assert service.events[0].text == "Repair · 30,500 km · ЗН-11"


def test_a_group_says_why_each_pair_is_proposed(port):
    group = port.group(OLEG)

    assert {(pair.left, pair.right) for pair in group.pairs} == {
        (OLEG, OLEG_SERVICE),
        (OLEG, OLEG_SHORT),
        (OLEG_SERVICE, OLEG_SHORT),
    }
    assert "phone is the same" in group.reason
    assert group.probability == max(pair.probability for pair in group.pairs)


def test_a_quarantined_value_is_named_on_its_card(engine, port, tmp_path):
    row = "7;ШАПКИН ОЛЕГ ИГОРЕВИЧ;123;;;;;;;ЗН-99;"
    town.load_service(engine, tmp_path, [row])

    cards = {card.card_id: card for card in port.group(OLEG).cards}

    assert cards[OLEG_SERVICE].kept_out == {"phone"}
    assert cards[OLEG].kept_out == frozenset()


def test_the_preview_shows_what_the_client_would_show(port):
    golden = port.group(OLEG).golden

    assert golden["name"].values == ("Шапкин Олег Игоревич",)
    assert golden["address"].card_id == OLEG_SERVICE
    assert golden["address"].why == "the fullest"
    assert golden["phone"].values == ("+7 916 555-01-01",)


def test_the_preview_is_what_the_client_shows_after_the_decision(engine, port):
    group = port.group(OLEG)
    port.decide(decision(group))

    lines = {line.title: line.value for line in BaseClients(engine, "").client(OLEG).golden}

    shown = {title: group.golden[name].values[0] for name, title in group.fields
             if name in group.golden}  # fmt: skip
    assert lines == shown


def test_one_address_in_two_spellings_is_said_to_be_one(engine, port, tmp_path):
    row = "14;Шапкина Анна Львовна;89165550101;Пермь, Лесная ул., дом 3;;;;;20.02.2017;ЗН-18;ТО"
    town.load_service(engine, tmp_path, [row])

    golden = port.preview((ANNA, JUNK + 1), {})

    assert golden["address"].why == "one value in several spellings"
    assert golden["birth_date"].why == "no other value"


def test_a_value_chosen_by_hand_changes_the_preview(port):
    golden = port.preview(OLEGS, {"name": OLEG_SHORT})

    assert golden["name"].values == ("Шапкин О. И.",)
    assert (golden["name"].card_id, golden["name"].why) == (OLEG_SHORT, "chosen by hand")


def test_fields_of_which_every_value_is_kept_are_not_for_choosing(port):
    fixed = port.group(OLEG).fixed

    assert {"phone", "email"} <= fixed
    assert not fixed & {"name", "address", "birth_date", "inn", "company"}


def test_same_joins_the_group_and_takes_it_from_the_queue(engine, port):
    outcome = port.decide(decision(port.group(OLEG)))

    assert outcome.accepted
    assert mates(engine, OLEG) == set(OLEGS)
    assert waiting(port) == [PAVEL, ANNA]
    assert port.group(OLEG) is None
    assert (port.state().done, port.state().left) == (1, 2)


def test_undo_brings_the_group_back_as_it_was(engine, port):
    before = port.group(OLEG)
    port.decide(decision(before))

    outcome = port.undo("d1")

    assert outcome.accepted
    assert port.group(OLEG) == before
    assert waiting(port) == [OLEG, PAVEL, ANNA]
    assert mates(engine, OLEG) == {OLEG}


def test_what_a_colleague_has_taken_back_is_not_taken_back_twice(engine, port):
    port.decide(decision(port.group(OLEG)))
    BaseReview(engine, "Ирина").undo("d1")

    outcome = port.undo("d1")

    assert (outcome.accepted, outcome.by) == (False, "Ирина")
    assert outcome.at is not None


def test_a_dropped_card_stays_apart_from_the_ticked_ones(engine, port):
    port.decide(decision(port.group(OLEG), dropped=(OLEG_SHORT,)))

    assert mates(engine, OLEG) == {OLEG, OLEG_SERVICE}
    assert mates(engine, OLEG_SHORT) == {OLEG_SHORT}
    assert OLEG not in waiting(port)


def test_of_dropped_cards_among_themselves_nothing_is_said(engine, port):
    group = port.group(OLEG)
    everybody = Decision(
        "d1", group.group_id, group.version, Verdict.SAME, (OLEG, ANNA), (OLEG_SERVICE, OLEG_SHORT)
    )
    port.decide(everybody)

    left = port.group(OLEG)

    assert [card.card_id for card in left.cards] == [OLEG_SERVICE, OLEG_SHORT]
    assert [(pair.left, pair.right) for pair in left.pairs] == [(OLEG_SERVICE, OLEG_SHORT)]


def test_different_sets_every_card_apart(engine, port):
    port.decide(decision(port.group(OLEG), Verdict.DIFFERENT))

    assert mates(engine, OLEG) == {OLEG}
    assert OLEG not in waiting(port)


def test_different_said_of_a_client_and_a_new_card_leaves_the_client_whole(engine, port):
    review.judge(engine, review.Verdict(((OLEG, OLEG_SERVICE),)), by="Ирина")

    port.decide(decision(port.group(OLEG), Verdict.DIFFERENT))

    assert mates(engine, OLEG) == {OLEG, OLEG_SERVICE}
    assert mates(engine, OLEG_SHORT) == {OLEG_SHORT}


@pytest.mark.parametrize("joined", [(OLEG, OLEG_SERVICE), (OLEG, OLEG_SHORT)])
def test_a_line_of_the_queue_counts_the_cards_that_its_group_shows(engine, port, joined):
    review.judge(engine, review.Verdict((joined,)), by="Ирина")

    items = {item.group_id: item for item in port.queue(QueueOrder.LIKELY, 10)}

    assert items[OLEG].cards == 3
    for group_id, item in items.items():
        assert item.cards == len(port.group(group_id).cards)


def test_unsure_postpones_the_group(port):
    port.decide(decision(port.group(ANNA), Verdict.UNSURE))

    state = port.state()
    assert (state.done, state.left, state.postponed) == (0, 2, 1)
    assert ANNA not in waiting(port)


def test_a_postponed_group_stands_in_a_queue_of_its_own_and_can_be_decided_there(engine, port):
    port.decide(decision(port.group(ANNA), Verdict.UNSURE))

    (item,) = port.queue(QueueOrder.LIKELY, 10, unsure=True)
    group = port.group(ANNA, unsure=True)

    assert (item.group_id, item.title, item.cards) == (ANNA, "Шапкина Анна Львовна", 2)
    assert [card.card_id for card in group.cards] == list(ANNAS)
    assert group.probability == item.probability
    assert port.group(ANNA) is None
    assert port.group(OLEG, unsure=True) is None

    assert port.decide(decision(group, name="d2")).accepted
    assert mates(engine, ANNA) == set(ANNAS)
    assert not port.queue(QueueOrder.LIKELY, 10, unsure=True)

    port.undo("d2")
    assert [one.group_id for one in port.queue(QueueOrder.LIKELY, 10, unsure=True)] == [ANNA]


def test_a_colleague_who_decides_a_postponed_group_first_is_told(engine, port):
    port.decide(decision(port.group(ANNA), Verdict.UNSURE))
    group = port.group(ANNA, unsure=True)
    review.judge(engine, review.Verdict((ANNAS,)), by="Ирина")

    outcome = port.decide(decision(group, Verdict.DIFFERENT, name="d2"))

    assert (outcome.accepted, outcome.by) == (False, "Ирина")


def test_the_largest_groups_are_counted_as_they_are_shown(engine, port):
    review.judge(engine, review.Verdict(((OLEG, OLEG_SERVICE),)), by="Ирина")
    with reading(engine) as connection:
        group = tables.review_group.c
        rows = connection.execute(select(group.id, group.cards))
        counted = {row.id: row.cards for row in rows}

    for item in port.queue(QueueOrder.LARGE, 10):
        assert counted[item.group_id] == item.cards


def test_related_keeps_its_relation(engine, port):
    port.decide(decision(port.group(ANNA), Verdict.RELATED, relation="spouse"))

    assert town.standing(engine, ANNA, ANNA_SERVICE) == ("related", "spouse")


def test_a_chosen_value_is_recorded_with_the_decision_and_undone_with_it(engine, port):
    clients = BaseClients(engine, "")
    group = port.group(OLEG)
    port.decide(decision(group, golden={"name": OLEG_SHORT, "phone": OLEG_SHORT}))

    assert clients.client(OLEG).title == "Шапкин О. И."
    assert clients.client(OLEG).golden[0].why == "chosen by hand"

    port.undo("d1")
    port.decide(decision(port.group(OLEG), name="d2"))
    assert clients.client(OLEG).title == "Шапкин Олег Игоревич"


def test_a_retried_decision_stands_once(engine, port):
    made = decision(port.group(OLEG))
    port.decide(made)

    assert port.decide(made).accepted
    assert town.decisions(engine) == 1


def test_of_two_reviewers_the_second_is_told_who_was_first(base_url, opened, tmp_path):
    mine, hers = opened(base_url), open_base(base_url)
    town.settle(mine, tmp_path)
    me, she = BaseReview(mine, "Ольга"), BaseReview(hers, "Ирина")
    my_group, her_group = me.group(OLEG), she.group(OLEG)

    first = she.decide(decision(her_group, Verdict.DIFFERENT, name="hers"))
    second = me.decide(decision(my_group, Verdict.SAME, name="mine"))

    assert first.accepted
    assert (second.accepted, second.by) == (False, "Ирина")
    assert town.standing(mine, OLEG, OLEG_SERVICE) == ("different", "")
    hers.dispose()


def test_the_version_follows_the_judgements_of_the_group(engine, port):
    before = port.group(OLEG).version
    review.judge(engine, review.Verdict(((OLEG, OLEG_SERVICE),)), by="Ирина")

    assert port.group(OLEG).version != before


def test_the_preview_of_an_approval_tells_what_it_would_decide(port):
    every, sure = port.approval(0.5), port.approval(0.99)

    assert (every.groups, every.cards) == (3, 7)
    assert (sure.groups, sure.cards) == (2, 5)
    assert "Шапкина Анна Львовна and Шапкина Анна: " in every.examples[0]
    assert port.approval(1.0).groups == 0


def test_an_approval_decides_what_its_preview_promised(port):
    promised = port.approval(0.99)

    assert port.approve(0.99, Quiet()) == promised.groups
    assert waiting(port) == [ANNA]
    assert port.approve(0.99, Quiet()) == 0


def test_searching_anew_asks_only_what_is_not_decided(port):
    port.decide(decision(port.group(OLEG)))

    assert port.propose(Quiet()) == 2


def test_a_pair_of_the_queue_is_explained(port):
    found = port.explain(1, 6)

    assert found.probability > 0.5
    assert {one.title for one in found.lines} >= {"Client's name", "Phone", "together"}
    assert "phone" in found.brought
