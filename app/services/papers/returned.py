"""Papers of refunds: claim the next copy of what was given back on a bill, and state what it says."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from app.domain.bill import Bill, BillLine
from app.domain.codes import mask
from app.domain.errors import Code, DomainError
from app.domain.money import allocate
from app.domain.point_words import PointWords
from app.domain.program import Program
from app.services.chain.told_bills import KnownBill, known_bill, known_by_number
from app.services.desk import Desk
from app.services.members.holdings import local, unconfirmed_since, worth_minor
from app.services.papers import prints
from app.services.papers.print_jobs import PrintJob
from app.services.papers.receipt_facts import LineFacts, MemberFacts, ReceiptFacts, ReceiptKind, TenderFacts, TotalFacts
from app.services.papers.receipts import TENDER_LABELS, Letterhead, line_facts, points_are_discount, unknown_number
from app.services.ports import RefundRecord, UnitOfWork
from app.services.sales.counting import CANCEL
from app.services.sales.sale import current_member
from app.services.staff.roster import name_of

RETURN = "return"  # its print jobs
_PLACE_DIGITS_MAX = 9


def claim(desk: Desk, refund_id: str) -> PrintJob:
    """The original's job while it has not been printed; after that, a new copy, counted."""
    with desk.store.writing() as uow:
        _stored(uow, refund_id)
        return prints.claimed(desk, uow, RETURN, refund_id)


def find(desk: Desk, number: str) -> RefundRecord:
    """A refund by the number on its paper (A1/26-27/000123-R2), or the last one of a bill by the bill's."""
    bill_number, _, place = number.replace(f"-{desk.counter_code}R", "-R").partition("-R")
    with desk.store.reading() as uow:
        known = known_by_number(uow, bill_number)
        made = uow.bills.refunds(known.bill.bill_id) if known else ()
    if known is None:
        raise unknown_number(bill_number)
    wanted = int(place) if place.isascii() and place.isdecimal() and len(place) < _PLACE_DIGITS_MAX else len(made)
    if not (0 < wanted <= len(made) and place in ("", str(wanted))):
        raise DomainError(Code.UNKNOWN_BILL, f"Return {number} is not in our list. Check the number on the paper.")
    return made[wanted - 1]


def number_of(desk: Desk, uow: UnitOfWork, refund_id: str) -> str:
    """As it stands on the paper of a refund: A1/26-27/000123-R2, or …-B2R2 where counter B2 took another's bill back.

    Raises UNKNOWN_BILL.
    """
    refund = _stored(uow, refund_id)
    known = _bill_of(uow, refund)
    by = "" if known.is_ours else desk.counter_code
    return f"{known.bill.number}-{by}R{_place(uow, refund)}"


def _bill_of(uow: UnitOfWork, refund: RefundRecord) -> KnownBill:
    known = known_bill(uow, refund.bill_id)
    assert known is not None, "a refund stands beside its bill, or the bill was told"
    return known


def facts(desk: Desk, job: PrintJob, letterhead: Letterhead) -> ReceiptFacts:
    """What the paper of a refund states: what came back, and the points that moved with it."""
    with desk.store.reading() as uow:
        refund = _stored(uow, job.subject_id)
        known = _bill_of(uow, refund)
        bill, program = known.bill, known.program
        lines = tuple(_lines(bill, refund, program))
        totals = _totals(refund, lines, program)
        return ReceiptFacts(
            kind=ReceiptKind.CANCELLATION if refund.kind == CANCEL else ReceiptKind.RETURN,
            shop=letterhead.shop,
            bill_number=number_of(desk, uow, refund.refund_id),
            original_bill_number=bill.number,
            issued_at=local(desk, refund.occurred_at),
            counter=letterhead.counter,
            cashier=name_of(uow, refund.staff),
            lines=lines,
            totals=totals,
            tenders=tuple(TenderFacts(TENDER_LABELS[one.kind], one.amount_minor) for one in refund.given),
            change_minor=0,
            member=_member(desk, uow, bill, refund, program) if bill.member_id else None,
            copy_number=job.copy,
            is_invoice=letterhead.is_invoice,
            currency_symbol=program.currency.symbol,
            currency_digits=program.currency.digits,
            footer_lines=letterhead.footer_lines,
            point_words=PointWords.of(program),
        )


def _stored(uow: UnitOfWork, refund_id: str) -> RefundRecord:
    refund = uow.bills.refund(refund_id)
    if refund is None:
        raise DomainError(Code.UNKNOWN_BILL, "That return is not in our list. Nothing was printed.")
    return refund


def _place(uow: UnitOfWork, refund: RefundRecord) -> int:
    """Which of its bill's refunds it is, from 1."""
    made = [one.refund_id for one in uow.bills.refunds(refund.bill_id)]
    return made.index(refund.refund_id) + 1


def _lines(bill: Bill, refund: RefundRecord, program: Program) -> Iterator[LineFacts]:
    """What came back; without a name where the refund named no item."""
    amounts = _amounts(bill, refund)
    restored_minor = refund.moved.restored_minor if points_are_discount(program) else 0
    shares = allocate(restored_minor, list(amounts.values()))
    by_id = {line.line_id: line for line in bill.lines}
    for (line_id, amount_minor), points_minor in zip(amounts.items(), shares, strict=True):
        sold = by_id.get(line_id)
        came_back = _whole_or_part(sold, amount_minor, program)
        yield replace(came_back, points_earned=0, points_minor=points_minor)


def _amounts(bill: Bill, refund: RefundRecord) -> dict[str, int]:
    """What came back of each line by its id; under no id what named none."""
    if refund.line_amounts:
        return dict(refund.line_amounts)
    if refund.amount_minor == bill.net_minor:
        return {line.line_id: line.net_minor for line in bill.lines}
    return {"": refund.amount_minor}


def _whole_or_part(sold: BillLine | None, amount_minor: int, program: Program) -> LineFacts:
    """A line as it was sold when all of it came back; else what came back of it, as one piece."""
    if sold is not None and sold.net_minor == amount_minor:
        return line_facts(sold, program)
    name = sold.label or sold.category if sold else ""
    return LineFacts(name, Decimal(1), amount_minor, amount_minor, 0, amount_minor, 0)


def _totals(refund: RefundRecord, lines: Sequence[LineFacts], program: Program) -> TotalFacts:
    """Discounts are told line by line; together they are the bill's."""
    return TotalFacts(
        subtotal_minor=sum(line.gross_minor for line in lines),
        category_discount_minor=0,
        tier_discount_minor=0,
        bill_discount_minor=sum(line.discount_minor for line in lines),
        round_off_minor=refund.amount_minor - sum(line.net_minor for line in lines),
        net_minor=refund.amount_minor,
        points_redeemed=refund.moved.restored_points,
        points_value_minor=refund.moved.restored_minor,
        payable_minor=refund.amount_minor - refund.moved.restored_minor,
        points_are_discount=points_are_discount(program),
    )


def _member(desk: Desk, uow: UnitOfWork, bill: Bill, refund: RefundRecord, program: Program) -> MemberFacts:
    """What the refund moved, and what it left; whose points moved to another card is named by that one."""
    assert bill.member_id is not None
    return MemberFacts(
        name=current_member(uow, bill.member_id).name,
        card_masked=mask(bill.card_number) if bill.card_number else "",
        tier=bill.tier or "",
        points_earned=refund.posted_reversed_points,
        points_redeemed=refund.moved.restored_points,
        balance=refund.balance_after,
        balance_value_minor=worth_minor(refund.balance_after, program),
        unconfirmed_since=unconfirmed_since(desk, uow, refund.occurred_at),
    )
