"""Referral: who brought whom; one level, set once, never in a circle."""

from __future__ import annotations

from collections.abc import Sequence

from app.domain.errors import invalid


def check_link(member_id: str, *, referrer_id: str, current: str | None, ancestry: Sequence[str]) -> None:
    """Refuse a referrer that is the member, would close a circle, or replaces one already set.

    `ancestry` is the referrer's own chain of referrers, nearest first. Source: docs/domain.md, Pricing 10.
    """
    if current is not None:
        raise invalid("This member already has a referrer; it is set once. Nothing was changed.")
    if referrer_id == member_id:
        raise invalid("A card cannot refer itself. Nothing was changed.")
    if member_id in ancestry:
        raise invalid("That would make a circle of referrals. Nothing was changed.")
