"""Snapshot: a million members brought to a new counter by a real server, while the counter's window stays live.

A thread that ticks as a window's event loop does measures the longest it waits for its turn. Memory is that of the
counter's two processes.
"""

from __future__ import annotations

import gc
import multiprocessing
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlalchemy import Table

from app.persistence.engine import Engines, open_file
from app.persistence.keys import StoreKeys, keys_of
from app.persistence.link import WRITER, FilePlace
from app.persistence.sealed import FieldSealer
from app.persistence.searches import SqlSearches
from app.persistence.statement import adding
from app.persistence.tables.chain import told_members
from app.persistence.tables.points import entries
from app.services.members import members
from bench.centre import running_centre
from bench.chain import Counter, open_counter
from bench.figures import Figure
from bench.population import TENANT, card_of, id_of, populate, rows_of
from server.databases.database import SqliteDatabase
from sync.line_fault import LineFault, LineTrouble
from sync.snapshots import PATH, ROWS_AT_ONCE
from sync.transport import Transport

MEMBERS = 1_000_000
SECONDS_MAX, MEMORY_MB_MAX = 60.0, 300
TICK_S = 0.01
MAKING_S_MAX = 3600.0
_TOLD = {"tenant_id": TENANT, "position": 0, "whole": 0, "points": 0}


@dataclass(slots=True)
class Heartbeat:
    """How long the window would have stood still at the longest, and what the counter's second process has held."""

    longest_s: float = 0.0
    beside_kb: int = 0
    is_over: bool = False

    def run(self) -> None:
        before = time.perf_counter()
        while not self.is_over:
            time.sleep(TICK_S)
            now = time.perf_counter()
            self.longest_s = max(self.longest_s, now - before - TICK_S)
            before = now
            beside = [one.pid for one in multiprocessing.active_children() if one.pid is not None]
            self.beside_kb = max(self.beside_kb, sum(map(_most_held_kb, beside)))


def snapshot_figure(folder: Path, *, size: int = MEMBERS) -> Figure:
    _elsewhere(_populate, folder / "snapshot", size)
    with running_centre(folder / "snapshot") as centre, open_counter(folder, centre, "Z1") as counter:
        counter.join()
        made = _made(counter)
        gc.freeze()  # as a counter does when its window stands
        with _heartbeat() as heart:
            started = time.perf_counter()
            counter.sync()
            seconds = time.perf_counter() - started
        assert members.find_card(counter.desk, card_of(size - 1)), "the last one has come"
    memory_mb = (_most_held_kb("self") + heart.beside_kb) // 1024
    return _figure(size, seconds, _bare_seconds(folder / "bare.db", size), made, heart, memory_mb)


def _most_held_kb(pid: int | str) -> int:
    """The most a process has held; 0 for one that is gone. `getrusage` would count what its parent held before it."""
    try:
        lines = Path(f"/proc/{pid}/status").read_text().splitlines()
    except FileNotFoundError:
        return 0
    return next((int(line.split()[1]) for line in lines if line.startswith("VmHWM:")), 0)


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


def _bare_seconds(file: Path, size: int) -> float:
    """The same rows, ready made, written by the driver alone: an executemany a table and step, one commit a step.

    What members are looked for by is made when they are there, as a counter does.
    """
    keys = keys_of(file)
    sealer = FieldSealer(keys, tenant_id=TENANT, field="phone")
    engines = open_file(file, keys.database)
    with engines.writing(TENANT) as scope:
        SqlSearches(scope).set_aside()
    seconds = _written_seconds(file, keys, sealer, size)
    started = time.perf_counter()
    is_one_back = True
    while is_one_back:
        with engines.writing(TENANT) as scope:
            is_one_back = SqlSearches(scope).bring_one_back()
    engines.dispose()
    return seconds + time.perf_counter() - started


def _written_seconds(file: Path, keys: StoreKeys, sealer: FieldSealer, size: int) -> float:
    seconds = 0.0
    with closing(FilePlace(file, keys.database).link(WRITER)) as link:
        driver: Any = link
        for start in range(0, size, ROWS_AT_ONCE):
            numbers = range(start, min(start + ROWS_AT_ONCE, size))
            ready = [_ready(table, rows) for table, rows in rows_of(numbers, sealer, 1) if table is not entries]
            ready.append(_ready(told_members, [{**_TOLD, "member_id": id_of(number)} for number in numbers]))
            started = time.perf_counter()
            driver.execute("BEGIN IMMEDIATE")
            for text, values in ready:
                driver.executemany(text, values)
            driver.execute("COMMIT")
            seconds += time.perf_counter() - started
    return seconds


def _ready(table: Table, rows: Sequence[dict[str, object]]) -> tuple[str, list[Sequence[object]]]:
    prepared = adding(table).sqlite
    return prepared.text, prepared.values_of_each(rows, {})


def _figure(size: int, seconds: float, bare: float, made: float, heart: Heartbeat, memory_mb: int) -> Figure:
    waited_ms = heart.longest_s * 1000
    return Figure(
        path=f"snapshot of {size:,} members brought in",
        measured=f"{seconds:.0f} s, {memory_mb} MB, window waited {waited_ms:.0f} at most; made in {made:.0f} s",
        floor=f"SQLCipher alone, same rows: {bare:.0f} s",
        ratio=f"{seconds / bare:.2f}",
        held_to=f"≤ {SECONDS_MAX:.0f} s, < {MEMORY_MB_MAX} MB",
        held=seconds <= SECONDS_MAX and memory_mb < MEMORY_MB_MAX,
    )
