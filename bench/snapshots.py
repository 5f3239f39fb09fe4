"""Snapshot: a million members brought to a new counter by a real server, while the counter's window stays live.

A thread that ticks as a window's event loop does measures the longest it waits for its turn. Memory is the counter's.
"""

from __future__ import annotations

import multiprocessing
import resource
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from app.persistence.engine import Engines
from app.services import members
from bench.centre import running_centre
from bench.chain import Counter, open_counter
from bench.figures import Figure
from bench.population import TENANT, card_of, populate
from server.database import SqliteDatabase
from sync.line_fault import LineFault, LineTrouble
from sync.snapshots import PATH
from sync.transport import Transport

MEMBERS = 1_000_000
SECONDS_MAX, MEMORY_MB_MAX = 60.0, 300
TICK_S = 0.01
MAKING_S_MAX = 3600.0


@dataclass(slots=True)
class Heartbeat:
    """How long the window would have stood still at the longest."""

    longest_s: float = 0.0
    is_over: bool = False

    def run(self) -> None:
        before = time.perf_counter()
        while not self.is_over:
            time.sleep(TICK_S)
            now = time.perf_counter()
            self.longest_s = max(self.longest_s, now - before - TICK_S)
            before = now


def snapshot_figure(folder: Path, *, size: int = MEMBERS) -> Figure:
    _elsewhere(_populate, folder / "snapshot", size)
    with running_centre(folder / "snapshot") as centre, open_counter(folder, centre, "Z1") as counter:
        counter.join()
        made = _made(counter)
        with _heartbeat() as heart:
            started = time.perf_counter()
            counter.sync()
            seconds = time.perf_counter() - started
        assert members.find_card(counter.desk, card_of(size - 1)), "the last one has come"
    return _figure(size, seconds, made, heart)


def _elsewhere(work: Callable[..., object], *given: object) -> None:
    """In a process of its own: its memory is not the counter's."""
    process = multiprocessing.get_context("spawn").Process(target=work, args=given)
    process.start()
    process.join()
    assert process.exitcode == 0


def _populate(folder: Path, size: int) -> None:
    database = SqliteDatabase(folder)
    database.prepare()
    database.create_tenant(TENANT)
    store = database.store(TENANT)
    assert isinstance(store.transactions, Engines)
    populate(store.transactions, store.sealer, size=size, entries_each=1)
    database.close()


def _made(counter: Counter) -> float:
    """Seconds the server takes to make the snapshot, which it then keeps for the next who ask."""
    started = time.perf_counter()
    with counter.connection() as connection:
        while not _is_made(connection.transport):
            assert time.perf_counter() - started < MAKING_S_MAX
            time.sleep(0.2)
    return time.perf_counter() - started


def _is_made(transport: Transport) -> bool:
    try:
        return transport.call("GET", PATH).is_ok
    except LineFault as fault:
        if fault.trouble is not LineTrouble.BUSY:
            raise
        return False


@contextmanager
def _heartbeat() -> Iterator[Heartbeat]:
    heart = Heartbeat()
    thread = threading.Thread(target=heart.run)
    thread.start()
    try:
        yield heart
    finally:
        heart.is_over = True
        thread.join()


def _figure(size: int, seconds: float, made: float, heart: Heartbeat) -> Figure:
    memory_mb = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    waited_ms = heart.longest_s * 1000
    return Figure(
        path=f"snapshot of {size:,} members brought in",
        measured=f"{seconds:.0f} s, {memory_mb} MB, window waited {waited_ms:.0f} at most; made in {made:.0f} s",
        floor="–",
        ratio="–",
        held_to=f"≤ {SECONDS_MAX:.0f} s, < {MEMORY_MB_MAX} MB",
        held=seconds <= SECONDS_MAX and memory_mb < MEMORY_MB_MAX,
    )
