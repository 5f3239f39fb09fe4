"""Pushes and their answers, spelt and read."""

from __future__ import annotations

from base64 import urlsafe_b64encode
from typing import Any

from app.services.ports import ChainPoint, EventVerdict
from sync.protocol import fields
from sync.protocol.fields import WireError
from sync.protocol.words import BATCH_EVENTS_MAX, Push, PushAnswer, SentEvent


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
    events = fields.listed(plain, "events")
    if not 1 <= len(events) <= BATCH_EVENTS_MAX:
        raise WireError(f"events: between 1 and {BATCH_EVENTS_MAX} of them travel together")
    return Push(
        protocol=fields.whole(plain, "protocol", least=1),
        counter=fields.text(plain, "counter"),
        epoch=fields.whole(plain, "epoch", least=1),
        from_seq=fields.whole(plain, "from_seq", least=1),
        previous_hash=fields.digest(plain, "previous_hash"),
        events=tuple(map(_event, events)),
        head=fields.digest(plain, "head"),
        signature=fields.signature(plain),
    )


def _event(plain: Any) -> SentEvent:
    body = fields.value(plain, "body", str)
    try:
        return SentEvent(fields.text(plain, "id"), fields.digest(plain, "hash"), body.encode())
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
        "included": fields.point_to_plain(answer.included),
        "server_ms": answer.server_ms,
        "recall": list(answer.recall),
        "retry_after_ms": answer.retry_after_ms,
        "max_batch": answer.max_batch,
    }


def answer_from_plain(plain: Any, *, epoch: int) -> PushAnswer:
    """The verdicts are of events of this epoch; wishes that are not said are none. Raises WireError."""
    return PushAnswer(
        received_seq=fields.whole(plain, "received_seq"),
        results=tuple(_verdict(one, epoch) for one in fields.listed(plain, "results")),
        position=fields.whole(plain, "position"),
        included=fields.point(plain),
        server_ms=fields.whole(plain, "server_ms"),
        recall=fields.texts(plain, "recall") if "recall" in plain else (),
        retry_after_ms=fields.whole(plain, "retry_after_ms") if "retry_after_ms" in plain else 0,
        max_batch=fields.whole(plain, "max_batch", least=1) if "max_batch" in plain else BATCH_EVENTS_MAX,
    )


def _verdict(plain: Any, epoch: int) -> EventVerdict:
    point = ChainPoint(epoch, fields.whole(plain, "seq", least=1))
    return EventVerdict(
        point, fields.text(plain, "status"), fields.optional_text(plain, "code"), fields.optional_text(plain, "detail")
    )
