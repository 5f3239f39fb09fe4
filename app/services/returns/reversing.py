"""Reversing: an earning taken back, from the lot it made or from whatever stands in for it."""

from __future__ import annotations

from app.domain.entries import EntryKind
from app.domain.member import Member
from app.domain.program import Program, Shortfall
from app.services.posting import Page


def take_back(
    page: Page, member: Member, lot_id: str, wanted: int, *, cause: str, program: Program, **details: str | None
) -> int:
    """Post what is taken back of an earning (hundredths); returns how much was: less where a program stops at zero.

    The page has the member's whole account, and the lot is in it.
    """
    account = page.account(member)
    if program.refund.shortfall is Shortfall.CLAMP:
        wanted = min(wanted, account.reversible(lot_id, page.at))
    if not wanted:
        return 0
    for expired_id, revived in account.revived(lot_id, wanted):
        page.post(member, EntryKind.UNEXPIRE, revived, cause=cause, corrects=expired_id)
    page.post(member, EntryKind.REVERSE, -wanted, cause=cause, corrects=lot_id, **details)
    return wanted
