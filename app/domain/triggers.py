"""Triggers: what has to happen for a decision rule to be asked at all. Source: docs/domain.md, Decision rules."""

from __future__ import annotations

from enum import StrEnum


class Trigger(StrEnum):
    """A bill asks PURCHASE, and FIRST_PURCHASE where it is a member's first. The others are no bills."""

    PURCHASE = "PURCHASE"
    FIRST_PURCHASE = "FIRST_PURCHASE"
    SIGNUP = "SIGNUP"
    REFERRAL = "REFERRAL"
    REVIEW = "REVIEW"
    BIRTHDAY = "BIRTHDAY"
    SOCIAL_SHARE = "SOCIAL_SHARE"
    TIER_CHANGE = "TIER_CHANGE"
    CUSTOM = "CUSTOM"


OF_BILLS = frozenset({Trigger.PURCHASE, Trigger.FIRST_PURCHASE})
