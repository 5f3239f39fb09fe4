"""A voucher on a bill: judged when the bill is committed, and spent in the same transaction."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from app.domain.cart import Cart
from app.domain.errors import Code, DomainError
from app.domain.member import Holder
from app.domain.vouchers import MoveKind, Voucher, VoucherMove
from app.services.desk import Desk
from app.services.ports import Head, UnitOfWork
from app.services.posting import Page
from app.services.rewards.voucher_moves import move
from app.services.rewards.voucher_records import VoucherRecord
from app.services.rewards.voucher_rights import usable


@dataclass(frozen=True, slots=True)
class SpentVoucher:
    """A voucher that a bill is about to use, and what it takes off (minor units)."""

    record: VoucherRecord
    minor: int

    @property
    def sealed(self) -> dict[str, Any]:
        """What the bill's event says of it."""
        return {"voucher": {"voucher_id": self.record.voucher_id, "minor": self.minor}}

    def spend(self, page: Page, head: Head, bill_id: str, *, staff: str) -> None:
        made = VoucherMove(self.record.voucher_id, MoveKind.SPENT, bill_id, page.at, staff, self.minor)
        move(page.uow, self.record, made, sealed=head)


def require_usable(desk: Desk, uow: UnitOfWork, head: Head, cart: Cart, holder: Holder | None) -> VoucherRecord | None:
    """The voucher of a cart, when it can be used on this bill here now. Raises its refusal."""
    if cart.voucher is None:
        return None
    record, voucher = usable(desk, uow, head, cart.voucher.voucher_id)
    if voucher.on_bill != cart.voucher:
        raise DomainError(Code.CHANGED, "The voucher is not what was shown. Nothing was saved; scan it again.")
    _require_theirs(uow, voucher, holder)
    return record


def _require_theirs(uow: UnitOfWork, voucher: Voucher, holder: Holder | None) -> None:
    if holder is None or uow.members.holder_of_points(voucher.member_id) != holder.member.member_id:
        raise DomainError(
            Code.VOUCHER_UNFIT,
            "This voucher is another member's. The bill is as it was, and the voucher is still good; "
            "scan its member's card.",
        )
