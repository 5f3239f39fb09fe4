"""Extending: a purchase pushes the end of what a member has, where they expire without one. docs/domain.md, Lots."""

from __future__ import annotations

from collections.abc import Sequence

from app.domain.bill import Bill
from app.domain.entries import Entry, EntryKind
from app.domain.expiry import ExpiryMode, available_at
from app.domain.ledger import Posting
from app.domain.member import Member
from app.domain.program import Program
from app.domain.reversal import Refunded
from app.services.posting import Page


def extend(page: Page, member: Member, program: Program, *, cause: str, card_number: str | None) -> None:
    """Push the end of all that is still there, if the rules of the bill say so."""
    if program.expiry.mode is ExpiryMode.INACTIVITY:
        page.post(
            member,
            EntryKind.EXTEND,
            0,
            cause=cause,
            card_number=card_number,
            available_at=available_at(page.at, pending_days=program.earning.pending_days, calendar=program.calendar),
            expires_at=program.expiry.expires_at(page.at, program.calendar),
        )


def retract(page: Page, member: Member, posted: Sequence[Posting], *, cause: str) -> None:
    """Let a bill that came back whole never have pushed anything."""
    for one in posted:
        if one.entry.kind is not EntryKind.EXTEND:
            continue
        visit_id, lots = one.entry.entry_id, page.whole_account(member).lots
        if visit_id not in lots:
            page.forward(member, EntryKind.UNEXTEND, 0, cause=cause, corrects=visit_id)
        elif not lots[visit_id].is_taken_back:
            page.post(member, EntryKind.UNEXTEND, 0, cause=cause, corrects=visit_id)


def came_back_whole(bill: Bill, after: Refunded) -> bool:
    return after.is_all_of(bill.net_minor)


def admit_late(page: Page, member: Member, entry: Entry) -> None:
    """Post a purchase that may be late news: what it would have kept and was posted as expired since comes back."""
    before = page.whole_account(member)
    page.admit(member, entry)
    for lot_id, lot in page.account(member).lots.items():
        known = before.lots.get(lot_id)
        if lot.expired and known is not None and known.expires_at != lot.expires_at:
            _come_back(page, member, entry, lot_id, lot.expired)


def _come_back(page: Page, member: Member, visit: Entry, lot_id: str, points: int) -> None:
    """At the instant it was posted as expired, so that at no instant it was gone."""
    at = page.uow.ledger.expired_at(lot_id) or visit.occurred_at
    entry_id = page.desk.ids.entity()
    made = Entry(entry_id, member.member_id, EntryKind.UNEXPIRE, points, at, visit.cause, corrects=lot_id)
    page.admit(member, made)
