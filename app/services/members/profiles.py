"""Profiles: a member as the counter shows them, with what their points come to at this instant."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from app.domain.bill import Bill
from app.domain.errors import Code, DomainError
from app.domain.lease import Usable
from app.domain.lots import Account
from app.domain.member import Holder, Member
from app.domain.points import value_minor
from app.domain.tiers import Fall, Progress
from app.services.campaigns.drive_standings import Standing, standings_in
from app.services.desk import Desk
from app.services.members.holdings import expiring
from app.services.papers.receipt_facts import ExpiringFacts
from app.services.ports import Head, UnitOfWork
from app.services.sales.spending import usable
from app.services.sales.visitors import current_metrics
from app.services.tiers import tiering


@dataclass(frozen=True, slots=True)
class Profile:
    """A member as the counter shows them. Points in hundredths, money in minor units.

    `usable` of what is `available` can be spent here now; `told_at` is when the server last answered, None alone.
    `fall` is there once their tier is not reached any more; `benefits` are what the tier brings besides points;
    `expiring` is what receipts say goes first.
    """

    holder: Holder
    available: int
    usable: Usable
    told_at: datetime | None
    pending: int
    worth_minor: int
    soonest_points: int
    soonest_on: date | None
    progress: Progress
    last_bill: Bill | None
    referrer_name: str | None
    as_of: datetime
    fall: Fall | None = None
    benefits: tuple[str, ...] = ()
    drives: Sequence[Standing] = ()
    expiring: ExpiringFacts | None = None


def profile(desk: Desk, member_id: str, *, card_number: str | None = None) -> Profile:
    """A member with what their points come to at this instant; by the card they showed when there is one."""
    with desk.store.reading() as uow:
        head = uow.journal.head()
        holder = uow.members.by_card(card_number) if card_number else uow.members.by_id(member_id)
        if holder is None:
            raise DomainError(Code.UNKNOWN_CARD, "That member is not in our list. Nothing was changed.")
        return profile_in(desk, uow, holder, head)


def profile_in(desk: Desk, uow: UnitOfWork, holder: Holder, head: Head) -> Profile:
    """A profile of a member who is at hand."""
    at = desk.instant(head)
    program = uow.programs.in_force(at)
    holder = holder.in_tier(program.tiers.called(holder.member.tier))
    member = holder.member
    account = uow.ledger.open_account(member.member_id, in_debt=member.debt > 0)
    soonest_points, soonest_on = _soonest(desk, account, at)
    available = account.available(at)
    metrics = current_metrics(uow, member, account, program, at)
    link = uow.links.get()
    return Profile(
        holder=holder,
        available=available,
        usable=usable(desk, uow, head, member.member_id, available=available),
        told_at=link.contact_at if link else None,
        pending=account.pending(at),
        worth_minor=value_minor(max(0, available), rate=program.redemption.rate, currency=program.currency),
        soonest_points=soonest_points,
        soonest_on=soonest_on,
        progress=program.tiers.progress(member.tier, metrics),
        last_bill=uow.bills.last_of(member.member_id),
        referrer_name=_referrer_name(uow, member),
        as_of=at,
        fall=tiering.notice(uow, member, program.tiers, metrics, at),
        benefits=program.tiers.level(member.tier).benefits,
        drives=standings_in(desk, uow, head, member, program),
        expiring=expiring(desk, account, at),
    )


def _referrer_name(uow: UnitOfWork, member: Member) -> str | None:
    """Who brought them, or who remains of those; None where that is they themselves, or nobody known here."""
    known = member.referrer_id is not None and uow.members.by_id(uow.members.holder_of_points(member.referrer_id))
    return known.member.name if known and known.member.member_id != member.member_id else None


def _soonest(desk: Desk, account: Account, at: datetime) -> tuple[int, date | None]:
    """The points that go first, and the day on which they are gone."""
    going = [(desk.calendar.day_of(lot.expires_at), lot.left) for lot in account.spendable(at) if lot.expires_at]
    if not going:
        return 0, None
    first = going[0][0]
    return sum(points for day, points in going if day == first), first
