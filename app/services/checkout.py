"""Checkout: quote a cart, and commit it as a bill in one transaction."""

from __future__ import annotations

from dataclasses import dataclass

from app.domain.bill import Bill, Tender, bill_lines, settle
from app.domain.cart import Cart
from app.domain.entries import EntryKind
from app.domain.errors import Code, DomainError
from app.domain.expiry import available_at
from app.domain.formats import points as show_points
from app.domain.lots import Account
from app.domain.member import Holder, Member
from app.domain.program import Program
from app.domain.quote import MAX, Quote, Redeem, quote
from app.domain.tiers import Activity
from app.services import tiering
from app.services.desk import Desk
from app.services.ports import BillActivity, PrintJob, UnitOfWork
from app.services.posting import Page
from app.services.records import bill_rows
from app.services.visitors import current_metrics, holder_of, visitor

VERB = "sale"
RECEIPT = "receipt"


@dataclass(frozen=True, slots=True)
class SaleRequest:
    """What is on the counter: a cart, who it is for (a card shown, or a member picked), and points to redeem."""

    cart: Cart
    card_number: str | None = None
    member_id: str | None = None
    redeem: Redeem = 0


@dataclass(frozen=True, slots=True)
class Sold:
    """A committed bill; `changes` says what differs from the quote that was shown."""

    bill: Bill
    changes: tuple[str, ...] = ()

    @property
    def balance(self) -> int:
        return self.bill.balance_after

    @property
    def pending(self) -> int:
        return self.bill.pending_after


def quote_sale(desk: Desk, request: SaleRequest) -> Quote:
    """What the cart comes to now. Posts nothing."""
    with desk.store.reading() as uow:
        head = uow.journal.head()
        at, program = desk.instant(head), uow.programs.current()
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

    The same `key` gives the first bill again. Raises CHANGED when what is to be paid differs from what was `shown`.
    """
    with desk.store.writing() as uow:
        done = uow.effects.result(VERB, key)
        if done is not None:
            return Sold(_stored(uow, done))
        sale = _Sale.open(desk, uow, request)
        changes = _compare(shown, sale.quote, sale.program) if shown else ()
        bill = sale.commit(staff=staff, tenders=tenders)
        uow.effects.record(VERB, key, bill.bill_id)
        return Sold(bill, changes)


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


@dataclass(slots=True)
class _Sale:
    """One sale inside its transaction."""

    desk: Desk
    uow: UnitOfWork
    page: Page
    program: Program
    holder: Holder | None
    quote: Quote

    @classmethod
    def open(cls, desk: Desk, uow: UnitOfWork, request: SaleRequest) -> _Sale:
        page = Page.open(desk, uow)
        program = uow.programs.current()
        holder = holder_of(uow, card_number=request.card_number, member_id=request.member_id)
        if holder is None:
            _refuse_points_without_card(request)
            priced = quote(request.cart, program, None, redeem=0, at=page.at)
            return cls(desk, uow, page, program, None, priced)
        if not holder.is_active:
            raise _inactive(holder)
        account = page.account(holder.member)
        facts = visitor(desk, uow, page.head, holder, account=account, program=program)
        return cls(
            desk,
            uow,
            page,
            program,
            holder,
            quote(request.cart, program, facts, redeem=request.redeem, at=page.at),
        )

    def commit(self, *, staff: str, tenders: tuple[Tender, ...]) -> Bill:
        paid = settle(self.quote.payable_minor, tenders, currency=self.program.currency)
        bill_id = self.desk.ids.entity()
        referrer = self._referrer()
        if self.holder is not None:
            self._post(self.holder, bill_id)
        if referrer is not None and self.quote.referrer_points:
            self._credit(referrer, EntryKind.REFERRAL, self.quote.referrer_points, bill_id)
        bill = self._bill(bill_id, staff=staff, tenders=paid, referrer=referrer)
        self._write(bill)
        return bill

    def _referrer(self) -> Member | None:
        """Who is rewarded for this member's bills; nobody when the two have since been merged into one."""
        if self.holder is None or self.holder.member.referrer_id is None:
            return None
        referrer = current_member(self.uow, self.holder.member.referrer_id)
        return None if referrer.member_id == self.holder.member.member_id else referrer

    def _post(self, holder: Holder, bill_id: str) -> None:
        member, number = holder.member, holder.card.number if holder.card else None
        if self.quote.redeemed_points:
            self.page.post(member, EntryKind.REDEEM, -self.quote.redeemed_points, cause=bill_id, card_number=number)
        if self.quote.earned.line_points:
            self._credit(member, EntryKind.EARN, self.quote.earned.line_points, bill_id, card_number=number)
        for bonus in self.quote.earned.bonuses:
            self._credit(member, EntryKind.BONUS, bonus.points, bill_id, card_number=number, rule_id=bonus.rule_id)

    def _credit(self, member: Member, kind: EntryKind, points: int, bill_id: str, **details: str | None) -> None:
        at, program = self.page.at, self.program
        self.page.post(
            member,
            kind,
            points,
            cause=bill_id,
            available_at=available_at(at, pending_days=program.earning.pending_days, calendar=program.calendar),
            expires_at=program.expiry.expires_at(at, program.calendar),
            **details,
        )

    def _account(self) -> Account:
        return self.page.account(self.holder.member) if self.holder else Account()

    def _bill(self, bill_id: str, *, staff: str, tenders: tuple[Tender, ...], referrer: Member | None) -> Bill:
        q, holder, account = self.quote, self.holder, self._account()
        number, _, _ = self.desk.bill_number(self.page.head, self.desk.calendar.day_of(self.page.at))
        return Bill(
            bill_id=bill_id,
            number=number,
            member_id=holder.member.member_id if holder else None,
            card_number=holder.card.number if holder and holder.card else None,
            referrer_id=referrer.member_id if referrer else None,
            occurred_at=self.page.at,
            staff=staff,
            program_version=q.program_version,
            tier=q.tier,
            gross_minor=q.priced.gross_minor,
            round_off_minor=q.priced.round_off_minor,
            net_minor=q.net_minor,
            redeemed_points=q.redeemed_points,
            redeemed_minor=q.redeemed_minor,
            earned_points=q.earned.points,
            bonus_points=q.earned.bonus_points,
            referrer_points=q.referrer_points if referrer else 0,
            balance_after=account.available(self.page.at),
            pending_after=account.pending(self.page.at),
            lines=bill_lines(q),
            tenders=tenders,
        )

    def _write(self, bill: Bill) -> None:
        """Bill, entries, tier, print job and the sealed event: the same transaction."""
        _, year, running = self.desk.bill_number(self.page.head, self.desk.calendar.day_of(self.page.at))
        self.uow.bills.add(bill)
        self.uow.prints.add(PrintJob(self.desk.ids.entity(), RECEIPT, bill.bill_id, 0, self.page.at))
        if self.holder is not None:
            self._qualify(self.holder.member, bill)
        self.page.close("bill", bill_rows(bill, self.desk.calendar), financial_year=year, last_bill_no=running)

    def _qualify(self, member: Member, bill: Bill) -> None:
        activity = Activity(bill.occurred_at, bill.net_minor, bill.earned_points)
        self.uow.activities.put(BillActivity(bill.bill_id, member.member_id, activity))
        metrics = current_metrics(self.uow, member, self._account(), self.program, self.page.at)
        tiering.after_bill(self.page, member, program=self.program, metrics=metrics, staff=bill.staff)


def current_member(uow: UnitOfWork, member_id: str) -> Member:
    """A member by id, or the one their points moved to when merged."""
    holder = uow.members.by_id(uow.members.holder_of_points(member_id))
    assert holder is not None, "a stored id names a member"
    return holder.member


def _refuse_points_without_card(request: SaleRequest) -> None:
    if request.redeem and request.redeem is not MAX:
        raise DomainError(
            Code.INVALID,
            "Points can be used only with a card. Nothing was saved; scan the card or pay without points.",
        )


def _inactive(holder: Holder) -> DomainError:
    state = holder.card.status.value.lower() if holder.card else "missing"
    return DomainError(
        Code.CARD_INACTIVE,
        f"This card is {state}, so it cannot be used. The bill is kept; remove the card to go on without it.",
        {"status": state},
    )
