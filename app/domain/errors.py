"""Refusals: what the rules say no to, with a stable code and the figures behind it."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum


class Code(StrEnum):
    """Stable names of refusals; they never change meaning. Source: docs/errors.md."""

    DISABLED = "DISABLED"
    CARD_INACTIVE = "CARD_INACTIVE"
    INSUFFICIENT_POINTS = "INSUFFICIENT_POINTS"
    BELOW_MINIMUM = "BELOW_MINIMUM"
    OVER_CAP = "OVER_CAP"
    OVER_REFUND = "OVER_REFUND"
    TIER_TOO_LOW = "TIER_TOO_LOW"
    UNKNOWN_CARD = "UNKNOWN_CARD"
    UNKNOWN_BILL = "UNKNOWN_BILL"
    DUPLICATE = "DUPLICATE"
    CHANGED = "CHANGED"
    UNKNOWN_STAFF = "UNKNOWN_STAFF"
    PIN_BAD = "PIN_BAD"
    NOT_ALLOWED = "NOT_ALLOWED"
    NEEDS_APPROVAL = "NEEDS_APPROVAL"
    EXPIRED = "EXPIRED"
    ONLY_SERVER = "ONLY_SERVER"
    NO_LINE = "NO_LINE"
    NO_SHIFT = "NO_SHIFT"
    SHIFT_OPEN = "SHIFT_OPEN"
    UNKNOWN_REWARD = "UNKNOWN_REWARD"
    UNKNOWN_CAMPAIGN = "UNKNOWN_CAMPAIGN"
    REWARD_OUT = "REWARD_OUT"
    UNKNOWN_VOUCHER = "UNKNOWN_VOUCHER"
    VOUCHER_USED = "VOUCHER_USED"
    VOUCHER_UNFIT = "VOUCHER_UNFIT"
    VOUCHER_ELSEWHERE = "VOUCHER_ELSEWHERE"
    INVALID = "INVALID"


class DomainError(Exception):
    """A refusal. Nothing was written; `message` is what the cashier reads.

    `facts` holds the figures behind the refusal (money in minor units, points in hundredths).
    """

    def __init__(self, code: Code, message: str, facts: Mapping[str, int | str] | None = None) -> None:
        super().__init__(f"{code}: {message}")
        self.code = code
        self.message = message
        self.facts: Mapping[str, int | str] = facts or {}


def invalid(message: str, **facts: int | str) -> DomainError:
    """The refusal for input no rule can be applied to."""
    return DomainError(Code.INVALID, message, facts)
