"""Checkout: quote a cart, and commit it as a bill in one transaction."""

from __future__ import annotations

from dataclasses import dataclass

from app.domain.bill import Bill, Tender, TenderKind, settle, ways_of
from app.domain.brought import rewards_lacking
from app.domain.cart import Cart
from app.domain.errors import Code, DomainError
from app.domain.formats import points as show_points
from app.domain.program import Program
from app.domain.quote import MAX, Quote, Redeem, quote
from app.domain.rewards import Reward
from app.domain.vouchers import Voucher
from app.services.catalogue.catalogue import refuse_expired
from app.services.desk import Desk
from app.services.papers.print_jobs import PrintJob
from app.services.ports import UnitOfWork
from app.services.posting import Page
from app.services.rewards.bill_vouchers import SpentVoucher, require_usable
from app.services.rewards.brought_vouchers import came_with
from app.services.sales.sale import Sale
from app.services.sales.visitors import holder_of, visitor
from app.services.shifts.shifts import require_open
from app.services.tiers.tier_news import Risen, risen_by

VERB = "sale"
RECEIPT = "receipt"
_EXACT_CASH = frozenset({TenderKind.CASH.value})  # what no tender at all means


@dataclass(frozen=True, slots=True)
class SaleRequest:
    """What is on the counter: a cart, who it is for (a card shown, or a member picked), and points to redeem.

    `is_typed` says that the card's number was typed, not scanned.
    """

    cart: Cart
    card_number: str | None = None
    member_id: str | None = None
    redeem: Redeem = 0
    is_typed: bool = False


@dataclass(frozen=True, slots=True)
class Sold:
    """A committed bill; `changes` says what differs from the quote that was shown, `risen` to which tier it led.

    `vouchers` are what rules gave with it, `lacking` the rewards they would have given, had any been left here.
    """

    bill: Bill
    changes: tuple[str, ...] = ()
    risen: Risen | None = None
    vouchers: tuple[Voucher, ...] = ()
    lacking: tuple[Reward, ...] = ()

    @property
    def balance(self) -> int:
        return self.bill.balance_after

    @property
    def pending(self) -> int:
        return self.bill.pending_after


def quote_sale(desk: Desk, request: SaleRequest, *, is_charged: bool = False) -> Quote:
    """What the cart comes to now. Posts nothing. `is_charged` says that its amounts have their discounts taken off."""
    with desk.store.reading() as uow:
        head = uow.journal.head()
        at = desk.instant(head)
        rules = uow.programs.in_force(at)
        program = rules.for_charged_amounts() if is_charged else rules
        holder = holder_of(uow, card_number=request.card_number, member_id=request.member_id)
        if holder is None:
            return quote(request.cart, program, None, redeem=request.redeem, at=at)
        account = uow.ledger.open_account(holder.member.member_id, in_debt=holder.member.debt > 0)
        facts = visitor(desk, uow, head, holder, account=account, program=program)
        return quote(request.cart, program, facts, redeem=request.redeem, at=at)


def commit_sale(
    desk: Desk,
    request: SaleRequest,
    *,
    key: str,
    staff: str,
    tenders: tuple[Tender, ...] = (),
    shown: Quote | None = None,
) -> Sold:
    """Price the cart again from this instant's facts and make it a bill: everything in one transaction, or nothing.

    The same `key` gives the first answer again, but for its `changes`. Raises CHANGED when what is to be paid differs
    from what was `shown`, EXPIRED when a line may not be sold any more, NEEDS_APPROVAL when more was taken off by hand
    than the desk allows.
    """
    with desk.store.writing() as uow:
        done = uow.effects.result(VERB, key)
        if done is not None:
            return _sold_before(uow, _stored(uow, done))
        require_open(desk, uow)
        sale = _opened(desk, uow, request, ways_of(tenders) or _EXACT_CASH)
        changes = _compare(shown, sale.quote, sale.program) if shown else ()
        bill = _commit(sale, staff=staff, tenders=tenders, is_typed=request.is_typed)
        uow.effects.record(VERB, key, bill.bill_id)
        risen = risen_by(uow, bill) if sale.page.tier_changes else None
        lacking = rewards_lacking(sale.quote.earned.silenced, sale.program)
        return Sold(bill, changes, risen, tuple(sale.brought), tuple(lacking))


def _sold_before(uow: UnitOfWork, bill: Bill) -> Sold:
    """What was answered when a bill was made, as it stands now; the quote that was shown is not kept."""
    program = uow.programs.version(bill.program_version)
    vouchers = tuple(one.voucher for one in came_with(uow, bill) if one.voucher is not None)
    lacking = tuple(reward for reward in map(program.reward, bill.lacking) if reward is not None)
    return Sold(bill, risen=risen_by(uow, bill), vouchers=vouchers, lacking=lacking)


def _stored(uow: UnitOfWork, bill_id: str) -> Bill:
    bill = uow.bills.get(bill_id)
    assert bill is not None, "an effect names a stored bill"
    return bill


def _compare(shown: Quote, now: Quote, program: Program) -> tuple[str, ...]:
    """Refuse when the customer would pay something else than they saw; say so when only the points differ."""
    if (shown.payable_minor, shown.redeemed_points) != (now.payable_minor, now.redeemed_points):
        raise DomainError(
            Code.CHANGED,
            f"The bill has changed since it was shown: now {program.currency.text(now.payable_minor)} to pay with "
            f"{show_points(now.redeemed_points)} points. Nothing was saved; check it and pay again.",
            {"payable_minor": now.payable_minor, "redeemed_points": now.redeemed_points},
        )
    if shown.earned.points != now.earned.points:
        return (f"Earns {show_points(now.earned.points)} points, not {show_points(shown.earned.points)}.",)
    return ()


def _opened(desk: Desk, uow: UnitOfWork, request: SaleRequest, paid_by: frozenset[str]) -> Sale:
    page = Page.open(desk, uow)
    refuse_expired(request.cart, desk.calendar.day_of(page.at))
    program = uow.programs.in_force(page.at)
    holder = holder_of(uow, card_number=request.card_number, member_id=request.member_id)
    if holder is None:
        _refuse_points_without_card(request)
    redeem = request.redeem if holder else 0
    voucher = require_usable(desk, uow, page.head, request.cart, holder)
    sale = Sale.open(page, request.cart, holder, program=program, redeem=redeem, paid_by=paid_by)
    if voucher is not None:
        sale.voucher = SpentVoucher(voucher, sale.quote.priced.voucher_minor)
    _require_approval(desk, sale.quote)
    return sale


def _require_approval(desk: Desk, priced: Quote) -> None:
    """More than the shop lets a cashier take off by hand needs somebody who may."""
    if desk.approved_by is None and priced.priced.is_above(desk.discount_limit_percent):
        raise DomainError(
            Code.NEEDS_APPROVAL,
            f"More than {desk.discount_limit_percent} % is taken off this bill. Nothing was saved; "
            "ask a manager to approve it, or make the discount smaller.",
            {"limit_percent": desk.discount_limit_percent},
        )


def _commit(sale: Sale, *, staff: str, tenders: tuple[Tender, ...], is_typed: bool) -> Bill:
    """Bill, entries, tier, print job and the sealed event: the same transaction."""
    paid = settle(sale.quote.payable_minor, tenders, currency=sale.program.currency)
    _refuse_taken_vouchers(sale.page.uow, paid)
    sale.redeem()
    sale.earn()
    bill = sale.bill(staff=staff, tenders=paid, is_typed=is_typed)
    sale.page.uow.prints.add(PrintJob(sale.page.desk.ids.entity(), RECEIPT, bill.bill_id, 0, sale.page.at))
    return sale.write(bill)


def _refuse_taken_vouchers(uow: UnitOfWork, paid: tuple[Tender, ...]) -> None:
    for tender in paid:
        taken_for = uow.bills.taken_voucher(tender.number) if tender.number else None
        if taken_for is not None:
            raise DomainError(
                Code.DUPLICATE,
                f"Voucher {tender.number} was taken before, for bill {taken_for}. Nothing was saved; "
                "check the number, or take the payment another way.",
            )


def _refuse_points_without_card(request: SaleRequest) -> None:
    if request.redeem and request.redeem is not MAX:
        raise DomainError(
            Code.INVALID,
            "Points can be used only with a card. Nothing was saved; add the card, or pay without points.",
        )
