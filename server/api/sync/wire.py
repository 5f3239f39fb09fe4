"""The wire: who calls, in which protocol, and answers whose bytes are of our own making. Source: docs/protocol.md."""

from __future__ import annotations

import re
from typing import Annotated, Any

import orjson
from fastapi import Depends, Header, Query, Response
from pydantic import BaseModel
from starlette.responses import JSONResponse

from server.auth.caller import Caller, require
from server.parts import Parts
from server.telling.pull import Keys, Reader
from server.telling.snapshots import server_key_of
from server.web.problems import documented
from sync.protocol import (
    PROTOCOL,
)

Counter = Annotated[Caller, require("sync")]


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


def reader_of(caller: Caller, spoken: int = PROTOCOL) -> Reader:
    assert caller.counter_code is not None, "only counters hold the right to sync"
    assert caller.store_id is not None
    return Reader(caller.counter_code, caller.store_id, caller.subject, spoken)


def keys_of(parts: Parts, caller: Caller) -> Keys:
    return Keys(server_key_of(parts.secret), parts.secret.card_key(caller.tenant_id))
