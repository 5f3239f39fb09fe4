"""Personal data: everything that is kept of a member, taken out for them as plain JSON. Who took it out is noted."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, datetime
from typing import Any, Final

from app.domain.bill import Bill
from app.domain.member import Member
from app.services.chain.stores import stores_of
from app.services.desk import Desk
from app.services.members.dossiers import PAGE, Dossier, Movement, dossier, looked_at, movements
from app.services.ports import UnitOfWork
from app.services.reports.question import About, Question
from app.services.rewards.voucher_records import VoucherRecord

BILLS_MAX: Final = 10_000  # more than anybody buys at one counter

Plain = Mapping[str, Any]


def personal_data(desk: Desk, member_id: str, *, staff: str) -> Plain:
    """Everything that is kept of a member here. Raises UNKNOWN_CARD."""
    member = looked_at(desk, member_id, "export", staff=staff).member
    file = dossier(desk, member_id)
    with desk.store.reading() as uow:
        kept = {
            "enrolled_in_store": _home(uow, member_id),
            "campaigns": [
                {"campaign": drive_id, "since": since.isoformat()}
                for drive_id, since in uow.participations.of_member(member_id).items()
            ],
            "vouchers": [_voucher(uow, one) for one in uow.vouchers.of_member(member_id)],
            "bills": [_bill(one) for one in _bills(uow, member_id)],
        }
    return {**_person(member, file), **_account(file), "movements": list(_movements(desk, member_id)), **kept}


def _home(uow: UnitOfWork, member_id: str) -> str | None:
    """By the name of the store, where that is known here."""
    home = uow.homes.of(member_id)
    return None if home is None else stores_of(uow).called(home)


def _person(member: Member, file: Dossier) -> Plain:
    return {
        "name": member.name,
        "phone": member.phone,
        "email": member.email,
        "birthday": member.birthday,
        "language": member.language,
        "joined_at": member.joined_at.isoformat(),
        "tier": member.tier,
        "brought_by": file.profile.referrer_name,
        "brought": len(file.brought),
        "cards": [
            {"number": card.number, "status": card.status.value, "since": card.status_at.isoformat()}
            for card in file.cards
        ],
    }


def _account(file: Dossier) -> Plain:
    return {
        "points_available": _points(file.profile.available),
        "points_pending": _points(file.profile.pending),
        "lots": [{"points": _points(lot.left), "expires_at": _text(lot.expires_at)} for lot in file.lots],
        "tiers": [
            {
                "at": one.occurred_at.isoformat(),
                "from": one.from_tier,
                "to": one.to_tier,
                "kind": one.kind.value,
                "reason": one.reason,
            }
            for one in file.tiers
        ],
    }


def _movements(desk: Desk, member_id: str) -> Iterator[Plain]:
    skip, page = 0, movements(desk, member_id)
    while page.rows:
        yield from map(_movement, page.rows)
        skip += PAGE
        page = movements(desk, member_id, skip=skip)


def _movement(one: Movement) -> Plain:
    return {
        "at": one.at.isoformat(),
        "kind": one.kind.value,
        "points": _points(one.points),
        "bill": one.bill_number,
        "staff": one.staff,
        "reason": one.reason,
    }


def _voucher(uow: UnitOfWork, record: VoucherRecord) -> Plain:
    voucher = record.voucher
    assert voucher is not None, "whoever has a voucher had it issued"
    return {
        "reward": voucher.reward.name,
        "code": voucher.code,
        "points": _points(voucher.cost),
        "status": record.status,
        "at": voucher.issued_at.isoformat(),
        "expires_at": _text(voucher.expires_at),
        "moves": [
            {"at": one.at.isoformat(), "kind": one.kind.value, "staff": one.staff}
            for one in uow.vouchers.moves(record.voucher_id)
        ],
    }


def _bills(uow: UnitOfWork, member_id: str) -> Iterator[Bill]:
    """Newest first, also those of whom they absorbed, and those that got their card later."""
    into = uow.reports.merges()
    theirs = [member_id, *(one for one, _ in into if uow.members.holder_of_points(one) == member_id)]
    question = Question(About.BILLS, date.min, date.max, members=tuple(theirs))
    for line in uow.reports.bills_behind(question, most=BILLS_MAX):
        bill = uow.bills.get(line.bill_id)
        assert bill is not None, "a list names bills that stand here"
        yield bill


def _bill(bill: Bill) -> Plain:
    """Money in minor units."""
    return {
        "number": bill.number,
        "at": bill.occurred_at.isoformat(),
        "net_minor": bill.net_minor,
        "points_used": _points(bill.redeemed_points),
        "points_earned": _points(bill.earned_points + bill.bonus_points),
        "card_was_typed": bill.is_typed,
        "items": [{"label": line.label, "category": line.category, "net_minor": line.net_minor} for line in bill.lines],
    }


def _points(hundredths: int) -> str:
    """Exact: 12.50."""
    whole, part = divmod(abs(hundredths), 100)
    return f"{'-' if hundredths < 0 else ''}{whole}.{part:02}"


def _text(at: datetime | None) -> str | None:
    return at.isoformat() if at else None
