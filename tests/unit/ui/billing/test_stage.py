"""The stage: keys pressed before their facts are here wait their turn, and are dropped when something went wrong."""

import pytest

from ui.billing.stage import CUSTOMER, PRICE, SAVED, Stage
from ui.errors import Tone


@pytest.fixture
def stage():
    return Stage(lambda: None)


@pytest.fixture
def done():
    return []


def test_with_all_facts_here_a_command_runs_at_once(stage, done):
    stage.when_settled(lambda: done.append("pay"))
    assert done == ["pay"]


def test_commands_wait_for_every_fact_in_the_order_asked(stage, done):
    stage.awaiting(PRICE)
    stage.awaiting(CUSTOMER)
    stage.when_settled(lambda: done.append("redeem"))
    stage.when_settled(lambda: done.append("pay"))
    stage.arrived(CUSTOMER)
    assert done == []
    stage.arrived(PRICE)
    assert done == ["redeem", "pay"]


def test_a_command_that_asks_for_a_fact_holds_those_behind_it(stage, done):
    stage.awaiting(PRICE)
    stage.when_settled(lambda: stage.awaiting(PRICE))
    stage.when_settled(lambda: done.append("pay"))
    stage.arrived(PRICE)
    assert done == []
    stage.arrived(PRICE)
    assert done == ["pay"]


def test_ringing_up_waits_only_while_a_bill_is_saved(stage, done):
    stage.awaiting(PRICE)
    stage.when_saved(lambda: done.append("line"))
    stage.awaiting(SAVED)
    stage.when_saved(lambda: done.append("next bill's line"))
    assert done == ["line"]
    stage.arrived(PRICE)
    stage.arrived(SAVED)
    assert done == ["line", "next bill's line"]


def test_what_is_asked_later_does_not_overtake_what_waits(stage, done):
    stage.awaiting(PRICE)
    stage.when_settled(lambda: done.append("pay"))
    stage.when_saved(lambda: done.append("line"))
    assert done == []
    stage.arrived(PRICE)
    assert done == ["pay", "line"]


def test_after_a_surprise_waiting_commands_are_dropped(stage, done):
    stage.awaiting(CUSTOMER)
    stage.when_settled(lambda: done.append("pay"))
    stage.interrupt(Tone.BAD, "This card was reported lost.")
    stage.arrived(CUSTOMER)
    assert done == []
    assert stage.notice.text == "This card was reported lost."
