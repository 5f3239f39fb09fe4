"""Lines at work between counters and a server, and what is waited for."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from random import Random

from sync.line import CounterLine, Pace
from tests.chain.counters import AGENT, ChainCounter

WAIT_S_MAX = 30
QUICK = Pace(wait_ms=300, reconcile_s=0, settle_ms=0)


def until(is_so: Callable[[], object]) -> None:
    """Wait for what a thread is to do; how long is never judged."""
    deadline = time.monotonic() + WAIT_S_MAX
    while not is_so():
        assert time.monotonic() < deadline, "it never came to pass"
        time.sleep(0.01)


@contextmanager
def line_of(counter: ChainCounter) -> Iterator[CounterLine]:
    line = CounterLine(
        counter.desk, counter.address, agent=AGENT, dice=Random(1).random, clock=counter.offset, pace=QUICK
    )
    assert counter.home is not None
    counter.home.commits.listeners.append(lambda _: line.saved())
    line.start()
    try:
        yield line
    finally:
        line.close()
