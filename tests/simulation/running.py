"""Running the machine: so many programs of so many steps, and how many it took to find a fault."""

from __future__ import annotations

import logging
import traceback
from collections import Counter as Tally
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor, as_completed
from contextlib import contextmanager
from multiprocessing import get_context
from secrets import randbits

from hypothesis import HealthCheck, Phase, seed, settings
from hypothesis.stateful import run_state_machine_as_test

from tests.simulation.machine import SyncMachine
from tests.simulation.mutants import Mutant

STEPS = 80
PROCESSES = 3
FOUND_WITHIN = 400  # programs: the rarest of the sown faults took 181
AT_ONCE = 100  # all that was tried is remembered for so many programs, and takes its place


def settings_for(programs: int, *, shrinks: bool) -> settings:
    phases = (Phase.generate, Phase.shrink) if shrinks else (Phase.generate,)
    return settings(
        max_examples=programs,
        stateful_step_count=STEPS,
        database=None,
        deadline=None,
        phases=phases,
        suppress_health_check=list(HealthCheck),
        report_multiple_bugs=False,
        print_blob=shrinks,
    )


def run(programs: int, *, is_fixed: bool) -> Tally[str]:
    """Raises what a program found, made short where programs differ each time. Returns what was seen, how often.

    In processes of their own: where tests ran before there is much in memory, which is looked through again and again.
    """
    first = 0 if is_fixed else randbits(32)
    with ProcessPoolExecutor(PROCESSES, get_context("spawn")) as apart:
        parts = [
            apart.submit(_run_part, first + begun, min(AT_ONCE, programs - begun), shrinks=not is_fixed)
            for begun in range(0, programs, AT_ONCE)
        ]
        try:
            return sum((part.result() for part in as_completed(parts)), Tally[str]())
        except BaseException:
            apart.shutdown(wait=False, cancel_futures=True)  # what was found is told now, not when all have run
            raise


def _run_part(seeded: int, programs: int, *, shrinks: bool) -> Tally[str]:
    class Seeing(_Counted):
        programs, seen = 0, Tally[str]()

    with _quiet():
        try:
            run_state_machine_as_test(seed(seeded)(Seeing), settings=settings_for(programs, shrinks=shrinks))
        except Exception as found:
            raise AssertionError(traceback.format_exc()) from found  # the program is in its notes, which do not travel
    return Seeing.seen


def found_after(mutant: Mutant, *, seeded: int = 0) -> int | None:
    """How many programs it took to find a sown fault; None when FOUND_WITHIN were not enough."""

    class Counting(_Counted):
        programs, seen = 0, Tally[str]()

    settings_ = settings_for(FOUND_WITHIN, shrinks=False)
    with _quiet(), mutant.sow():
        try:
            run_state_machine_as_test(seed(seeded)(Counting), settings=settings_)
        except Exception:  # noqa: BLE001 - whatever a fault leads to, it was found
            return max(1, Counting.programs - 1)  # the last one is told again
    return None


class _Counted(SyncMachine):
    programs: int
    seen: Tally[str]

    def __init__(self) -> None:
        super().__init__()
        type(self).programs += 1

    def end(self) -> None:
        super().end()
        type(self).seen.update(self.world.sights())


@contextmanager
def _quiet() -> Iterator[None]:
    """What a line in bad weather logs is what this is about."""
    log = logging.getLogger("sync")
    before = log.level
    log.setLevel(logging.CRITICAL)
    try:
        yield
    finally:
        log.setLevel(before)
