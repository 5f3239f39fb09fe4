"""Programs that found something once, as short as they could be made: each would find it again."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from app.domain.member import CardStatus
from app.services.programs import program
from server.jobs import JOBS
from tests.simulation.disk import Fate
from tests.simulation.machine import SyncMachine
from tests.simulation.steps_stories import Between
from tests.simulation.wire import Weather

IDLE_GRANTS = next(job for job in JOBS if job.name == "idle grants")


@pytest.fixture
def machine() -> Iterator[SyncMachine]:
    """What the test does to it, with every promise looked at in between by itself, ends as every program does."""
    machine = SyncMachine()
    yield machine
    machine.teardown()


def test_a_restored_server_gets_again_what_it_had_acknowledged(machine: SyncMachine) -> None:
    machine.enrol(number=1, phone=1, friend=None)
    machine.back_up_server()
    machine.exchange(number=1)
    machine.restore_server(is_whole=False)


def test_a_merge_is_told_whichever_of_the_two_comes_first(machine: SyncMachine) -> None:
    for number, phone in ((0, 3), (0, 2), (1, 0)):
        machine.enrol(number=number, phone=phone, friend=None)
        machine.exchange(number=number)
    machine.bill_from_outside(pick=0, points=0, rupees=900, undo=False)
    machine.exchange(number=0)
    machine.merge(pick=0, into=1)


def test_of_two_that_live_as_one_neither_counts_the_events_of_the_other_as_its_own(machine: SyncMachine) -> None:
    machine.clone(number=1)
    machine.sell_to_a_stranger(number=3)
    machine.exchange(number=3)


def test_a_walk_of_several_pages_leaves_no_line_out(machine: SyncMachine) -> None:
    """A member changes before and after the end of a page, and so is told once, with the lines of both."""
    for phone in (1, 2):
        machine.enrol(number=0, phone=phone, friend=None)
    machine.exchange(number=0)
    machine.adjust_at_server(pick=0, points=400_00)
    machine.adjust_at_server(pick=1, points=400_00)
    machine.adjust_at_server(pick=0, points=400_00)
    machine.hear(number=0, ahead=[], rows=1)


def test_a_full_disk_in_the_middle_of_a_batch_is_called_so(machine: SyncMachine) -> None:
    """Whichever statement of an intake it is that finds no room, the counter is asked to try again later."""
    machine.enrol(number=0, phone=1, friend=None)
    for left in range(60):
        machine.server_fails_soon(fate=Fate.FULL, left=left)
        machine.sell(number=0, pick=0, rupees=500, category="General", uses=True, twice=False)
        machine.send(number=0, ahead=[], most=500)


def test_no_receipt_has_the_number_of_one_that_was_lost(machine: SyncMachine) -> None:
    """Also where the bills that were lost were the first of their year."""
    machine.back_up(number=1)
    machine.sell_to_a_stranger(number=1)
    machine.restore(number=1, is_whole=False)
    machine.sell_to_a_stranger(number=1)


def test_no_receipt_has_a_number_that_was_lost_with_its_epoch(machine: SyncMachine) -> None:
    """The backup is from before the counter was paired again."""
    machine.back_up(number=1)
    machine.sell_to_a_stranger(number=1)
    machine.revoke(number=1)
    machine.exchange(number=1)
    machine.let_in(number=1)
    machine.restore(number=1, is_whole=False)
    machine.sell_to_a_stranger(number=1)


def test_no_receipt_has_a_number_that_was_lost_to_another_machines_file(machine: SyncMachine) -> None:
    """What is put back is as long as what is lost, and something else."""
    machine.clone(number=1)
    machine.sell_to_a_stranger(number=3)
    machine.replace_card(number=1, pick=0)
    machine.back_up(number=1)
    machine.restore(number=3, is_whole=False)
    machine.sell_to_a_stranger(number=3)


def test_what_the_server_decides_otherwise_is_told(machine: SyncMachine) -> None:
    """A friend who cannot be linked there is not linked at the counter for longer than until it hears of it."""
    machine.merge(into=0, pick=1)
    machine.link_referrer(number=1, pick=1, friend=0)


def test_what_a_counter_sold_while_it_was_shut_out_is_no_history(machine: SyncMachine) -> None:
    """It was one of the chain when it sold that, though it had never sent anything of that epoch."""
    machine.revoke(number=0)
    machine.enrol(number=0, phone=1, friend=None)
    machine.sell(number=0, pick=0, rupees=500, category="General", uses=False, twice=False)


def test_what_was_told_in_a_time_that_the_server_has_lost_is_forgotten(machine: SyncMachine) -> None:
    """The points and the ledger lines of gifts, though the counter had sent nothing that would tell it."""
    machine.back_up_server()
    for _ in range(9):
        machine.adjust_at_server(pick=0, points=400_00)
    machine.exchange(number=0)
    machine.restore_server(is_whole=False)
    machine.adjust_at_server(pick=0, points=-50_00)


def test_a_server_restored_behind_a_counter_tells_all_lines_again(machine: SyncMachine) -> None:
    """Also where the counter hears of it by what it sends, and fetches page by page what it was told before."""
    machine.adjust_at_server(pick=0, points=400_00)
    machine.adjust_at_server(pick=1, points=400_00)
    machine.adjust_at_server(pick=0, points=400_00)
    machine.back_up_server()
    machine.sell_to_a_stranger(number=0)
    machine.exchange(number=0)
    machine.restore_server(is_whole=True)
    machine.sell_to_a_stranger(number=0)
    machine.send(number=0, ahead=[], most=500)
    for _ in range(9):
        machine.hear(number=0, ahead=[], rows=1)


def test_no_snapshot_tells_of_a_time_that_the_server_has_lost(machine: SyncMachine) -> None:
    """It was made before the backup was put back, and is still on the server's disk."""
    machine.back_up_server()
    machine.spend_late(number=0, pick=1, rupees=1500, between=Between.LOST)
    machine.points_end(number=0, pick=0, hours=125, is_told=False)
    machine.restore_server(is_whole=True)
    machine.points_end(number=1, pick=2, hours=150, is_told=False)
    machine.declare_lost(number=1)
    machine.publish(days=30, pending=1)


def test_what_a_restored_server_takes_for_history_is_stored_as_it_was_sealed(machine: SyncMachine) -> None:
    """It does not know that the counter had joined already, and sold by the chain's program."""
    machine.back_up_server()
    machine.let_in(number=2)
    machine.exchange(number=2)
    machine.sell(number=2, pick=0, rupees=300, category="General", uses=False, twice=False)
    machine.exchange(number=2)
    machine.restore_server(is_whole=False)


def test_a_card_that_is_reported_twice_was_lost_when_it_was_reported_first(machine: SyncMachine) -> None:
    """The server keeps the first time, and has nothing new to tell."""
    machine.mark_card(number=0, pick=0, status=CardStatus.LOST)
    machine.exchange(number=0)
    machine.time_goes_by(hours=1)
    machine.mark_card(number=0, pick=0, status=CardStatus.LOST)


def test_what_waited_is_posted_one_check_after_the_other_once_the_server_knows_it(machine: SyncMachine) -> None:
    """Each event of a newer program is tried again by itself, with what was parked behind it."""
    for number, phone in ((0, 1), (0, 2)):
        machine.enrol(number=number, phone=phone, friend=None)
    for pick in (0, 1):
        machine.seal_what_a_newer_program_would(number=0, pick=pick)
        machine.sell(number=0, pick=pick, rupees=500, category="General", uses=False, twice=False)
    machine.exchange(number=0)
    machine.replay(number=0)
    assert machine.world.seen["replayed: APPLIED"] == 0
    machine.update_the_server()
    machine.replay(number=0)
    assert machine.world.seen["replayed: APPLIED"] == 4


def test_edits_that_cross_come_to_the_same_everywhere(machine: SyncMachine) -> None:
    machine.enrol(number=0, phone=1, friend=None)
    for number in (0, 1):
        machine.exchange(number=number)
    for number in (0, 1):
        machine.replace_card(number=number, pick=0)
    for number in (1, 0, 1):
        machine.exchange(number=number)


def test_goods_of_a_bill_that_waits_at_the_server_come_back(machine: SyncMachine) -> None:
    """The counter was told of the member without it: neither what it earned nor what it used is there to be undone."""
    machine.scan(number=0, pick=0, ahead=[], stays=True)
    machine.seal_what_a_newer_program_would(number=0, pick=0)
    machine.sell(number=0, pick=0, rupees=500, category="General", uses=True, twice=False)
    machine.exchange(number=0)
    machine.take_back(number=0, pick=0, rupees=None)
    machine.exchange(number=0)
    machine.update_the_server()
    machine.replay(number=0)


@pytest.mark.parametrize("is_whole", [False, True])
def test_what_a_scan_was_told_in_a_time_that_the_server_has_lost_is_forgotten(
    machine: SyncMachine, is_whole: bool
) -> None:
    """The counter's place in the feed is of a time before, and the member is the same at the server as it was then."""
    machine.exchange(number=0)
    machine.back_up_server()
    machine.adjust_at_server(pick=0, points=400_00)
    machine.scan(number=0, pick=0, ahead=[], stays=True)
    machine.restore_server(is_whole=is_whole)
    machine.exchange(number=0)
    assert machine.at(0).reconcile() == 0


def test_what_another_machine_sent_is_not_taken_for_ones_own(machine: SyncMachine) -> None:
    """Of two that live as one the second sends little at a time, and is told how much there is of both."""
    machine.sell_to_a_stranger(number=1)
    machine.send(number=1, ahead=[Weather.FAIR, Weather.ANSWER_LOST], most=500)
    machine.clone(number=1)
    for number in (3, 3, 1, 1):
        machine.sell_to_a_stranger(number=number)
    machine.exchange(number=3)
    machine.send(number=1, ahead=[], most=1)


def test_a_right_that_was_given_back_lasts_as_long_as_the_server_says(machine: SyncMachine) -> None:
    """A counter uses nothing of it after today until it has heard, also where the server had nothing new to say."""
    machine.adjust_at_server(pick=0, points=400_00)
    machine.do_a_job(IDLE_GRANTS)
    machine.exchange(number=1)
    machine.sell(number=1, pick=0, rupees=150, category="General", uses=True, twice=False)
    machine.exchange(number=1)
    machine.take_back(number=1, pick=0, rupees=None)


@pytest.mark.parametrize("is_told", [False, True])
def test_a_restored_server_gets_again_what_was_sent_before_a_fork(machine: SyncMachine, is_told: bool) -> None:
    """And after it; never what was refused for it."""
    machine.sell_to_a_stranger(number=1)
    machine.exchange(number=1)
    machine.back_up_server()
    machine.serve(number=1, pick=0, ahead=[], rupees=900)
    machine.live_as_one(number=1, bills=2, is_twin_first=True)
    machine.let_in(number=1)
    if is_told:
        machine.sell_to_a_stranger(number=1)
        machine.exchange(number=1)
    machine.restore_server(is_whole=False)


def test_a_snapshot_taken_before_is_taken_again_once_what_was_told_is_forgotten(machine: SyncMachine) -> None:
    """It was made before the backup, so the server that was put back still has it; the counter has nothing of it."""
    for phone in (1, 2):
        machine.enrol(number=0, phone=phone, friend=None)
    for number in (0, 1):
        machine.revoke(number=number)
        machine.exchange(number=number)
        machine.let_in(number=number)
        machine.exchange(number=number)
        if not number:
            machine.back_up_server()
    machine.sell_to_a_stranger(number=1)
    machine.exchange(number=1)
    machine.restore_server(is_whole=False)


def test_what_a_snapshot_does_not_have_yet_is_told_after_a_fork(machine: SyncMachine) -> None:
    """The counter had heard more than the snapshot tells, and has forgotten all of it."""
    for phone in (1, 2):
        machine.enrol(number=0, phone=phone, friend=None)
    machine.exchange(number=0)
    machine.let_in(number=2)
    machine.exchange(number=2)
    machine.adjust_at_server(pick=3, points=400_00)
    machine.exchange(number=2)
    machine.counter_falls_back(number=2, pick=0, is_whole=True, is_sent=True)


def test_a_friend_is_linked_to_who_remains_of_a_merge(machine: SyncMachine) -> None:
    """Also by a card of who was merged away, at a counter that knows of it."""
    machine.enrol(number=0, phone=1, friend=None)
    machine.exchange(number=0)
    machine.merge(pick=2, into=1)
    machine.exchange(number=1)
    machine.link_referrer(number=1, pick=2, friend=0)


def test_a_bill_by_rules_that_a_restored_server_lost_comes_back_all_the_same(machine: SyncMachine) -> None:
    """Nobody's bill needs no rules to be taken in; that it came back is told as of any other."""
    machine.back_up_server()
    machine.publish(days=5, pending=0)
    machine.exchange(number=0)
    machine.sell_to_a_stranger(number=0)
    machine.exchange(number=0)
    machine.restore_server(is_whole=False)
    machine.exchange(number=0)
    machine.take_back(number=0, pick=0, rupees=None)
    machine.exchange(number=0)


def test_rules_published_after_a_restore_are_not_taken_for_those_that_were_lost(machine: SyncMachine) -> None:
    machine.back_up_server()
    machine.publish(days=5, pending=0)
    machine.exchange(number=0)
    machine.restore_server(is_whole=False)
    machine.publish(days=30, pending=1)
    machine.exchange(number=0)
    machine.exchange(number=0)
    centre = machine.world.centre.desk
    assert program.current(machine.at(0).desk) == program.current(centre)


def test_a_tier_that_a_rule_brought_at_a_counter_and_points_at_the_server_ends_nowhere(machine: SyncMachine) -> None:
    """The server knew of more points, so that the bill alone reached it: the end that the counter had kept is gone."""
    machine.let_in(number=2)
    machine.exchange(number=2)
    machine.spend_late(between=Between.LOST, number=0, pick=0, rupees=40)
    machine.sell(category="Medicines", number=2, pick=2, rupees=1500, twice=False, uses=False)
    machine.die_in_a_batch(left=4, number=3, pick=0)
