"""Programs that found something once, as short as they could be made: each would find it again."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.simulation.machine import SyncMachine


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


def test_programs_of_a_history_and_of_the_chain_may_have_one_number(machine: SyncMachine) -> None:
    """A bill is held against what was sealed under the number its own chain gave the program."""
    machine.sell_to_a_stranger(number=0)
    machine.exchange(number=0)
