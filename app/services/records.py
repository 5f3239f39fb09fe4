"""How facts are written down: the plain rows that the journal's events carry and the tables store, alike.

Instants are microseconds since 1970 in UTC, quantities thousandths, rates decimal text; everything else is whole
numbers and text, so the same fact always gives the same bytes.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING, Any, NotRequired, TypedDict, TypeGuard

from app.domain.bill import Bill, BillLine, Tender
from app.domain.days import ShopCalendar, is_day_somewhere
from app.domain.hearing import RuleUse
from app.domain.ledger import Posting
from app.domain.member import Card, Member

if TYPE_CHECKING:
    from app.services.ports import RefundRecord, TierChange

Cell = int | str | None
Row = dict[str, Cell]

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND = timedelta(microseconds=1)


def to_micros(instant: datetime) -> int:
    return (instant - _EPOCH) // _MICROSECOND


def from_micros(micros: int) -> datetime:
    return _EPOCH + micros * _MICROSECOND


def optional_micros(instant: datetime | None) -> int | None:
    return None if instant is None else to_micros(instant)


def to_milli(quantity: Decimal) -> int:
    return int(quantity * 1000)


def from_milli(milli: int) -> Decimal:
    return Decimal(milli) / 1000


def entry_row(posting: Posting, calendar: ShopCalendar) -> Row:
    entry = posting.entry
    return {
        "ledger_no": posting.order,
        "entry_id": entry.entry_id,
        "member_id": entry.member_id,
        "card_number": entry.card_number,
        "kind": entry.kind.value,
        "points": entry.points,
        "balance_after": posting.balance_after,
        "cause": entry.cause,
        "corrects": entry.corrects,
        "rule_id": entry.rule_id,
        "reason": entry.reason,
        "staff": entry.staff,
        "occurred_at": to_micros(entry.occurred_at),
        "business_day": calendar.day_of(entry.occurred_at).isoformat(),
        "available_at": optional_micros(entry.available_at),
        "expires_at": optional_micros(entry.expires_at),
    }


def bill_row(bill: Bill, calendar: ShopCalendar) -> Row:
    return {
        "bill_id": bill.bill_id,
        "number": bill.number,
        "member_id": bill.member_id,
        "card_number": bill.card_number,
        "referrer_id": bill.referrer_id,
        "occurred_at": to_micros(bill.occurred_at),
        "business_day": calendar.day_of(bill.occurred_at).isoformat(),
        "staff": bill.staff,
        "program_version": bill.program_version,
        "tier": bill.tier,
        "gross_minor": bill.gross_minor,
        "round_off_minor": bill.round_off_minor,
        "net_minor": bill.net_minor,
        "redeemed_points": bill.redeemed_points,
        "redeemed_minor": bill.redeemed_minor,
        "earned_points": bill.earned_points,
        "bonus_points": bill.bonus_points,
        "referrer_points": bill.referrer_points,
        "balance_after": bill.balance_after,
        "pending_after": bill.pending_after,
    }


def line_row(bill_id: str, line: BillLine) -> Row:
    return {
        "bill_id": bill_id,
        "line_no": line.line_no,
        "line_id": line.line_id,
        "category": line.category,
        "label": line.label,
        "quantity_milli": to_milli(line.quantity),
        "unit_price_minor": line.unit_price_minor,
        "gross_minor": line.gross_minor,
        "category_discount_minor": line.category_discount_minor,
        "tier_discount_minor": line.tier_discount_minor,
        "bill_discount_minor": line.bill_discount_minor,
        "net_minor": line.net_minor,
        "redeemed_minor": line.redeemed_minor,
        "base_minor": line.base_minor,
        "point_percent": str(line.point_percent),
        "campaign_multiplier": str(line.campaign_multiplier),
        "campaign_ids": ",".join(line.campaign_ids),
        "tier_multiplier": str(line.tier_multiplier),
        "points": line.points,
    }


def tender_row(bill_id: str, number: int, tender: Tender) -> Row:
    return {
        "bill_id": bill_id,
        "tender_no": number,
        "kind": tender.kind.value,
        "amount_minor": tender.amount_minor,
        "given_minor": tender.given_minor,
    }


def detail_row(bill_id: str, line: BillLine) -> Row | None:
    """What more there is to say of a line: what was taken off it alone, and what the catalogue knew of it."""
    item = line.item
    if item is None and not line.line_discount_minor:
        return None
    return {
        "bill_id": bill_id,
        "line_no": line.line_no,
        "discount_minor": line.line_discount_minor,
        "code": item.code if item else None,
        "hsn": item.hsn if item else "",
        "batch": item.batch if item else "",
        "expires_on": item.expires_on.isoformat() if item and item.expires_on else None,
        "gst_percent": None if item is None or item.gst_percent is None else str(item.gst_percent),
    }


def number_rows(bill: Bill) -> list[Row]:
    """The numbers of the tenders that have one."""
    numbered = ((place, tender.number) for place, tender in enumerate(bill.tenders, 1) if tender.number)
    return [{"bill_id": bill.bill_id, "tender_no": place, "number": number} for place, number in numbered]


def rule_rows(bill_id: str, uses: Iterable[RuleUse]) -> list[Row]:
    """What rules brought to a bill; `cut_by` is empty where no limit took a part of it."""
    return [
        {"bill_id": bill_id, "rule_id": use.rule_id, "points": use.points, "cut_by": use.cut_by or ""} for use in uses
    ]


class BillRows(TypedDict):
    """A bill whole: what its event seals. `details` are of lines, `numbers` of tenders and `rules` of rules that have
    some; without any there are none. `typed` stands only with a card whose number was typed, `lacking`
    where rules would have given a reward of which none was left.
    """

    bill: Row
    lines: list[Row]
    tenders: list[Row]
    details: NotRequired[list[Row]]
    numbers: NotRequired[list[Row]]
    rules: NotRequired[list[Row]]
    typed: NotRequired[bool]
    lacking: NotRequired[list[str]]


def sealed_bill(body: Mapping[str, Any]) -> Mapping[str, Any]:
    """What an event seals of its bill."""
    return {name: body[name] for name in BillRows.__annotations__ if name in body}


def bill_rows(bill: Bill, calendar: ShopCalendar) -> BillRows:
    rows = BillRows(
        bill=bill_row(bill, calendar),
        lines=[line_row(bill.bill_id, line) for line in bill.lines],
        tenders=[tender_row(bill.bill_id, number, tender) for number, tender in enumerate(bill.tenders, 1)],
    )
    details = [row for line in bill.lines if (row := detail_row(bill.bill_id, line))]
    if details:
        rows["details"] = details
    numbers = number_rows(bill)
    if numbers:
        rows["numbers"] = numbers
    if bill.rules:
        rows["rules"] = rule_rows(bill.bill_id, bill.rules)
    if bill.is_typed:
        rows["typed"] = True
    if bill.lacking:
        rows["lacking"] = list(bill.lacking)
    return rows


def bill_rows_of(bill: Bill, sealed: Mapping[str, Any], calendar: ShopCalendar) -> BillRows:
    """The rows of a bill that a counter sealed. The day is the counter's own, which may be of another zone."""
    rows = bill_rows(bill, calendar)
    head = sealed.get("bill")
    day = head.get("business_day") if isinstance(head, dict) else None
    if _is_day_of(day, bill.occurred_at):
        rows["bill"]["business_day"] = day
    return rows


def _is_day_of(text: object, instant: datetime) -> TypeGuard[str]:
    try:
        day = date.fromisoformat(text) if isinstance(text, str) else None
    except ValueError:
        return False
    return day is not None and day.isoformat() == text and is_day_somewhere(day, instant)


def refund_row(refund: RefundRecord, calendar: ShopCalendar) -> Row:
    return {
        "refund_id": refund.refund_id,
        "bill_id": refund.bill_id,
        "kind": refund.kind,
        "occurred_at": to_micros(refund.occurred_at),
        "business_day": calendar.day_of(refund.occurred_at).isoformat(),
        "staff": refund.staff,
        "amount_minor": refund.amount_minor,
        "reversed_points": refund.moved.reversed_points,
        "restored_points": refund.moved.restored_points,
        "restored_minor": refund.moved.restored_minor,
        "referrer_points": refund.moved.referrer_points,
        "posted_reversed_points": refund.posted_reversed_points,
        "posted_referrer_points": refund.posted_referrer_points,
        "balance_after": refund.balance_after,
    }


def sealed_refund(refund: RefundRecord, calendar: ShopCalendar) -> dict[str, Any]:
    """What an event seals of a refund; `ways` only where not all of it went back in cash."""
    ways = {"ways": way_rows(refund)} if refund.ways else {}
    return {"refund": refund_row(refund, calendar), "lines": dict(refund.line_amounts), **ways}


def way_rows(refund: RefundRecord) -> list[Row]:
    """How money went back, where any of it did otherwise than in cash."""
    return [{"kind": one.kind.value, "amount_minor": one.amount_minor} for one in refund.ways]


def tier_change_row(change: TierChange) -> Row:
    return {
        "change_id": change.change_id,
        "member_id": change.member_id,
        "from_tier": change.from_tier,
        "to_tier": change.to_tier,
        "kind": change.kind.value,
        "reason": change.reason,
        "points": change.metrics.points,
        "spend_minor": change.metrics.spend_minor,
        "orders": change.metrics.orders,
        "staff": change.staff,
        "occurred_at": to_micros(change.occurred_at),
    }


def member_row(member: Member) -> Row:
    """Who a member is; where their points stand is the account's to say."""
    return {
        "member_id": member.member_id,
        "name": member.name,
        "phone": member.phone,
        "language": member.language,
        "referrer_id": member.referrer_id,
        "merged_into": member.merged_into,
        "first_tier": member.first_tier,
        "joined_at": to_micros(member.joined_at),
    }


def card_row(card: Card) -> Row:
    return {
        "number": card.number,
        "member_id": card.member_id,
        "status": card.status.value,
        "status_at": to_micros(card.status_at),
    }
