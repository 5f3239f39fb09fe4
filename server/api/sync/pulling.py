"""Pulling: what changed after a position, at once or as soon as something does."""

from __future__ import annotations

import asyncio
import time
from typing import Annotated

from fastapi import APIRouter, Query
from starlette.concurrency import run_in_threadpool

from server.api.sync.shapes import PagePulled
from server.api.sync.wire import Counter, Json, Spelt, Spoken, keys_of, reader_of, told_as
from server.auth.caller import Caller
from server.ledgers import feed
from server.ledgers.store import ServerStore
from server.parts import Given, Parts
from server.telling.pull import pull
from sync.protocol import (
    PAGE_ROWS_MAX,
    WAIT_MS_MAX,
    page_to_bytes,
)

router = APIRouter(prefix="/api/v1/sync", tags=["Sync"])
_ELSEWHERE_S = 0.25  # how often it is looked whether another process of the server has written


@router.get("/pull", response_class=Json, responses=told_as(PagePulled, 409))
async def pull_changes(
    parts: Given,
    caller: Counter,
    spoken: Spoken,
    after: Annotated[int, Query(ge=0, le=1 << 53, description="The position the counter has come to.")],
    limit: Annotated[int, Query(ge=1, le=PAGE_ROWS_MAX, description="About how many subjects.")] = 200,
    wait_ms: Annotated[int, Query(ge=0, le=WAIT_MS_MAX, description="How long to wait for a change.")] = 0,
    lines_after: Annotated[
        int, Query(ge=0, le=1 << 53, description="Up to here everything was told; lines after it are sent.")
    ] = 0,
    seen: Annotated[int, Query(ge=0, le=1 << 53, description="The furthest position of any answer it had.")] = 0,
) -> Spelt:
    """What changed after a position. With `wait_ms`, as soon as something does."""
    store = parts.database.store(caller.tenant_id)
    if wait_ms and seen <= after:  # what was seen beyond it is there to be told, or is lost
        await _changed(parts, store, after, wait_ms / 1000)
    return Spelt(await run_in_threadpool(_pull, parts, caller, after, limit, lines_after, seen, spoken))


def _pull(parts: Parts, caller: Caller, after: int, limit: int, lines_after: int, seen: int, spoken: int) -> bytes:
    store, reader, server_ms = parts.database.store(caller.tenant_id), reader_of(caller, spoken), parts.now() // 1000
    page = pull(
        store,
        reader,
        after=after,
        limit=limit,
        server_ms=server_ms,
        lines_after=lines_after,
        seen=seen,
        keys=keys_of(parts, caller),
    )
    return page_to_bytes(page)


async def _changed(parts: Parts, store: ServerStore, after: int, within_s: float) -> None:
    """Wait until the tenant's chain has moved, here or by another process, the time is up, or the server stops.

    Whoever is ahead of a chain that was put back from a backup is told so at once.
    """
    until = time.monotonic() + within_s
    while (left := until - time.monotonic()) > 0 and not parts.stopping.is_set():
        if await asyncio.to_thread(_position, store) != after:
            return
        await store.positions.moved(after, within_s=min(left, _ELSEWHERE_S))


def _position(store: ServerStore) -> int:
    with store.reading() as unit:
        return feed.position_of(unit.journal.head())
