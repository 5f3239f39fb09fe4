"""The form of one tier, or of how all of them are reached: what is typed and chosen of it."""

from __future__ import annotations

from dataclasses import dataclass

from app.domain.tiers import PointsBasis, Qualify


@dataclass(frozen=True, slots=True)
class TierForm:
    """The first tier asks nothing (`is_first`). What is one for all tiers stands in a form of its own (`is_of_all`).

    A threshold that is not typed leads to nothing.
    """

    name: str = ""
    spend: str = ""
    points: str = ""
    bills: str = ""
    multiplier: str = "1"
    discount: str = ""
    birthday: str = ""
    benefits: str = ""
    counted: Qualify = Qualify.SPEND
    basis: PointsBasis = PointsBasis.LIFETIME_EARNED
    period: str = ""
    grace: str = ""
    is_first: bool = False
    is_of_all: bool = False
