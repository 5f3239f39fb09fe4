"""A year of a shop: half a million bills with their lines and points, written straight into a store's tables.

Rows have the shape the services write; only their making is short-cut. Nothing reads them but measurements.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import date, datetime, timedelta

from sqlalchemy import Table, insert

from app.domain.days import INDIA
from app.domain.entries import EntryKind
from app.persistence.engine import Engines
from app.persistence.tables.bills import bill_lines, bills
from app.persistence.tables.journal import events
from app.persistence.tables.points import balances, entries, lots
from app.persistence.tables.refunds import refunds
from app.persistence.tables.rules import rule_uses
from app.persistence.tables.vouchers import voucher_moves, vouchers
from app.services.records import to_micros
from bench import gifts
from bench.population import CHUNK, TENANT, id_of

BEGAN, DAYS = date(2025, 6, 1), 365
CATEGORIES = ("Medicines", "General", "Baby Care", "Surgical")
STAFF = ("asha", "ravi", "meena")
LINES_A_BILL = 3
EXPIRY_DAYS = 180
MEMBER_SHARE, REDEEMED_SHARE, RETURNED_SHARE = 0.6, 0.15, 0.01

Rows = dict[str, list[dict[str, object]]]
_TABLES: dict[str, Table] = {
    "bills": bills, "bill_lines": bill_lines, "entries": entries, "lots": lots, "refunds": refunds,
    "rule_uses": rule_uses, "vouchers": vouchers, "voucher_moves": voucher_moves, "events": events,
}  # fmt: skip


def live_through(engines: Engines, *, bills_sold: int, members: int) -> None:
    """Sell that many bills, evenly over a year, to that many members; some redeem, a few come back."""
    year = _Year(bills_sold, members)
    for start in range(0, bills_sold, CHUNK):
        rows = year.sold(range(start, min(start + CHUNK, bills_sold)))
        with engines.writer.begin() as connection:
            for name, found in rows.items():
                if found:
                    connection.execute(insert(_TABLES[name]).inline(), found)
    with engines.writer.begin() as connection:
        connection.execute(insert(balances).inline(), list(year.balances()))


class _Year:
    def __init__(self, bills_sold: int, members: int) -> None:
        self._dice = random.Random(20260101)
        self._apart = timedelta(days=DAYS) / bills_sold
        self._began = INDIA.start_of(BEGAN)
        self._members = members
        self._points = [0] * members
        self._order = 0

    def sold(self, numbers: range) -> Rows:
        rows: Rows = {name: [] for name in _TABLES}
        for number in numbers:
            self._sell(number, self._began + number * self._apart, rows)
        return rows

    def balances(self) -> Iterator[dict[str, object]]:
        for number, points in enumerate(self._points):
            tier = "Silver" if number % 10 == 0 else "Bronze"
            yield {"tenant_id": TENANT, "member_id": id_of(number), "points": points, "debt": 0, "tier": tier}

    def _sell(self, number: int, at: datetime, rows: Rows) -> None:
        dice, bill_id = self._dice, f"{0x01920000_0000_7000 + number:016x}{number:016x}"
        member = dice.randrange(self._members) if dice.random() < MEMBER_SHARE else None
        prices = [dice.randrange(10_00, 900_00) for _ in range(LINES_A_BILL)]
        redeemed = dice.randrange(1_00, 20_00) if member is not None and dice.random() < REDEEMED_SHARE else 0
        redeemed = min(redeemed, 0 if member is None else self._points[member])
        day, net = INDIA.day_of(at).isoformat(), sum(prices)
        earned = 0 if member is None else net // 100
        rows["bills"].append({
            "tenant_id": TENANT, "bill_id": bill_id, "number": f"A1/25-26/{number:06}",
            "member_id": None if member is None else id_of(member), "card_number": None,
            "referrer_id": id_of(0) if member is not None and member % 7 == 0 else None, "occurred_at": to_micros(at),
            "business_day": day, "staff": STAFF[number % len(STAFF)], "program_version": 1,
            "tier": None if member is None else "Bronze", "gross_minor": net, "round_off_minor": 0, "net_minor": net,
            "redeemed_points": redeemed, "redeemed_minor": redeemed // 10, "earned_points": earned, "bonus_points": 0,
            "referrer_points": 0, "balance_after": 0, "pending_after": 0, "typed": None,
        })  # fmt: skip
        for nth, price in enumerate(prices, 1):
            rows["bill_lines"].append({
                "tenant_id": TENANT, "bill_id": bill_id, "line_no": nth, "line_id": str(nth),
                "category": CATEGORIES[(number + nth) % len(CATEGORIES)], "label": "Paracetamol 500 mg",
                "quantity_milli": 1000, "unit_price_minor": price, "gross_minor": price, "category_discount_minor": 0,
                "tier_discount_minor": 0, "bill_discount_minor": 0, "net_minor": price, "redeemed_minor": 0,
                "base_minor": price, "point_percent": "1", "campaign_multiplier": "1", "campaign_ids": "",
                "tier_multiplier": "1", "points": price // 100,
            })  # fmt: skip
        if member is not None:
            self._move(member, EntryKind.EARN, earned, at, bill_id, rows)
            if redeemed:
                self._move(member, EntryKind.REDEEM, -redeemed, at, bill_id, rows)
            self._give(number, member, at, rows)
        if dice.random() < RETURNED_SHARE:
            self._return(bill_id, prices[0], at, day, rows)
        if dice.random() < gifts.APPROVED_SHARE:
            by = STAFF[(number + 1) % len(STAFF)]
            rows["events"].append(gifts.approved(number, rows["bills"][-1], rows["bill_lines"][-LINES_A_BILL:], by))

    def _give(self, number: int, member: int, at: datetime, rows: Rows) -> None:
        """What a member's bill brings besides its points."""
        dice, bill = self._dice, rows["bills"][-1]
        if dice.random() < gifts.RULE_SHARE:
            used = gifts.rule_use(number, bill)
            rows["rule_uses"].append(used)
            of_bill, rule_id = str(used["bill_id"]), str(used["rule_id"])
            self._move(member, EntryKind.BONUS, gifts.RULE_POINTS, at, of_bill, rows, rule_id=rule_id)
        if dice.random() < gifts.BIRTHDAY_SHARE:
            self._move(
                member, EntryKind.BONUS, gifts.BIRTHDAY_POINTS, at, f"birthday {number}", rows, rule_id=gifts.BIRTHDAY
            )
        if dice.random() < gifts.VOUCHER_SHARE and self._points[member] >= gifts.VOUCHER_COST:
            made, moves = gifts.voucher(number, bill, dice)
            rows["vouchers"].append(made)
            rows["voucher_moves"] += moves
            self._move(member, EntryKind.REWARD, -gifts.VOUCHER_COST, at, str(made["voucher_id"]), rows)

    def _move(
        self,
        member: int,
        kind: EntryKind,
        points: int,
        at: datetime,
        cause: str,
        rows: Rows,
        *,
        rule_id: str | None = None,
    ) -> None:
        """What is given makes a lot. What is redeemed is left in its lots: only the books need to look real."""
        self._order += 1
        entry_id, self._points[member] = f"{0x01930000_0000_7000 + self._order:016x}", self._points[member] + points
        is_lot = points > 0
        gone = to_micros(INDIA.start_of(INDIA.day_of(at) + timedelta(days=EXPIRY_DAYS))) if is_lot else None
        rows["entries"].append({
            "tenant_id": TENANT, "ledger_no": self._order, "entry_id": entry_id, "member_id": id_of(member),
            "card_number": None, "kind": kind.value, "points": points, "balance_after": self._points[member],
            "cause": cause, "corrects": None, "rule_id": rule_id, "reason": None, "staff": None,
            "occurred_at": to_micros(at), "business_day": INDIA.day_of(at).isoformat(),
            "available_at": to_micros(at) if is_lot else None, "expires_at": gone, "event_seq": 0,
        })  # fmt: skip
        if is_lot:
            rows["lots"].append({
                "tenant_id": TENANT, "lot_id": entry_id, "member_id": id_of(member), "ledger_no": self._order,
                "points": points, "points_left": points, "points_expired": 0, "available_at": to_micros(at),
                "expires_at": gone,
            })  # fmt: skip

    def _return(self, bill_id: str, amount: int, at: datetime, day: str, rows: Rows) -> None:
        rows["refunds"].append({
            "tenant_id": TENANT, "refund_id": f"r{bill_id}", "bill_id": bill_id, "kind": "RETURN",
            "occurred_at": to_micros(at), "business_day": day, "staff": STAFF[0], "amount_minor": amount,
            "reversed_points": 0, "posted_reversed_points": 0, "restored_points": 0, "restored_minor": 0,
            "referrer_points": 0, "posted_referrer_points": 0, "balance_after": 0,
        })  # fmt: skip
