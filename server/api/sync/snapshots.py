"""Snapshots: all there is, in chunks to fetch one by one."""

from __future__ import annotations

from dataclasses import asdict
from typing import Annotated

from fastapi import APIRouter, Path

from server.api.models import Id
from server.api.sync.shapes import SnapshotShown
from server.api.sync.wire import Bytes, Counter, Json, Spoken, keys_of, reader_of, told_as
from server.intake.inbox import FIELD, Inbox
from server.parts import Given
from server.telling.pull import settings_of
from server.telling.snapshots import signed
from server.web.problems import Problem, documented, not_found

router = APIRouter(prefix="/api/v1/sync", tags=["Sync"])
CHUNKS_MAX = 1_000_000
_MAKING_S = 5  # how long it is waited for a snapshot, and how long the counter then waits


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
        settings = settings_of(unit.scope, reader, keys_of(parts, caller))
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
