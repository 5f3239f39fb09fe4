"""Listing: all members, or all bills, as rows of plain facts, for whoever wants them in a file."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Final

from app.domain.bill import Bill
from app.domain.member import Holder
from app.services.desk import Desk
from app.services.members.contacts import birthday_in_a_list
from app.services.ports import UnitOfWork

PAGE: Final = 500  # members looked up at a time
BEFORE_ALL: Final = ""


@dataclass(frozen=True, slots=True)
class MemberRow:
    """Points in hundredths; `card` is empty where none works. `joined_at` is the shop's time."""

    name: str
    phone: str
    language: str
    card: str
    tier: str
    points: int
    joined_at: datetime
    email: str
    birthday: str


@dataclass(frozen=True, slots=True)
class BillRow:
    """Money in minor units, points in hundredths; `occurred_at` is the shop's time."""

    number: str
    occurred_at: datetime
    staff: str
    gross_minor: int
    net_minor: int
    redeemed_minor: int
    payable_minor: int
    earned_points: int
    redeemed_points: int


def members_listed(desk: Desk) -> list[MemberRow]:
    """Everybody who was not merged into somebody else, in the order they were enrolled."""
    with desk.store.reading() as uow:
        return [_member_row(desk, one) for one in _holders(uow) if one.member.merged_into is None]


def _holders(uow: UnitOfWork) -> list[Holder]:
    found: list[Holder] = []
    last = BEFORE_ALL
    while ids := uow.members.ids_after(last, limit=PAGE):
        found += [holder for holder in map(uow.members.by_id, ids) if holder is not None]
        last = ids[-1]
    return found


def _member_row(desk: Desk, holder: Holder) -> MemberRow:
    member = holder.member
    return MemberRow(
        name=member.name,
        phone=member.phone or "",
        language=member.language,
        card=holder.card.number if holder.card else "",
        tier=member.tier,
        points=member.points,
        joined_at=member.joined_at.astimezone(desk.calendar.zone),
        email=member.email or "",
        birthday=birthday_in_a_list(member.birthday),
    )


def bills_listed(desk: Desk) -> list[BillRow]:
    with desk.store.reading() as uow:
        return [_bill_row(desk, bill) for bill in uow.bills.all()]


def _bill_row(desk: Desk, bill: Bill) -> BillRow:
    return BillRow(
        number=bill.number,
        occurred_at=bill.occurred_at.astimezone(desk.calendar.zone),
        staff=bill.staff,
        gross_minor=bill.gross_minor,
        net_minor=bill.net_minor,
        redeemed_minor=bill.redeemed_minor,
        payable_minor=bill.payable_minor,
        earned_points=bill.earned_points,
        redeemed_points=bill.redeemed_points,
    )
