"""Vouchers as a store keeps them: where each stands, whose it is to use, and the moves that brought it there."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final, Protocol

from app.domain.vouchers import Voucher, VoucherMove, VoucherStatus
from app.services.ports.chain import ChainPoint

BLANK: Final = "BLANK"  # one of a reward's stock, set aside for a counter and not issued yet
LIVE: Final = (VoucherStatus.PENDING.value, VoucherStatus.FULFILLED.value)
NOWHERE = ChainPoint(0, 0)


@dataclass(frozen=True, slots=True)
class VoucherRecord:
    """A voucher where it stands; of a blank there is none yet.

    `holder` is the counter that may use it, in that epoch; nobody means whoever keeps the books. `is_wanted`: another
    has asked for it. `position` is as of when the server told it, `touched` this counter's last event about it.
    """

    voucher_id: str
    reward_id: str
    status: str
    used_for: str | None = None
    voucher: Voucher | None = None
    holder: str = ""
    holder_epoch: int = 0
    is_wanted: bool = False
    position: int = 0
    touched: ChainPoint = NOWHERE

    def is_held_by(self, counter_code: str, epoch: int) -> bool:
        return (self.holder, self.holder_epoch) == (counter_code, epoch)


class Vouchers(Protocol):
    def get(self, voucher_id: str) -> VoucherRecord | None: ...
    def by_code(self, code: str) -> VoucherRecord | None: ...
    def of_member(self, member_id: str) -> Sequence[VoucherRecord]:
        """A member's own, and those of whom they absorbed, in the order they were issued."""

    def used_for(self, cause: str) -> Sequence[VoucherRecord]:
        """Those that were given for a bill."""

    def every(self) -> Sequence[VoucherRecord]:
        """All that were issued."""

    def due(self, at: datetime, *, limit: int) -> Sequence[VoucherRecord]:
        """Pending ones that are no good any more at an instant."""

    def held_by(self, counter_code: str) -> Sequence[VoucherRecord]:
        """What a counter may use, in whichever epoch: blanks, and pending ones."""

    def blanks_of(self, reward_id: str) -> Sequence[VoucherRecord]:
        """What is set aside of a reward, for whichever counter."""

    def of_reward(self, reward_id: str) -> Sequence[VoucherRecord]:
        """All of a reward that were issued."""

    def out(self, reward_id: str) -> int:
        """How many of a reward are given out or set aside."""

    def put(self, record: VoucherRecord) -> None:
        """Insert or replace."""

    def drop(self, voucher_id: str) -> None:
        """A blank is not needed any more."""

    def forget_positions(self) -> None:
        """The server tells everything anew."""

    def add_move(self, move: VoucherMove) -> None: ...
    def moves(self, voucher_id: str) -> Sequence[VoucherMove]: ...
    def spent_on(self, bill_id: str) -> Sequence[VoucherMove]:
        """The moves that brought vouchers onto a bill, whatever became of them since."""

    def every_move(self) -> Iterator[VoucherMove]:
        """Voucher by voucher, each one's in their order."""
