"""Steps of trouble: machines die, disks fill, files are copied and put back, clocks are wrong."""

from __future__ import annotations

from datetime import timedelta

from hypothesis import strategies as st
from hypothesis.stateful import precondition, rule

from app.services.ports import ChainPoint
from tests.simulation.counter import Counter
from tests.simulation.disk import Fate, Trap
from tests.simulation.steps import Steps, counters, rough
from tests.simulation.world import STORES, Kept

_SOON = st.integers(0, 40)
_FATES = st.sampled_from(Fate)


class TroubleSteps(Steps):
    def __init__(self) -> None:
        super().__init__()
        self.backups: dict[str, Kept] = {}
        self.server_backup: Kept | None = None

    def forget_backups(self) -> None:
        for kept in (*self.backups.values(), self.server_backup):
            self._forget(kept)

    def _forget(self, kept: Kept | None) -> None:
        """A disk in memory that nobody closes stays there until all else of its world is collected."""
        if kept is not None:
            kept.image.close()

    @rule(number=counters, fate=_FATES, left=_SOON)
    def fail_soon(self, number: int, fate: Fate, left: int) -> None:
        """At some statement of one of its next transactions, COMMIT and the moment after it counted."""
        self.at(number).disk.trap = Trap(fate, left)

    @rule(fate=_FATES, left=_SOON)
    def server_fails_soon(self, fate: Fate, left: int) -> None:
        self.world.centre.disk.trap = Trap(fate, left)

    @rule(number=counters)
    def power_cut(self, number: int) -> None:
        """What was not committed is gone, and all that was only in memory."""
        self.at(number).start()

    @rule()
    def server_power_cut(self) -> None:
        self.world.centre.start()

    @rule(number=counters)
    def back_up(self, number: int) -> None:
        counter = self.at(number)
        self._forget(self.backups.get(counter.code))
        self.backups[counter.code] = self.world.keep(counter)

    @precondition(rough)
    @rule(number=counters, is_whole=st.booleans())
    def restore(self, number: int, is_whole: bool) -> None:
        """The data file as it was, by hand or by a disk that lied; with or without the side file that would tell."""
        counter = self.at(number)
        kept = self.backups.get(counter.code)
        if kept is None:
            return
        counter.disk.put_back(kept.image)
        counter.position = 0
        counter.receipts = {bill_id: 0 for bill_id in counter.receipts if bill_id in kept.receipts}
        if is_whole:
            counter.witness.end, counter.numbers = kept.end, {}
            self.world.is_trusted, self.world.may_fork = False, True
        counter.start()
        self.world.seen["a counter's backup put back"] += 1

    @precondition(rough)
    @rule(number=st.integers(0, 1))
    def clone(self, number: int) -> None:
        """Somebody copies the whole folder to another machine, and both go on."""
        if len(self.world.counters) == len(STORES):
            self.world.clone(self.at(number))
            self.world.seen["a cloned counter"] += 1

    @rule()
    def back_up_server(self) -> None:
        self._forget(self.server_backup)
        self.server_backup = self.world.keep_server()

    @precondition(rough)
    @rule(is_whole=st.booleans())
    def restore_server(self, is_whole: bool) -> None:
        if self.server_backup is not None:
            self.world.restore_server(self.server_backup, is_whole=is_whole)
            self.world.seen["the server's backup put back"] += 1

    @precondition(rough)
    @rule(number=counters, minutes=st.sampled_from((-600, -30, -1, 1, 30, 600)))
    def clock_jumps(self, number: int, minutes: int) -> None:
        self.at(number).clock.wrong_by += timedelta(minutes=minutes)
        self.world.is_trusted = False

    @rule(hours=st.sampled_from((1, 1, 30, 30, 80, 200)))
    def time_goes_by(self, hours: int) -> None:
        before = [self._still(counter) for counter in self.world.counters]
        self.world.wait(hours=hours)
        for counter, acked in zip(self.world.counters, before, strict=True):
            counter.board.refresh()
            if acked is not None and self._still(counter) == acked:
                assert counter.board.standing.alarm, f"{counter.code} has stood still for {hours} h and says nothing"
                self.world.seen["an alarm for a line that stood still"] += 1

    def _still(self, counter: Counter) -> ChainPoint | None:
        """G10: how far the server is known to have this chain, where more waits and nothing is wrong with the line."""
        counter.board.refresh()
        facts, link = counter.board.facts, counter.link()
        return link.acked if link is not None and facts.fault is None and facts.waiting else None
