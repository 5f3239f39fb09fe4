"""Bills from outside, as they are told: what was earned, used and taken back, and why."""

from __future__ import annotations

from collections.abc import Iterable

from pydantic import BaseModel, Field

from app.domain.bill import BillLine, bill_lines
from app.domain.quote import Quote
from app.domain.redemption import Binding
from app.domain.vouchers import Voucher, VoucherStatus
from app.services.returns.returns import Returned
from app.services.rewards.voucher_records import VoucherRecord
from app.services.sales.checkout import Sold
from app.services.sales.outside import Used
from server.api.figures import Money, Points, Rate
from server.api.models import Instant
from server.api.people import MEMBER, NUMBER
from server.api.sync.shapes import VOUCHER

BILL = "0192f3a0-7c00-7000-8000-00000000000b"


class LineShown(BaseModel):
    """Why a line earned what it earned."""

    line: int = Field(examples=[1])
    category: str = Field(examples=["Medicines"])
    gross_minor: Money
    net_minor: Money
    paid_by_points_minor: Money
    base_minor: Money = Field(description="What it earned on.")
    percent: Rate
    campaign_multiplier: Rate
    tier_multiplier: Rate
    points: Points


class VoucherGiven(BaseModel):
    """A voucher that a rule gave with a bill, for no points. Its code is what the customer is given."""

    redemption_id: str = Field(examples=["0192f3a0-7c00-7000-8000-0000000000aa"])
    code: str = Field(examples=[VOUCHER])
    reward_id: str = Field(examples=["coupon-100"])
    reward: str = Field(examples=["₹100 off"])
    expires_at: Instant | None


class EarnedShown(BaseModel):
    """A bill that earned."""

    bill_id: str = Field(examples=[BILL])
    bill_number: str = Field(description="Its own program's.", examples=["INV-2041"])
    number: str = Field(description="The server's.", examples=["HQ/26-27/000123"])
    member_id: str = Field(examples=[MEMBER])
    card_number: str | None = Field(examples=[NUMBER])
    occurred_at: Instant
    program_version: int = Field(examples=[3])
    tier: str = Field(description="Held before the bill.", examples=["Silver"])
    net_minor: Money
    redeemed_points: Points = Field(description="Used against this bill before.")
    redeemed_minor: Money
    earned_points: Points = Field(description="Bonuses included.")
    bonus_points: Points
    referrer_points: Points
    available: Points = Field(description="What can be spent after it.")
    pending: Points
    vouchers: list[VoucherGiven] = Field([], description="Those that rules gave with it.")
    lines: list[LineShown]


class UsedShown(BaseModel):
    """Points used against a bill."""

    bill_id: str = Field(examples=[BILL])
    bill_number: str = Field(examples=["INV-2041"])
    member_id: str = Field(examples=[MEMBER])
    points: Points
    worth_minor: Money = Field(description="What they pay of the bill.")
    available: Points


class VoucherLapsed(BaseModel):
    """A voucher that is good no more: a rule had given it with a bill that has come back whole, and nobody used it."""

    redemption_id: str = Field(examples=["0192f3a0-7c00-7000-8000-0000000000aa"])
    reward_id: str = Field(examples=["coupon-100"])
    reward: str = Field(examples=["₹100 off"])
    status: VoucherStatus = Field(description="PENDING while a counter may have used it and has not said so.")


class ReversedShown(BaseModel):
    """What a reversal moved; zeros where there was nothing left to undo."""

    bill_id: str = Field(examples=[BILL])
    amount_minor: Money
    cash_back_minor: Money = Field(description="The amount less what points had paid of it.")
    points_taken_back: Points
    points_given_back: Points
    referrer_points_taken_back: Points
    available: Points
    vouchers: list[VoucherLapsed] = Field([], description="Those that lapse with it.")


class QuoteShown(BaseModel):
    """What a bill comes to now. Nothing was posted."""

    program_version: int = Field(examples=[3])
    tier: str | None = Field(examples=["Silver"])
    gross_minor: Money
    discount_minor: Money
    round_off_minor: int = Field(examples=[0])
    net_minor: Money
    redeemed_points: Points
    redeemed_minor: Money
    payable_minor: Money
    earned_points: Points
    bonus_points: Points
    max_points: Points = Field(description="The most that may be used for it.")
    max_minor: Money
    held_by: Binding = Field(description="What keeps that from being more.")
    lines: list[LineShown]
    as_of: Instant


def earned_shown(sold: Sold, number: str) -> EarnedShown:
    bill = sold.bill
    assert bill.member_id is not None, "an outside bill is somebody's"
    assert bill.tier is not None
    return EarnedShown(
        bill_id=bill.bill_id,
        bill_number=number,
        number=bill.number,
        member_id=bill.member_id,
        card_number=bill.card_number,
        occurred_at=bill.occurred_at,
        program_version=bill.program_version,
        tier=bill.tier,
        net_minor=bill.net_minor,
        redeemed_points=bill.redeemed_points,
        redeemed_minor=bill.redeemed_minor,
        earned_points=bill.earned_points,
        bonus_points=bill.bonus_points,
        referrer_points=bill.referrer_points,
        available=bill.balance_after,
        pending=bill.pending_after,
        vouchers=[_voucher_given(one) for one in sold.vouchers],
        lines=[_line_shown(line) for line in bill.lines],
    )


def _voucher_given(voucher: Voucher) -> VoucherGiven:
    return VoucherGiven(
        redemption_id=voucher.voucher_id,
        code=voucher.code,
        reward_id=voucher.reward.reward_id,
        reward=voucher.reward.name,
        expires_at=voucher.expires_at,
    )


def used_shown(used: Used, number: str) -> UsedShown:
    return UsedShown(
        bill_id=used.bill_id,
        bill_number=number,
        member_id=used.member_id,
        points=used.points,
        worth_minor=used.worth_minor,
        available=used.balance,
    )


def returned_shown(bill_id: str, returned: Returned, lapsed: Iterable[VoucherRecord]) -> ReversedShown:
    return ReversedShown(
        bill_id=bill_id,
        amount_minor=returned.amount_minor,
        cash_back_minor=returned.cash_back_minor,
        points_taken_back=returned.points_reversed,
        points_given_back=returned.points_restored,
        referrer_points_taken_back=returned.referrer_points_reversed,
        available=returned.balance,
        vouchers=[_voucher_lapsed(one, one.voucher) for one in lapsed if one.voucher is not None],
    )


def _voucher_lapsed(record: VoucherRecord, voucher: Voucher) -> VoucherLapsed:
    return VoucherLapsed(
        redemption_id=record.voucher_id,
        reward_id=record.reward_id,
        reward=voucher.reward.name,
        status=VoucherStatus(record.status),
    )


def undone_shown(used: Used) -> ReversedShown:
    return ReversedShown(
        bill_id=used.bill_id,
        amount_minor=used.worth_minor,
        cash_back_minor=0,
        points_taken_back=0,
        points_given_back=used.points,
        referrer_points_taken_back=0,
        available=used.balance,
        vouchers=[],
    )


def quote_shown(quote: Quote) -> QuoteShown:
    priced, limits = quote.priced, quote.limits
    return QuoteShown(
        program_version=quote.program_version,
        tier=quote.tier,
        gross_minor=priced.gross_minor,
        discount_minor=priced.gross_minor + priced.round_off_minor - priced.net_minor,
        round_off_minor=priced.round_off_minor,
        net_minor=quote.net_minor,
        redeemed_points=quote.redeemed_points,
        redeemed_minor=quote.redeemed_minor,
        payable_minor=quote.payable_minor,
        earned_points=quote.earned.points,
        bonus_points=quote.earned.bonus_points,
        max_points=limits.max_points,
        max_minor=limits.max_minor,
        held_by=limits.binding,
        lines=[_line_shown(line) for line in bill_lines(quote)],
        as_of=quote.at,
    )


def _line_shown(line: BillLine) -> LineShown:
    return LineShown(
        line=line.line_no,
        category=line.category,
        gross_minor=line.gross_minor,
        net_minor=line.net_minor,
        paid_by_points_minor=line.redeemed_minor,
        base_minor=line.base_minor,
        percent=line.point_percent,
        campaign_multiplier=line.campaign_multiplier,
        tier_multiplier=line.tier_multiplier,
        points=line.points,
    )
