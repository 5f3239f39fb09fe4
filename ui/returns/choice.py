"""What of a bill comes back, as far as it has been said."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from decimal import Decimal

from app.domain.bill import TenderKind
from app.domain.giving_back import WAYS_BACK, amounts_of
from app.services.returns.returnable import Returnable


@dataclass(frozen=True, slots=True)
class Choice:
    """What of a bill comes back: quantities by line. Money goes back as it was paid, or all of it in one `way`."""

    found: Returnable
    quantities: Mapping[str, Decimal] = field(default_factory=dict)
    way: TenderKind | None = None

    @property
    def amounts(self) -> dict[str, int]:
        return amounts_of(self.found.lines, self.quantities)

    def with_line(self, index: int, quantity: Decimal) -> Choice:
        """Of one line so much, as far as there is so much; none takes it off."""
        one = self.found.lines[index]
        others = {key: kept for key, kept in self.quantities.items() if key != one.line.line_id}
        wanted = min(max(quantity, Decimal(0)), one.quantity)
        return replace(self, quantities={**others, one.line.line_id: wanted} if wanted else others)

    def of_line(self, index: int) -> Decimal:
        return self.quantities.get(self.found.lines[index].line.line_id, Decimal(0))

    def with_all(self) -> Choice:
        return replace(self, quantities={one.line.line_id: one.quantity for one in self.found.lines if one.quantity})

    def in_next_way(self) -> Choice:
        """As paid, then each way by itself that is another."""
        paid = {tender.kind for tender in self.found.bill.tenders if tender.amount_minor}
        others = (None, *(kind for kind in WAYS_BACK if paid != {kind}))
        return replace(self, way=others[(others.index(self.way) + 1) % len(others)])
