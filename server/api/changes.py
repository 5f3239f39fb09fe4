"""Changes: what handlers hand to the writer, and the version a member is at."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import replace
from typing import TypeVar

from pydantic import BaseModel

from app.domain.member import Holder
from app.services.desk import Desk
from app.services.ports import UnitOfWork
from server.api.idempotency import Idempotency
from server.api.versions import stale
from server.auth.caller import Caller
from server.desks import desk_over
from server.intake.preloading import Wanted
from server.ledgers.store import ServerStore
from server.ledgers.writer import NOTHING_KNOWN
from server.parts import Parts

T = TypeVar("T")
M = TypeVar("M", bound=BaseModel)
Make = Callable[[Desk, UnitOfWork], T]


async def changed(parts: Parts, caller: Caller, make: Make[T], wanted: Wanted = NOTHING_KNOWN) -> T:
    """What `make` answers, at the server's desk in one transaction."""

    def change(store: ServerStore) -> T:
        with store.writing() as unit:
            return make(desk_over(parts, store), unit)

    return await parts.writer.write(caller.tenant_id, change, wanted)


async def once(
    parts: Parts,
    caller: Caller,
    key: Idempotency,
    verb: str,
    kind: type[M],
    make: Make[M],
    wanted: Wanted = NOTHING_KNOWN,
) -> M:
    """The same, once for each key: the first answer is remembered in the transaction of its effect."""

    def make_once(desk: Desk, unit: UnitOfWork) -> M:
        return key.once(unit.effects, caller, verb, kind, lambda: make(desk, unit))

    effects = [*wanted.effects, (verb, key.name(caller))] if key.key else wanted.effects
    return await changed(parts, caller, make_once, replace(wanted, effects=effects))


def version_of(holder: Holder) -> int:
    """Changes with anything a person may edit of a member or their card; not with their points."""
    member, card = holder.member, holder.card
    who = (member.name, member.phone, member.language, member.email, member.birthday)
    edited = (*who, member.referrer_id, member.tier, member.merged_into)
    shown = (card.number, card.status.value) if card else ()
    digest = hashlib.blake2b(repr((edited, shown)).encode(), digest_size=6).digest()
    return int.from_bytes(digest)


def require_version(holder: Holder, version: int) -> None:
    if version_of(holder) != version:
        raise stale()
