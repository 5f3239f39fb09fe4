"""The machine: any order of what may happen to counters and their server, every promise checked after each step."""

from __future__ import annotations

import sys

from hypothesis.stateful import invariant

from app.services.sales.checkout import SaleRequest
from tests.simulation import ending, invariants
from tests.simulation.steps_stories import StorySteps
from tests.simulation.world import cart


class SyncMachine(StorySteps):
    def __init__(self) -> None:
        super().__init__()
        self.neighbour = ending.neighbour(self.world.centre)

    @invariant()
    def every_promise_holds(self) -> None:
        invariants.check(self.world)

    def teardown(self) -> None:
        try:
            if sys.exc_info()[0] is None:  # a program that failed has said enough
                self.end()
        finally:
            self.world.close()
            self.forget_backups()

    def end(self) -> None:
        """Whatever state a counter is in, it sells; then all is healed, said and compared."""
        world = self.world
        for counter in world.counters:
            counter.disk.trap = None
            for card in (None, *world.cards[-2:]):
                self.ring(counter, SaleRequest(cart(("General", 100)), card), times=1)
        world.heal()
        world.settle()
        for counter in world.counters:  # what is sealed once all is said is said, too
            self.ring(counter, SaleRequest(cart(("General", 100)), None), times=1)
        world.drain()
        invariants.check(world)
        ending.g5_convergence(world)
        ending.g7_receipts_agree_with_the_ledger(world)
        ending.g7_a_new_tier_brings_its_points_once(world)
        ending.g13_nothing_comes_back_twice(world)
        ending.g9_everything_arrived(world)
        ending.g11_the_books_hold(world)
        ending.g12_tenants_are_separate(world, self.neighbour)
        ending.no_bill_is_priced_otherwise(world)
