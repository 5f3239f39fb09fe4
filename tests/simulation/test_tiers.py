"""Tiers that counters raise without hearing of each other: the server's order decides what they bring."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from tests.simulation.machine import SyncMachine
from tests.simulation.mutants import NAMED


@pytest.fixture
def machine() -> Iterator[SyncMachine]:
    """Ends as every program does, with every promise looked at."""
    machine = SyncMachine()
    yield machine
    machine.teardown()


def rise(machine: SyncMachine, number: int) -> None:
    """The member whose card is the newest spends as much as the higher tier asks for."""
    for _ in range(2):
        machine.sell(number=number, pick=0, rupees=1500, category="General", uses=False, twice=False)


def raised_by_two(machine: SyncMachine) -> None:
    for number in (0, 1):
        rise(machine, number)


def raised_by_two_and_taken_back(machine: SyncMachine) -> None:
    raised_by_two(machine)
    for number in (0, 1):
        machine.take_back(number=number, pick=0, rupees=None)
        machine.exchange(number=number)
    for number in (0, 1):
        machine.take_back(number=number, pick=1, rupees=None)


def lifted_at_one_and_raised_at_another(machine: SyncMachine) -> None:
    machine.sell(number=1, pick=0, rupees=1500, category="Medicines", uses=False, twice=False)
    rise(machine, 0)
    machine.exchange(number=0)
    machine.take_back(number=1, pick=0, rupees=None)


@pytest.mark.parametrize("story", [raised_by_two, raised_by_two_and_taken_back, lifted_at_one_and_raised_at_another])
def test_every_promise_holds(machine: SyncMachine, story: Callable[[SyncMachine], None]) -> None:
    story(machine)


@pytest.mark.parametrize("name", ["gifts forgotten", "gifts kept", "gifts anyway", "gifts anew"])
def test_a_sown_fault_is_found(name: str) -> None:
    machine = SyncMachine()
    with NAMED[name].sow():
        raised_by_two_and_taken_back(machine)
        with pytest.raises(AssertionError, match="G7"):
            machine.teardown()
