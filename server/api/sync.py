"""Sync: what counters send, and what they are told. Bodies are of our own protocol. Source: docs/protocol.md."""

from __future__ import annotations

import asyncio
import re
import time
from dataclasses import asdict
from typing import Annotated, Any

import orjson
from fastapi import APIRouter, Depends, Header, Path, Query, Request, Response
from pydantic import BaseModel, Field
from starlette.concurrency import run_in_threadpool
from starlette.responses import JSONResponse

from app.domain.points import POINTS_MAX
from server.api.models import Id, Model, shown_as
from server.api.people import NUMBER
from server.api.sync_shapes import MEMBER, VOUCHER, DigestTold, PagePulled, PushAnswered, RowsTold, SnapshotShown
from server.auth.caller import Caller, require
from server.auth.doors import knocking
from server.databases.database import UnknownTenantError
from server.desks import desk_of
from server.identity import devices
from server.identity.status import DeviceStatus
from server.intake.inbox import FIELD, Inbox
from server.intake.intake import receive
from server.ledgers import feed
from server.ledgers.store import ServerStore
from server.parts import Given, Parts
from server.rights.leases import Scan, top_up
from server.rights.vouchers import hand_voucher, set_aside
from server.telling import telling
from server.telling.far_bills import tell_bill
from server.telling.pull import Keys, Reader, pull, settings_of
from server.telling.snapshots import server_key_of, signed
from server.web.problems import Problem, documented, not_found
from sync.protocol import (
    PAGE_ROWS_MAX,
    PROTOCOL,
    WAIT_MS_MAX,
    Push,
    WireError,
    answer_to_plain,
    digest_to_plain,
    page_to_bytes,
    push_from_plain,
    told_to_plain,
)

router = APIRouter(prefix="/api/v1/sync", tags=["Sync"])
Counter = Annotated[Caller, require("sync")]
CHUNKS_MAX = 1_000_000
_MAKING_S = 5  # how long it is waited for a snapshot, and how long the counter then waits
_ELSEWHERE_S = 0.25  # how often it is looked whether another process of the server has written


class Json(JSONResponse):
    """An object of the protocol, in bytes of our own making."""

    def render(self, content: Any) -> bytes:
        return orjson.dumps(content)


class Spelt(Response):
    """JSON that was written elsewhere."""

    media_type = "application/json"


class Bytes(Response):
    media_type = "application/octet-stream"


def told_as(shape: type[BaseModel], *problems: int) -> dict[int | str, dict[str, Any]]:
    """What OpenAPI says of an answer whose bytes are of our own making."""
    return {200: {"model": shape}, **documented(*problems)}


_BODY = {"application/json": {"schema": {"$ref": "#/components/schemas/PushSent"}}}
_PUSH = {"requestBody": {"required": True, "content": _BODY}}


def _number(told: str) -> int:
    """What cannot be read is the first protocol: that one every counter understands."""
    return int(told) if re.fullmatch("[1-9][0-9]{0,8}", told) else 1


async def _speaks(
    tillpoint_protocol: Annotated[
        str, Header(description="The protocol that the counter speaks.", examples=["2"])
    ] = "1",
) -> int:
    return _number(tillpoint_protocol)


Spoken = Annotated[int, Depends(_speaks)]
AfterMember = Annotated[str, Query(max_length=64, description="The id of the last member before.")]


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
        keys=_keys(parts, caller),
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


class Scanned(Model):
    """A card before the counter: by its number, or whose it is."""

    model_config = shown_as({"card": NUMBER, "wanted": 10000}, {"member": MEMBER, "wanted": 10000})
    member: Id | None = Field(None, examples=[MEMBER])
    card: Annotated[str, Field(pattern=r"^[0-9]{12}$")] | None = None
    wanted: int = Field(
        ge=0, le=POINTS_MAX, description="Hundredths of points that the bill can take.", examples=[10000]
    )


@router.post("/leases", response_class=Json, responses=told_as(RowsTold, 404))
def ask_for_rights(scanned: Scanned, parts: Given, caller: Counter, spoken: Spoken) -> Json:
    """Rights to a card's points, as far as they are free; what other counters hold unused is asked back."""
    if (scanned.member is None) == (scanned.card is None):
        raise Problem(422, "INVALID", "A scan names a member or a card. Nothing was changed. Send one of them.")
    scan = Scan(scanned.wanted, member_id=scanned.member, card_number=scanned.card)
    return Json(told_to_plain(top_up(desk_of(parts, caller.tenant_id), reader_of(caller, spoken), scan)))


class BillWanted(Model):
    """A bill that another counter sold, by its printed number."""

    number: str = Field(min_length=1, max_length=64, examples=["A1/26-27/000123"])


@router.post("/bills", response_class=Json, responses=told_as(RowsTold, 404))
def ask_for_bill(wanted: BillWanted, parts: Given, caller: Counter, spoken: Spoken) -> Json:
    """A bill as it stands, with what came back of it, and the members whose points a return of it moves."""
    return Json(told_to_plain(tell_bill(desk_of(parts, caller.tenant_id), reader_of(caller, spoken), wanted.number)))


class VoucherWanted(Model):
    """A voucher that is to be used at this counter, by its code; or one of a reward's stock, to give out."""

    model_config = shown_as({"code": VOUCHER}, {"reward": "cinema"})
    code: Annotated[str, Field(pattern=r"^V[0-9A-Z]{15}$")] | None = None
    reward: str | None = Field(None, min_length=1, max_length=80)
    ahead: bool = Field(False, description="Before anybody wants the reward: other counters keep what they have of it.")


@router.post("/vouchers", response_class=Json, responses=told_as(RowsTold, 404))
def ask_for_voucher(wanted: VoucherWanted, parts: Given, caller: Counter, spoken: Spoken) -> Json:
    """The right to use a voucher, or to give out one of a stock; what another counter holds is asked back."""
    desk, reader = desk_of(parts, caller.tenant_id), reader_of(caller, spoken)
    if wanted.code is not None and wanted.reward is None:
        return Json(told_to_plain(hand_voucher(desk, reader, wanted.code)))
    if wanted.reward is not None and wanted.code is None:
        return Json(told_to_plain(set_aside(desk, reader, wanted.reward, ahead=wanted.ahead)))
    raise Problem(422, "INVALID", "Name a code or a reward. Nothing was changed. Send one of them.")


@router.get("/digests", response_class=Json, responses=told_as(DigestTold))
def read_digest(
    parts: Given,
    caller: Counter,
    spoken: Spoken,
    after: AfterMember = "",
    limit: Annotated[
        int, Query(ge=1, le=telling.DIGEST_MEMBERS_MAX, description="Members.")
    ] = telling.DIGEST_MEMBERS_MAX,
) -> Json:
    """One hash of what is known of the next members, in order of their ids."""
    store = parts.database.store(caller.tenant_id)
    return Json(digest_to_plain(telling.digest(store, reader_of(caller, spoken), after=after, limit=limit)))


@router.get("/members", response_class=Json, responses=told_as(RowsTold))
def read_members(
    parts: Given,
    caller: Counter,
    spoken: Spoken,
    after: AfterMember = "",
    limit: Annotated[int, Query(ge=1, le=telling.TOLD_MEMBERS_MAX, description="Members.")] = telling.TOLD_MEMBERS_MAX,
) -> Json:
    """The next members as they stand, in order of their ids."""
    store, server_ms = parts.database.store(caller.tenant_id), parts.now() // 1000
    reader = reader_of(caller, spoken)
    return Json(told_to_plain(telling.members(store, reader, after=after, limit=limit, server_ms=server_ms)))


@router.get("/snapshot", response_class=Json, responses=told_as(SnapshotShown))
def read_snapshot(parts: Given, caller: Counter, spoken: Spoken) -> Json:
    """All there is, in chunks to fetch one by one; then the counter pulls from its position."""
    store, reader = parts.database.store(caller.tenant_id), reader_of(caller, spoken)
    snapshot = parts.snapshots.of_store(store, reader, within_s=_MAKING_S)
    if snapshot is None:
        raise Problem(
            503,
            "SNAPSHOT-BEING-MADE",
            f"The snapshot is being made. Bills go on. Ask again in {_MAKING_S} seconds.",
            headers={"Retry-After": str(_MAKING_S)},
        )
    with store.reading() as unit:
        included = Inbox(unit.scope, store.sealer.of_field(FIELD)).as_of(reader.counter_code, snapshot.position)
        settings = settings_of(unit.scope, reader, _keys(parts, caller))
    manifest = {
        **asdict(snapshot),
        "chunks": [asdict(chunk) for chunk in snapshot.chunks],
        "included": asdict(included),
        "settings": settings,
        "server_ms": parts.now() // 1000,
    }
    return Json(signed(manifest, parts.secret.manifest_key))


_CHUNK = {"schema": {"type": "string", "format": "binary"}, "example": "the bytes of the chunk"}


@router.get(
    "/snapshot/{snapshot_id}/{number}",
    response_class=Bytes,
    responses={200: {"content": {"application/octet-stream": _CHUNK}}, **documented(404)},
)
def read_chunk(
    snapshot_id: Id,
    number: Annotated[int, Path(ge=1, le=CHUNKS_MAX)],
    parts: Given,
    caller: Counter,
    spoken: Spoken,
) -> Bytes:
    """A chunk of a snapshot: zstd-compressed lines of JSON."""
    store = parts.database.store(caller.tenant_id)
    content = parts.snapshots.chunk(store, reader_of(caller, spoken), snapshot_id, number)
    if content is None:
        raise not_found("snapshot")
    return Bytes(content)


def reader_of(caller: Caller, spoken: int = PROTOCOL) -> Reader:
    assert caller.counter_code is not None, "only counters hold the right to sync"
    assert caller.store_id is not None
    return Reader(caller.counter_code, caller.store_id, caller.subject, spoken)


def _keys(parts: Parts, caller: Caller) -> Keys:
    return Keys(server_key_of(parts.secret), parts.secret.card_key(caller.tenant_id))
