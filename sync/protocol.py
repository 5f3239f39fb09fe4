"""The words of the wire: what counter and server say to each other, on both sides. Source: docs/protocol.md."""

from __future__ import annotations

import hashlib
import re
from base64 import urlsafe_b64decode, urlsafe_b64encode
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

import orjson

from app.services.journal import canonical
from app.services.ports import ChainPoint, EventVerdict

PROTOCOL = 1
BATCH_EVENTS_MAX = 500
BATCH_BYTES_MAX = 1_000_000
PAGE_ROWS_MAX = 1000
WAIT_MS_MAX = 25_000
_WHOLE_MAX = (1 << 53) - 1  # the largest whole number that every reader of JSON keeps exact
_DIGEST = re.compile(r"[0-9a-f]{64}")
_ID_LENGTH_MAX = 64


class WireError(ValueError):
    """What came is not what the protocol says; the message names the place."""


class Status(StrEnum):
    """What became of an event at the server."""

    APPLIED = "APPLIED"
    DUPLICATE = "DUPLICATE"
    APPLIED_OVER_LIMIT = "APPLIED_OVER_LIMIT"
    QUARANTINED = "QUARANTINED"
    PARKED = "PARKED"
    FORK = "FORK"


class Topic(StrEnum):
    """What a row of a page is about."""

    MEMBER = "member"
    LEASE = "lease"
    PROGRAM = "program"
    STAFF = "staff"
    STORE = "store"
    REVIEW = "review"


@dataclass(frozen=True, slots=True)
class SentEvent:
    """An event as it travels; `body` is the exact bytes that were sealed."""

    event_id: str
    hash: bytes
    body: bytes


@dataclass(frozen=True, slots=True)
class Push:
    """A run of a counter's chain. `previous_hash` is that of the event before the first, zeros where there is none."""

    protocol: int
    counter: str
    epoch: int
    from_seq: int
    previous_hash: bytes
    events: tuple[SentEvent, ...]
    head: bytes
    signature: bytes

    @property
    def signed(self) -> bytes:
        """What the counter's key signs."""
        return push_signed(self.counter, epoch=self.epoch, from_seq=self.from_seq, head=self.head)


@dataclass(frozen=True, slots=True)
class PushAnswer:
    """A verdict for each event sent. `included` is the last of the counter's own events that the server has."""

    received_seq: int
    results: tuple[EventVerdict, ...]
    position: int
    included: ChainPoint
    server_ms: int
    recall: tuple[str, ...] = ()
    retry_after_ms: int = 0
    max_batch: int = BATCH_EVENTS_MAX


@dataclass(frozen=True, slots=True)
class PageRow:
    """A subject as it stands; `state` is an object of JSON, or null for what is no more."""

    topic: str
    subject: str
    position: int
    state: Mapping[str, Any] | None


@dataclass(frozen=True, slots=True)
class PulledPage:
    """What changed between two positions, as of one moment."""

    from_position: int
    to_position: int
    more: bool
    head: int
    included: ChainPoint
    rows: tuple[PageRow, ...]
    server_ms: int
    recall: tuple[str, ...]
    settings: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class ToldRows:
    """Subjects that were asked for, as of one view: a scan's top-up, or members to be seen anew.

    `recalled` when other counters were asked to give their rights back.
    """

    position: int
    included: ChainPoint
    rows: tuple[PageRow, ...]
    server_ms: int
    recalled: bool = False


@dataclass(frozen=True, slots=True)
class RangeDigest:
    """What the server knows of a range of members, in one hash; `first` and `last` are empty where there are none."""

    position: int
    included: ChainPoint
    first: str
    last: str
    members: int
    more: bool
    digest: str


def push_signed(counter: str, *, epoch: int, from_seq: int, head: bytes) -> bytes:
    """'tillpoint push', counter, epoch and from_seq in decimal, then the 32 bytes of the head; a zero byte between."""
    return b"\0".join((b"tillpoint push", counter.encode(), b"%d" % epoch, b"%d" % from_seq, head))


def to_base64url(content: bytes) -> str:
    return urlsafe_b64encode(content).decode().rstrip("=")


def push_to_plain(push: Push) -> dict[str, Any]:
    return {
        "protocol": push.protocol,
        "counter": push.counter,
        "epoch": push.epoch,
        "from_seq": push.from_seq,
        "previous_hash": push.previous_hash.hex(),
        "events": [{"id": one.event_id, "hash": one.hash.hex(), "body": one.body.decode()} for one in push.events],
        "head": push.head.hex(),
        "signature": to_base64url(push.signature),
    }


def push_from_plain(plain: Any) -> Push:
    """Raises WireError. Fields nobody knows are left alone: a newer counter may say more."""
    events = _list(plain, "events")
    if not 1 <= len(events) <= BATCH_EVENTS_MAX:
        raise WireError(f"events: between 1 and {BATCH_EVENTS_MAX} of them travel together")
    return Push(
        protocol=_whole(plain, "protocol", least=1),
        counter=_text(plain, "counter"),
        epoch=_whole(plain, "epoch", least=1),
        from_seq=_whole(plain, "from_seq", least=1),
        previous_hash=_hash(plain, "previous_hash"),
        events=tuple(map(_event, events)),
        head=_hash(plain, "head"),
        signature=_signature(plain),
    )


def _event(plain: Any) -> SentEvent:
    body = _value(plain, "body", str)
    try:
        return SentEvent(_text(plain, "id"), _hash(plain, "hash"), body.encode())
    except UnicodeEncodeError as error:
        raise WireError("body: half a letter") from error


def answer_to_plain(answer: PushAnswer) -> dict[str, Any]:
    return {
        "received_seq": answer.received_seq,
        "results": [
            {"seq": one.point.seq, "status": one.status, "code": one.code, "detail": one.detail}
            for one in answer.results
        ],
        "position": answer.position,
        "included": _point_to_plain(answer.included),
        "server_ms": answer.server_ms,
        "recall": list(answer.recall),
        "retry_after_ms": answer.retry_after_ms,
        "max_batch": answer.max_batch,
    }


def answer_from_plain(plain: Any, *, epoch: int) -> PushAnswer:
    """The verdicts are of events of this epoch; wishes that are not said are none. Raises WireError."""
    return PushAnswer(
        received_seq=_whole(plain, "received_seq"),
        results=tuple(_verdict(one, epoch) for one in _list(plain, "results")),
        position=_whole(plain, "position"),
        included=_point(plain),
        server_ms=_whole(plain, "server_ms"),
        recall=_texts(plain, "recall") if "recall" in plain else (),
        retry_after_ms=_whole(plain, "retry_after_ms") if "retry_after_ms" in plain else 0,
        max_batch=_whole(plain, "max_batch", least=1) if "max_batch" in plain else BATCH_EVENTS_MAX,
    )


def _verdict(plain: Any, epoch: int) -> EventVerdict:
    point = ChainPoint(epoch, _whole(plain, "seq", least=1))
    return EventVerdict(point, _text(plain, "status"), _optional_text(plain, "code"), _optional_text(plain, "detail"))


def page_to_bytes(page: PulledPage) -> bytes:
    """A page as it travels. Its rows are spelt once, as they are hashed."""
    rows = spelt([row_to_plain(row) for row in page.rows])
    head = {
        "from": page.from_position,
        "to": page.to_position,
        "more": page.more,
        "head": page.head,
        "included": _point_to_plain(page.included),
        "page_hash": hashlib.sha256(b'{"rows":%b}' % rows).hexdigest(),
        "server_ms": page.server_ms,
        "recall": list(page.recall),
        "settings": dict(page.settings),
    }
    return orjson.dumps(head)[:-1] + b',"rows":%b}' % rows


def row_to_plain(row: PageRow) -> dict[str, Any]:
    return {"topic": row.topic, "id": row.subject, "position": row.position, "state": row.state}


def spelt(plain: Any) -> bytes:
    """Canonical JSON as `app.services.journal.canonical` writes it, of the protocol's whole numbers and texts."""
    return orjson.dumps(plain, option=orjson.OPT_SORT_KEYS)


def page_hash(rows: Sequence[Mapping[str, Any]]) -> str:
    """SHA-256 of the rows' canonical JSON."""
    return hashlib.sha256(canonical({"rows": rows})).hexdigest()


def _is_hash_of(rows: list[Any], expected: str) -> bool:
    """What a newer server tells may hold numbers that are spelt in more than one way: they are tried both ways."""
    try:
        quick = hashlib.sha256(spelt({"rows": rows})).hexdigest()
    except TypeError:  # a number of more than 64 bits
        quick = ""
    return quick == expected or page_hash(rows) == expected


def page_from_plain(plain: Any) -> PulledPage:
    """Raises WireError, also when the rows are not those that were hashed."""
    rows = _list(plain, "rows")
    if not _is_hash_of(rows, _text(plain, "page_hash")):
        raise WireError("page_hash: the rows are not those that were sent")
    return PulledPage(
        from_position=_whole(plain, "from"),
        to_position=_whole(plain, "to"),
        more=_value(plain, "more", bool),
        head=_whole(plain, "head"),
        included=_point(plain),
        rows=tuple(map(_row, rows)),
        server_ms=_whole(plain, "server_ms"),
        recall=_texts(plain, "recall") if "recall" in plain else (),
        settings=_value(plain, "settings", dict) if "settings" in plain else {},
    )


def told_to_plain(told: ToldRows) -> dict[str, Any]:
    return {
        "position": told.position,
        "included": _point_to_plain(told.included),
        "rows": [row_to_plain(row) for row in told.rows],
        "server_ms": told.server_ms,
        "recalled": told.recalled,
    }


def told_from_plain(plain: Any) -> ToldRows:
    """Raises WireError."""
    return ToldRows(
        position=_whole(plain, "position"),
        included=_point(plain),
        rows=tuple(map(_row, _list(plain, "rows"))),
        server_ms=_whole(plain, "server_ms"),
        recalled=_object(plain).get("recalled") is True,
    )


def digest_to_plain(digest: RangeDigest) -> dict[str, Any]:
    return {
        "position": digest.position,
        "included": _point_to_plain(digest.included),
        "first": digest.first,
        "last": digest.last,
        "members": digest.members,
        "more": digest.more,
        "digest": digest.digest,
    }


def digest_from_plain(plain: Any) -> RangeDigest:
    """Raises WireError."""
    return RangeDigest(
        position=_whole(plain, "position"),
        included=_point(plain),
        first=_value(plain, "first", str),
        last=_value(plain, "last", str),
        members=_whole(plain, "members"),
        more=_value(plain, "more", bool),
        digest=_text(plain, "digest"),
    )


def row_from_plain(plain: Any) -> PageRow:
    """One row, as a snapshot's lines are. Raises WireError."""
    return _row(plain)


def _row(plain: Any) -> PageRow:
    state = _object(plain).get("state")
    if state is not None and type(state) is not dict:
        raise WireError("state: expected an object or null")
    return PageRow(_text(plain, "topic"), _text(plain, "id"), _whole(plain, "position"), state)


def _point(plain: Any) -> ChainPoint:
    point = _value(plain, "included", dict)
    return ChainPoint(_whole(point, "epoch"), _whole(point, "seq"))


def _point_to_plain(point: ChainPoint) -> dict[str, int]:
    return {"epoch": point.epoch, "seq": point.seq}


def _object(plain: Any) -> Mapping[str, Any]:
    if type(plain) is not dict:
        raise WireError("expected an object")
    return plain


def _value(plain: Any, name: str, kind: type[Any]) -> Any:
    found = _object(plain).get(name)
    if type(found) is not kind:
        raise WireError(f"{name}: expected {kind.__name__}")
    return found


def _list(plain: Any, name: str) -> list[Any]:
    found: list[Any] = _value(plain, name, list)
    return found


def _text(plain: Any, name: str) -> str:
    found: str = _value(plain, name, str)
    if not 1 <= len(found) <= _ID_LENGTH_MAX:
        raise WireError(f"{name}: between 1 and {_ID_LENGTH_MAX} letters")
    return found


def _optional_text(plain: Any, name: str) -> str | None:
    found: str | None = None if _object(plain).get(name) is None else _value(plain, name, str)
    return found


def _texts(plain: Any, name: str) -> tuple[str, ...]:
    found = _list(plain, name)
    if any(type(one) is not str for one in found):
        raise WireError(f"{name}: expected a list of texts")
    return tuple(found)


def _whole(plain: Any, name: str, *, least: int = 0) -> int:
    found: int = _value(plain, name, int)
    if not least <= found <= _WHOLE_MAX:
        raise WireError(f"{name}: between {least} and {_WHOLE_MAX}")
    return found


def _hash(plain: Any, name: str) -> bytes:
    found = _text(plain, name)
    if _DIGEST.fullmatch(found) is None:
        raise WireError(f"{name}: expected 64 hexadecimal digits")
    return bytes.fromhex(found)


def _signature(plain: Any) -> bytes:
    found: str = _value(plain, "signature", str)
    try:
        return urlsafe_b64decode(found + "=" * (-len(found) % 4))
    except ValueError as error:
        raise WireError("signature: expected base64url") from error
