"""Every paper there is, once with English and once with Hindi names, for the pictures in tests/golden/papers."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta
from decimal import Decimal
from io import BytesIO
from typing import Any

from PIL import Image, ImageDraw

from app.domain.entries import EntryKind
from app.services.papers.receipt_facts import ExpiringFacts, HolderFacts, ReceiptFacts, ReceiptKind, TakenOffFacts
from app.services.papers.slip_facts import (
    CountFacts,
    MovementFacts,
    PaperFacts,
    ShiftFacts,
    SlipFacts,
    StatementFacts,
    VoucherFacts,
)
from tests.unit.printing.samples import FULL, RAVI, SHOP, line, receipt

NOON = datetime(2026, 11, 21, 12, 0)  # noqa: DTZ001 — a shop's local time carries no zone
WHY = "https://why.arogya.example/0198c1f2-7b3a-7cc0-8f00-1234567890ab"

NAMES = {
    "en": {
        "shop": "Arogya Medicals",
        "address": ("12 MG Road, Camp", "Pune 411001"),
        "member": "Ravi Sharma",
        "cashier": "Asha Kulkarni",
        "items": ("Paracetamol 500 mg, 15 tablets", "ORS sachet", "Baby powder"),
        "reward": "₹100 off your next bill",
    },
    "hi": {
        "shop": "आरोग्य मेडिकल्स",
        "address": ("१२ महात्मा गांधी मार्ग, कैंप", "पुणे ४११००१"),
        "member": "श्रीमती क्षितिजा शर्मा",
        "cashier": "आशा कुलकर्णी",
        "items": ("पैरासिटामोल ५०० मि.ग्रा. १५ गोलियाँ", "ओआरएस पैकेट", "शिशु पाउडर"),
        "reward": "अगले बिल पर ₹100 की छूट",
    },
}


def logo() -> bytes:
    """A cross on green, as such shops have it."""
    picture = Image.new("RGB", (320, 120), "white")
    pen = ImageDraw.Draw(picture)
    pen.rounded_rectangle((0, 0, 119, 119), 24, fill="#0a7a4b")
    pen.rectangle((48, 20, 71, 99), fill="white")
    pen.rectangle((20, 48, 99, 71), fill="white")
    pen.rounded_rectangle((140, 40, 319, 79), 20, fill="#0a7a4b")
    file = BytesIO()
    picture.save(file, "PNG")
    return file.getvalue()


def papers(language: str) -> dict[str, ReceiptFacts | PaperFacts]:
    """Each paper by its name."""
    names: dict[str, Any] = NAMES[language]
    shop = replace(SHOP, name=names["shop"], address_lines=names["address"])
    one, two, three = names["items"]
    lines = (
        replace(
            line(one, 1_12_00, 5_00, quantity="2", points_earned=4_75),
            hsn="30049099",
            batch="PCM2291",
            expires_on=date(2028, 3, 31),
            gst_percent=Decimal(12),
        ),
        replace(line(two, 42_00, points_earned=1_20), hsn="30049011", gst_percent=Decimal(5)),
        replace(line(three, 1_80_00, 18_00, quantity="2.5"), hsn="33049120", gst_percent=Decimal(18)),
    )
    member = replace(RAVI, name=names["member"], points_earned=5_95, points_redeemed=1_000_00)
    totals = replace(
        FULL.totals,
        subtotal_minor=334_00,
        category_discount_minor=18_00,
        tier_discount_minor=5_00,
        bill_discount_minor=0,
        round_off_minor=0,
        net_minor=311_00,
        points_redeemed=1_000_00,
        points_value_minor=100_00,
        payable_minor=211_00,
    )
    tenders = (replace(FULL.tenders[0], amount_minor=200_00), replace(FULL.tenders[1], amount_minor=20_00))
    sale = receipt(
        shop=shop,
        cashier=names["cashier"],
        lines=lines,
        member=member,
        totals=totals,
        tenders=tenders,
        change_minor=9_00,
        why_url=WHY,
    )
    holder = HolderFacts(
        name=names["member"],
        card_masked="•••• 5678",
        tier="Gold",
        balance=1_204_50,
        balance_value_minor=120_45,
        points_pending=20_00,
        expiring=ExpiringFacts(120_00, date(2026, 12, 31)),
        unconfirmed_since=datetime(2026, 11, 21, 10, 42),  # noqa: DTZ001
    )
    head: dict[str, Any] = {"shop": shop, "counter": "Counter 1", "printed_at": NOON}
    return {
        "sale": replace(sale, shop=replace(shop, logo=logo())),
        "guest": replace(sale, member=None, why_url="", footer_lines=()),
        "reprint": replace(sale, copy_number=1, training=True),
        "offline": replace(sale, member=replace(member, unconfirmed_since=holder.unconfirmed_since)),
        "rewarded": _rewarded(sale, names["reward"]),
        "return": replace(
            sale,
            kind=ReceiptKind.RETURN,
            bill_number="A1/26-27/000123-R1",
            original_bill_number="A1/26-27/000123",
            lines=(replace(lines[0], points_earned=0),),
            totals=replace(
                totals,
                subtotal_minor=112_00,
                category_discount_minor=0,
                tier_discount_minor=0,
                bill_discount_minor=5_00,
                net_minor=107_00,
                points_redeemed=344_00,
                points_value_minor=34_40,
                payable_minor=72_60,
            ),
            tenders=(replace(FULL.tenders[1], amount_minor=72_60),),
            change_minor=0,
            member=replace(member, points_earned=4_75, points_redeemed=344_00, expiring=None),
            why_url="",
        ),
        "slip": SlipFacts(**head, holder=holder),
        "statement": StatementFacts(
            **head, holder=holder, opening=500_00, movements=tuple(_movements()), is_whole=False
        ),
        "voucher": VoucherFacts(
            **head,
            code="V7K2M93QX4",
            reward=names["reward"],
            terms="One voucher a bill. Not for medicines on prescription.",
            value_minor=100_00,
            points_spent=1_000_00,
            valid_until=date(2027, 1, 31),
            holder_name=names["member"],
        ),
        "shift": ShiftFacts(
            **head,
            number=42,
            cashier=names["cashier"],
            opened_at=NOON - timedelta(hours=3),
            closed_at=NOON,
            bills=128,
            returns=3,
            sold_minor=1_23_456_50,
            returned_minor=2_340_00,
            discounts_minor=3_210_25,
            points_paid_minor=1_116_50,
            points_earned=1_150_25,
            points_redeemed=11_165_00,
            tenders=(
                CountFacts("Cash", 72_500_00, 72_450_00),
                CountFacts("UPI", 40_000_00),
                CountFacts("Card", 7_500_00, 7_500_00),
            ),
            first_bill="A1/26-27/000101",
            last_bill="A1/26-27/000228",
            waiting_bills=12,
            note="₹50 short: a torn note was not taken.",
        ),
    }


def _rewarded(sale: ReceiptFacts, reward: str) -> ReceiptFacts:
    """The sale with a voucher for ₹100 that all of its lines share, and with no points."""
    shares = (34_41, 13_50, 52_09)
    lines = tuple(
        replace(one, discount_minor=one.discount_minor + share, net_minor=one.net_minor - share)
        for one, share in zip(sale.lines, shares, strict=True)
    )
    totals = replace(
        sale.totals,
        voucher=TakenOffFacts(reward, "•••• X4RP", sum(shares)),
        net_minor=211_00,
        points_redeemed=0,
        points_value_minor=0,
    )
    member = replace(sale.member, points_redeemed=0) if sale.member else None
    return replace(sale, lines=lines, totals=totals, member=member)


def _movements() -> list[MovementFacts]:
    moved = [
        (EntryKind.EARN, 31_80, "A1/26-27/000017", ""),
        (EntryKind.REDEEM, -200_00, "A1/26-27/000064", ""),
        (EntryKind.BONUS, 250_00, "", "Birthday"),
        (EntryKind.REVERSE, -4_75, "A1/26-27/000017", ""),
        (EntryKind.EXPIRE, -12_55, "", ""),
        (EntryKind.ADJUST, 660_00, "", "Goodwill for a late delivery"),
    ]
    balance, movements = 500_00, []
    for place, (kind, points, bill, reason) in enumerate(moved):
        balance += points
        movements.append(MovementFacts(NOON - timedelta(days=60 - 10 * place), kind, points, balance, bill, reason))
    return movements
