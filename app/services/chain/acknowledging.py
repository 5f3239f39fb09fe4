"""Acknowledging: what the server answered to a run of this counter's events, kept in one transaction."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from app.services.chain.forgetting import forget_told
from app.services.chain.forks import later_events, past_branches
from app.services.desk import Desk
from app.services.keeping.checking import own_name
from app.services.ports import Bond, ChainPoint, EventVerdict, Review, UnitOfWork

FORK = "FORK"
_TO_CHECK = {"QUARANTINED": "QUARANTINED", "APPLIED_OVER_LIMIT": "OVER_LIMIT", FORK: "FORK"}
_NOTHING_TO_SAY = frozenset({"APPLIED", "DUPLICATE"})


@dataclass(frozen=True, slots=True)
class Acknowledgement:
    """Everything up to `received` is stored for good at the server; each verdict is about one event."""

    received: ChainPoint
    verdicts: Sequence[EventVerdict]


def acknowledge(desk: Desk, answer: Acknowledgement) -> None:
    """Note how far the server has this counter's chain, and what a person has to look at."""
    with desk.store.writing() as uow:
        link = uow.links.get()
        assert link is not None, "only a counter of a chain sends"
        telling = [one for one in answer.verdicts if one.status not in _NOTHING_TO_SAY]
        uow.shared.put_verdicts(telling)
        at = desk.instant(uow.journal.head())
        every = [one for is_open in (True, False) for one in uow.shared.reviews(is_open=is_open)]
        known = {name for one in every for name in (one.review_id, own_name(one, desk.counter_code))}
        for review in (_review(uow, one, at) for one in telling if one.status in _TO_CHECK):
            if review.review_id not in known:
                uow.shared.put_review(review)
        forks = [one.point for one in telling if one.status == FORK]
        acked = max(link.acked, past_branches(uow, _before(forks[0]) if forks else answer.received))
        uow.links.put(replace(link, acked=acked, bond=Bond.FORKED if forks else link.bond))


def _before(fork: ChainPoint) -> ChainPoint:
    """What is received from a fork on is another machine's."""
    return ChainPoint(fork.epoch, fork.seq - 1)


def rewind(desk: Desk, received: ChainPoint) -> bool:
    """The server has less of this chain than it acknowledged: it was restored from a backup.

    What it lost is sent again, and everything is told from the start. False when nothing that it lost can be sent:
    what was sealed after a fork never could.
    """
    with desk.store.writing() as uow:
        link = uow.links.get()
        assert link is not None, "only a counter of a chain sends"
        lost = next(later_events(uow, received, at_once=1), None)
        if lost is None or ChainPoint(lost.epoch, lost.seq) > link.acked:
            return False
        forget_told(uow)
        uow.links.put(replace(link, acked=received, position=0, seen=0))
    return True


def set_bond(desk: Desk, bond: Bond) -> None:
    """Note how the server takes this counter from now on."""
    with desk.store.writing() as uow:
        link = uow.links.get()
        if link is not None and link.bond is not bond:
            uow.links.put(replace(link, bond=bond))


def raise_review(desk: Desk, kind: str, name: str, facts: Mapping[str, Any]) -> None:
    """Show something to a person; the same thing is shown once."""
    review_id = f"{kind}/{name}"
    with desk.store.writing() as uow:
        if uow.shared.review(review_id) is None:
            uow.shared.put_review(Review(review_id, kind, facts, desk.instant(uow.journal.head())))


def _review(uow: UnitOfWork, verdict: EventVerdict, at: datetime) -> Review:
    kind, point = _TO_CHECK[verdict.status], verdict.point
    facts = {"epoch": point.epoch, "seq": point.seq, "code": verdict.code, "detail": verdict.detail}
    return Review(f"{kind}/{point.epoch}/{point.seq}", kind, {**facts, **_event_facts(uow, point)}, at)


def _event_facts(uow: UnitOfWork, point: ChainPoint) -> Mapping[str, Any]:
    """What a person recognises the event by."""
    found = uow.journal.after(ChainPoint(point.epoch, point.seq - 1), limit=1)
    if not found or (found[0].epoch, found[0].seq) != (point.epoch, point.seq):
        return {}
    body = json.loads(found[0].body)
    return {"event": body["kind"], "at": body["at"], "bill": body.get("bill", {}).get("number")}
