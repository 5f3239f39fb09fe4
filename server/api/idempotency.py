"""Idempotency: the same key with the same request has one effect and one answer, however often it is sent."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Annotated, Any, TypeVar

from fastapi import Depends, Header, Request
from pydantic import BaseModel

from app.services.ports import Effects
from server.auth.caller import Caller
from server.web.problems import Problem

M = TypeVar("M", bound=BaseModel)
_KEY = r"^[A-Za-z0-9._:-]{1,100}$"


@dataclass(frozen=True, slots=True)
class Idempotency:
    """`key` is empty where the caller gave none: then nothing is remembered. `fingerprint` is of the request itself."""

    key: str
    fingerprint: str

    def once(self, effects: Effects, caller: Caller, verb: str, kind: type[M], make: Callable[[], M]) -> M:
        """`make()`'s answer, or the one it gave before. `effects` is of the transaction that `make` writes in.

        Keys are the caller's own. Raises a problem where the key was used for another request.
        """
        if not self.key:
            return make()
        name = self.name(caller)
        found = effects.result(verb, name)
        if found is not None:
            return kind.model_validate_json(self._same(found), strict=False)
        made = make()
        effects.record(verb, name, json.dumps({"fingerprint": self.fingerprint, "answer": made.model_dump_json()}))
        return made

    def name(self, caller: Caller) -> str:
        """As it is remembered."""
        return f"{caller.subject} {self.key}"

    def _same(self, found: str) -> str:
        kept: dict[str, str] = json.loads(found)
        if kept["fingerprint"] != self.fingerprint:
            raise Problem(
                422,
                "KEY-REUSED",
                "This Idempotency-Key was used for another request. Nothing was changed by this one. Take a new key.",
            )
        return kept["answer"]


def remembered(effects: Effects, caller: Caller, verb: str, key: str) -> Mapping[str, Any] | None:
    """What the caller was answered under an earlier key of theirs, if anything."""
    found = effects.result(verb, f"{caller.subject} {key}")
    return None if found is None else json.loads(json.loads(found)["answer"])


async def _given(
    request: Request,
    idempotency_key: Annotated[str, Header(pattern=_KEY, description="Made by the caller, once for each intent.")] = "",
) -> Idempotency:
    return await _of(request, idempotency_key)


async def _required(
    request: Request,
    idempotency_key: Annotated[
        str | None, Header(pattern=_KEY, description="Made by the caller, once for each intent.")
    ] = None,
) -> Idempotency:
    if idempotency_key is None:
        raise Problem(
            400,
            "KEY-MISSING",
            "This needs an Idempotency-Key, so that sending it twice does it once. Nothing was changed. Send one.",
        )
    return await _of(request, idempotency_key)


async def _of(request: Request, key: str) -> Idempotency:
    place = f"{request.method} {request.url.path}?{request.url.query}\n".encode()
    return Idempotency(key, hashlib.sha256(place + await request.body()).hexdigest())


Idempotent = Annotated[Idempotency, Depends(_given)]
MustBeIdempotent = Annotated[Idempotency, Depends(_required)]
