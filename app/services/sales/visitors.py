"""Visitors: what the store knows of a member, turned into what pricing needs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime

from app.domain.bill import Bill, ways_of
from app.domain.brought import named_rewards
from app.domain.conditions import Occasion, Window
from app.domain.errors import Code, DomainError
from app.domain.limits import Drawn
from app.domain.lots import Account
from app.domain.member import Holder, Member
from app.domain.program import Program
from app.domain.quote import Visitor
from app.domain.redemption import Purse
from app.domain.rules import asks_store, windows_of
from app.domain.tiers import Metrics, PointsBasis, window_start
from app.services.campaigns.budgets import left_here as budget_left
from app.services.campaigns.drive_parts import parts_of
from app.services.campaigns.rule_limits import drawn_on
from app.services.campaigns.segmenting import segments_at
from app.services.desk import Desk
from app.services.ports import Head, UnitOfWork
from app.services.rewards.voucher_rights import had_of, left_here
from app.services.sales.spending import usable


def holder_of(uow: UnitOfWork, *, card_number: str | None, member_id: str | None) -> Holder | None:
    """Who is at the counter: by the card they showed, else by the member that was picked."""
    if card_number is not None:
        holder = uow.members.by_card(card_number)
    elif member_id is not None:
        holder = uow.members.by_id(member_id)
    else:
        return None
    if holder is None:
        raise DomainError(
            Code.UNKNOWN_CARD, "That card is not in our list. Continue without a card, or register it first."
        )
    return holder


def visitor(
    desk: Desk,
    uow: UnitOfWork,
    head: Head,
    holder: Holder,
    *,
    account: Account,
    program: Program,
    paid_by: frozenset[str] = frozenset(),
    sold_at: datetime | None = None,
) -> Visitor:
    """Whoever is at the counter now, and how they pay as far as that is known; `sold_at` is the bill's, if not now."""
    member, at = holder.member, desk.instant(head)
    day = desk.calendar.day_of(sold_at or at)
    drawn = drawn_on(uow, member.member_id, program, day, budget_left(desk, uow, head, program))
    here = usable(desk, uow, head, member.member_id, available=account.available(at))
    return Visitor(
        purse=Purse(min(account.available(at), here.points), holder.is_active, here.limit),
        tier=member.tier,
        has_referrer=member.referrer_id is not None,
        occasion=replace(
            _occasion(uow, member, program, at, paid_by, drawn),
            segments=segments_at(uow, member, program, sold_at or at, is_past=sold_at is not None),
            parts=parts_of(uow, member.member_id, program, sold_at or at, before=sold_at),
            rewards_left=_left(desk, uow, head, program),
            rewards_had=had_of(uow, member.member_id) if named_rewards(program.rules) else {},
        ),
    )


def _left(desk: Desk, uow: UnitOfWork, head: Head, program: Program) -> Mapping[str, int]:
    """What can be given out here of the rewards with a stock that rules give; what only the server can tell is none."""
    named = filter(None, map(program.reward, named_rewards(program.rules)))
    return {one.reward_id: left_here(desk, uow, head, one) or 0 for one in named if one.stock is not None}


def _occasion(
    uow: UnitOfWork,
    member: Member,
    program: Program,
    at: datetime,
    paid_by: frozenset[str],
    drawn: Mapping[str, Drawn],
) -> Occasion:
    """What rules ask besides the bill. Bills are counted, and the store is looked up, only when one asks."""
    bounds = {window: window.bounds(at, program.calendar) for window in windows_of(program.rules)}
    return _known(uow, member, program, paid_by, bounds, drawn)


def occasion_again(
    uow: UnitOfWork,
    member: Member,
    program: Program,
    bill: Bill,
    drawn: Mapping[str, Drawn],
    *,
    came_at: datetime | None = None,
) -> Occasion:
    """The occasion of a bill that was sold: only what came before it is counted.

    Where its card came later, `came_at` is when: its member's bills are counted up to then, as they were.
    """
    at, until = bill.occurred_at, came_at or bill.occurred_at
    bounds = {window: (window.bounds(until, program.calendar)[0], until) for window in windows_of(program.rules)}
    then = replace(member, tier=bill.tier or "", referrer_id=bill.referrer_id)
    return replace(
        _known(uow, member, program, ways_of(bill.tenders), bounds, drawn),
        segments=segments_at(uow, then, program, at, is_past=True),
        parts=parts_of(uow, member.member_id, program, at, before=at),
    )


def _known(
    uow: UnitOfWork,
    member: Member,
    program: Program,
    paid_by: frozenset[str],
    bounds: Mapping[Window, tuple[datetime, datetime]],
    drawn: Mapping[str, Drawn],
) -> Occasion:
    return Occasion(
        bills_before={
            window: uow.activities.count(member.member_id, from_at=since, until_at=until)
            for window, (since, until) in bounds.items()
        },
        joined_at=member.joined_at,
        birthday=member.born_on,
        store=_store(uow) if asks_store(program.rules) else "",
        paid_by=paid_by,
        drawn=drawn,
    )


def _store(uow: UnitOfWork) -> str:
    """The store's id at the server; a counter that is alone has none."""
    link = uow.links.get()
    return link.store_id if link else ""


def current_metrics(uow: UnitOfWork, member: Member, account: Account, program: Program, at: datetime) -> Metrics:
    """What qualification counts at this instant, by the program's basis for points."""
    since = window_start(at, days=program.tiers.qualification_days)
    metrics = uow.activities.metrics(member.member_id, since=since)
    if program.tiers.points_basis is PointsBasis.AVAILABLE_PLUS_PENDING:
        held = account.available(at) + account.pending(at)
        return Metrics(held, metrics.spend_minor, metrics.orders)
    return metrics
