"""The form of one reward: what is typed of it, and which of it a reward of a kind has."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from app.domain.rewards import RewardKind

ON_BILLS: Final = frozenset({"min_bill"})
OF_A_PIECE: Final = frozenset({"category", "item"}) | ON_BILLS
# What a reward of a kind has besides what every reward has.
ASKED: Final[Mapping[RewardKind, frozenset[str]]] = {
    RewardKind.DISCOUNT_COUPON: ON_BILLS,
    RewardKind.FREE_PRODUCT: OF_A_PIECE,
    RewardKind.CASHBACK: ON_BILLS,
    RewardKind.PARTNER: frozenset({"partner"}),
    RewardKind.EXPERIENCE: frozenset(),
    RewardKind.FREE_DELIVERY: OF_A_PIECE,
}


@dataclass(frozen=True, slots=True)
class RewardForm:
    """What was typed for another kind stays typed while the form is open, and counts for nothing."""

    name: str = ""
    kind: RewardKind = RewardKind.DISCOUNT_COUPON
    cost: str = ""
    value: str = ""
    category: str = ""
    item: str = ""
    partner: str = ""
    tier: str = ""
    stock: str = ""
    member_max: str = ""
    min_bill: str = ""
    valid_days: str = ""
    first_day: str = ""
    last_day: str = ""
    terms: str = ""
    image: str = ""

    def asked(self, name: str) -> str:
        """What was typed there; nothing where a reward of this kind has no such thing."""
        text: str = getattr(self, name)
        return text.strip() if name in ASKED[self.kind] else ""
