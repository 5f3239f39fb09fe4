"""Overlaying: this counter's own events that the server's answer does not contain yet, applied to what it told."""

from __future__ import annotations

import json
from collections.abc import Mapping, Set
from datetime import datetime
from typing import Any

from app.domain.errors import DomainError
from app.services.chain.forks import later_events
from app.services.chain.told_bills import known_bill
from app.services.desk import Desk
from app.services.intake import CannotTakeIn, Incoming, take_in
from app.services.plain import NotPlainError
from app.services.ports import ChainPoint, Event, Review, UnitOfWork
from app.services.posting import Page

DOES_NOT_FIT = "OVERLAY"

Body = Mapping[str, Any]


def lay_over(desk: Desk, uow: UnitOfWork, members: Set[str], *, after: ChainPoint) -> None:
    """Apply what later events of this counter say of these members, whose state was just put in place.

    The code is the server's own. An event that does not fit what was told is shown to a person; the server will settle
    it, and tell.
    """
    if not members:
        return
    page = Page.open(desk, uow)
    now = page.at
    for event in later_events(uow, after):
        incoming = _concerning(uow, event, members, now)
        if incoming is not None:
            _take(page, event, incoming, now)
    page.write_accounts()


def _take(page: Page, event: Event, incoming: Incoming, now: datetime) -> None:
    mark = page.mark()
    try:
        take_in(page, incoming, keeps_facts=False)
    except (CannotTakeIn, NotPlainError, AssertionError, DomainError) as misfit:
        page.back_to(mark)
        facts = {"epoch": event.epoch, "seq": event.seq, "why": str(misfit)}
        review = Review(f"{DOES_NOT_FIT}/{event.epoch}/{event.seq}", DOES_NOT_FIT, facts, now)
        page.uow.shared.put_review(review)


def _concerning(uow: UnitOfWork, event: Event, members: Set[str], now: datetime) -> Incoming | None:
    """The part of an event that is about these members; None when nothing of it is."""
    body = json.loads(event.body)
    mine = [row for row in body.get("entries", ()) if uow.members.holder_of_points(row["member_id"]) in members]
    subject = _subject(uow, body)
    if subject is not None and uow.members.holder_of_points(subject) in members:
        return Incoming(event.kind, {**body, "entries": mine}, at=event.occurred_at, received_at=now)
    # What else the event did is another member's, who has it already: only entries are left to post.
    return Incoming("adjust", {"entries": mine}, at=event.occurred_at, received_at=now) if mine else None


def _subject(uow: UnitOfWork, body: Body) -> str | None:
    """The member an event does more to than its entries say. Whom it enrols the server does not know, nor tell of."""
    match body["kind"]:
        case "bill":
            member_id: str | None = body["bill"]["member_id"]
            return member_id
        case "refund":
            known = known_bill(uow, body["refund"]["bill_id"])
            return known.bill.member_id if known else None
        case "card" | "replace":
            holder = uow.members.by_card(body["card"])
            return holder.member.member_id if holder else None
        case "referrer" | "edit" | "participate":
            return str(body["member"])
        case _:
            return None
