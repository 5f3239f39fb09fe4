"""Ahead: what comes next is read in a process of its own while what came before is put in place.

A thread would take turns with the one that writes and with the window; a process has turns of its own.
"""

from __future__ import annotations

import signal
from collections import deque
from collections.abc import Callable, Generator, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import get_context
from typing import TypeVar

T = TypeVar("T")

AHEAD = 2  # bodies that may have come and not been put in place


def read_ahead(read: Callable[[bytes], T], bodies: Iterator[bytes]) -> Generator[T]:
    """What is read of each body, in order. `read` travels to the other process, so it and what it makes are plain.

    Where that process ends before its time, the rest is read here. What `read` raises is raised.
    """
    context = get_context("spawn")  # a copy of this process would hold its locks and its open files
    with ProcessPoolExecutor(1, context, signal.signal, (signal.SIGINT, signal.SIG_IGN)) as pool:
        coming: deque[tuple[bytes, Future[T] | None]] = deque()
        body, failed = _next(bodies)
        while body is not None:
            coming.append((body, _submitted(pool, read, body)))
            if len(coming) > AHEAD:
                yield _read(read, *coming.popleft())
            body, failed = _next(bodies)
        while coming:
            yield _read(read, *coming.popleft())
        if failed is not None:
            raise failed


def _next(bodies: Iterator[bytes]) -> tuple[bytes | None, Exception | None]:
    """The next one; None after the last, or why there is none: what had come before it is put in place first."""
    try:
        return next(bodies, None), None
    except Exception as fault:  # noqa: BLE001 - raised again by whoever asked
        return None, fault


def _submitted(pool: ProcessPoolExecutor, read: Callable[[bytes], T], body: bytes) -> Future[T] | None:
    try:
        return pool.submit(read, body)
    except BrokenProcessPool:
        return None


def _read(read: Callable[[bytes], T], body: bytes, coming: Future[T] | None) -> T:
    try:
        return read(body) if coming is None else coming.result()
    except BrokenProcessPool:
        return read(body)
