"""Brought vouchers: those that rules give with a bill, made in its transaction.

Nobody pays for them, so they move no points; a bill that comes back whole takes them with it. Source: docs/domain.md,
Rewards.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from app.domain.bill import Bill
from app.domain.brought import rewards_brought
from app.domain.member import Member
from app.domain.program import Program
from app.domain.vouchers import Voucher
from app.services.ports import UnitOfWork
from app.services.posting import Page
from app.services.rewards.giving_out import made, place_for
from app.services.rewards.voucher_moves import voucher_row
from app.services.rewards.voucher_records import VoucherRecord


def brought(page: Page, member: Member, bill: Bill, program: Program) -> Sequence[Voucher]:
    """The vouchers that rules of a bill give its member: each has a place of its own."""
    vouchers: list[Voucher] = []
    for _, reward in rewards_brought(bill.rules, program):
        place = place_for(page, reward, taken=[one.voucher_id for one in vouchers])
        vouchers.append(made(page, place, member, reward, program, cost=0, by=bill.bill_id, staff=bill.staff))
    return vouchers


def sealed_vouchers(vouchers: Sequence[Voucher]) -> dict[str, Any]:
    """What the bill's event says of them; nothing where there are none."""
    return {"brought": [voucher_row(one) for one in vouchers]} if vouchers else {}


def came_with(uow: UnitOfWork, bill: Bill) -> list[VoucherRecord]:
    """The vouchers that rules brought with a bill, as far as they are known here."""
    if bill.member_id is None or not bill.rules:
        return []
    mine = uow.vouchers.of_member(uow.members.holder_of_points(bill.member_id))
    return [one for one in mine if one.voucher is not None and one.voucher.came_with == bill.bill_id]
