"""What a year's bills bring besides points: what rules gave, vouchers and what became of them, and what was approved.

Rows have the shape the services write; only their making is short-cut. Nothing reads them but measurements.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from random import Random

from app.domain.vouchers import MoveKind, VoucherStatus
from bench.population import TENANT

EARLIER = "A0"  # whose chain it was: the counter's own is not written past its head
RULES = ("weekday", "big-bill", "friends", "baby")
BIRTHDAY = "birthday"  # which speaks of no bill
REWARDS = ("coupon", "tea", "cashback")
RULE_SHARE, BIRTHDAY_SHARE, VOUCHER_SHARE, APPROVED_SHARE = 0.3, 0.1, 0.05, 0.02
RULE_POINTS, BIRTHDAY_POINTS, VOUCHER_COST = 5_00, 100_00, 50_00
# What becomes of a voucher, and for how many in a hundred.
_ENDS = (
    (VoucherStatus.FULFILLED, MoveKind.SPENT, 60),
    (VoucherStatus.EXPIRED, MoveKind.EXPIRED, 15),
    (VoucherStatus.CANCELLED, MoveKind.CANCELLED, 5),
    (VoucherStatus.PENDING, None, 20),
)

Row = dict[str, object]


def rule_use(number: int, bill: Row) -> Row:
    return {
        "tenant_id": TENANT, "bill_id": bill["bill_id"], "rule_id": RULES[number % len(RULES)],
        "member_id": bill["member_id"], "day": bill["business_day"], "points": RULE_POINTS,
    }  # fmt: skip


def voucher(number: int, bill: Row, dice: Random) -> tuple[Row, list[Row]]:
    """One that was given out with a bill, and all its moves, at the instant of the bill."""
    status, move, _ = dice.choices(_ENDS, [share for *_, share in _ENDS])[0]
    voucher_id = f"v{number:016}"
    row: Row = {
        "tenant_id": TENANT, "voucher_id": voucher_id, "reward_id": REWARDS[number % len(REWARDS)],
        "status": status.value, "used_for": None, "member_id": bill["member_id"], "code": f"{number:012}",
        "expires_at": None, "facts": '{"reward":{"value_minor":5000}}', "holder": "", "holder_epoch": 0, "wanted": 0,
        "position": 0, "touched_epoch": 1, "touched_seq": number,
    }  # fmt: skip
    moves = [
        {
            "tenant_id": TENANT, "voucher_id": voucher_id, "move_no": nth, "kind": kind.value, "cause": bill["bill_id"],
            "occurred_at": bill["occurred_at"], "staff": bill["staff"],
            "minor": 50_00 if kind is MoveKind.SPENT else None,
        }
        for nth, kind in enumerate((MoveKind.ISSUED, move), 1) if kind is not None
    ]  # fmt: skip
    return row, moves


def approved(number: int, bill: Row, lines: Sequence[Row], by: str) -> Row:
    """The sealed event of a bill that somebody approved something of."""
    body = {"approved_by": by, "bill": bill, "lines": lines, "details": [{"discount_minor": 10_00}]}
    return {
        "tenant_id": TENANT, "counter_code": EARLIER, "epoch": 1, "seq": number, "event_id": f"e{number:016}",
        "kind": "bill", "occurred_at": bill["occurred_at"], "previous_hash": b"", "hash": b"",
        "body": json.dumps(body, separators=(",", ":")).encode(),
    }  # fmt: skip
