"""Late cards: bills sold without a card whose cards came later. Each comes in its turn, while bills are rung again."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from heapq import heappop, heappush

from app.domain.bill import Bill
from app.services.ports import UnitOfWork
from app.services.sales.claim_records import Claim, claimed


@dataclass(slots=True)
class LateCards:
    """`claims` are those that came since the days began, by their bills; what `waits` has been rung without one."""

    claims: Mapping[str, Claim]
    waits: list[tuple[datetime, str, Bill]] = field(default_factory=list)

    @classmethod
    def since(cls, uow: UnitOfWork, at: datetime) -> LateCards:
        return cls({one.bill_id: one for one in uow.bills.claims() if one.claimed_at >= at})

    def rung(self, bill: Bill) -> None:
        """A bill was rung as it was sold; its card comes when it did."""
        claim = self.claims.get(bill.bill_id)
        if claim is not None:
            heappush(self.waits, (claim.claimed_at, bill.bill_id, claimed(bill, claim)))

    def come(self, until: datetime) -> Iterator[tuple[datetime, Bill]]:
        """The bills whose cards have come by an instant, with when, in that order."""
        while self.waits and self.waits[0][0] <= until:
            at, _, bill = heappop(self.waits)
            yield at, bill
