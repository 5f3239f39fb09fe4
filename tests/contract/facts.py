"""Small facts to store: members, postings, bills and refunds with as much in them as a real one has."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from typing import Any

from app.domain.bill import Bill, BillLine, Tender, TenderKind
from app.domain.card_blocks import CardBlock
from app.domain.cart import Cart, CartLine
from app.domain.cases import BillsBefore, Brings, Case, SavedCase
from app.domain.codes import card_number
from app.domain.conditions import EVER
from app.domain.entries import Entry, EntryKind
from app.domain.hearing import RuleUse
from app.domain.item import Item
from app.domain.lease import Floor, Lease
from app.domain.ledger import Posting
from app.domain.limits import Bound
from app.domain.member import Card, CardStatus, Member
from app.domain.reversal import Moved
from app.domain.rewards import Reward, RewardKind
from app.domain.shift import CashCount, Pieces
from app.domain.vouchers import Voucher
from app.services.catalogue.catalogue_records import Batch, Product
from app.services.ports import (
    Bond,
    BudgetShare,
    ChainPoint,
    CounterLease,
    Event,
    EventVerdict,
    Head,
    Link,
    RefundRecord,
    Review,
    UnitOfWork,
    UsedRule,
)
from app.services.sales.claim_records import Claim
from app.services.shifts.shift_figures import Figures, TaxedSum
from app.services.shifts.shift_records import KeptReport, Opening, ShiftReport

NOON = datetime(2026, 5, 1, 6, 30, 0, 123456, tzinfo=UTC)


def later(minutes: int) -> datetime:
    return NOON + timedelta(minutes=minutes)


def member(member_id: str = "m1", **changes: Any) -> Member:
    plain = Member(
        member_id=member_id,
        name="Meena Iyer",
        phone="+919876543210",
        language="hi",
        referrer_id=None,
        merged_into=None,
        first_tier="Bronze",
        joined_at=NOON,
        points=0,
        debt=0,
        tier="Bronze",
    )
    return replace(plain, **changes)


def card(member_id: str = "m1", number: int = 1, status: CardStatus = CardStatus.ACTIVE) -> Card:
    return Card(card_number(f"{number:010}"), member_id, status, NOON)


def posting(order: int, *, member_id: str = "m1", **changes: Any) -> Posting:
    """An earning of 1 point by its own bill, unless said otherwise."""
    plain = Entry(
        f"e{order:04}", member_id, EntryKind.EARN, 100, later(order), f"b{order:04}", available_at=later(order)
    )
    return Posting(order, replace(plain, **changes), balance_after=order * 100)


def bill(number: int = 1, **changes: Any) -> Bill:
    plain = Bill(
        bill_id=f"b{number:04}",
        number=f"A1/26-27/{number:06}",
        member_id="m1",
        card_number=card().number,
        referrer_id="m2",
        occurred_at=later(number),
        staff="asha",
        program_version=1,
        tier="Bronze",
        gross_minor=200_00,
        round_off_minor=-50,
        net_minor=189_50,
        redeemed_points=100_00,
        redeemed_minor=10_00,
        earned_points=5_70,
        bonus_points=50,
        referrer_points=95,
        balance_after=400_00,
        pending_after=7,
        lines=(_LINE, _PLAIN_LINE),
        tenders=(Tender(TenderKind.UPI, 79_50, 79_50), Tender(TenderKind.CASH, 100_00, 500_00)),
        rules=(RuleUse("diwali", 50, Bound.BUDGET), RuleUse("weekend", 1_00)),
    )
    return replace(plain, **changes)


def used(number: int = 1, **changes: Any) -> UsedRule:
    return replace(UsedRule(f"b{number:04}", "diwali", "m1", date(2026, 1, 15), 50), **changes)


def share(**changes: Any) -> BudgetShare:
    return replace(BudgetShare("diwali", "A1", 1, Lease(100_00, 40_00, 10_00, 5_00), 20_00), **changes)


def case(name: str = "Baby bill", **changes: Any) -> SavedCase:
    cart = Cart((CartLine("1", "General", Decimal("1.5"), 500),))
    told = Case(cart, NOON, "Gold", frozenset({"UPI"}), 5_00, (BillsBefore(EVER, 2),), NOON, "--02-29")
    return replace(SavedCase(name, told, Brings(12_50, 7_50)), **changes)


def claim(bill_id: str = "b0001", **changes: Any) -> Claim:
    plain = Claim(
        bill_id=bill_id,
        member_id="m1",
        card_number=card().number,
        referrer_id=None,
        tier="Bronze",
        claimed_at=later(30),
        staff="asha",
        line_points=(2_60, 0),
        earned_points=3_10,
        bonus_points=50,
        referrer_points=0,
        balance_after=403_10,
        pending_after=0,
    )
    return replace(plain, **changes)


def product(code: str = "8901030875021", **changes: Any) -> Product:
    plain = Product(
        code=code,
        name="Crocin 650, strip of 15",
        category="Medicines",
        mrp_minor=33_60,
        hsn="30049099",
        gst_percent=Decimal(12),
        batches=(Batch("B2", date(2026, 6, 30)), Batch("B1", date(2027, 1, 31), 35_00), Batch("", None)),
    )
    return replace(plain, **changes)


def long_bill(*, lines: int) -> Bill:
    return bill(lines=tuple(replace(_LINE, line_no=number, line_id=f"L{number}") for number in range(1, lines + 1)))


_LINE = BillLine(
    line_no=1,
    line_id="L1",
    category="General",
    label="Soap, 100 g",
    quantity=Decimal("1.125"),
    unit_price_minor=88_89,
    gross_minor=100_00,
    category_discount_minor=5_00,
    tier_discount_minor=0,
    bill_discount_minor=0,
    net_minor=95_00,
    redeemed_minor=5_00,
    base_minor=90_00,
    point_percent=Decimal("2.50"),
    campaign_multiplier=Decimal("1.5"),
    campaign_ids=("diwali", "weekend"),
    tier_multiplier=Decimal(1),
    points=2_60,
    line_discount_minor=1_00,
    item=Item("8901030875021", "30049099", "B2", date(2026, 6, 30), Decimal("12.5")),
)

_PLAIN_LINE = replace(_LINE, line_no=2, line_id="L2", campaign_ids=(), label="साबुन", line_discount_minor=0, item=None)


def refund(number: int = 1, *, of: str = "b0001", **changes: Any) -> RefundRecord:
    plain = RefundRecord(
        refund_id=f"r{number:04}",
        bill_id=of,
        kind="RETURN",
        occurred_at=later(60 + number),
        staff="ravi",
        amount_minor=30_00,
        line_amounts={"L1": 20_00, "L2": 10_00},
        moved=Moved(reversed_points=90, restored_points=15_80, restored_minor=1_58, referrer_points=15),
        posted_reversed_points=80,
        posted_referrer_points=15,
        balance_after=415_00,
    )
    return replace(plain, **changes)


def event(seq: int, *, epoch: int = 1) -> Event:
    return Event(
        epoch, seq, f"event-{epoch}-{seq}", "bill", later(seq), bytes([seq - 1]) * 32, bytes([seq]) * 32, b"{}"
    )


def after(head: Head, link: Event) -> Head:
    """Where the chain stands once this event is its last."""
    return replace(head, last_seq=link.seq, head_hash=link.hash, latest_at=link.occurred_at)


def lease(member_id: str = "m1", counter_code: str = "A1", epoch: int = 1, **numbers: Any) -> CounterLease:
    plain = Lease(granted=100_00, spent=20_00, returned=10_00, written_off=5_00, usable_until=later(90))
    return CounterLease(member_id, counter_code, epoch, replace(plain, **numbers), NOON)


def link(**changes: Any) -> Link:
    plain = Link(
        server_url="https://hq.example",
        audience="https://hq.example/token",
        tenant_id="shop",
        store_id="s1",
        store_name="Andheri",
        client_id="c1",
        private_key=b"\x00\xff",
        bond=Bond.ACTIVE,
        position=9021,
        acked=ChainPoint(2, 120),
        told=ChainPoint(2, 118),
        leases_since=40,
        contact_at=later(1),
        contact_clock_at=later(2),
        offset_ms=-1500,
        floor=Floor(50_00, 500_00),
        seen=9040,
        card_block=CardBlock(17, bytes(range(16))),
        protocol=2,
        next_key=b"\x01\xfe",
        former_key=b"\x02\xfd",
        key_since=later(3),
    )
    return replace(plain, **changes)


def verdict(seq: int = 3, *, epoch: int = 1, **changes: Any) -> EventVerdict:
    plain = EventVerdict(ChainPoint(epoch, seq), "QUARANTINED", "UNKNOWN_MEMBER", "No member m9.")
    return replace(plain, **changes)


def review(review_id: str = "v1", **changes: Any) -> Review:
    plain = Review(review_id, "OVER_LIMIT", {"member": "m1", "points": [1, 2], "name": "मीना"}, later(3))
    return replace(plain, **changes)


def opening(shift_id: str = "s1", seq: int = 1, **changes: Any) -> Opening:
    return replace(Opening(shift_id, "A1", ChainPoint(1, seq), NOON, "asha", 2_000_00), **changes)


def figures(**changes: Any) -> Figures:
    named = dict.fromkeys(Figures.__dataclass_fields__, 0)
    plain = {"first_bill": "A1/26-27/000001", "last_bill": "A1/26-27/000001", "tenders": {"CASH": 99_00}}
    sums = {"taxed": (TaxedSum(Decimal("12"), 99_00),), "given_otherwise": ()}
    return Figures(**{**named, **plain, **sums, "bills": 1, **changes})


def report(shift_id: str = "s1", seq: int = 2, counter_code: str = "A1", **changes: Any) -> KeptReport:
    plain = ShiftReport(
        shift_id=shift_id,
        number=seq,
        financial_year="26-27",
        currency="INR",
        opened_at=NOON,
        opened_by="asha",
        closed_at=later(480),
        closed_by="मीना",
        float_minor=2_000_00,
        figures=figures(),
        count=CashCount((Pieces(500_00, 4),), 98_50),
        expected_minor=2_099_00,
        counts=1,
        note="A coin rolled away",
        approved_by=None,
        waiting_bills=1,
    )
    return KeptReport(counter_code, ChainPoint(1, seq), replace(plain, **changes))


def put(unit: UnitOfWork, *leases: CounterLease) -> None:
    for one in leases:
        whose = {"counter_code": one.counter_code, "epoch": one.epoch}
        unit.leases.put(one.member_id, one.lease, **whose, granted_at=one.granted_at)  # type: ignore[arg-type]


def voucher(number: int = 1, *, member: str = "m1", expires_at: datetime | None = NOON) -> Voucher:
    reward = Reward("tea", "A cup of tea", RewardKind.EXPERIENCE, 10_00, stock=5)
    whose = (f"v{number}", f"V{number}", member)
    return Voucher(*whose, reward, 10_00, f"e{number}", NOON, expires_at, program_version=1, staff="asha")
