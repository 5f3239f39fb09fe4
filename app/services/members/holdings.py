"""Holdings: what a member has now, what of it goes first, and since when nobody could contradict it."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from app.domain.codes import mask
from app.domain.lots import Account
from app.domain.member import Holder
from app.domain.points import value_minor
from app.domain.program import Program
from app.services.desk import Desk
from app.services.papers.receipt_facts import ExpiringFacts, HolderFacts
from app.services.ports import UnitOfWork

OFFLINE_AFTER = timedelta(minutes=2)  # an answer younger than that vouches for the balance


def holding(desk: Desk, uow: UnitOfWork, holder: Holder, *, account: Account, at: datetime) -> HolderFacts:
    """What a member has at an instant."""
    program, available = uow.programs.in_force(at), account.available(at)
    return HolderFacts(
        name=holder.member.name,
        card_masked=mask(holder.card.number) if holder.card else "",
        tier=holder.member.tier,
        balance=available,
        balance_value_minor=worth_minor(available, program),
        points_pending=account.pending(at),
        expiring=expiring(desk, account, at),
        unconfirmed_since=unconfirmed_since(desk, uow, at),
    )


def worth_minor(points: int, program: Program) -> int:
    """What points are worth on a bill, in minor units; a debt is worth nothing."""
    return value_minor(max(0, points), rate=program.redemption.rate, currency=program.currency)


def expiring(desk: Desk, account: Account, at: datetime) -> ExpiringFacts | None:
    """The points that go first, where they go as soon as the desk tells of it: all that have the same last day."""
    lasting = [(_last_day(desk, lot.expires_at), lot.left) for lot in account.spendable(at) if lot.expires_at]
    if not lasting or account.debt:
        return None
    first = lasting[0][0]
    if first > desk.calendar.day_of(at + timedelta(days=desk.expiring_days)):
        return None
    return ExpiringFacts(sum(points for day, points in lasting if day == first), first)


def _last_day(desk: Desk, expires_at: datetime) -> date:
    return desk.calendar.day_of(expires_at - timedelta.resolution)


def unconfirmed_since(desk: Desk, uow: UnitOfWork, at: datetime) -> datetime | None:
    """When the server was last heard (local time), for what was so at an instant it had no chance to contradict."""
    link = uow.links.get()
    heard_at = link.contact_clock_at if link else None
    if heard_at is None or at - heard_at < OFFLINE_AFTER:
        return None
    return local(desk, heard_at)


def local(desk: Desk, at: datetime) -> datetime:
    return at.astimezone(desk.calendar.zone)
