"""Comparing: what is known of members in one hash, and as they stand where that differs."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query

from server.api.sync.shapes import DigestTold, RowsTold
from server.api.sync.wire import AfterMember, Counter, Json, Spoken, reader_of, told_as
from server.parts import Given
from server.telling import telling
from sync.protocol import (
    digest_to_plain,
    told_to_plain,
)

router = APIRouter(prefix="/api/v1/sync", tags=["Sync"])


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
