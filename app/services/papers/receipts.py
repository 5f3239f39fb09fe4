"""Receipts: claim the next copy of a bill's receipt, and state what it says."""

from __future__ import annotations

from dataclasses import dataclass

from app.domain.bill import Bill, BillLine, Tender
from app.domain.codes import mask
from app.domain.errors import Code, DomainError
from app.domain.member import Member
from app.domain.point_words import PointWords
from app.domain.program import Program, RedeemAs
from app.domain.rewards import OF_A_LINE
from app.services.desk import Desk
from app.services.members.holdings import expiring, local, unconfirmed_since, worth_minor
from app.services.papers import prints
from app.services.papers.print_jobs import PrintJob
from app.services.papers.receipt_facts import (
    LineFacts,
    MemberFacts,
    ReceiptFacts,
    ReceiptKind,
    RisenFacts,
    ShopFacts,
    TakenOffFacts,
    TenderFacts,
    TotalFacts,
)
from app.services.ports import UnitOfWork
from app.services.sales.checkout import RECEIPT
from app.services.sales.sale import current_member
from app.services.staff.roster import name_of
from app.services.tiers.tier_news import Risen, risen_by

TENDER_LABELS = {"CASH": "Cash", "UPI": "UPI", "CARD": "Card", "VOUCHER": "Voucher"}


@dataclass(frozen=True, slots=True)
class Letterhead:
    """What every receipt of this counter says, whatever was sold.

    `why_address` is where customers read how their points came about, up to the bill's id; empty for nowhere.
    Without `is_invoice` the bills are another program's, and every paper says that it is no tax invoice; in
    `training` every paper says that it counts for nothing.
    """

    shop: ShopFacts
    counter: str
    footer_lines: tuple[str, ...] = ()
    why_address: str = ""
    is_invoice: bool = True
    training: bool = False


def claim(desk: Desk, bill_id: str) -> PrintJob:
    """The original's job while it has not been printed; after that, a new copy, counted."""
    with desk.store.writing() as uow:
        _stored(uow, bill_id)
        return prints.claimed(desk, uow, RECEIPT, bill_id)


def _stored(uow: UnitOfWork, bill_id: str) -> Bill:
    bill = uow.bills.get(bill_id)
    if bill is None:
        raise DomainError(Code.UNKNOWN_BILL, "That bill is not in our list. Nothing was printed.")
    return bill


def number_of(uow: UnitOfWork, bill_id: str) -> str:
    """Raises UNKNOWN_BILL."""
    return _stored(uow, bill_id).number


def facts(desk: Desk, job: PrintJob, letterhead: Letterhead) -> ReceiptFacts:
    """What the receipt of a job states, from the bill as it was committed."""
    with desk.store.reading() as uow:
        bill = _stored(uow, job.subject_id)
        program = uow.programs.version(bill.program_version)
        member = current_member(uow, bill.member_id) if bill.member_id else None
        return ReceiptFacts(
            kind=ReceiptKind.SALE,
            shop=letterhead.shop,
            bill_number=bill.number,
            issued_at=local(desk, bill.occurred_at),
            counter=letterhead.counter,
            cashier=name_of(uow, bill.staff),
            lines=tuple(line_facts(line, program) for line in bill.lines),
            totals=_totals(bill, program, _voucher(uow, bill)),
            tenders=tuple(_tender(tender) for tender in bill.tenders),
            change_minor=sum(tender.change_minor for tender in bill.tenders),
            member=_member(desk, uow, bill, member, program) if member else None,
            copy_number=job.copy,
            is_invoice=letterhead.is_invoice,
            currency_symbol=program.currency.symbol,
            currency_digits=program.currency.digits,
            footer_lines=letterhead.footer_lines,
            why_url=letterhead.why_address + bill.bill_id if letterhead.why_address and member else "",
            point_words=PointWords.of(program),
        )


def find_bill(desk: Desk, number: str) -> Bill:
    """A bill by its printed number."""
    with desk.store.reading() as uow:
        return _found(uow, number)


def _found(uow: UnitOfWork, number: str) -> Bill:
    bill = uow.bills.by_number(number)
    if bill is None:
        raise unknown_number(number)
    return bill


def unknown_number(number: str) -> DomainError:
    return DomainError(Code.UNKNOWN_BILL, f"Bill {number} is not in our list. Check the number on the receipt.")


def line_facts(line: BillLine, program: Program) -> LineFacts:
    """A line as it was sold."""
    return LineFacts(
        name=line.label or line.category,
        quantity=line.quantity,
        unit_price_minor=line.unit_price_minor,
        gross_minor=line.gross_minor,
        discount_minor=line.gross_minor - line.net_minor,
        net_minor=line.net_minor,
        points_earned=line.points,
        points_minor=line.redeemed_minor if points_are_discount(program) else 0,
        hsn=line.item.hsn if line.item else "",
        batch=line.item.batch if line.item else "",
        expires_on=line.item.expires_on if line.item else None,
        gst_percent=line.item.gst_percent if line.item else None,
    )


@dataclass(frozen=True, slots=True)
class _Voucher:
    """What a voucher took off, and whether off one line rather than off the bill."""

    said: TakenOffFacts
    is_of_line: bool


def _voucher(uow: UnitOfWork, bill: Bill) -> _Voucher | None:
    """The voucher a bill was sold with; None where there was none, or nobody wrote down what it took off."""
    for made in uow.vouchers.spent_on(bill.bill_id):
        record = uow.vouchers.get(made.voucher_id)
        if made.minor and record is not None and record.voucher is not None:
            reward = record.voucher.reward
            said = TakenOffFacts(reward.name, mask(record.voucher.code), made.minor)
            return _Voucher(said, reward.kind in OF_A_LINE)
    return None


def _totals(bill: Bill, program: Program, voucher: _Voucher | None) -> TotalFacts:
    """What a voucher took off stands by itself, and no more among what was taken off by hand."""
    of_line, of_bill = _taken_off(voucher)
    return TotalFacts(
        subtotal_minor=bill.gross_minor,
        category_discount_minor=sum(line.category_discount_minor for line in bill.lines),
        tier_discount_minor=sum(line.tier_discount_minor for line in bill.lines),
        line_discount_minor=sum(line.line_discount_minor for line in bill.lines) - of_line,
        bill_discount_minor=sum(line.bill_discount_minor for line in bill.lines) - of_bill,
        round_off_minor=bill.round_off_minor,
        net_minor=bill.net_minor,
        points_redeemed=bill.redeemed_points,
        points_value_minor=bill.redeemed_minor,
        payable_minor=bill.payable_minor,
        points_are_discount=points_are_discount(program),
        voucher=voucher.said if voucher else None,
    )


def _taken_off(voucher: _Voucher | None) -> tuple[int, int]:
    """How much of a line's discounts, and of the bill's, a voucher is."""
    if voucher is None:
        return 0, 0
    return (voucher.said.minor, 0) if voucher.is_of_line else (0, voucher.said.minor)


def points_are_discount(program: Program) -> bool:
    """Whether points take something off the price, rather than pay a part of it."""
    return program.redemption.redeem_as is RedeemAs.DISCOUNT


def _tender(tender: Tender) -> TenderFacts:
    label = TENDER_LABELS[tender.kind.value]
    return TenderFacts(f"{label} {tender.number}" if tender.number else label, tender.given_minor)


def _member(desk: Desk, uow: UnitOfWork, bill: Bill, member: Member, program: Program) -> MemberFacts:
    """What goes first is stated while it is what went first then: until something else moved their points."""
    account = uow.ledger.open_account(member.member_id, in_debt=member.debt > 0)
    unmoved = account.available(bill.occurred_at) == bill.balance_after
    return MemberFacts(
        name=member.name,
        card_masked=mask(bill.card_number) if bill.card_number else "",
        tier=bill.tier or member.tier,
        points_earned=bill.earned_points,
        points_redeemed=bill.redeemed_points,
        balance=bill.balance_after,
        balance_value_minor=worth_minor(bill.balance_after, program),
        points_pending=bill.pending_after,
        expiring=expiring(desk, account, bill.occurred_at) if unmoved else None,
        unconfirmed_since=unconfirmed_since(desk, uow, bill.occurred_at),
        risen=_risen(desk, risen_by(uow, bill)),
        lacking=tuple(one.name for one in map(program.reward, bill.lacking) if one is not None),
    )


def _risen(desk: Desk, risen: Risen | None) -> RisenFacts | None:
    if risen is None:
        return None
    return RisenFacts(risen.tier, risen.last_day(desk.calendar), risen.points)
