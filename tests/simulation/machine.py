"""The machine: any order of what may happen to counters and their server, every promise checked after each step."""

from __future__ import annotations

import sys

from hypothesis.stateful import invariant

from tests.simulation import invariants
from tests.simulation.steps_line import LineSteps
from tests.simulation.steps_office import OfficeSteps
from tests.simulation.steps_till import TillSteps
from tests.simulation.steps_trouble import TroubleSteps


class SyncMachine(TillSteps, LineSteps, OfficeSteps, TroubleSteps):
    @invariant()
    def every_promise_holds(self) -> None:
        invariants.check(self.world)

    def teardown(self) -> None:
        try:
            if sys.exc_info()[0] is None:  # a program that failed has said enough
                self.world.heal()
                self.world.drain()
                invariants.check_end(self.world)
        finally:
            self.world.close()
