"""A bill: a committed sale. It never changes; returns and cancellations stand beside it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from decimal import Decimal
from enum import StrEnum

from app.domain.earning import EarnedLine
from app.domain.errors import invalid
from app.domain.hearing import RuleUse
from app.domain.item import Item
from app.domain.money import RUPEE, Currency
from app.domain.pricing import PricedLine
from app.domain.quote import Quote
from app.domain.reversal import SoldBill, SoldLine

TENDERS_MAX = 8
VOUCHER_NUMBER_MAX = 40  # characters


class TenderKind(StrEnum):
    CASH = "CASH"
    UPI = "UPI"
    CARD = "CARD"
    VOUCHER = "VOUCHER"  # of paper, the shop's or somebody else's; it has a number


@dataclass(frozen=True, slots=True)
class Tender:
    """One way a bill is paid besides points. `given_minor` above the amount is cash, and comes back as change.

    `number` is a voucher's, as it stands on the paper; nothing else has one.
    """

    kind: TenderKind
    amount_minor: int
    given_minor: int
    number: str = ""

    @property
    def change_minor(self) -> int:
        return self.given_minor - self.amount_minor


def ways_of(tenders: Iterable[Tender]) -> frozenset[str]:
    """The ways a bill is paid, by name."""
    return frozenset(one.kind.value for one in tenders)


@dataclass(frozen=True, slots=True)
class BillLine:
    """A sold line with everything its figures came from. Money in minor units, points in hundredths."""

    line_no: int
    line_id: str
    category: str
    label: str
    quantity: Decimal
    unit_price_minor: int
    gross_minor: int
    category_discount_minor: int
    tier_discount_minor: int
    bill_discount_minor: int
    net_minor: int
    redeemed_minor: int
    base_minor: int
    point_percent: Decimal
    campaign_multiplier: Decimal
    campaign_ids: tuple[str, ...]
    tier_multiplier: Decimal
    points: int
    line_discount_minor: int = 0
    item: Item | None = None


@dataclass(frozen=True, slots=True)
class Bill:
    """A sale that happened. Balances are the member's after it, in hundredths; None of them without a member.

    `rules` are what decision rules brought, in the order of their names; `is_typed` where the card's number was typed;
    `lacking` are the rewards (ids) that rules would have given vouchers of, had any been left.
    """

    bill_id: str
    number: str
    member_id: str | None
    card_number: str | None
    referrer_id: str | None
    occurred_at: datetime
    staff: str
    program_version: int
    tier: str | None
    gross_minor: int
    round_off_minor: int
    net_minor: int
    redeemed_points: int
    redeemed_minor: int
    earned_points: int
    bonus_points: int
    referrer_points: int
    balance_after: int
    pending_after: int
    lines: tuple[BillLine, ...]
    tenders: tuple[Tender, ...]
    rules: tuple[RuleUse, ...] = ()
    is_typed: bool = False
    lacking: tuple[str, ...] = ()

    @property
    def payable_minor(self) -> int:
        return self.net_minor - self.redeemed_minor

    @property
    def sold(self) -> SoldBill:
        """What a refund needs to know of this bill."""
        return SoldBill(
            lines=tuple(SoldLine(line.line_id, line.net_minor, line.points) for line in self.lines),
            net_minor=self.net_minor,
            bonus_points=self.bonus_points,
            redeemed_points=self.redeemed_points,
            redeemed_minor=self.redeemed_minor,
            referrer_points=self.referrer_points,
        )


def bill_lines(quote: Quote) -> tuple[BillLine, ...]:
    """The lines of a quote as they will stand on the bill."""
    earned = {line.line_id: line for line in quote.earned.lines}
    return tuple(
        _bill_line(number, line, earned.get(line.line.line_id)) for number, line in enumerate(quote.priced.lines, 1)
    )


def _bill_line(number: int, priced: PricedLine, earned: EarnedLine | None) -> BillLine:
    line = priced.line
    return BillLine(
        line_no=number,
        line_id=line.line_id,
        category=line.category,
        label=line.label,
        quantity=line.quantity,
        unit_price_minor=line.unit_price_minor,
        gross_minor=priced.gross_minor,
        category_discount_minor=priced.category_discount_minor,
        tier_discount_minor=priced.tier_discount_minor,
        bill_discount_minor=priced.bill_discount_minor,
        net_minor=priced.net_minor,
        redeemed_minor=earned.redeemed_minor if earned else 0,
        base_minor=earned.base_minor if earned else 0,
        point_percent=earned.percent if earned else Decimal(0),
        campaign_multiplier=earned.campaign_multiplier if earned else Decimal(1),
        campaign_ids=earned.campaign_ids if earned else (),
        tier_multiplier=earned.tier_multiplier if earned else Decimal(1),
        points=earned.points if earned else 0,
        line_discount_minor=priced.line_discount_minor,
        item=line.item,
    )


def rules_of(quote: Quote) -> tuple[RuleUse, ...]:
    """What each rule brought, as it will stand on the bill: one name is one rule."""
    found: dict[str, RuleUse] = {}
    for use in quote.earned.uses:
        known = found.get(use.rule_id)
        found[use.rule_id] = use if known is None else replace(known, points=known.points + use.points)
    return tuple(found[rule_id] for rule_id in sorted(found))


def settle(payable_minor: int, tenders: tuple[Tender, ...], *, currency: Currency = RUPEE) -> tuple[Tender, ...]:
    """The tenders that pay exactly what is owed; no tender named means cash, exact. Refused when they do not add up."""
    if not tenders:
        return (Tender(TenderKind.CASH, payable_minor, payable_minor),) if payable_minor else ()
    if len(tenders) > TENDERS_MAX:
        raise invalid(f"A bill is paid in at most {TENDERS_MAX} ways.")
    for tender in tenders:
        _check_tender(tender)
    _check_numbers([tender.number for tender in tenders if tender.number])
    missing = payable_minor - sum(tender.amount_minor for tender in tenders)
    if missing:
        word = "missing" if missing > 0 else "too much"
        raise invalid(f"{currency.text(abs(missing))} {word} in the payment. Nothing was saved; change the amounts.")
    return tenders


def _check_tender(tender: Tender) -> None:
    if tender.amount_minor < 0 or tender.given_minor < tender.amount_minor:
        raise invalid("A payment cannot be less than its amount. Nothing was saved.")
    if tender.change_minor and tender.kind is not TenderKind.CASH:
        raise invalid("Change is given only against cash. Nothing was saved.")
    if tender.number != voucher_number(tender.number) or bool(tender.number) != (tender.kind is TenderKind.VOUCHER):
        raise invalid("A voucher has a number, and nothing else has one. Nothing was saved; type what stands on it.")


def _check_numbers(numbers: list[str]) -> None:
    twice = next((one for place, one in enumerate(numbers) if one in numbers[:place]), None)
    if twice is not None:
        raise invalid(f"Voucher {twice} is there twice. Nothing was saved; take one away.")


def voucher_number(typed: str) -> str:
    """The number of a voucher as it is kept: in capitals, without spaces, cut at VOUCHER_NUMBER_MAX."""
    return "".join(typed.split()).upper()[:VOUCHER_NUMBER_MAX]
