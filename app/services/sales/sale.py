"""A sale inside its transaction: the cart priced, its entries posted, the bill written with everything it moves."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from app.domain.bill import Bill, Tender, bill_lines, rules_of
from app.domain.brought import rewards_lacking
from app.domain.cart import Cart
from app.domain.entries import EntryKind
from app.domain.errors import Code, DomainError
from app.domain.expiry import available_at
from app.domain.lots import Account
from app.domain.member import Holder, Member
from app.domain.program import Program
from app.domain.quote import Quote, Redeem, Taken, quote
from app.domain.vouchers import Voucher
from app.services.campaigns.budgets import drawn_by
from app.services.ports import UnitOfWork
from app.services.posting import Page
from app.services.records import bill_rows
from app.services.rewards.bill_vouchers import SpentVoucher
from app.services.rewards.brought_vouchers import brought, sealed_vouchers
from app.services.rewards.giving_out import give_out
from app.services.sales.counting import count_bill
from app.services.sales.extending import extend
from app.services.sales.visitors import visitor


@dataclass(slots=True)
class Sale:
    """Post what the quote says, make the `bill`, then `write` it once: that closes the page."""

    page: Page
    program: Program
    holder: Holder | None
    referrer: Member | None
    quote: Quote
    bill_id: str
    voucher: SpentVoucher | None = None
    brought: Sequence[Voucher] = ()  # by rules, once it is written

    @classmethod
    def open(
        cls,
        page: Page,
        cart: Cart,
        holder: Holder | None,
        *,
        program: Program,
        redeem: Redeem | Taken,
        bill_id: str | None = None,
        paid_by: frozenset[str] = frozenset(),
    ) -> Sale:
        """Price the cart for whoever is at the counter. Raises CARD_INACTIVE for a card that may not be used."""
        desk, uow, facts = page.desk, page.uow, None
        if holder is not None:
            if not holder.is_active:
                raise inactive(holder)
            account = page.account(holder.member)
            facts = visitor(desk, uow, page.head, holder, account=account, program=program, paid_by=paid_by)
        priced = quote(cart, program, facts, redeem=redeem, at=page.at)
        return cls(page, program, holder, referrer_of(uow, holder), priced, bill_id or desk.ids.entity())

    def redeem(self) -> None:
        """Take the points that pay."""
        if self.holder is not None and self.quote.redeemed_points:
            number = self.holder.card.number if self.holder.card else None
            points = -self.quote.redeemed_points
            self.page.post(self.holder.member, EntryKind.REDEEM, points, cause=self.bill_id, card_number=number)

    def earn(self) -> None:
        """Give the member, and who brought them, what the bill earns."""
        if self.holder is None:
            return
        member, number = self.holder.member, self.holder.card.number if self.holder.card else None
        extend(self.page, member, self.program, cause=self.bill_id, card_number=number)
        if self.quote.earned.line_points:
            self._credit(member, EntryKind.EARN, self.quote.earned.line_points, card_number=number)
        for bonus in self.quote.earned.bonuses:
            self._credit(member, EntryKind.BONUS, bonus.points, card_number=number, rule_id=bonus.rule_id)
        if self.referrer is not None and self.quote.referrer_points:
            self._credit(self.referrer, EntryKind.REFERRAL, self.quote.referrer_points)

    def _credit(self, member: Member, kind: EntryKind, points: int, **details: str | None) -> None:
        at, program = self.page.at, self.program
        self.page.post(
            member,
            kind,
            points,
            cause=self.bill_id,
            available_at=available_at(at, pending_days=program.earning.pending_days, calendar=program.calendar),
            expires_at=program.expiry.expires_at(at, program.calendar),
            **details,
        )

    def _account(self) -> Account:
        return self.page.account(self.holder.member) if self.holder else Account()

    def bill(self, *, staff: str, tenders: tuple[Tender, ...], is_typed: bool = False) -> Bill:
        """The bill after everything it moves has been posted."""
        q, holder, referrer, account = self.quote, self.holder, self.referrer, self._account()
        number, _, _ = self.page.desk.bill_number(self.page.head, self.page.desk.calendar.day_of(self.page.at))
        return Bill(
            bill_id=self.bill_id,
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
            rules=rules_of(q),
            is_typed=is_typed and holder is not None,
            lacking=tuple(one.reward_id for one in rewards_lacking(q.earned.silenced, self.program)),
        )

    def write(self, bill: Bill, beside: Mapping[str, Any] | None = None) -> Bill:
        """Bill, entries, tier, vouchers and the sealed event, with what that says `beside` them: the same transaction.

        Returns the bill with the balance that is left once its tier has brought points too.
        """
        _, year, running = self.page.desk.bill_number(self.page.head, self.page.desk.calendar.day_of(self.page.at))
        if self.holder is not None:
            count_bill(self.page, self.holder.member, bill, program=self.program)
            account = self._account()
            bill = replace(
                bill, balance_after=account.available(self.page.at), pending_after=account.pending(self.page.at)
            )
        rows = bill_rows(bill, self.page.desk.calendar)
        self.page.uow.bills.add(rows)
        drawn = drawn_by(self.page, bill, self.program)
        self.brought = brought(self.page, self.holder.member, bill, self.program) if self.holder else ()
        used = self.voucher.sealed if self.voucher else {}
        body = {**rows, **drawn, **(beside or {}), **used, **sealed_vouchers(self.brought)}
        head = self.page.close("bill", body, financial_year=year, last_bill_no=running)
        if self.voucher is not None:
            self.voucher.spend(self.page, head, bill.bill_id, staff=bill.staff)
        for voucher in self.brought:
            give_out(self.page, voucher, sealed=head)
        return bill


def referrer_of(uow: UnitOfWork, holder: Holder | None) -> Member | None:
    """Who is rewarded for this member's bills; nobody when the two have since been merged into one."""
    if holder is None or holder.member.referrer_id is None:
        return None
    referrer = current_member(uow, holder.member.referrer_id)
    return None if referrer.member_id == holder.member.member_id else referrer


def current_member(uow: UnitOfWork, member_id: str) -> Member:
    """A member by id, or the one their points moved to when merged."""
    holder = uow.members.by_id(uow.members.holder_of_points(member_id))
    assert holder is not None, "a stored id names a member"
    return holder.member


def inactive(holder: Holder) -> DomainError:
    state = holder.card.status.value.lower() if holder.card else "missing"
    return DomainError(
        Code.CARD_INACTIVE,
        f"This card is {state}, so it cannot be used. The bill is kept; remove the card to go on without it.",
        {"status": state},
    )
