"""Vouchers: a reward that was paid for with points, and what became of it, folded from its moves."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from app.domain.rewards import BillVoucher, Reward


class VoucherStatus(StrEnum):
    PENDING = "PENDING"
    FULFILLED = "FULFILLED"
    CANCELLED = "CANCELLED"
    EXPIRED = "EXPIRED"


class MoveKind(StrEnum):
    """What happened to a voucher. Moves are facts: they are never changed or taken away."""

    ISSUED = "ISSUED"
    SPENT = "SPENT"  # on the bill that is its cause
    RETURNED = "RETURNED"  # that bill came back whole
    HANDED_OVER = "HANDED_OVER"  # what it is for was given, without a bill
    CANCELLED = "CANCELLED"
    EXPIRED = "EXPIRED"


USES = frozenset({MoveKind.SPENT, MoveKind.HANDED_OVER})
_ENDS = {MoveKind.CANCELLED: VoucherStatus.CANCELLED, MoveKind.EXPIRED: VoucherStatus.EXPIRED}


@dataclass(frozen=True, slots=True)
class Voucher:
    """What was issued. `cost` is hundredths of points, paid by the entry `entry_id`; `reward` is as it was then.

    One that a rule brought cost nothing: there `entry_id` is the bill that it came with.
    """

    voucher_id: str
    code: str
    member_id: str
    reward: Reward
    cost: int
    entry_id: str
    issued_at: datetime
    expires_at: datetime | None
    program_version: int
    staff: str

    def is_over(self, at: datetime) -> bool:
        return self.expires_at is not None and at >= self.expires_at

    @property
    def came_with(self) -> str | None:
        """The bill that a rule brought it with; None of one that points paid for."""
        return None if self.cost else self.entry_id

    @property
    def on_bill(self) -> BillVoucher:
        return BillVoucher(self.voucher_id, self.code, self.reward)


@dataclass(frozen=True, slots=True)
class VoucherMove:
    """`cause` is the bill it was spent on or came back from; else the id of what was done.

    `minor` is what it took off that bill (minor units), where that is known.
    """

    voucher_id: str
    kind: MoveKind
    cause: str
    at: datetime
    staff: str
    minor: int = field(default=0, metadata={"sparse": True})


@dataclass(frozen=True, slots=True)
class VoucherState:
    """Where a voucher stands; `used_for` is the bill, or the handing over, that it was given for first."""

    status: VoucherStatus = VoucherStatus.PENDING
    uses: tuple[str, ...] = ()

    @property
    def used_for(self) -> str | None:
        return self.uses[0] if self.uses else None

    def after(self, move: VoucherMove) -> VoucherState:
        """What a move that is of no effect says (spent twice, ended after it was spent) stays a fact of the books."""
        uses = self.uses
        if move.kind in USES and move.cause not in uses:
            uses = (*uses, move.cause)
        elif move.kind is MoveKind.RETURNED:
            uses = tuple(one for one in uses if one != move.cause)
        if self.status in _ENDS.values():
            return VoucherState(self.status, uses)
        if move.kind in _ENDS and not uses:
            return VoucherState(_ENDS[move.kind])
        return VoucherState(VoucherStatus.FULFILLED if uses else VoucherStatus.PENDING, uses)


def folded(moves: Iterable[VoucherMove]) -> VoucherState:
    """Where a voucher stands after its moves, in their order. Source: docs/domain.md, Rewards 5."""
    state = VoucherState()
    for move in moves:
        state = state.after(move)
    return state
