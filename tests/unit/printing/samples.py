"""Receipts to print: one full of everything, and how to vary it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from app.services.papers.receipt_facts import (
    ExpiringFacts,
    LineFacts,
    MemberFacts,
    ReceiptFacts,
    ReceiptKind,
    ShopFacts,
    TenderFacts,
    TotalFacts,
)

SHOP = ShopFacts(
    name="Arogya Medicals",
    address_lines=("12 MG Road, Camp", "Pune 411001"),
    gstin="27AAPFU0939F1ZV",
    licences=("MH-PZ3-123456", "MH-PZ3-123457"),
    phone="+91 20 2612 3456",
)

RAVI = MemberFacts(
    name="रवि शर्मा",
    card_masked="•••• •••• 5678",
    tier="Gold",
    points_earned=3_180,
    points_redeemed=234_000,
    balance=120_450,
    balance_value_minor=12_045,
    points_pending=2_000,
    expiring=ExpiringFacts(points=12_000, expires_on=date(2026, 12, 31)),
)


def line(
    name: str, gross_minor: int, discount_minor: int = 0, *, quantity: str = "1", points_earned: int = 0
) -> LineFacts:
    return LineFacts(
        name=name,
        quantity=Decimal(quantity),
        unit_price_minor=int(gross_minor / Decimal(quantity)),
        gross_minor=gross_minor,
        discount_minor=discount_minor,
        net_minor=gross_minor - discount_minor,
        points_earned=points_earned,
    )


FULL = ReceiptFacts(
    kind=ReceiptKind.SALE,
    shop=SHOP,
    bill_number="A1/26-27/000123",
    issued_at=datetime(2026, 11, 21, 16, 52),  # noqa: DTZ001 — a shop's local time carries no zone
    counter="Counter 1",
    cashier="Asha Kulkarni",
    lines=(
        line("दवाइयाँ", 12_34_567_50, 25_00, points_earned=4_75),
        line("General", 240_00, points_earned=7_20),
        line("Baby care", 180_00, 18_00, quantity="2.5", points_earned=9_00),
    ),
    totals=TotalFacts(
        subtotal_minor=12_34_987_50,
        category_discount_minor=43_00,
        tier_discount_minor=10_00,
        bill_discount_minor=5_25,
        round_off_minor=-25,
        net_minor=12_34_929_00,
        points_redeemed=234_000,
        points_value_minor=234_00,
        payable_minor=12_34_695_00,
    ),
    tenders=(TenderFacts("UPI", 12_34_000_00), TenderFacts("Cash", 700_00)),
    change_minor=5_00,
    member=RAVI,
    footer_lines=("Thank you. Get well soon.", "Medicines are taken back within 7 days. धन्यवाद"),
)


def receipt(**changes: Any) -> ReceiptFacts:
    """The full receipt with some facts changed."""
    return replace(FULL, **changes)
