"""Telling: members a counter asks for out of turn, and the hash of a range of them to hold its own against."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from typing import Any

from server.ledgers import feed
from server.ledgers.chains import Chains
from server.ledgers.feed import Subject
from server.ledgers.store import ServerStore
from server.telling.pull import Reader, States, images_for
from sync.protocol import RangeDigest, ToldRows, Topic, spelt

DIGEST_MEMBERS_MAX = 500
TOLD_MEMBERS_MAX = 100


def digest(store: ServerStore, reader: Reader, *, after: str, limit: int) -> RangeDigest:
    """What is known of the next members in order of their ids."""
    with store.reading() as unit:
        found = unit.members.ids_after(after, limit=limit + 1)
        range_ = found[:limit]
        return RangeDigest(
            position=feed.position_of(unit.journal.head()),
            included=Chains(unit.scope).included(reader.counter_code),
            first=range_[0] if range_ else "",
            last=range_[-1] if range_ else "",
            members=len(range_),
            more=len(found) > limit,
            digest=_digest_of(images_for(reader, unit.scope, store.sealer).of(set(range_), {}), range_),
        )


def _digest_of(images: Mapping[str, Mapping[str, Any]], member_ids: Sequence[str]) -> str:
    """As `app.services.chain.images.digest_of`; what counters hold of the points is no part of it."""
    total = hashlib.sha256()
    for member_id in member_ids:
        total.update(spelt({**images[member_id], "reserved": 0}) + b"\n")
    return total.hexdigest()


def members(store: ServerStore, reader: Reader, *, after: str, limit: int, server_ms: int) -> ToldRows:
    """The next members in order of their ids, with all the lines of those who are known at the store."""
    with store.reading() as unit:
        head = unit.journal.head()
        states, position = States(unit, store.sealer, reader, 0, head), feed.position_of(head)
        found = unit.members.ids_after(after, limit=limit)
        return ToldRows(
            position=position,
            included=Chains(unit.scope).included(reader.counter_code),
            rows=states.rows([(Subject(Topic.MEMBER, member_id), position) for member_id in found]),
            server_ms=server_ms,
        )
