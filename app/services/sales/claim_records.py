"""The card that came to a bill later: as it is kept, as it is sealed, and the bill that has it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from app.domain.bill import Bill
from app.domain.hearing import RuleUse
from app.services.records import Row, rule_rows, to_micros


@dataclass(frozen=True, slots=True)
class Claim:
    """What a bill earned when its card came. `line_points` stand in the order of its lines; points in hundredths."""

    bill_id: str
    member_id: str
    card_number: str
    referrer_id: str | None
    tier: str
    claimed_at: datetime
    staff: str
    line_points: tuple[int, ...]
    earned_points: int
    bonus_points: int
    referrer_points: int
    balance_after: int
    pending_after: int
    rules: tuple[RuleUse, ...] = ()


def claimed(bill: Bill, claim: Claim) -> Bill:
    """The bill as it stands since its card came. Its date, its cashier and its money are what they were."""
    lines = zip(bill.lines, claim.line_points, strict=True)
    return replace(
        bill,
        member_id=claim.member_id,
        card_number=claim.card_number,
        referrer_id=claim.referrer_id,
        tier=claim.tier,
        earned_points=claim.earned_points,
        bonus_points=claim.bonus_points,
        referrer_points=claim.referrer_points,
        balance_after=claim.balance_after,
        pending_after=claim.pending_after,
        lines=tuple(replace(line, points=points) for line, points in lines),
        rules=claim.rules,
    )


def sealed_claim(claim: Claim) -> dict[str, Any]:
    """What an event seals of it; `rules` only where some brought points."""
    rules = {"rules": rule_rows(claim.bill_id, claim.rules)} if claim.rules else {}
    return {"claim": claim_row(claim), **rules}


def claim_row(claim: Claim) -> Row:
    return {
        "bill_id": claim.bill_id,
        "member_id": claim.member_id,
        "card_number": claim.card_number,
        "referrer_id": claim.referrer_id,
        "tier": claim.tier,
        "claimed_at": to_micros(claim.claimed_at),
        "staff": claim.staff,
        "line_points": ",".join(map(str, claim.line_points)),
        "earned_points": claim.earned_points,
        "bonus_points": claim.bonus_points,
        "referrer_points": claim.referrer_points,
        "balance_after": claim.balance_after,
        "pending_after": claim.pending_after,
    }
