"""Pushing: what counters send."""

from __future__ import annotations

from typing import Annotated, Any

import orjson
from fastapi import APIRouter, Query, Request
from starlette.concurrency import run_in_threadpool

from server.api.sync.shapes import PushAnswered
from server.api.sync.wire import Counter, Json, told_as
from server.auth.caller import Caller
from server.auth.doors import knocking
from server.databases.database import UnknownTenantError
from server.desks import desk_of
from server.identity import devices
from server.identity.status import DeviceStatus
from server.intake.intake import receive
from server.parts import Given, Parts
from server.web.problems import Problem
from sync.protocol import (
    Push,
    WireError,
    answer_to_plain,
    push_from_plain,
)

router = APIRouter(prefix="/api/v1/sync", tags=["Sync"])
_BODY = {"application/json": {"schema": {"$ref": "#/components/schemas/PushSent"}}}
_PUSH = {"requestBody": {"required": True, "content": _BODY}}


@router.post("/push", response_class=Json, responses=told_as(PushAnswered, 409), openapi_extra=_PUSH)
async def push_events(request: Request, parts: Given, caller: Counter) -> Json:
    """Take a run of the counter's chain in: stored for good, then posted, with a verdict for each event."""
    body = await request.body()
    return Json(await run_in_threadpool(_push, parts, caller, body))


def _push(parts: Parts, caller: Caller, body: bytes) -> dict[str, Any]:
    push = _read(body)
    if push.counter != caller.counter_code:
        raise Problem(403, "OTHER-COUNTER", "A counter sends its own chain only. Nothing was stored.")
    return answer_to_plain(receive(desk_of(parts, caller.tenant_id), push))


def _read(body: bytes) -> Push:
    try:
        return push_from_plain(orjson.loads(body))
    except (WireError, orjson.JSONDecodeError) as wrong:
        raise Problem(
            400, "PUSH-UNREADABLE", f"The batch cannot be read: {wrong}. Nothing was stored. Send it again."
        ) from wrong


@router.post(
    "/late",
    response_class=Json,
    dependencies=[knocking("late")],
    responses=told_as(PushAnswered, 409),
    openapi_extra=_PUSH,
)
async def push_late(
    request: Request, parts: Given, client_id: Annotated[str, Query(max_length=200, description="As enrolled.")]
) -> Json:
    """A counter that was shut out hands in what it still has: its signature opens, and nothing of it is posted."""
    body = await request.body()
    return Json(await run_in_threadpool(_push_late, parts, client_id, body))


def _push_late(parts: Parts, client_id: str, body: bytes) -> dict[str, Any]:
    push, tenant_id = _read(body), client_id.partition(".")[0]
    try:
        store = parts.database.store(tenant_id)
    except UnknownTenantError as error:
        raise _not_shut_out() from error
    with store.reading() as unit:
        device = devices.by_client(unit.scope, client_id)
    if device is None or device.status is DeviceStatus.ACTIVE or device.counter_code != push.counter:
        raise _not_shut_out()
    return answer_to_plain(receive(desk_of(parts, tenant_id), push))


def _not_shut_out() -> Problem:
    return Problem(
        403, "NOT-SHUT-OUT", "This is for counters that were shut out. Nothing was stored. Sign in, then push."
    )
