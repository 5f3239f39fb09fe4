"""Ringing again: a bill that was sold, priced at its own instant by its own rules or others. Nothing is written.

A card that came later brings what it would have brought when it came.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from app.domain.bill import Bill
from app.domain.late_cards import priced_late
from app.domain.program import Program
from app.domain.quote import Quote, Taken, Visitor, quote
from app.domain.redemption import Purse
from app.services.campaigns.rule_limits import Tally
from app.services.ports import UnitOfWork
from app.services.sales.sale import current_member
from app.services.sales.visitors import occasion_again
from app.services.tiers.tier_gifts import brought_by
from app.services.whatif.repricing import cart_of
from app.services.whatif.shelf import Shelf


def rung_again(uow: UnitOfWork, bill: Bill, program: Program, tally: Tally, shelf: Shelf) -> Quote:
    """A bill at its own instant under its own rules or others. Raises DomainError where it could not have been sold.

    `tally` says what rules had brought before it, `shelf` what rewards were left then.
    """
    cart, facts = cart_of(bill), _visitor(uow, bill, program, tally, shelf)
    if program is uow.programs.version(bill.program_version):
        return quote(cart, program, facts, redeem=Taken(bill.redeemed_points), at=bill.occurred_at)
    unpaid = quote(cart, program, facts, redeem=0, at=bill.occurred_at)
    points = min(bill.redeemed_points, unpaid.limits.max_points)
    return quote(cart, program, facts, redeem=points, at=bill.occurred_at) if points else unpaid


def late_card(
    uow: UnitOfWork, bill: Bill, sold: Quote, program: Program, tally: Tally, shelf: Shelf, *, at: datetime
) -> Quote:
    """What the card of a bill brings that came at an instant. `sold` is the bill as it was rung without one."""
    facts = _came(uow, bill, program, tally, shelf, at)
    return priced_late(sold, program, facts)


def had_before(uow: UnitOfWork, bill: Bill) -> int:
    """The points (hundredths) that could be spent when a member's bill was made."""
    is_pending = uow.programs.version(bill.program_version).earning.pending_days > 0
    came = 0 if is_pending else bill.earned_points + sum(one.entry.points for one in brought_by(uow, bill))
    return max(bill.balance_after + bill.redeemed_points - came, bill.redeemed_points)


def _visitor(uow: UnitOfWork, bill: Bill, program: Program, tally: Tally, shelf: Shelf) -> Visitor | None:
    """Whoever the bill was for, with the points they had before it."""
    if bill.member_id is None:
        return None
    return replace(_came(uow, bill, program, tally, shelf, bill.occurred_at), purse=Purse(had_before(uow, bill)))


def _came(uow: UnitOfWork, bill: Bill, program: Program, tally: Tally, shelf: Shelf, at: datetime) -> Visitor:
    """Whose card came to the bill at an instant, with or after it, and with no points to use."""
    assert bill.member_id is not None, "a card is somebody's"
    member = current_member(uow, bill.member_id)
    drawn = tally.drawn(member.member_id, program, program.calendar.day_of(bill.occurred_at))
    occasion = occasion_again(uow, member, program, bill, drawn, came_at=at)
    return Visitor(
        Purse(0),
        bill.tier or "",
        has_referrer=bill.referrer_id is not None,
        occasion=replace(
            occasion,
            rewards_left=shelf.left(program, at),
            rewards_had=shelf.had(member.member_id, program, at),
        ),
    )
