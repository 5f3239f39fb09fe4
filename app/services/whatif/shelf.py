"""The shelf: how many of a reward would be left, and what somebody would have had, while bills are rung again.

What was given before those days, and what was changed for points in them, is out as it is.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime

from app.domain.brought import named_rewards, rewards_brought
from app.domain.hearing import RuleUse
from app.domain.program import Program
from app.domain.rewards import Reward
from app.services.ports import UnitOfWork
from app.services.rewards.voucher_records import LIVE, VoucherRecord


@dataclass(slots=True)
class Shelf:
    """What rules gave with bills since an instant is given anew: `given` to everybody, `mine` to each member."""

    uow: UnitOfWork
    since: datetime
    given: Counter[str] = field(default_factory=Counter)
    mine: defaultdict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))
    known: dict[str, list[datetime]] = field(default_factory=dict)

    def left(self, program: Program, at: datetime) -> Mapping[str, int]:
        """Of the rewards with a stock that rules give, at a bill of that instant."""
        stocked = {one.reward_id: one.stock for one in _named(program) if one.stock is not None}
        return {name: max(0, stock - self._out(name, at)) for name, stock in stocked.items()}

    def had(self, member_id: str, program: Program, at: datetime) -> Counter[str]:
        """How many of which reward somebody would have had before a bill of that instant."""
        if all(one.member_max is None for one in _named(program)):
            return Counter()
        records = self.uow.vouchers.of_member(member_id)
        return self.mine[member_id] + Counter(one.reward_id for one in records if self._is_out(one, at))

    def add(self, member_id: str, uses: Iterable[RuleUse], program: Program) -> None:
        """A bill was rung: what rules gave with it."""
        given = Counter(reward.reward_id for _, reward in rewards_brought(uses, program))
        self.given += given
        self.mine[member_id] += given

    def _out(self, reward_id: str, at: datetime) -> int:
        if reward_id not in self.known:
            records = self.uow.vouchers.of_reward(reward_id)
            self.known[reward_id] = sorted(one for record in records if (one := self._issued_at(record)) is not None)
        return self.given[reward_id] + bisect_left(self.known[reward_id], at)

    def _is_out(self, record: VoucherRecord, at: datetime) -> bool:
        issued_at = self._issued_at(record)
        return issued_at is not None and issued_at < at

    def _issued_at(self, record: VoucherRecord) -> datetime | None:
        """None of what is not out, or was given with a bill that is rung again."""
        voucher = record.voucher
        if voucher is None or record.status not in LIVE:
            return None
        is_rung = voucher.came_with is not None and voucher.issued_at >= self.since
        return None if is_rung else voucher.issued_at


def _named(program: Program) -> list[Reward]:
    """The rewards that rules give."""
    return [one for one in map(program.reward, named_rewards(program.rules)) if one is not None]
